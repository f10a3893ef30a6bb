import type { PeerName } from "../peers/contender.js";
import { type Cell, type CellResult, medianOf, ratioTable, runCell, titleOf, upstreamTable } from "./questions.js";
import type { Finding, Scenario } from "./scenario.js";

const PEERS: readonly PeerName[] = ["sdk-schedules", "schedules-20", "floor", "bare", "gateway"];
const L = 80;
const ADDRESSES_AT_ONCE = 20;

export const FREE_BUSY: Scenario = {
  name: "free-busy",
  share: 0.03,
  about: "when M mailboxes are free in a week, by getSchedule, which takes 20 addresses a request",
  async run(bench) {
    const counts = bench.pick({ smoke: [4, 25], quick: [50], normal: [20, 50, 200], full: [20, 50, 200] });
    const rounds = bench.rounds({ smoke: 1, quick: 3, normal: 3, full: 5 });
    const cells: CellResult[] = [];
    for (const kind of ["lognormal", "constant"] as const) {
      for (const mailboxes of counts) {
        const limitMs = bench.share(FREE_BUSY.share) / (2 * counts.length);
        const cell: Cell = { kind: "free-busy", mailboxes, latency: { kind, ms: L }, rounds, peers: PEERS, limitMs };
        cells.push(await runCell(bench, cell));
      }
    }
    const of = (kind: Cell["latency"]["kind"]) => cells.filter(({ latency }) => latency.kind === kind);
    const title = "Free and busy times of M mailboxes";
    return {
      tables: [
        ratioTable(`${title}, latencies vary (lognormal, σ 0.4): time / bound`, of("lognormal")),
        ratioTable(`${title}, every latency is the same: time / bound`, of("constant")),
        upstreamTable("What reached the stand-in, first where latencies vary", cells),
      ],
      findings: cells.flatMap(findingsOf),
    };
  },
};

function findingsOf(cell: CellResult): Finding[] {
  const where = `${titleOf(cell)} ${cell.latency.kind}`;
  const base = { goal: "P8", must: "most" } as const;
  const of = (name: PeerName) => medianOf(cell, name, (one) => one.ratio);
  const worst = (figure: "inner" | "crowded") =>
    Math.max(...(cell.measured.get("gateway") ?? []).map(({ counters }) => counters[figure]));
  return [
    { ...base, where, value: of("gateway"), limit: 1.1, floor: of("floor"), bare: of("bare") },
    {
      ...base,
      where: `${where}, inner requests`,
      value: worst("inner"),
      limit: Math.ceil(cell.mailboxes / ADDRESSES_AT_ONCE),
    },
    { ...base, where: `${where}, refusals`, value: worst("crowded"), limit: 0 },
  ];
}
