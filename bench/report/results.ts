import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome } from "../scenarios/scenario.js";
import type { Circumstances } from "./machine.js";

/** One scenario's result as it is kept between runs. */
export interface Result {
  readonly scenario: string;
  readonly about: string;
  readonly circumstances: Circumstances;
  readonly outcome: Outcome;
  /** Refusals for more than four requests at once that the gateway caused, over the whole scenario. */
  readonly gatewayCrowded: number;
}

/** Results in files, one for each size and scenario, so that a part can be measured again without the rest. */
export class Results {
  constructor(private readonly folder: string) {}

  read(size: string, scenario: string): Result | undefined {
    const file = this.#file(size, scenario);
    if (!existsSync(file)) return undefined;
    return JSON.parse(readFileSync(file, "utf8"), (_, value) => (value === "NaN" ? Number.NaN : value)) as Result;
  }

  write(result: Result): void {
    mkdirSync(this.folder, { recursive: true });
    // JSON has no NaN, by which figures of wrong answers are marked.
    const text = JSON.stringify(result, (_, value) => (Number.isNaN(value) ? "NaN" : value), 2);
    writeFileSync(this.#file(result.circumstances.size, result.scenario), `${text}\n`);
  }

  #file(size: string, scenario: string): string {
    return join(this.folder, `${size}-${scenario}.json`);
  }
}
