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
}

export const USAGE = `npm run bench -- [options]
  --smoke            a question or two in each scenario, to see whether everything works
  --quick            the main question and one of each scenario, under two minutes
  --full             every size, latency and program, within fifteen minutes
  --only a,b         only these scenarios; results of the others are kept and reported
  --resume           only scenarios that have no result yet
  --write            report and charts go to docs/benchmarks/
  --profile          processor profile of the gateway
  --seed n           another seed for latencies and orders`;

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
    },
  });
  return {
    size: (["smoke", "quick", "full"] as const).find((size) => values[size]) ?? "normal",
    only: values.only === undefined ? null : values.only.split(",").map((name) => name.trim()),
    resume: values.resume,
    write: values.write,
    profile: values.profile,
    seed: Number(values.seed),
  };
}
