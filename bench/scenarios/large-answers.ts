import { KINDS, type Kind, type LargeMemory, measureBlocking, measureLargeMemory } from "../answers.measure.js";
import type { Scenario } from "./scenario.js";

const MB = 1024 * 1024;
const TITLES: Readonly<Record<Kind, string>> = { gateway: "**the gateway**", whole: "Apollo Server as it comes" };

export const LARGE_ANSWERS: Scenario = {
  name: "large-answers",
  share: 0.035,
  about: "what large answers cost others, and what one of 100,000 events takes; the events lie in memory",
  async run(bench) {
    const script = bench.compiled.answers;
    const kinds = bench.pick<readonly Kind[]>({ smoke: ["gateway"], quick: ["gateway"], normal: KINDS, full: KINDS });
    const memory: LargeMemory[] = [];
    for (const kind of kinds) memory.push(await measureLargeMemory(script, kind));
    const [rounds, seconds] = [
      bench.rounds({ smoke: 1, quick: 1, normal: 1, full: 2 }),
      bench.pick({ smoke: 1, quick: 2, normal: 3, full: 4 }),
    ];
    const latencies = await measureBlocking(script, { rounds, seconds });
    const p99 = latencies.find(({ kind }) => kind === "gateway")?.besideP99 ?? Number.NaN;
    return {
      tables: [
        {
          title: "A tiny question every 5 ms, alone and while an answer of 5,000 events is made every second, in ms",
          columns: ["server", "alone, p99", "beside, p50", "beside, p99"],
          rows: latencies.map(({ kind, aloneP99, besideP50, besideP99 }) => [
            TITLES[kind],
            aloneP99.toFixed(1),
            besideP50.toFixed(1),
            besideP99.toFixed(1),
          ]),
          notes: [
            "Both have the same resolvers, limits and HTTP edge. A p99 under load is mostly that of the machine.",
          ],
        },
        {
          title: "One answer of 100,000 events, read slowly: the most memory, above what the process had before, in MB",
          columns: ["server", "answer", "resident", "held by JavaScript"],
          rows: memory.map(({ kind, answerBytes, residentBytes, heldBytes }) => [
            TITLES[kind],
            ...[answerBytes, residentBytes, heldBytes].map((bytes) => Math.round(bytes / MB)),
          ]),
        },
      ],
      findings: [{ goal: "P15", where: "p99, events in memory", value: p99, limit: 50, must: "most", unit: "ms" }],
    };
  },
};
