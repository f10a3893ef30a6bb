import type { Clock } from "../lib/clock.js";

export interface CircuitLimits {
  /** Failures in a row, without one answer between them, that open the circuit. */
  readonly failures: number;
  /** How long it stays open the first time; doubles with each probe that fails. */
  readonly openMs: number;
  readonly longestOpenMs: number;
}

/** Permission to ask. Its holder says how it ended, once. */
export interface Passage {
  /** `witnesses` say who was asked: one who never answers is at fault itself. */
  end(result: "answered" | "failed" | "untold", witnesses: readonly string[]): void;
}

/** What is said to those who come while a probe is out; an answer of it opens the way for all. */
const PROBE_WAIT_MS = 1_000;
const JITTER_SHARE = 0.1;

/**
 * Leaves a failing upstream alone. It opens after so many failures in a row, told by at least so many different
 * witnesses; then refuses everybody for a while; then lets one probe pass, whose end decides.
 */
export class CircuitBreaker {
  #failures = 0;
  readonly #witnesses = new Set<string>();
  /** Times it opened without an answer since; 0 while closed. */
  #openings = 0;
  #openUntil = 0;
  #probe: Passage | undefined;

  constructor(
    private readonly limits: CircuitLimits & { readonly witnesses: number },
    private readonly clock: Clock,
    private readonly random: () => number,
  ) {}

  /** Milliseconds until it is worth asking for passage; 0 when it is now. */
  waitMs(): number {
    if (this.#openings === 0) return 0;
    if (this.#probe) return PROBE_WAIT_MS;
    return Math.max(0, this.#openUntil - this.clock.now());
  }

  /** Only when `waitMs` is 0. */
  enter(): Passage {
    const passage: Passage = { end: (result, witnesses) => this.#ended(passage, result, witnesses) };
    if (this.#openings > 0) this.#probe = passage;
    return passage;
  }

  #ended(passage: Passage, result: "answered" | "failed" | "untold", witnesses: readonly string[]): void {
    const isProbe = passage === this.#probe;
    if (isProbe) this.#probe = undefined;
    if (result === "answered") this.#close();
    if (result !== "failed") return;
    if (isProbe) this.#open();
    else if (this.#openings === 0) this.#count(witnesses);
  }

  #count(witnesses: readonly string[]): void {
    this.#failures++;
    for (const witness of witnesses) if (this.#witnesses.size < this.limits.witnesses) this.#witnesses.add(witness);
    if (this.#failures >= this.limits.failures && this.#witnesses.size >= this.limits.witnesses) this.#open();
  }

  #open(): void {
    const { openMs, longestOpenMs } = this.limits;
    const waitMs = Math.min(longestOpenMs, openMs * 2 ** this.#openings);
    this.#openings++;
    this.#openUntil = this.clock.now() + Math.round(waitMs * (1 + JITTER_SHARE * this.random()));
  }

  #close(): void {
    this.#failures = 0;
    this.#witnesses.clear();
    this.#openings = 0;
  }
}
