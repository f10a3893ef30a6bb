/**
 * What large answers cost others: the latency of a tiny query while an answer of 5,000 events is made every second, and
 * the memory that one answer of 100,000 events takes while a slow client reads it. Rounds of both servers alternate.
 * Prints JSON.
 *
 *     npx tsx bench/answers.ts [rounds] [seconds]
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { cpus, loadavg } from "node:os";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const KINDS = ["gateway", "whole"] as const;
type Kind = (typeof KINDS)[number];
const [rounds = 3, seconds = 10] = process.argv.slice(2).map(Number);

const TINY = '{ organization(id: "org_01M00000000000000000000000") { name } }';
const LARGE = `{ organization(id: "org_01M00000000000000000000000") { mailboxes(first: 100) { nodes {
  calendarView(start: "2026-03-01T00:00:00Z", end: "2026-03-08T00:00:00Z", first: 1000) { nodes { id version subject
  isAllDay showAs location { displayName } organizer { name address } attendees { name address response }
  start { ... on Timed { instant timeZone } } end { ... on Timed { instant timeZone } } } } } } } }`;
/** Between two tiny queries, in milliseconds. */
const TINY_EVERY_MS = 5;
/** Between two reads of the slow client, of some 64 kB each. */
const READ_EVERY_MS = 2;

/** As in `bench/http-edge.ts`: runners that compile on the fly would be measured too. */
async function compileServer(): Promise<string> {
  const outfile = fileURLToPath(new URL("../dist/bench/answers.server.mjs", import.meta.url));
  await build({
    entryPoints: [fileURLToPath(new URL("./answers.server.ts", import.meta.url))],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)),
  });
  return outfile;
}

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
}

async function start(script: string, kind: Kind, mailboxes: number, events: number): Promise<Running> {
  const child = fork(script, [kind, String(mailboxes), String(events)], {
    execArgv: ["--expose-gc"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const [port] = (await once(child, "message")) as [number];
  return { child, url: `http://127.0.0.1:${port}/graphql` };
}

function ask({ url }: Running, query: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", authorization: "Bearer bench" };
    request(url, { method: "POST", headers }, resolve).on("error", reject).end(JSON.stringify({ query }));
  });
}

/** Reads an answer, with a pause after each part; gives its length and makes sure that it came whole. */
async function read(answer: IncomingMessage, pauseMs = 0): Promise<number> {
  let bytes = 0;
  let last = "";
  for await (const chunk of answer) {
    bytes += (chunk as Buffer).length;
    last = (last + (chunk as Buffer).toString()).slice(-40);
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  if (!last.endsWith("}\n")) throw new Error(`The answer ended with ${last}.`);
  return bytes;
}

const percentile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
const rounded = (value: number) => Number(value.toFixed(1));
const median = (values: readonly number[]) => rounded(percentile(values, 0.5));

/** Latencies of tiny queries at a steady pace, while large answers are made or not. */
async function tinyLatencies(server: Running, everyMs: number | undefined): Promise<{ p50: number; p99: number }> {
  const latencies: number[] = [];
  const pending: Promise<unknown>[] = [];
  const end = performance.now() + seconds * 1_000;
  let nextLarge = everyMs === undefined ? Number.POSITIVE_INFINITY : performance.now();
  while (performance.now() < end) {
    const startedAt = performance.now();
    if (startedAt >= nextLarge) {
      nextLarge += everyMs ?? 0;
      pending.push(ask(server, LARGE).then(read));
    }
    pending.push(
      ask(server, TINY)
        .then(read)
        .then(() => latencies.push(performance.now() - startedAt)),
    );
    await new Promise((resolve) => setTimeout(resolve, TINY_EVERY_MS));
  }
  await Promise.all(pending);
  return { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
}

async function blocking(script: string) {
  const servers = new Map<Kind, Running>();
  const found = KINDS.map((kind) => ({ kind, alone: [] as number[], p50: [] as number[], p99: [] as number[] }));
  try {
    for (const kind of KINDS) {
      const server = await start(script, kind, 10, 500);
      servers.set(kind, server);
      for (let n = 0; n < 10; n += 1) await read(await ask(server, LARGE));
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const { kind, alone, p50, p99 } of found) {
        const server = servers.get(kind);
        if (server === undefined) throw new Error(`${kind} does not run`);
        alone.push((await tinyLatencies(server, undefined)).p99);
        const beside = await tinyLatencies(server, 1_000);
        p50.push(beside.p50);
        p99.push(beside.p99);
      }
    }
  } finally {
    for (const { child } of servers.values()) child.kill();
  }
  return found.map(({ kind, alone, p50, p99 }) => ({
    server: kind,
    tinyAloneP99Ms: median(alone),
    tinyBesideP50Ms: median(p50),
    tinyBesideP99Ms: median(p99),
  }));
}

async function memoryOf(script: string, kind: Kind) {
  const server = await start(script, kind, 100, 1_000);
  try {
    server.child.send("start");
    await once(server.child, "message");
    const bytes = await read(await ask(server, LARGE), READ_EVERY_MS);
    server.child.send("stop");
    const [{ rss, held }] = (await once(server.child, "message")) as [{ rss: number; held: number }];
    const megabytes = (value: number) => rounded(value / 1_048_576);
    return { server: kind, answerMb: megabytes(bytes), peakRssMb: megabytes(rss), peakHeldMb: megabytes(held) };
  } finally {
    server.child.kill();
  }
}

const script = await compileServer();
const loadBefore = loadavg().map(rounded);
const memory = [];
for (const kind of KINDS) memory.push(await memoryOf(script, kind));
const latency = await blocking(script);
const machine = {
  node: process.version,
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  loadBefore,
  loadAfter: loadavg().map(rounded),
};
console.log(JSON.stringify({ machine, rounds, seconds, latency, memory }, null, 2));
