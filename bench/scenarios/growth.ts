import { fittedExponent } from "../kit/stats.js";
import type { PeerName } from "../peers/contender.js";
import { type Cell, type CellResult, medianOf, ratioTable, runCell, titleOf, upstreamTable } from "./questions.js";
import type { Chart, Scenario } from "./scenario.js";

const PEERS: readonly PeerName[] = ["batch-20", "get-pool", "yoga", "mercurius", "bare", "gateway"];

export const GROWTH: Scenario = {
  name: "growth",
  share: 0.07,
  about: "how cost grows with the number of mailboxes, from 20 to 1,000",
  async run(bench) {
    const counts = bench.pick({
      smoke: [1, 4],
      quick: [20, 80, 200],
      normal: [20, 50, 200, 500],
      full: [20, 50, 100, 200, 500, 1_000],
    });
    const rounds = bench.rounds({ smoke: 1, quick: 1, normal: 2, full: 3 });
    const cells: CellResult[] = [];
    for (const count of counts) {
      const cell: Cell = {
        kind: "week",
        mailboxes: count,
        latency: { kind: "lognormal", ms: 80 },
        rounds,
        peers: PEERS,
        limitMs: bench.share(GROWTH.share) / counts.length,
      };
      cells.push(await runCell(bench, cell));
    }
    const exponents = (["bare", "gateway", "mercurius", "yoga"] as const).map((name) => ({
      name,
      exponent: fittedExponent(
        cells.map((cell) => ({ x: cell.mailboxes, y: medianOf(cell, name, (one) => one.cpuMs) })),
      ),
    }));
    const gateway = exponents.find(({ name }) => name === "gateway")?.exponent ?? Number.NaN;
    const times = {
      title: "Milliseconds of a question, and of the server's processor",
      columns: ["program", ...cells.map(titleOf)],
      rows: PEERS.map((name) => [
        name,
        ...cells.map((cell) => {
          const [ms, cpuMs] = [medianOf(cell, name, (one) => one.ms), medianOf(cell, name, (one) => one.cpuMs)];
          return `${Math.round(ms)} (${Math.round(cpuMs)})`;
        }),
      ]),
    };
    return {
      tables: [
        ratioTable("Growth at 80 ms, lognormal: time / bound", cells),
        times,
        upstreamTable("What reached the stand-in", cells),
        {
          title: "Processor time grows with the mailboxes to the power of",
          columns: ["program", "exponent"],
          rows: exponents.map(({ name, exponent }) => [name, exponent.toFixed(2)]),
        },
      ],
      findings: [{ goal: "W2", where: "processor time, 80 ms", value: gateway, limit: 1.1, must: "most" }],
      charts: [chartOf(cells, "growth-time.svg", "time, ms", (one) => one.ms), cpuChart(cells)],
    };
  },
};

function chartOf(
  cells: readonly CellResult[],
  file: string,
  yName: string,
  of: Parameters<typeof medianOf>[2],
  names: readonly PeerName[] = PEERS,
): Chart {
  return {
    file,
    title: `This week of M mailboxes at 80 ms, lognormal: ${yName}`,
    kind: "line",
    xName: "mailboxes",
    yName,
    isLog: true,
    series: names.map((name) => ({
      name,
      points: cells.map((cell) => ({ x: cell.mailboxes, y: medianOf(cell, name, of) })),
    })),
  };
}

function cpuChart(cells: readonly CellResult[]): Chart {
  const servers = PEERS.filter((name) => ["yoga", "mercurius", "bare", "gateway"].includes(name));
  return chartOf(cells, "growth-processor.svg", "processor time of the server, ms", (one) => one.cpuMs, servers);
}
