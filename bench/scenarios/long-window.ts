import { boundMs } from "../kit/bound.js";
import { type Measured, measure } from "../kit/round.js";
import { median } from "../kit/stats.js";
import type { PeerName } from "../peers/contender.js";
import { mailboxes } from "../peers/question.js";
import { DEFAULT_SETTINGS } from "../upstream/settings.js";
import type { Scenario } from "./scenario.js";

const EVENTS = 900;
const PEERS: readonly PeerName[] = ["get-pool", "yoga", "mercurius", "bare", "gateway"];

export const LONG_WINDOW: Scenario = {
  name: "long-window",
  share: 0.01,
  about: "windows of 900 events: one page each, not a page after the other",
  async run(bench) {
    const rounds = bench.rounds({ smoke: 1, quick: 2, normal: 3, full: 5 });
    const settings = {
      ...DEFAULT_SETTINGS,
      seed: bench.seed,
      latency: { kind: "constant", ms: 80 },
      events: EVENTS,
    } as const;
    const results: Measured[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const question = bench.question("week", mailboxes(4));
      for (const name of bench.shuffled(PEERS)) {
        const result = await measure(bench, name, question, settings, boundMs(question, settings));
        if (round > 0) results.push(result);
      }
    }
    const of = (name: PeerName) => results.filter((one) => one.name === name);
    const gateway = of("gateway").map(({ counters, wrong }) => (wrong === null ? counters.inner : Number.NaN));
    return {
      tables: [
        {
          title: `4 mailboxes with ${EVENTS} events each, 80 ms`,
          columns: ["program", "× bound", "inner requests", "wrong"],
          rows: PEERS.map((name) => [
            name,
            median(of(name).map(({ ratio }) => ratio)).toFixed(2),
            median(of(name).map(({ counters }) => counters.inner)),
            of(name)
              .find(({ wrong }) => wrong !== null)
              ?.wrong?.slice(0, 80) ?? "",
          ]),
        },
      ],
      findings: [
        { goal: "P9", where: `4 windows of ${EVENTS} events`, value: Math.max(...gateway), limit: 4, must: "most" },
      ],
    };
  },
};
