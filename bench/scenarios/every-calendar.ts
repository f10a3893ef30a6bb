import { PEER_NAMES, type PeerName } from "../peers/contender.js";
import { CALENDARS } from "../upstream/settings.js";
import {
  type Cell,
  type CellResult,
  medianOf,
  medianShare,
  ratioTable,
  runCell,
  titleOf,
  upstreamTable,
} from "./questions.js";
import type { Chart, Finding, Scenario } from "./scenario.js";

/** A list and a view of each calendar. */
const REQUESTS = 1 + CALENDARS.length;

export const EVERY_CALENDAR: Scenario = {
  name: "every-calendar",
  share: 0.17,
  about: "the list of calendars and then this week of each of the six, for M mailboxes",
  async run(bench) {
    const [both, one] = [["lognormal", "constant"], ["lognormal"]] as const;
    const kinds = bench.pick<readonly ("lognormal" | "constant")[]>({
      smoke: one,
      quick: one,
      normal: both,
      full: both,
    });
    const counts = bench.pick({ smoke: [4], quick: [20], normal: [20, 50], full: [20, 50] });
    const rounds = bench.rounds({ smoke: 1, quick: 2, normal: 3, full: 5 });
    // One after another, 140 requests of 80 ms would take a tenth of a quick run.
    const quick = PEER_NAMES.filter((name) => name !== "sdk-sequential");
    const peers = bench.pick<readonly PeerName[]>({ smoke: PEER_NAMES, quick, normal: PEER_NAMES, full: PEER_NAMES });
    const cells: CellResult[] = [];
    for (const kind of kinds) {
      for (const count of counts) {
        const cell: Cell = {
          kind: "every-calendar",
          mailboxes: count,
          latency: { kind, ms: 80 },
          rounds: kind === "lognormal" ? rounds : Math.min(rounds, 2),
          peers,
          limitMs: bench.share(EVERY_CALENDAR.share) / (kinds.length * counts.length),
        };
        cells.push(await runCell(bench, cell));
      }
    }
    const varied = cells.filter(({ latency }) => latency.kind === "lognormal");
    const same = cells.filter(({ latency }) => latency.kind === "constant");
    const title = "Every calendar of M mailboxes";
    return {
      tables: [
        ratioTable(`${title}, latencies vary (lognormal, σ 0.4): time / bound`, varied),
        ...(same.length > 0 ? [ratioTable(`${title}, every latency is the same: time / bound`, same)] : []),
        upstreamTable("What reached the stand-in", cells),
      ],
      findings: cells.flatMap(findingsOf),
      charts: [refusalChart(varied)],
    };
  },
};

function findingsOf(cell: CellResult): Finding[] {
  const base = { must: "most", where: `${titleOf(cell)} ${cell.latency.kind}` } as const;
  const inner = medianOf(cell, "gateway", ({ counters }) => counters.inner);
  const counted: Finding = { ...base, goal: "P5", value: inner, limit: cell.mailboxes * REQUESTS };
  if (cell.latency.kind === "constant") return [counted];
  return [
    counted,
    {
      ...base,
      goal: "P4",
      value: medianOf(cell, "gateway", (one) => one.ratio),
      limit: 1.07,
      floor: medianOf(cell, "floor", (one) => one.ratio),
      bare: medianOf(cell, "bare", (one) => one.ratio),
    },
    {
      ...base,
      goal: "P4",
      where: `${base.where}, as a multiple of hand-written GETs`,
      value: medianShare(cell, "gateway", "get-pool"),
      limit: 1.04,
      floor: medianShare(cell, "floor", "get-pool"),
      bare: medianShare(cell, "bare", "get-pool"),
    },
  ];
}

function refusalChart(cells: readonly CellResult[]): Chart {
  return {
    file: "refusals-every-calendar.svg",
    title: "Every calendar of M mailboxes: answers 429 for more than four requests at once",
    kind: "bar",
    xName: "mailboxes",
    yName: "answers 429",
    isLog: false,
    series: PEER_NAMES.map((name) => ({
      name,
      points: cells.map((cell) => ({
        x: `M ${cell.mailboxes}`,
        y: medianOf(cell, name, ({ counters }) => counters.crowded),
      })),
    })),
  };
}
