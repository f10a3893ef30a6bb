import type { Clock } from "../lib/clock.js";
import type { Sleep } from "../lib/sleep.js";

/** Timers of Node hold no more; whoever wakes too early looks again. */
const LONGEST_SLEEP_MS = 2 ** 31 - 1;

/** One alarm: setting it to another time forgets the one before. */
export class WakeUp {
  #at = Number.POSITIVE_INFINITY;
  #sleep = new AbortController();

  constructor(
    private readonly options: { readonly clock: Clock; readonly sleep: Sleep; readonly onWake: () => void },
  ) {}

  /** Milliseconds since the Unix epoch; `Infinity` for never. */
  set(at: number): void {
    if (at === this.#at) return;
    this.#sleep.abort();
    this.#at = at;
    if (at === Number.POSITIVE_INFINITY) return;
    const { clock, sleep, onWake } = this.options;
    this.#sleep = new AbortController();
    const { signal } = this.#sleep;
    const ms = Math.min(LONGEST_SLEEP_MS, Math.max(0, at - clock.now()));
    sleep(ms, signal).then(
      () => {
        if (signal.aborted) return;
        this.#at = Number.POSITIVE_INFINITY;
        onWake();
      },
      () => undefined,
    );
  }
}
