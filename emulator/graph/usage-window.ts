/** Windows are told in steps of a second, short ones in a hundred steps. */
const LONGEST_STEP_MS = 1_000;
const FEWEST_STEPS = 100;

/** Whether a window moves along with time, or begins with the first use and ends as a whole. */
export type WindowKind = "sliding" | "fixed";

/** How much was used within a window of emulated time. */
export class UsageWindow {
  #steps: { step: number; amount: number }[] = [];
  #total = 0;
  readonly #stepMs: number;
  readonly #length: number;

  constructor(
    readonly windowMs: number,
    readonly kind: WindowKind,
  ) {
    this.#stepMs = Math.min(LONGEST_STEP_MS, windowMs / FEWEST_STEPS);
    this.#length = windowMs / this.#stepMs;
  }

  /** What was used within the window that ends now. */
  total(now: number): number {
    const step = Math.floor(now / this.#stepMs);
    const first = this.#steps[0];
    const last = this.#steps.at(-1);
    // Most requests come while nothing has left the window.
    if (first === undefined || last === undefined) return 0;
    if (first.step > step - this.#length && last.step <= step) return this.#total;
    const isOver = this.kind === "fixed" && first.step <= step - this.#length;
    // A clock that was moved back would otherwise keep steps of the future for ever.
    const kept = isOver ? [] : this.#steps.filter((one) => one.step > step - this.#length && one.step <= step);
    if (kept.length !== this.#steps.length) {
      this.#steps = kept;
      this.#total = kept.reduce((sum, { amount }) => sum + amount, 0);
    }
    return this.#total;
  }

  /** Adds to what was used; answers the new total. */
  add(now: number, amount: number): number {
    this.total(now);
    const step = Math.floor(now / this.#stepMs);
    const last = this.#steps.at(-1);
    if (last?.step === step) last.amount += amount;
    else this.#steps.push({ step, amount });
    this.#total += amount;
    return this.#total;
  }

  /** Whole seconds, at least one, until so much more fits under the limit; the whole window where it never will. */
  secondsUntil(now: number, amount: number, limit: number): number {
    let left = this.total(now);
    for (const one of this.#steps) {
      left = this.kind === "fixed" ? 0 : left - one.amount;
      if (left + amount <= limit) return seconds((one.step + this.#length) * this.#stepMs - now);
    }
    return seconds(this.windowMs);
  }
}

const seconds = (ms: number) => Math.max(1, Math.ceil(ms / 1000));
