import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { isDeepStrictEqual } from "node:util";
import autocannon from "autocannon";
import { SERVE_FLAGS } from "../scripts/serve-flags.js";
import { LARGE, TINY } from "./executors.data.js";
import { median } from "./kit/stats.js";

export const EXECUTORS = ["bare", "gateway-cold", "gateway-kept", "mercurius", "yoga", "apollo"] as const;
export type Executor = (typeof EXECUTORS)[number];
export const QUESTIONS = [
  { name: "large", query: LARGE, connections: 4 },
  { name: "tiny", query: TINY, connections: 32 },
] as const;
type Question = (typeof QUESTIONS)[number];

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
}

interface Round {
  readonly perSecond: number;
  readonly cpuMs: number;
  readonly p99Ms: number;
}

async function start(script: string, name: Executor): Promise<Running> {
  const child = fork(script, [name], { execArgv: [...SERVE_FLAGS], env: { ...process.env, NODE_ENV: "production" } });
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

/** Medians over the rounds; shares are taken within each round. */
export interface ExecutorFigures {
  readonly question: Question["name"];
  readonly server: Executor;
  /** Requests a second as a share of bare node:http's. */
  readonly shareOfBare: number;
  readonly cpuTimesBare: number;
  readonly cpuMs: number;
  readonly p99Ms: number;
}

export interface ExecutorOptions {
  /** The compiled `executors.server.ts`. */
  readonly script: string;
  readonly rounds: number;
  readonly seconds: number;
  readonly questions: readonly Question[];
  shuffled<T>(items: readonly T[]): T[];
}

/** Interleaved rounds of all servers, each of which first has to answer as bare node:http does. */
export async function measureExecutors(options: ExecutorOptions): Promise<readonly ExecutorFigures[]> {
  const servers = new Map<Executor, Running>();
  try {
    for (const name of EXECUTORS) servers.set(name, await start(options.script, name));
    const figures: ExecutorFigures[] = [];
    for (const question of options.questions) figures.push(...(await measureQuestion(servers, question, options)));
    return figures;
  } finally {
    for (const { child } of servers.values()) child.kill();
  }
}

async function measureQuestion(
  servers: ReadonlyMap<Executor, Running>,
  question: Question,
  { rounds, seconds, shuffled }: ExecutorOptions,
): Promise<ExecutorFigures[]> {
  const found = new Map<Executor, Round[]>(EXECUTORS.map((name) => [name, []]));
  const wanted = await answerOf(servers.get("bare") as Running, question.query);
  for (const [name, server] of servers) {
    const isRight = isDeepStrictEqual(await answerOf(server, question.query), wanted);
    if (!isRight) throw new Error(`${name} answers something else than bare node:http.`);
    await measure(server, question, 1);
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, server] of shuffled([...servers]))
      found.get(name)?.push(await measure(server, question, seconds));
  }
  const bare = found.get("bare") ?? [];
  return [...found].map(([server, measured]) => {
    const ratio = (of: (round: Round) => number) =>
      median(measured.map((round, n) => of(round) / of(bare[n] as Round)));
    return {
      question: question.name,
      server,
      shareOfBare: ratio(({ perSecond }) => perSecond),
      cpuTimesBare: ratio(({ cpuMs }) => cpuMs),
      cpuMs: median(measured.map(({ cpuMs }) => cpuMs)),
      p99Ms: median(measured.map(({ p99Ms }) => p99Ms)),
    };
  });
}
