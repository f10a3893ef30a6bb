import { performance } from "node:perf_hooks";

/**
 * Longest time, in milliseconds, that answers are parsed in one turn of the event loop. One answer is not cut, so a turn
 * takes at most this and its largest answer.
 */
const SLICE_MS = 3;

export interface ParseTurnsOptions {
  /** Milliseconds of any clock that only goes forward; default: the process's own. */
  readonly now?: () => number;
  /** Runs work in a later turn of the event loop; default `setImmediate`. */
  readonly later?: (work: () => void) => void;
}

/**
 * Deals the parsing of answers to turns of the event loop. Fifty answers that arrive in one millisecond are tens of
 * milliseconds of parsing, in which nobody else would be served; so what does not fit into a turn waits for the next
 * one, in the order of arrival. None is parsed before the end of the turn it came in: what waits for the places of
 * those that have come leaves first.
 */
export class ParseTurns {
  readonly #waiting: (() => void)[] = [];
  readonly #now: () => number;
  readonly #later: (work: () => void) => void;
  #isPlanned = false;

  constructor({ now = () => performance.now(), later = setImmediate }: ParseTurnsOptions = {}) {
    this.#now = now;
    this.#later = later;
  }

  /** What `parse` gives or throws. */
  run<T>(parse: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push(() => {
        try {
          resolve(parse());
        } catch (error) {
          reject(error);
        }
      });
      this.#plan();
    });
  }

  #plan(): void {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    this.#later(() => {
      this.#isPlanned = false;
      const end = this.#now() + SLICE_MS;
      do this.#waiting.shift()?.();
      while (this.#waiting.length > 0 && this.#now() < end);
      if (this.#waiting.length > 0) this.#plan();
    });
  }
}
