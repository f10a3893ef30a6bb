import { parseArgs } from "node:util";

/** How much is measured: `smoke` only shows that everything works. */
export type Size = "smoke" | "quick" | "normal" | "full";

export interface Options {
  readonly size: Size;
  /** Names of scenarios; null: all. */
  readonly only: readonly string[] | null;
  /** Scenarios that have a result of this size already are left as they are. */
  readonly resume: boolean;
  /** Puts report and charts into `docs/benchmarks/`. */
  readonly write: boolean;
  /** Writes a processor profile of the gateway beside the results. */
  readonly profile: boolean;
  readonly seed: number;
  /** Unmeasured questions of the same kind directly before each measured one, for every program alike. */
  readonly warmUp: number;
}

export const USAGE = `npm run bench -- [options]
  --smoke            a question or two in each scenario, to see whether everything works
  --quick            the main question and one of each scenario, in some two minutes
  --full             every size, latency and program, within 22 minutes
  --only a,b         only these scenarios; results of the others are kept and reported
  --resume           only scenarios that have no result yet
  --write            report and charts go to docs/benchmarks/
  --profile          processor profile of the gateway
  --seed n           another seed for latencies and orders
  --warm-up n        unmeasured questions of the same kind directly before each measured one, for every program
                     alike; default 1; 0: each is measured after its rest`;

/** @throws for options that do not exist. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      smoke: { type: "boolean", default: false },
      quick: { type: "boolean", default: false },
      full: { type: "boolean", default: false },
      only: { type: "string" },
      resume: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
      profile: { type: "boolean", default: false },
      seed: { type: "string", default: "1" },
      "warm-up": { type: "string", default: "1" },
    },
  });
  const warmUp = Number(values["warm-up"]);
  if (!Number.isInteger(warmUp) || warmUp < 0) throw new Error("--warm-up takes a whole number, 0 or more.");
  return {
    warmUp,
    size: (["smoke", "quick", "full"] as const).find((size) => values[size]) ?? "normal",
    only: values.only === undefined ? null : values.only.split(",").map((name) => name.trim()),
    resume: values.resume,
    write: values.write,
    profile: values.profile,
    seed: Number(values.seed),
  };
}
