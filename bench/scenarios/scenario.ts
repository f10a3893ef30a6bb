import type { Bench } from "../kit/bench.js";
import type { Size } from "../kit/options.js";
import type { GoalId } from "../report/goals.js";

/** One table of the report. Cells are texts and numbers as they are to be shown. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** What a reader needs to know to read it. */
  readonly notes?: readonly string[];
}

/** A figure that a goal is held against: the worst of what was measured for it. */
export interface Finding {
  readonly goal: GoalId;
  /** Where it was measured, such as "M 50, L 80". */
  readonly where: string;
  readonly value: number;
  readonly limit: number;
  /** `most`: the value must not be above the limit; `least`: not below. */
  readonly must: "most" | "least";
  readonly unit?: string;
  /** The same figure of the floor in the same run: whether anybody could reach the limit on this machine. */
  readonly floor?: number;
  /** The same figure of bare node:http over our scheduler. */
  readonly bare?: number;
}

/** A line of a chart: one program, with its points in the order of the axis. */
export interface Series {
  readonly name: string;
  readonly points: readonly { readonly x: number | string; readonly y: number }[];
}

export interface Chart {
  readonly file: string;
  readonly title: string;
  readonly kind: "bar" | "line";
  readonly xName: string;
  readonly yName: string;
  readonly isLog: boolean;
  readonly series: readonly Series[];
}

export interface Outcome {
  readonly tables: readonly Table[];
  readonly findings: readonly Finding[];
  readonly charts?: readonly Chart[];
}

export interface Scenario {
  readonly name: string;
  /** What it shows, in a sentence. */
  readonly about: string;
  /** Part of a whole run's time that it is meant to take. */
  readonly share: number;
  /** Sizes of a run that it is no part of, unless it is named. */
  readonly notIn?: readonly Size[];
  run(bench: Bench): Promise<Outcome>;
}
