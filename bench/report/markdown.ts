import type { Table } from "../scenarios/scenario.js";
import type { Circumstances } from "./machine.js";
import type { Result } from "./results.js";
import { verdicts } from "./verdicts.js";

/** The whole report: how it was measured, what became of the goals, and the tables of each scenario. */
export function report(results: readonly Result[], profile: readonly Table[]): string {
  const parts = [
    "# The gateway against other ways",
    "Written by `npm run bench`. What the programs and scenarios are: [benchmarks](../benchmarks.md).",
    circumstancesText(results.map(({ circumstances }) => circumstances)),
    "## Goals",
    markdownTable({
      title: "",
      columns: ["goal", "what", "verdict", "figures"],
      rows: verdicts(results).map(({ goal, text, verdict, figures, outOfReach }) => [
        goal,
        text,
        outOfReach === "" ? verdict : `${verdict}; ${outOfReach}`,
        figures,
      ]),
      notes: [FLOOR],
    }),
    ...(profile.length > 0 ? ["## Profile", ...profile.map(markdownTable)] : []),
    ...results.flatMap(section),
  ];
  return `${parts.join("\n\n")}\n`;
}

const FLOOR =
  "The floor is a bare node:http server that asks Graph by hand and writes its answer in one piece. Where it misses a goal in the same run, the goal is out of reach on this machine for who answers over HTTP in one thread; where it reaches what the gateway misses, the difference is the gateway's.";

function circumstancesText(all: readonly Circumstances[]): string {
  const [first] = all;
  if (!first) return "Nothing was measured yet.";
  const { node, cpu, cores, memoryGb } = first;
  const loads = all.flatMap(({ loadBefore, loadAfter }) => [loadBefore, loadAfter]);
  const range = `${Math.min(...loads)} to ${Math.max(...loads)}`;
  return `${cores} × ${cpu}, ${memoryGb} GB, Node ${node}; load before and after the scenarios ${range}. Stand-in, programs and
load generator share the machine, so ratios are the result. Rounds are interleaved in seeded random order; figures are medians.`;
}

function section({ scenario, about, circumstances, outcome }: Result): string[] {
  const { command, seed, warmUp, loadBefore, loadAfter, seconds, measuredAt } = circumstances;
  const facts = `${measuredAt.slice(0, 16)}Z, seed ${seed}, warm-up ${warmUp}, load ${loadBefore} before and ${loadAfter} after, ${Math.round(seconds)} s`;
  return [
    `## ${scenario}`,
    `${about[0]?.toUpperCase()}${about.slice(1)}.`,
    `    ${command}`,
    `${facts}.`,
    ...(outcome.charts ?? []).map(({ file, title }) => `![${title}](${file})`),
    ...outcome.tables.map(markdownTable),
  ];
}

function markdownTable({ title, columns, rows, notes = [] }: Table): string {
  const cells = (row: readonly (string | number)[]) => `| ${row.map((cell) => escaped(String(cell))).join(" | ")} |`;
  // Figures stand to the right, words to the left.
  const align = columns.map((_, n) => (rows.every((row) => isFigure(row[n])) ? "---:" : "---"));
  const table = [cells(columns), `| ${align.join(" | ")} |`, ...rows.map(cells)].join("\n");
  return [...(title === "" ? [] : [`**${title}**`]), table, ...notes.map((note) => `${note}`)].join("\n\n");
}

function isFigure(cell: string | number | undefined): boolean {
  return typeof cell === "number" || /^(–|-?[\d.,]+( [/×%()\d.-]*)*)$/.test(cell ?? "–");
}

function escaped(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
