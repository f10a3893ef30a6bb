import type { Bench } from "../kit/bench.js";
import { median } from "../kit/stats.js";
import { mailbox, mailboxes, type Question } from "../peers/question.js";
import { DEFAULT_SETTINGS, PLACES } from "../upstream/settings.js";
import { type Client, CROWD_PEERS, type CrowdResult, crowdTable, quantileMs, runCrowd, slowestMs } from "./crowd.js";
import type { Chart, Finding, Outcome, Scenario, Table } from "./scenario.js";

const L = 80;
const settings = { ...DEFAULT_SETTINGS, latency: { kind: "constant", ms: L } } as const;

/** Some clients with one question each. */
const each = (questions: readonly Question[], group?: string): Client[] =>
  questions.map((question) => ({ questions: [question], ...(group !== undefined && { group }) }));

interface Crowd {
  readonly name: string;
  readonly title: string;
  readonly bestMs: number;
  readonly bestInner: number;
  clients(bench: Bench): readonly Client[];
  findings(gateway: Measured, floor: Measured): readonly Finding[];
}

/** What one program did, and what one dashboard took it when nobody else asked, in milliseconds. */
interface Measured {
  readonly results: readonly CrowdResult[];
  readonly alone: number;
}

const most = (goal: Finding["goal"], where: string, value: number, limit: number, floor?: number): Finding => ({
  goal,
  where,
  value,
  limit,
  must: "most",
  ...(floor !== undefined && { floor }),
});
const worst = (results: readonly CrowdResult[], of: (result: CrowdResult) => number) => Math.max(...results.map(of));

const slowest = (results: readonly CrowdResult[], group: string) => median(results.map((one) => slowestMs(one, group)));

const CROWDS: readonly Crowd[] = [
  {
    name: "coalesce",
    title: "10 clients ask the same 20 mailboxes at once",
    bestMs: L,
    bestInner: 20,
    clients: (bench) => {
      const question = bench.question("week", mailboxes(20));
      return each(Array.from({ length: 10 }, () => question));
    },
    findings: ({ results, alone }, floor) => [
      most(
        "P10",
        "coalesce: inner requests",
        worst(results, ({ counters }) => counters.inner),
        20,
      ),
      most(
        "P10",
        "coalesce: time / time of one dashboard",
        median(results.map(({ ms }) => ms)) / alone,
        1.5,
        median(floor.results.map(({ ms }) => ms)) / floor.alone,
      ),
    ],
  },
  {
    name: "overlap",
    title: "10 clients ask 20 of 65 mailboxes each",
    bestMs: L,
    bestInner: 65,
    clients: (bench) => {
      const { start, end } = bench.newWeek();
      const ask = (n: number): Question => ({ kind: "week", mailboxes: mailboxes(20, n * 5), start, end });
      return each(Array.from({ length: 10 }, (_, n) => ask(n)));
    },
    findings: ({ results }) => [
      most(
        "P11",
        "overlap: inner requests",
        worst(results, ({ counters }) => counters.inner),
        65,
      ),
    ],
  },
  {
    name: "hot",
    title: "40 weeks of one mailbox at once, and a quiet mailbox beside it",
    bestMs: (40 / PLACES) * L,
    bestInner: 41,
    clients: (bench) => [
      ...each(
        Array.from({ length: 40 }, () => bench.question("week", [mailbox(0)])),
        "hot",
      ),
      ...each([bench.question("week", [mailbox(1)])], "quiet"),
    ],
    findings: ({ results }, floor) => [
      most(
        "P12",
        "hot: time / ten latencies",
        slowest(results, "hot") / (10 * L),
        1.07,
        slowest(floor.results, "hot") / (10 * L),
      ),
      most(
        "P12",
        "hot: failed questions",
        worst(results, ({ failed }) => failed),
        0,
      ),
      most(
        "P13",
        "hotfair: quiet mailbox / its latency",
        slowest(results, "quiet") / L,
        1.05,
        slowest(floor.results, "quiet") / L,
      ),
    ],
  },
];

/** 200 clients over 500 mailboxes, each with a few dashboards of ten, while others hammer one mailbox. */
function mixedClients(bench: Bench): readonly Client[] {
  const count = bench.pick({ smoke: 4, quick: 30, normal: 120, full: 200 });
  const others = Array.from({ length: count }, (_, n) => ({
    group: "dashboard",
    questions: [0, 1, 2].map((round) => bench.question("week", mailboxes(10, 1 + ((n * 7 + round * 131) % 490)))),
  }));
  const hammering = Array.from({ length: 8 }, () => ({
    group: "hammer",
    questions: Array.from({ length: 6 }, () => bench.question("week", [mailbox(0)])),
  }));
  return [...others, ...hammering];
}

export const CROWDS_SCENARIO: Scenario = {
  name: "crowds",
  share: 0.085,
  about: "several clients at once: equal and overlapping dashboards, one mailbox asked by all, a mixed load",
  async run(bench): Promise<Outcome> {
    const rounds = bench.rounds({ smoke: 1, quick: 1, normal: 2, full: 3 });
    const tables: Table[] = [];
    const findings: Finding[] = [];
    const refusals = new Map<string, { x: string; y: number }[]>(CROWD_PEERS.map((name) => [name, []]));
    for (const crowd of CROWDS) {
      const results = new Map<string, CrowdResult[]>(CROWD_PEERS.map((name) => [name, []]));
      const alone = { gateway: [] as number[], floor: [] as number[] };
      for (let round = 0; round < rounds; round += 1) {
        for (const name of bench.shuffled(CROWD_PEERS)) {
          results.get(name)?.push(await runCrowd(bench, name, crowd.clients(bench), settings));
        }
        for (const name of ["gateway", "floor"] as const) {
          const one = each([bench.question("week", mailboxes(20))]);
          alone[name].push((await runCrowd(bench, name, one, settings)).ms);
        }
      }
      const middle = CROWD_PEERS.map((name) => middleOf(results.get(name) ?? []));
      tables.push(crowdTable(crowd.title, middle, crowd.bestMs, crowd.bestInner));
      const of = (name: keyof typeof alone) => ({ results: results.get(name) ?? [], alone: median(alone[name]) });
      findings.push(...crowd.findings(of("gateway"), of("floor")));
      for (const result of middle) refusals.get(result.name)?.push({ x: crowd.name, y: result.counters.crowded });
    }
    tables.push(await mixed(bench));
    return { tables, findings, charts: [refusalChart(refusals)] };
  },
};

async function mixed(bench: Bench): Promise<Table> {
  const varied = { ...settings, seed: bench.seed, latency: { kind: "lognormal", ms: L } } as const;
  const results: CrowdResult[] = [];
  for (const name of bench.shuffled(CROWD_PEERS)) {
    results.push(await runCrowd(bench, name, mixedClients(bench), varied));
  }
  return {
    title: "Mixed load: clients with three dashboards of ten out of 500 mailboxes, while one mailbox is hammered",
    columns: ["program", "all, ms", "dashboard p50", "dashboard p99", "inner", "429 caused", "failed"],
    rows: results.map((one) => [
      one.name,
      Math.round(one.ms),
      Math.round(quantileMs(one, 0.5, "dashboard")),
      Math.round(quantileMs(one, 0.99, "dashboard")),
      one.counters.inner,
      one.counters.crowded,
      one.failed,
    ]),
  };
}

/** The round whose time is the median. */
function middleOf(results: readonly CrowdResult[]): CrowdResult {
  const sorted = [...results].sort((a, b) => a.ms - b.ms);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (!middle) throw new Error("no round was run");
  return middle;
}

function refusalChart(refusals: ReadonlyMap<string, readonly { x: string; y: number }[]>): Chart {
  return {
    file: "refusals-crowds.svg",
    title: "Several clients at once: answers 429 for more than four requests at once",
    kind: "bar",
    xName: "scenario",
    yName: "answers 429",
    isLog: false,
    series: [...refusals].map(([name, points]) => ({ name, points })),
  };
}
