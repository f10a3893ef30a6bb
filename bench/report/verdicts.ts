import type { Finding } from "../scenarios/scenario.js";
import { GOALS, type GoalId } from "./goals.js";
import type { Result } from "./results.js";

export interface Verdict {
  readonly goal: GoalId;
  readonly text: string;
  readonly verdict: "reached" | "missed" | "not measured";
  /** Every figure that a missed goal was held against; the nearest one of a goal that was reached. */
  readonly figures: string;
}

/** What became of each goal. A goal is missed when one of its figures misses, whatever the others are. */
export function verdicts(results: readonly Result[]): readonly Verdict[] {
  const findings: Finding[] = results.flatMap(({ outcome }) => outcome.findings);
  if (results.length > 0) {
    const value = results.reduce((total, { gatewayCrowded }) => total + gatewayCrowded, 0);
    const where = `${results.length} scenarios`;
    findings.push({ goal: "P6", where, value, limit: 0, must: "most" });
  }
  return (Object.keys(GOALS) as GoalId[]).map((goal) => {
    const known: { readonly text: string; readonly measuredBy?: string } = GOALS[goal];
    const own = findings.filter((finding) => finding.goal === goal);
    const { text } = known;
    if (own.length === 0)
      return { goal, text, verdict: "not measured", figures: known.measuredBy ?? "not in this run" };
    const missed = own.filter((finding) => !isReached(finding));
    if (missed.length > 0) return { goal, text, verdict: "missed", figures: missed.map(figure).join("; ") };
    const nearest = [...own].sort((a, b) => distance(a) - distance(b))[0];
    return { goal, text, verdict: "reached", figures: nearest ? figure(nearest) : "" };
  });
}

function isReached({ value, limit, must }: Finding): boolean {
  // Not a number, as a wrong answer gives, reaches nothing.
  return must === "most" ? value <= limit : value >= limit;
}

function distance({ value, limit, must }: Finding): number {
  return must === "most" ? limit - value : value - limit;
}

function figure({ where, value, limit, must, unit = "" }: Finding): string {
  const sign = must === "most" ? "≤" : "≥";
  return `${where}: ${round(value)}${unit && ` ${unit}`} (${sign} ${limit})`;
}

function round(value: number): string {
  if (Number.isNaN(value)) return "wrong answer";
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 3 : 0);
}
