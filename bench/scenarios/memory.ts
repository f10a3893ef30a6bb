import { isSame, mailboxes, rightDigest } from "../peers/question.js";
import { DEFAULT_SETTINGS } from "../upstream/settings.js";
import type { Scenario } from "./scenario.js";

const MB = 1024 * 1024;
/** Dashboards asked at a time. */
const AT_ONCE = 4;

/** The gateway's memory after a tenth of the dashboards and after all of them. */
export const MEMORY: Scenario = {
  name: "memory",
  about: "the gateway's memory after many different dashboards of 10 mailboxes, 5 events each",
  async run(bench) {
    const count = bench.pick({ smoke: 4, quick: 150, normal: 1_500, full: 10_000 });
    const gateway = await bench.ownGateway(bench.upstream.url);
    try {
      const boxes = mailboxes(200);
      await gateway.prepare(boxes);
      const settings = { ...DEFAULT_SETTINGS, latency: { kind: "constant", ms: 1 }, events: 5 } as const;
      await bench.upstream.set(settings);
      const atStart = (await gateway.usage()).rssBytes / MB;
      let asked = 0;
      const askOne = async () => {
        const question = bench.question("week", mailboxes(10, (asked * 10) % 190));
        asked += 1;
        const { digest } = await gateway.ask(question);
        if (!isSame(digest, rightDigest(question, settings.events))) throw new Error("wrong answer");
      };
      const early = await rssAfter(gateway.usage, askOne, count / 10);
      const late = await rssAfter(gateway.usage, askOne, count - count / 10);
      const large = bench.question("week", boxes);
      await bench.upstream.set({ ...settings, events: 25 });
      await gateway.ask(large);
      const atLarge = (await gateway.usage()).rssBytes / MB;
      return {
        tables: [
          {
            title: "Resident memory of the gateway, in MB",
            columns: [
              "at start",
              `after ${count / 10} dashboards`,
              `after ${count}`,
              "growth",
              "after 200 mailboxes × 25 events",
            ],
            rows: [
              [Math.round(atStart), Math.round(early), Math.round(late), percent(late / early), Math.round(atLarge)],
            ],
          },
        ],
        findings: [
          {
            goal: "P26",
            where: `growth from ${count / 10} to ${count}`,
            value: late / early,
            limit: 1.1,
            must: "most",
          },
          { goal: "P26", where: "at 200 mailboxes", value: atLarge, limit: 300, must: "most", unit: "MB" },
        ],
      };
    } finally {
      await gateway.end();
    }
  },
};

async function rssAfter(
  usage: () => Promise<{ readonly rssBytes: number }>,
  askOne: () => Promise<void>,
  count: number,
): Promise<number> {
  let left = Math.round(count);
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      await askOne();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return (await usage()).rssBytes / MB;
}

function percent(ratio: number): string {
  return `${((ratio - 1) * 100).toFixed(0)} %`;
}
