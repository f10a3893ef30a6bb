import type { Bench } from "../kit/bench.js";
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

/** Fewer dashboards than this only show how a process warms up. */
const ENOUGH = 5_000;

export const MEMORY: Scenario = {
  name: "memory",
  share: 0.1,
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

async function measureMemory(bench: Bench, gateway: GatewayContender, most: number): Promise<Outcome> {
  const rssMb = async () => (await gateway.usage()).rssBytes / MB;
  const boxes = mailboxes(MAILBOXES);
  await gateway.prepare(boxes);
  await bench.upstream.set(settings);
  const startedAt = performance.now();
  const isOver = () => performance.now() - startedAt > bench.share(MEMORY.share);
  let asked = 0;
  const askUpTo = async (count: number, mayStop: () => boolean) => {
    while (asked < count && !mayStop()) {
      asked += 1;
      const first = (asked * OF_A_DASHBOARD) % (MAILBOXES - OF_A_DASHBOARD);
      const question = bench.question("week", mailboxes(OF_A_DASHBOARD, first));
      const { digest } = await gateway.ask(question);
      if (!isSame(digest, rightDigest(question, settings.events))) throw new Error("wrong answer");
    }
  };
  const together = (count: number, mayStop: () => boolean) =>
    Promise.all(Array.from({ length: AT_ONCE }, () => askUpTo(count, mayStop)));

  const atStart = await rssMb();
  await together(most / 10, () => false);
  const early = await rssMb();
  await together(most, isOver);
  const late = await rssMb();
  await bench.countersFor("gateway");

  await bench.upstream.set({ ...settings, events: 25 });
  await gateway.ask(bench.question("week", boxes));
  const large = await rssMb();
  const growth = late / early;
  const delivered = asked * OF_A_DASHBOARD * settings.events;
  const table = {
    title: "Resident memory of the gateway, in MB",
    columns: ["at start", `${most / 10} dashboards`, `${asked} dashboards`, "ratio", "then 200 mailboxes × 25 events"],
    rows: [[...[atStart, early, late].map(Math.round), growth.toFixed(2), Math.round(large)]],
    notes: [
      `${delivered.toLocaleString("en")} events delivered; ${(((late - early) * 100_000) / (delivered * 0.9)).toFixed(1)} MB more for 100,000.`,
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
