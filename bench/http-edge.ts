/**
 * What the HTTP edge costs, for a query that costs nothing: bare node:http, Apollo behind a minimal handler, the edge,
 * the edge with all limits, the edge as the gateway sets it up with loaders and operation log, and Apollo's standalone
 * server, in interleaved rounds. Prints JSON.
 *
 *     npx tsx bench/http-edge.ts [rounds] [seconds]
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import { build } from "esbuild";
import { SERVE_FLAGS } from "../scripts/serve-flags.js";

const NAMES = ["bare", "minimal", "edge", "edge-limits", "gateway", "standalone"] as const;
type Name = (typeof NAMES)[number];

const CONNECTIONS = 32;
const [rounds = 7, seconds = 3] = process.argv.slice(2).map(Number);

interface Round {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor time of the server, which other work on the machine changes less than its speed. */
  readonly cpuUs: number;
}

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
}

/**
 * The servers as plain JavaScript: runners that compile on the fly wrap every inner function to keep its name, which
 * costs the edge a third of its speed and Apollo's compiled package nothing.
 */
async function compileServer(): Promise<string> {
  const outfile = fileURLToPath(new URL("../dist/bench/http-edge.server.mjs", import.meta.url));
  await build({
    entryPoints: [fileURLToPath(new URL("./http-edge.server.ts", import.meta.url))],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
  });
  return outfile;
}

async function startServer(script: string, name: Name): Promise<Running> {
  const child = fork(script, [name], { execArgv: [...SERVE_FLAGS], env: { ...process.env, NODE_ENV: "production" } });
  const [port] = (await once(child, "message")) as [number];
  return { child, url: `http://127.0.0.1:${port}/graphql` };
}

/** Processor time that a server has used so far. */
async function cpuUsOf(child: ChildProcess): Promise<number> {
  child.send("cpu");
  const [{ user, system }] = (await once(child, "message")) as [NodeJS.CpuUsage];
  return user + system;
}

async function measure({ child, url }: Running, duration: number): Promise<Round> {
  const cpuBefore = await cpuUsOf(child);
  const result = await autocannon({
    url,
    method: "POST",
    headers: { "content-type": "application/json", authorization: "Bearer bench" },
    body: JSON.stringify({ query: "{ organization { name } }" }),
    connections: CONNECTIONS,
    duration,
  });
  if (result.errors > 0 || result.non2xx > 0) throw new Error(`${url} failed ${result.errors + result.non2xx} times.`);
  return {
    requestsPerSecond: result.requests.average,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    cpuUs: ((await cpuUsOf(child)) - cpuBefore) / result.requests.total,
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return sorted.length % 2 === 1 ? middle : (middle + (sorted[sorted.length / 2 - 1] ?? Number.NaN)) / 2;
}

/** A random order: whoever goes first in a round has the cooler processor. */
function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, key: Math.random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

const servers = new Map<Name, Running>();
const results = new Map<Name, Round[]>(NAMES.map((name) => [name, []]));
try {
  const script = await compileServer();
  for (const name of NAMES) servers.set(name, await startServer(script, name));
  for (const server of servers.values()) await measure(server, 1);
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, server] of shuffled([...servers])) results.get(name)?.push(await measure(server, seconds));
  }
} finally {
  for (const { child } of servers.values()) child.kill();
}

const bare = results.get("bare") ?? [];
const summary = [...results].map(([name, measured]) => {
  const pick = (of: (round: Round) => number) => Number(median(measured.map(of)).toFixed(2));
  const shares = measured.map((round, i) => round.requestsPerSecond / (bare[i]?.requestsPerSecond ?? Number.NaN));
  return {
    server: name,
    requestsPerSecond: Math.round(pick((round) => round.requestsPerSecond)),
    shareOfBare: Number(median(shares).toFixed(3)),
    p50Ms: pick((round) => round.p50Ms),
    p99Ms: pick((round) => round.p99Ms),
    cpuUs: pick((round) => round.cpuUs),
  };
});
const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
console.log(JSON.stringify({ machine, connections: CONNECTIONS, rounds, seconds, servers: summary }, null, 2));
