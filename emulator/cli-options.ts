import { parseArgs } from "node:util";
import type { LatencySettings, RouteLatency } from "./core/latency.js";
import { assertSeed, type Seed } from "./seed/seed-store.js";

const DEFAULT_PORT = 4100;
const DEFAULT_SEED = 1;
const DEFAULT_USERS = 50;

/** What the command line asks for. */
export interface CliOptions {
  readonly port: number;
  /** File that the certificate to trust is written to; undefined for plain http. */
  readonly https: string | undefined;
  /** Undefined for the demo, or for what the scenario names. */
  readonly seed: Seed | undefined;
  readonly scenario: string | undefined;
  readonly state: string | undefined;
  readonly latency: Partial<LatencySettings>;
  readonly help: boolean;
}

export const USAGE = `Usage: npm run emulator -- [options]
  -p, --port N          port on 127.0.0.1; default ${DEFAULT_PORT} or EMULATOR_PORT, 0 for any free one
      --https FILE      serves https and writes the certificate to trust to the file
      --seed N          adds an invented organization, the same for the same number; default ${DEFAULT_SEED} with --users
      --users N         how many people it has, up to 10000; default ${DEFAULT_USERS} with --seed
      --scenario FILE   tenants, people, calendars, faults and settings from a YAML or JSON file
      --state FILE      loads the state at start if the file is there, saves it at the end
      --latency TIMES   milliseconds of each Graph request: 40, or 40~0.5 with a lognormal spread;
                        for a route "*/calendarView=200~0.3"; may be repeated
      --latency-seed N  the same number spreads the same requests in the same way
  -h, --help            this text`;

/** Reads the command line. Throws an `Error` with a sentence for whatever is wrong. */
export function readCliOptions(args: readonly string[], portOfEnvironment: string | undefined): CliOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: "string", short: "p" },
      https: { type: "string" },
      seed: { type: "string" },
      users: { type: "string" },
      scenario: { type: "string" },
      state: { type: "string" },
      latency: { type: "string", multiple: true },
      "latency-seed": { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  return {
    port: portOf(values.port ?? portOfEnvironment),
    https: values.https,
    seed: seedOf(values.seed, values.users),
    scenario: values.scenario,
    state: values.state,
    latency: latencyOf(values.latency ?? [], values["latency-seed"]),
    help: values.help,
  };
}

function portOf(text: string | undefined): number {
  if (text === undefined || text === "") return DEFAULT_PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`"${text}" is no port; use 0 to 65535.`);
  return port;
}

function seedOf(seed: string | undefined, users: string | undefined): Seed | undefined {
  if (seed === undefined && users === undefined) return undefined;
  const wanted = {
    seed: wholeNumber(seed ?? String(DEFAULT_SEED), "--seed"),
    users: wholeNumber(users ?? String(DEFAULT_USERS), "--users"),
  };
  assertSeed(wanted);
  return wanted;
}

function wholeNumber(text: string, option: string): number {
  const number = Number(text);
  if (text.trim() === "" || !Number.isInteger(number)) throw new Error(`"${text}" is no whole number for ${option}.`);
  return number;
}

function latencyOf(texts: readonly string[], seed: string | undefined): Partial<LatencySettings> {
  const routes: RouteLatency[] = [];
  let general: Partial<LatencySettings> = {};
  for (const text of texts) {
    const [, path, ms, sigma] = /^(?:(.+)=)?(\d+(?:\.\d+)?)(?:~(\d+(?:\.\d+)?))?$/.exec(text) ?? [];
    if (ms === undefined) throw new Error(`"${text}" is no latency; use 40, 40~0.5 or "*/calendarView=200~0.3".`);
    if (path !== undefined) {
      routes.push({ path, ms: Number(ms), ...(sigma === undefined ? {} : { sigma: Number(sigma) }) });
    } else {
      general = { graphMs: Number(ms), ...(sigma === undefined ? {} : { jitterSigma: Number(sigma) }) };
    }
  }
  return {
    ...general,
    ...(routes.length === 0 ? {} : { routes }),
    ...(seed === undefined ? {} : { seed: wholeNumber(seed, "--latency-seed") }),
  };
}
