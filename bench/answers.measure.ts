import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { performance } from "node:perf_hooks";
import { SERVE_FLAGS } from "../scripts/serve-flags.js";
import { median, quantile } from "./kit/stats.js";

export const KINDS = ["gateway", "whole"] as const;
export type Kind = (typeof KINDS)[number];

const TINY = '{ organization(id: "org_01M00000000000000000000000") { name } }';
const LARGE = `{ organization(id: "org_01M00000000000000000000000") { mailboxes(first: 100) { nodes {
  calendarView(start: "2026-03-01T00:00:00Z", end: "2026-03-08T00:00:00Z", first: 1000) { nodes { id version subject
  isAllDay showAs location { displayName } organizer { name address } attendees { name address response }
  start { ... on Timed { instant timeZone } } end { ... on Timed { instant timeZone } } } } } } } }`;
/** Between two tiny queries, in milliseconds. */
const TINY_EVERY_MS = 5;
/** Between two reads of the slow client, of some 64 kB each. */
const READ_EVERY_MS = 2;

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
}

async function start(script: string, kind: Kind, mailboxes: number, events: number): Promise<Running> {
  const child = fork(script, [kind, String(mailboxes), String(events)], {
    execArgv: [...SERVE_FLAGS, "--expose-gc"],
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

export interface LargeAnswers {
  readonly kind: Kind;
  /** Of tiny queries, in milliseconds: alone, and while an answer of 5,000 events is made every second. */
  readonly aloneP99: number;
  readonly besideP50: number;
  readonly besideP99: number;
}

export interface LargeMemory {
  readonly kind: Kind;
  readonly answerBytes: number;
  /** The most of all moments, above what the process had before: resident, and held by JavaScript. */
  readonly residentBytes: number;
  readonly heldBytes: number;
}

/** Latencies of tiny queries at a steady pace, while large answers are made or not. */
async function tinyLatencies(
  server: Running,
  seconds: number,
  everyMs: number | undefined,
): Promise<{ p50: number; p99: number }> {
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
  return { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
}

/** @param script the compiled `answers.server.ts` */
export async function measureBlocking(
  script: string,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<readonly LargeAnswers[]> {
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
        alone.push((await tinyLatencies(server, seconds, undefined)).p99);
        const beside = await tinyLatencies(server, seconds, 1_000);
        p50.push(beside.p50);
        p99.push(beside.p99);
      }
    }
  } finally {
    for (const { child } of servers.values()) child.kill();
  }
  return found.map(({ kind, alone, p50, p99 }) => ({
    kind,
    aloneP99: median(alone),
    besideP50: median(p50),
    besideP99: median(p99),
  }));
}

/** One answer of 100,000 events, read slowly. */
export async function measureLargeMemory(script: string, kind: Kind): Promise<LargeMemory> {
  const server = await start(script, kind, 100, 1_000);
  try {
    server.child.send("start");
    await once(server.child, "message");
    const bytes = await read(await ask(server, LARGE), READ_EVERY_MS);
    server.child.send("stop");
    const [{ rss, held }] = (await once(server.child, "message")) as [{ rss: number; held: number }];
    return { kind, answerBytes: bytes, residentBytes: rss, heldBytes: held };
  } finally {
    server.child.kill();
  }
}
