/**
 * What an answer costs once its events are there: the gateway with events just read and with kept ones, bare node:http,
 * Mercurius with its JIT, graphql-yoga and Apollo Server as they come, for a large answer (20 mailboxes × 50 events × 12
 * members) and a tiny one, in interleaved rounds. Every answer is compared with bare node's. Prints JSON.
 *
 *     npx tsx bench/executors.ts [rounds] [seconds]
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import autocannon from "autocannon";
import { build } from "esbuild";
import { LARGE, TINY } from "./executors.data.js";

const NAMES = ["bare", "gateway-cold", "gateway-kept", "mercurius", "yoga", "apollo"] as const;
type Name = (typeof NAMES)[number];
const QUESTIONS = [
  { name: "large", query: LARGE, connections: 4 },
  { name: "tiny", query: TINY, connections: 32 },
] as const;
type Question = (typeof QUESTIONS)[number];

const [rounds = 5, seconds = 2] = process.argv.slice(2).map(Number);

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
}

interface Round {
  readonly perSecond: number;
  readonly cpuMs: number;
  readonly p99Ms: number;
}

/** As in `bench/http-edge.ts`: runners that compile on the fly would be measured too. */
async function compileServer(): Promise<string> {
  const outfile = fileURLToPath(new URL("../dist/bench/executors.server.mjs", import.meta.url));
  await build({
    entryPoints: [fileURLToPath(new URL("./executors.server.ts", import.meta.url))],
    tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)),
    ...{ outfile, bundle: true, packages: "external", platform: "node", format: "esm", target: "node20" },
  });
  return outfile;
}

async function start(script: string, name: Name): Promise<Running> {
  const child = fork(script, [name], { execArgv: [], env: { ...process.env, NODE_ENV: "production" } });
  const [port] = (await once(child, "message")) as [number];
  return { child, url: `http://127.0.0.1:${port}/graphql` };
}

const post = (query: string) => ({
  method: "POST" as const,
  headers: { "content-type": "application/json", authorization: "Bearer bench" },
  body: JSON.stringify({ query }),
});

async function answerOf({ url }: Running, query: string): Promise<unknown> {
  return ((await (await fetch(url, post(query))).json()) as { readonly data: unknown }).data;
}

async function cpuMsOf(child: ChildProcess): Promise<number> {
  child.send("cpu");
  const [{ user, system }] = (await once(child, "message")) as [NodeJS.CpuUsage];
  return (user + system) / 1_000;
}

async function measure({ child, url }: Running, { query, connections }: Question, duration: number): Promise<Round> {
  const before = await cpuMsOf(child);
  const result = await autocannon({ url, ...post(query), connections, duration });
  if (result.errors > 0 || result.non2xx > 0) throw new Error(`${url} failed ${result.errors + result.non2xx} times.`);
  const cpuMs = ((await cpuMsOf(child)) - before) / result.requests.total;
  return { perSecond: result.requests.average, cpuMs, p99Ms: result.latency.p99 };
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const rounded = (value: number) => Number(value.toPrecision(3));

const loadBefore = loadavg().map(rounded);
const servers = new Map<Name, Running>();
const results: Record<string, unknown>[] = [];
try {
  const script = await compileServer();
  for (const name of NAMES) servers.set(name, await start(script, name));
  for (const question of QUESTIONS) {
    const found = new Map<Name, Round[]>(NAMES.map((name) => [name, []]));
    const wanted = await answerOf(servers.get("bare") as Running, question.query);
    for (const [name, server] of servers) {
      const isRight = isDeepStrictEqual(await answerOf(server, question.query), wanted);
      if (!isRight) throw new Error(`${name} answers something else than bare node:http.`);
      await measure(server, question, 1);
    }
    for (let round = 0; round < rounds; round += 1) {
      const order = [...servers].map((entry) => ({ entry, key: Math.random() })).sort((a, b) => a.key - b.key);
      for (const { entry } of order) found.get(entry[0])?.push(await measure(entry[1], question, seconds));
    }
    const bare = found.get("bare") ?? [];
    for (const [server, measured] of found) {
      const ratio = (of: (round: Round) => number) =>
        rounded(median(measured.map((round, n) => of(round) / of(bare[n] as Round))));
      results.push({
        ...{ question: question.name, server, shareOfBare: ratio(({ perSecond }) => perSecond) },
        ...{ cpuTimesBare: ratio(({ cpuMs }) => cpuMs), cpuMs: rounded(median(measured.map(({ cpuMs }) => cpuMs))) },
        ...{ p99Ms: median(measured.map(({ p99Ms }) => p99Ms)) },
      });
    }
  }
} finally {
  for (const { child } of servers.values()) child.kill();
}
const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
console.log(
  JSON.stringify({ ...machine, loadBefore, loadAfter: loadavg().map(rounded), rounds, seconds, results }, null, 2),
);
