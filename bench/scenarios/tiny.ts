import autocannon from "autocannon";
import type { Bench } from "../kit/bench.js";
import { post } from "../kit/post.js";
import { median, quantile } from "../kit/stats.js";
import type { PeerName } from "../peers/contender.js";
import { mailboxes } from "../peers/question.js";
import { DEFAULT_SETTINGS } from "../upstream/settings.js";
import type { Outcome, Scenario, Table } from "./scenario.js";

/** The floor answers a tiny question by the same code as bare node:http. */
const SERVERS: readonly PeerName[] = ["yoga", "mercurius", "bare", "gateway"];
const CONNECTIONS = 32;
/** Mailboxes with 25 events each whose answer is made beside the tiny questions. */
const LARGE = 200;

interface Tiny {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export const TINY: Scenario = {
  name: "tiny",
  share: 0.06,
  about: "a question that costs nothing, alone under load and while answers of 5,000 events are made",
  async run(bench): Promise<Outcome> {
    const load = await underLoad(bench);
    const blocked = await besideLarge(bench);
    return { tables: [...load.tables, ...blocked.tables], findings: [...load.findings, ...blocked.findings] };
  },
};

async function tinyOf(bench: Bench, name: PeerName): Promise<Tiny> {
  const headers = { "content-type": "application/json" };
  const contender = await bench.contender(name);
  if (name === "gateway") {
    const gateway = await bench.contender("gateway");
    const body = JSON.stringify({ query: "{ viewer { __typename } }" });
    return { url: gateway.url, headers: { ...headers, ...gateway.headers }, body };
  }
  const url = contender.url ?? "";
  if (name === "bare" || name === "floor")
    return { url: `${url}tiny`, headers, body: JSON.stringify({ query: "{ tiny }" }) };
  return { url, headers, body: JSON.stringify({ query: "{ __typename }" }) };
}

async function underLoad(bench: Bench): Promise<Outcome> {
  const [rounds, seconds] = bench.pick<readonly [number, number]>({
    smoke: [1, 1],
    quick: [1, 1],
    normal: [3, 2],
    full: [3, 2],
  });
  const figures = new Map<PeerName, { perSecond: number; p99: number }[]>(SERVERS.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of bench.shuffled(SERVERS)) {
      const tiny = await tinyOf(bench, name);
      const result = await autocannon({ ...tiny, method: "POST", connections: CONNECTIONS, duration: seconds });
      if (result.errors + result.non2xx > 0) throw new Error(`${name} failed ${result.errors + result.non2xx} times`);
      // The first round warms up.
      if (round > 0) figures.get(name)?.push({ perSecond: result.requests.average, p99: result.latency.p99 });
    }
  }
  const bare = figures.get("bare") ?? [];
  const shareOf = (name: PeerName) =>
    median((figures.get(name) ?? []).map(({ perSecond }, n) => perSecond / (bare[n]?.perSecond ?? Number.NaN)));
  const medianBy = (name: PeerName, of: "perSecond" | "p99") => median((figures.get(name) ?? []).map((one) => one[of]));
  const table: Table = {
    title: `A tiny question over ${CONNECTIONS} connections`,
    columns: ["program", "requests/s", "share of bare node:http", "p99, ms"],
    rows: SERVERS.map((name) => [
      name,
      Math.round(medianBy(name, "perSecond")),
      shareOf(name).toFixed(2),
      medianBy(name, "p99"),
    ]),
    notes: ["The gateway alone checks an API key and writes a log line for each request."],
  };
  const p99 = medianBy("gateway", "p99") / medianBy("bare", "p99");
  return {
    tables: [table],
    findings: [
      {
        goal: "P22",
        where: "requests/s / bare node:http, with authentication",
        value: shareOf("gateway"),
        limit: 0.2,
        must: "least",
      },
      { goal: "P22", where: "p99 / bare node:http", value: p99, limit: 4, must: "most" },
    ],
  };
}

/** One large answer a second, and a tiny question every few milliseconds. */
async function besideLarge(bench: Bench): Promise<Outcome> {
  const seconds = bench.pick({ smoke: 1, quick: 2, normal: 5, full: 8 });
  const boxes = mailboxes(LARGE);
  const p99s = new Map<PeerName, number>();
  for (const name of bench.shuffled(SERVERS)) {
    const contender = await bench.contender(name);
    await contender.prepare(boxes);
    await bench.upstream.set({ ...DEFAULT_SETTINGS, latency: { kind: "constant", ms: 80 } });
    await contender.ask(bench.question("week", boxes));
    const tiny = await tinyOf(bench, name);
    const pending: Promise<unknown>[] = [];
    const times: number[] = [];
    for (let tick = 0; tick < seconds * 100; tick += 1) {
      if (tick % 100 === 0) pending.push(contender.ask(bench.question("week", boxes)));
      pending.push(post(tiny.url, JSON.parse(tiny.body), tiny.headers).then(({ ms }) => times.push(ms)));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await Promise.all(pending);
    await bench.countersFor(name);
    p99s.set(name, quantile(times, 0.99));
  }
  return {
    tables: [
      {
        title: "A tiny question while answers of 5,000 events are made, one a second",
        columns: ["program", "p99, ms"],
        rows: SERVERS.map((name) => [name, Math.round(p99s.get(name) ?? Number.NaN)]),
      },
    ],
    findings: [
      { goal: "P15", where: "p99", value: p99s.get("gateway") ?? Number.NaN, limit: 50, must: "most", unit: "ms" },
    ],
  };
}
