import { type Executor, type ExecutorFigures, measureExecutors, QUESTIONS } from "../executors.measure.js";
import type { Finding, Scenario } from "./scenario.js";

const TITLES: Readonly<Record<Executor, string>> = {
  bare: "bare node:http, `JSON.stringify`",
  "gateway-cold": "**the gateway, events just read**",
  "gateway-kept": "**the gateway, kept events**",
  mercurius: "Mercurius, JIT",
  yoga: "graphql-yoga",
  apollo: "Apollo Server as it comes",
};

export const EXECUTORS: Scenario = {
  name: "executors",
  share: 0.03,
  about: "a large answer whose events are there already: 20 mailboxes × 50 events × 12 members, 4 connections",
  async run(bench) {
    const [rounds, seconds] = bench.pick<readonly [number, number]>({
      smoke: [1, 1],
      quick: [1, 1],
      normal: [2, 1],
      full: [4, 1],
    });
    const figures = await measureExecutors({
      script: bench.compiled.executors,
      rounds: bench.rounds({ smoke: rounds, quick: rounds, normal: rounds, full: rounds }),
      seconds,
      questions: QUESTIONS.filter(({ name }) => name === "large"),
      shuffled: (items) => bench.shuffled(items),
    });
    return {
      tables: [
        {
          title: "A large answer behind the gateway's edge, without Microsoft and without keys",
          columns: ["server", "share of bare", "processor × bare", "processor, ms", "p99, ms"],
          rows: figures.map(({ server, shareOfBare, cpuTimesBare, cpuMs, p99Ms }) => [
            TITLES[server],
            shareOfBare.toFixed(2),
            cpuTimesBare.toFixed(2),
            cpuMs.toFixed(1),
            Math.round(p99Ms),
          ]),
          notes: ["Every server's answer is equal to that of bare node:http."],
        },
      ],
      findings: findingsOf(figures),
    };
  },
};

function findingsOf(figures: readonly ExecutorFigures[]): Finding[] {
  const of = (server: Executor, figure: "shareOfBare" | "cpuTimesBare") =>
    figures.find((one) => one.server === server)?.[figure] ?? Number.NaN;
  const [share, cpu] = ["requests/s / bare node:http", "processor time / bare node:http"];
  return [
    { goal: "P20", where: share, value: of("gateway-cold", "shareOfBare"), limit: 0.6, must: "least" },
    { goal: "P20", where: cpu, value: of("gateway-cold", "cpuTimesBare"), limit: 1.8, must: "most" },
    { goal: "P21", where: share, value: of("gateway-kept", "shareOfBare"), limit: 1, must: "least" },
  ];
}
