import type { Finding } from "../scenarios/scenario.js";
import { GOALS, type GoalId } from "./goals.js";
import type { Result } from "./results.js";

export interface Verdict {
  readonly goal: GoalId;
  readonly text: string;
  readonly verdict: "reached" | "missed" | "not measured";
  /** Every figure that a missed goal was held against; the nearest one of a goal that was reached. */
  readonly figures: string;
  /** Where the floor misses too, in the same run, and by how much; empty where it reaches what the gateway misses. */
  readonly outOfReach: string;
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
    const { text } = GOALS[goal];
    const own = findings.filter((finding) => finding.goal === goal);
    const base = { goal, text, outOfReach: "" };
    if (own.length === 0) return { ...base, verdict: "not measured", figures: "not in this run" };
    const missed = own.filter((finding) => !isReached(finding, finding.value));
    if (missed.length > 0) {
      return { ...base, verdict: "missed", figures: missed.map(figure).join("; "), outOfReach: outOfReach(missed) };
    }
    const nearest = [...own].sort((a, b) => distance(a) - distance(b))[0];
    return { ...base, verdict: "reached", figures: nearest ? figure(nearest) : "" };
  });
}

function isReached({ limit, must }: Finding, value: number): boolean {
  // Not a number, as a wrong answer gives, reaches nothing.
  return must === "most" ? value <= limit : value >= limit;
}

/**
 * A floor that answered wrongly says nothing about what is possible, nor does one that bare node:http over our scheduler
 * beats to the limit.
 */
function outOfReach(missed: readonly Finding[]): string {
  const beyond = missed.flatMap((finding) => {
    const { floor, bare, where } = finding;
    if (floor === undefined || Number.isNaN(floor) || isReached(finding, floor)) return [];
    if (bare !== undefined && isReached(finding, bare)) return [];
    // What the gateway is ahead of is no floor.
    if (distance(finding) > distance({ ...finding, value: floor })) return [];
    return `${round(floor)} (${where})`;
  });
  if (beyond.length === 0) return "";
  const scope = beyond.length === missed.length ? "out of reach here" : "in part out of reach here";
  return `${scope}: the floor needs ${beyond.join(", ")}`;
}

function distance({ value, limit, must }: Finding): number {
  return must === "most" ? limit - value : value - limit;
}

function figure({ where, value, limit, must, unit = "", floor, bare }: Finding): string {
  const sign = must === "most" ? "≤" : "≥";
  const beside = `${floor === undefined ? "" : `; floor ${round(floor)}`}${bare === undefined ? "" : `, k ${round(bare)}`}`;
  return `${where}: ${round(value)}${unit && ` ${unit}`} (${sign} ${limit}${beside})`;
}

function round(value: number): string {
  if (Number.isNaN(value)) return "wrong answer";
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 3 : 0);
}
