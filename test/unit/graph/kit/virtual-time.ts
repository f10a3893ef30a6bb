import { setImmediate as nextTurn } from "node:timers/promises";
import type { Clock } from "../../../../src/lib/clock.js";
import type { Sleep } from "../../../../src/lib/sleep.js";

interface Timer {
  readonly at: number;
  ring(): void;
}

/** Turns of the event loop after which nothing moves any more but by time. */
const QUIET_TURNS = 5;

/** Time that stands still while there is work to do, and then jumps to the next timer. */
export class VirtualTime implements Clock {
  readonly #timers = new Set<Timer>();
  #now = Date.parse("2026-03-02T10:00:00Z");
  readonly start = this.#now;

  now(): number {
    return this.#now;
  }

  /** Milliseconds since this time began. */
  elapsed(): number {
    return this.#now - this.start;
  }

  readonly sleep: Sleep = (ms, signal) =>
    new Promise((resolve, reject) => {
      const timer: Timer = { at: this.#now + ms, ring: resolve };
      this.#timers.add(timer);
      const onAbort = () => {
        this.#timers.delete(timer);
        reject(signal?.reason);
      };
      if (signal?.aborted) onAbort();
      else signal?.addEventListener("abort", onAbort, { once: true });
    });

  /** Lets time pass until `work` is settled. Throws when nothing is left that could settle it. */
  async until<T>(work: Promise<T>): Promise<T> {
    let isSettled = false;
    const settle = () => {
      isSettled = true;
    };
    work.then(settle, settle);
    for (;;) {
      for (let turn = 0; turn < QUIET_TURNS; turn++) await nextTurn();
      if (isSettled) return work;
      if (!this.#advance()) throw new Error("Nothing moves any more, and the work is not done.");
    }
  }

  /** False when no timer is left. */
  #advance(): boolean {
    let next = Number.POSITIVE_INFINITY;
    for (const { at } of this.#timers) next = Math.min(next, at);
    if (next === Number.POSITIVE_INFINITY) return false;
    this.#now = Math.max(this.#now, next);
    for (const timer of [...this.#timers]) {
      if (timer.at > this.#now) continue;
      this.#timers.delete(timer);
      timer.ring();
    }
    return true;
  }
}
