import type { Bench } from "../kit/bench.js";
import { boundMs } from "../kit/bound.js";
import { type Measured, measure, WARM_UP } from "../kit/round.js";
import { median } from "../kit/stats.js";
import { ALL_NAMES, type PeerName, TITLES } from "../peers/contender.js";
import { mailboxes, type Question } from "../peers/question.js";
import { DEFAULT_SETTINGS, type LatencyModel } from "../upstream/settings.js";

/** One setting of a question: all programs answer it, in rounds. */
export interface Cell {
  readonly kind: Question["kind"];
  readonly mailboxes: number;
  readonly latency: LatencyModel;
  readonly rounds: number;
  readonly peers: readonly PeerName[];
  /** When this time is over, in milliseconds, the round under way is the last one, but for a second one. */
  readonly limitMs: number;
  /** Instead of the run's own number of unmeasured questions before each measured one. */
  readonly warmUp?: number;
}

export interface CellResult extends Cell {
  /** Median over the rounds, in milliseconds. */
  readonly boundMs: number;
  readonly measured: ReadonlyMap<PeerName, readonly Measured[]>;
}

/** Longest sum of latencies for which the slowest program is asked, and then in one round only. */
const LONGEST_SEQUENCE_MS = 12_000;

/** A median needs some. */
const FEWEST_ROUNDS = 2;

/** Rounds in random order. Each round asks for another week, the same for all, so that all meet the same latencies. */
export async function runCell(bench: Bench, cell: Cell): Promise<CellResult> {
  const boxes = mailboxes(cell.mailboxes);
  const measured = new Map<PeerName, Measured[]>(cell.peers.map((name) => [name, []]));
  const bounds: number[] = [];
  for (const name of cell.peers) await warmUp(bench, name, cell);
  // The first round warms connections and the stand-in's documents, and counts for nothing.
  const startedAt = performance.now();
  for (let round = 0; round <= cell.rounds; round += 1) {
    if (round > FEWEST_ROUNDS && performance.now() - startedAt > cell.limitMs) break;
    const question = bench.question(cell.kind, boxes);
    const isWarmUp = round === 0;
    const settings = { ...DEFAULT_SETTINGS, seed: bench.seed, latency: isWarmUp ? WARM_UP : cell.latency };
    const bound = boundMs(question, settings);
    if (!isWarmUp) bounds.push(bound);
    for (const name of bench.shuffled(cell.peers)) {
      if (name === "sdk-sequential" && !mayRunInSequence(cell, round)) continue;
      const result = await measure(bench, name, question, settings, bound, isWarmUp ? 0 : cell.warmUp);
      if (!isWarmUp) measured.get(name)?.push(result);
    }
  }
  return { ...cell, boundMs: median(bounds), measured };
}

/** Mailboxes in the questions that warm up, and how many of them are asked before V8 has compiled what is hot. */
const WARM_MAILBOXES = 50;

/** Once in the life of a program and for each kind of question: what runs first runs slowly. */
async function warmUp(bench: Bench, name: PeerName, cell: Cell): Promise<void> {
  const contender = await bench.contender(name);
  await contender.prepare(mailboxes(cell.mailboxes));
  if (name === "sdk-sequential" || !bench.isFirst(`${name} ${cell.kind}`)) return;
  const boxes = mailboxes(WARM_MAILBOXES);
  await contender.prepare(boxes);
  const settings = { ...DEFAULT_SETTINGS, seed: bench.seed, latency: WARM_UP };
  const usual = bench.pick({ smoke: 0, quick: 6, normal: 10, full: 40 });
  // Seven requests a mailbox teach as much in fewer questions.
  const times = cell.kind === "every-calendar" ? Math.ceil(usual / 3) : usual;
  for (let n = 0; n < times; n += 1) {
    const question = bench.question(cell.kind, boxes);
    await measure(bench, name, question, settings, boundMs(question, settings), 0);
  }
}

function mayRunInSequence({ mailboxes, kind, latency }: Cell, round: number): boolean {
  const requests = mailboxes * (kind === "week" ? 1 : 7);
  return round === 1 && requests * latency.ms <= LONGEST_SEQUENCE_MS;
}

/** Median of one figure of a program; NaN when an answer was wrong or it was not asked. */
export function medianOf(cell: CellResult, name: PeerName, of: (measured: Measured) => number): number {
  const all = cell.measured.get(name) ?? [];
  return all.some(({ wrong }) => wrong !== null) ? Number.NaN : median(all.map(of));
}

/** Median over the rounds of a figure as a multiple of another program's in the same round. */
export function medianShare(cell: CellResult, name: PeerName, of: PeerName, figure = (m: Measured) => m.ms): number {
  const others = cell.measured.get(of) ?? [];
  const shares = (cell.measured.get(name) ?? []).map((one, n) => {
    const other = others[n];
    return other ? figure(one) / figure(other) : Number.NaN;
  });
  return median(shares);
}

export function titleOf({ mailboxes, latency }: Cell): string {
  return `L ${latency.ms} M ${mailboxes}`;
}

/** Ratios to the bound, a row a program and a column a cell. */
export function ratioTable(title: string, cells: readonly CellResult[]) {
  const names = ALL_NAMES.filter((name) => cells.some(({ peers }) => peers.includes(name)));
  return {
    title,
    columns: ["program", ...cells.map((cell) => `${titleOf(cell)} (${Math.round(cell.boundMs)} ms)`)],
    rows: names.map((name) => [TITLES[name], ...cells.map((cell) => ratioText(cell, name))]),
    notes: [`Rounds: ${cells.map(roundsOf).join(", ")}; the SDK one after another only once.`],
  };
}

function roundsOf({ measured, peers }: CellResult): number {
  return Math.max(...peers.map((name) => measured.get(name)?.length ?? 0));
}

function ratioText(cell: CellResult, name: PeerName): string {
  const all = cell.measured.get(name) ?? [];
  const wrong = all.find((one) => one.wrong !== null)?.wrong;
  if (wrong) return wrong.slice(0, 300);
  const ratio = median(all.map((one) => one.ratio));
  return Number.isNaN(ratio) ? "–" : ratio.toFixed(ratio < 10 ? 2 : 1);
}

/** What reached the stand-in for one question: HTTP requests, requests in them, refusals. */
export function upstreamTable(title: string, cells: readonly CellResult[]) {
  const names = ALL_NAMES.filter((name) => cells.some(({ peers }) => peers.includes(name)));
  const figure = (cell: CellResult, name: PeerName) => {
    const all = (cell.measured.get(name) ?? []).map(({ counters }) => counters);
    if (all.length === 0) return "–";
    const [http, inner, crowded] = [all.map((c) => c.http), all.map((c) => c.inner), all.map((c) => c.crowded)];
    return `${median(http)} / ${median(inner)} / ${Math.max(...crowded)}`;
  };
  return {
    title,
    columns: ["program", ...cells.map(titleOf)],
    rows: names.map((name) => [TITLES[name], ...cells.map((cell) => figure(cell, name))]),
    notes: ["HTTP requests / requests to mailboxes / refusals (429) for more than four at once, the most of any round"],
  };
}
