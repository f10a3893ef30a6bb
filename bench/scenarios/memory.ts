import type { Bench } from "../kit/bench.js";
import { sum } from "../kit/stats.js";
import type { GatewayContender } from "../peers/gateway.client.js";
import { isSame, mailboxes, rightDigest } from "../peers/question.js";
import { DEFAULT_SETTINGS } from "../upstream/settings.js";
import type { Finding, Outcome, Scenario } from "./scenario.js";

const MB = 1024 * 1024;
/** Dashboards asked at a time. */
const AT_ONCE = 4;
const MAILBOXES = 200;
const OF_A_DASHBOARD = 10;
const settings = { ...DEFAULT_SETTINGS, latency: { kind: "constant", ms: 1 }, events: 5 } as const;

/** A run that takes longer ends with the dashboards it has. */
const LONGEST_MS = 170_000;

/** Fewer dashboards than this only show how a process warms up. */
const ENOUGH = 5_000;

export const MEMORY: Scenario = {
  name: "memory",
  share: 0.05,
  about: `the gateway's memory after many different dashboards of ${OF_A_DASHBOARD} mailboxes with 5 events each`,
  async run(bench) {
    const most = bench.pick({ smoke: 4, quick: 200, normal: 2_000, full: 10_000 });
    const gateway = await bench.ownGateway(bench.upstream.url);
    try {
      return await measureMemory(bench, gateway, most);
    } finally {
      await gateway.end();
    }
  },
};

interface Sample {
  readonly dashboards: number;
  /** As the system sees the process, in MB, before anything is collected for the measurement. */
  readonly found: number;
  /** After full garbage collections, in MB. */
  readonly rss: number;
  readonly heap: number;
}

async function measureMemory(bench: Bench, gateway: GatewayContender, most: number): Promise<Outcome> {
  const boxes = mailboxes(MAILBOXES);
  await gateway.prepare(boxes);
  await bench.upstream.set(settings);
  const startedAt = performance.now();
  const isOver = () => performance.now() - startedAt > LONGEST_MS;
  let asked = 0;
  const samples: Sample[] = [];
  const sample = async () => {
    const found = (await gateway.usage()).rssBytes / MB;
    const { rssBytes, heapBytes } = await gateway.settledUsage();
    const one = { dashboards: asked, found, rss: rssBytes / MB, heap: heapBytes / MB };
    samples.push(one);
    return one;
  };
  const askUpTo = async (count: number, mayStop: () => boolean) => {
    while (asked < count && !mayStop()) {
      asked += 1;
      const first = (asked * OF_A_DASHBOARD) % (MAILBOXES - OF_A_DASHBOARD);
      const question = bench.question("week", mailboxes(OF_A_DASHBOARD, first));
      const { digest } = await gateway.ask(question);
      if (!isSame(digest(), rightDigest(question, settings.events))) throw new Error("wrong answer");
    }
  };
  const together = (count: number, mayStop: () => boolean) =>
    Promise.all(Array.from({ length: AT_ONCE }, () => askUpTo(count, mayStop)));

  const atStart = await sample();
  for (let tenth = 1; tenth <= 10 && !isOver(); tenth += 1) {
    await together((most * tenth) / 10, tenth === 1 ? () => false : isOver);
    await sample();
  }
  const early = samples[1] ?? atStart;
  const late = samples.at(-1) ?? early;
  await bench.countersFor("gateway");

  await bench.upstream.set({ ...settings, events: 25 });
  await gateway.ask(bench.question("week", boxes));
  const large = (await gateway.usage()).rssBytes / MB;
  const growth = late.rss / early.rss;
  const delivered = asked * OF_A_DASHBOARD * settings.events;
  const table = {
    title: "Memory of the gateway after so many dashboards, in MB",
    columns: ["dashboards", "resident as found", "resident, garbage collected", "held by JavaScript"],
    rows: samples.map(({ dashboards, found, rss, heap }) => [
      dashboards,
      Math.round(found),
      Math.round(rss),
      heap.toFixed(1),
    ]),
    notes: [
      `Resident, last / first after the start: ${growth.toFixed(2)}; then with an answer of 200 mailboxes × 25 events: ${Math.round(large)} MB.`,
      `Slope behind the first tenth, by least squares: ${slopeOf(samples.slice(1)).toFixed(2)} MB of JavaScript's memory for 1,000 dashboards; ${delivered.toLocaleString("en")} events delivered.`,
    ],
  };
  const findings: Finding[] = [
    { goal: "P26", where: "at 200 mailboxes", value: large, limit: 300, must: "most", unit: "MB" },
  ];
  if (asked >= ENOUGH) {
    const where = `memory after ${asked} dashboards / after ${most / 10}`;
    findings.push({ goal: "P26", where, value: growth, limit: 1.1, must: "most" });
  }
  return { tables: [table], findings };
}

/** Megabytes held by JavaScript for 1,000 dashboards more. */
function slopeOf(samples: readonly Sample[]): number {
  const meanX = sum(samples.map(({ dashboards }) => dashboards)) / samples.length;
  const meanY = sum(samples.map(({ heap }) => heap)) / samples.length;
  const above = sum(samples.map(({ dashboards, heap }) => (dashboards - meanX) * (heap - meanY)));
  return (above / sum(samples.map(({ dashboards }) => (dashboards - meanX) ** 2))) * 1_000;
}
