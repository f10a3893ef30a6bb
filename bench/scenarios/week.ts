import type { Bench } from "../kit/bench.js";
import type { Size } from "../kit/options.js";
import { PEER_NAMES, type PeerName } from "../peers/contender.js";
import type { LatencyModel } from "../upstream/settings.js";
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
import type { Chart, Finding, Outcome, Scenario } from "./scenario.js";

type Setting = readonly [ms: number, mailboxes: number];

/** Latencies and mailboxes by size of the run. */
function settingsOf(bench: Bench, kind: LatencyModel["kind"]): readonly Setting[] {
  const every = [20, 80, 200].flatMap((ms) => [1, 20, 50, 200].map((count): Setting => [ms, count]));
  const main: Setting[] = [
    [80, 20],
    [80, 50],
  ];
  const some: Setting[] = [...main, [20, 50], [80, 200]];
  const logn = bench.pick({ smoke: main.slice(0, 1), quick: main, normal: some, full: every });
  const constant = bench.pick({
    smoke: main.slice(0, 1),
    quick: main,
    normal: main,
    full: every.filter(([ms]) => ms !== 200),
  });
  return kind === "lognormal" ? logn : constant;
}

function scenario(
  kind: LatencyModel["kind"],
  name: string,
  about: string,
  share: number,
  notIn: readonly Size[] = [],
): Scenario {
  return {
    name,
    about,
    share,
    notIn,
    async run(bench) {
      const rounds = bench.rounds({ smoke: 1, quick: 3, normal: 3, full: kind === "lognormal" ? 5 : 2 });
      const cells: CellResult[] = [];
      const settings = settingsOf(bench, kind);
      const limitMs = bench.share(share) / settings.length;
      for (const [ms, count] of settings) {
        const cell: Cell = {
          kind: "week",
          mailboxes: count,
          latency: { kind, ms },
          rounds,
          peers: PEER_NAMES,
          limitMs,
        };
        cells.push(await runCell(bench, cell));
      }
      const rested = kind === "lognormal" && bench.warmUp > 0 ? await afterRest(bench, limitMs) : [];
      return outcomeOf(cells, kind, rested);
    },
  };
}

/** The same without the questions that go before, so that what they save is seen. */
async function afterRest(bench: Bench, limitMs: number): Promise<readonly CellResult[]> {
  const counts = bench.pick({ smoke: [20], quick: [50], normal: [20, 50], full: [20, 50, 200] });
  const rounds = bench.rounds({ smoke: 1, quick: 2, normal: 3, full: 4 });
  const peers = PEER_NAMES.filter((name) => name !== "sdk-sequential");
  const cells: CellResult[] = [];
  for (const mailboxes of counts) {
    const latency = { kind: "lognormal", ms: 80 } as const;
    cells.push(await runCell(bench, { kind: "week", mailboxes, latency, rounds, peers, limitMs, warmUp: 0 }));
  }
  return cells;
}

function outcomeOf(
  cells: readonly CellResult[],
  kind: LatencyModel["kind"],
  rested: readonly CellResult[] = [],
): Outcome {
  const word = kind === "lognormal" ? "latencies vary (lognormal, σ 0.4)" : "every latency is the same";
  return {
    tables: [
      ratioTable(`This week of M mailboxes, ${word}: time / bound`, cells),
      ...(rested.length > 0 ? [ratioTable("After a rest, nothing asked directly before: time / bound", rested)] : []),
      upstreamTable("What reached the stand-in", cells),
      cpuTable(cells),
      overheadTable(cells),
    ],
    findings: [...countFindings(cells), ...(kind === "lognormal" ? timeFindings(cells) : [])],
    charts: kind === "lognormal" ? [chartOf(cells)] : [],
  };
}

const SERVERS: readonly PeerName[] = ["floor", "bare", "mercurius", "yoga", "gateway"];

/** Processor time for 1,000 events delivered over HTTP. */
function cpuTable(cells: readonly CellResult[]) {
  const figure = (cell: CellResult, name: PeerName) => medianOf(cell, name, cpuPerThousand).toFixed(1);
  return {
    title: "Processor time of the server, in ms for 1,000 events delivered",
    columns: ["program", ...cells.map(titleOf)],
    rows: SERVERS.map((name) => [name, ...cells.map((cell) => figure(cell, name))]),
  };
}

/** What the limit is where a goal on time is missed: the rest above the bound is processors' work, and whose. */
function overheadTable(cells: readonly CellResult[]) {
  const row = (title: string, of: (cell: CellResult) => number) => [title, ...cells.map((cell) => of(cell).toFixed(0))];
  const above = (cell: CellResult, name: PeerName) => medianOf(cell, name, ({ ms, ratio }) => ms - ms / ratio);
  return {
    title: "What stands between the gateway and the bound, in ms",
    columns: ["part", ...cells.map(titleOf)],
    rows: [
      row("the gateway's time above the bound", (cell) => above(cell, "gateway")),
      row("of that, what bare node:http over the same scheduler takes too", (cell) => above(cell, "bare")),
      row("of that, what the floor takes too", (cell) => above(cell, "floor")),
      row("processor time of the gateway, all in all", (cell) => medianOf(cell, "gateway", (one) => one.cpuMs)),
      row("processor time of bare node:http", (cell) => medianOf(cell, "bare", (one) => one.cpuMs)),
      row("processor time of the floor", (cell) => medianOf(cell, "floor", (one) => one.cpuMs)),
      row("processor time of the stand-in", (cell) => medianOf(cell, "gateway", (one) => one.counters.cpuMs)),
    ],
    notes: [
      "Processor time that falls into the wait for Graph costs nothing; what is left after the last answer does.",
    ],
  };
}

const cpuPerThousand = ({ cpuMs, events }: { readonly cpuMs: number; readonly events: number }) =>
  (cpuMs / events) * 1_000;

/** Goals on time hold where latencies vary; where none does, the figures measure the processor. */
function timeFindings(cells: readonly CellResult[]): Finding[] {
  const findings: Finding[] = [];
  for (const cell of cells) {
    const { mailboxes, latency } = cell;
    const base = { where: titleOf(cell), must: "most" } as const;
    const ratio = medianOf(cell, "gateway", (one) => one.ratio);
    const floor = medianOf(cell, "floor", (one) => one.ratio);
    const bare = medianOf(cell, "bare", (one) => one.ratio);
    const small: Readonly<Record<number, number>> = { 20: 1.2, 80: 1.05, 200: 1.03 };
    const large: Readonly<Record<number, number>> = { 80: 1.1, 200: 1.05 };
    const p1 = small[latency.ms];
    const p2 = large[latency.ms];
    if (p1 && (mailboxes === 20 || mailboxes === 50)) {
      findings.push({ ...base, goal: "P1", value: ratio, limit: p1, floor, bare });
    }
    if (p2 && mailboxes === 200) findings.push({ ...base, goal: "P2", value: ratio, limit: p2, floor, bare });
    const shares = { value: medianShare(cell, "gateway", "bare"), floor: medianShare(cell, "floor", "bare") };
    findings.push({ ...base, ...shares, goal: "P3", limit: 1.05 });
    if (mailboxes >= 50) {
      const cpuOfBare = medianOf(cell, "bare", cpuPerThousand);
      const value = medianOf(cell, "gateway", cpuPerThousand) / cpuOfBare;
      findings.push({
        ...base,
        goal: "P24",
        value,
        limit: 1.2,
        floor: medianOf(cell, "floor", cpuPerThousand) / cpuOfBare,
      });
    }
  }
  return findings;
}

function countFindings(cells: readonly CellResult[]): Finding[] {
  return cells.flatMap((cell) => {
    const base = { goal: "P5", must: "most" } as const;
    const { mailboxes } = cell;
    return [
      {
        ...base,
        where: `${titleOf(cell)}, HTTP requests`,
        value: medianOf(cell, "gateway", ({ counters }) => counters.http),
        limit: Math.ceil(mailboxes / 4),
      },
      {
        ...base,
        where: `${titleOf(cell)}, inner requests`,
        value: medianOf(cell, "gateway", ({ counters }) => counters.inner),
        limit: mailboxes,
      },
    ];
  });
}

function chartOf(cells: readonly CellResult[]): Chart {
  const shown = cells.filter(({ latency }) => latency.ms === 80);
  const names = PEER_NAMES.filter((name) => name !== "sdk-sequential");
  return {
    file: "time-over-bound.svg",
    title: "This week of M mailboxes at 80 ms, lognormal: time / physical bound",
    kind: "bar",
    xName: "mailboxes",
    yName: "time / bound",
    isLog: false,
    series: names.map((name) => ({
      name,
      points: shown.map((cell) => ({ x: `M ${cell.mailboxes}`, y: medianOf(cell, name, (one) => one.ratio) })),
    })),
  };
}

export const WEEK = scenario(
  "lognormal",
  "week",
  "this week's events of M mailboxes, one request each, with latencies that vary as real ones do",
  0.25,
);
export const WEEK_CONSTANT = scenario(
  "constant",
  "week-constant",
  "the same with equal latencies: all answers arrive in one millisecond, so it measures the processor",
  0.045,
  ["smoke", "quick"],
);
