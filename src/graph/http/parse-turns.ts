import { performance } from "node:perf_hooks";

/**
 * Longest time, in milliseconds, that answers are parsed in one turn of the event loop. One answer is not cut, so a turn
 * takes at most this and its largest answer.
 */
const SLICE_MS = 5;

export interface ParseTurnsOptions {
  /** Milliseconds of any clock that only goes forward; default: the process's own. */
  readonly now?: () => number;
  /** Runs work in a later turn of the event loop; default `setImmediate`. */
  readonly later?: (work: () => void) => void;
}

/**
 * Deals the parsing of answers to turns of the event loop. Fifty answers that arrive in one millisecond are tens of
 * milliseconds of parsing, in which nobody else would be served; so what does not fit into a turn waits for the next
 * one, in the order of arrival. An answer that comes alone is parsed at once.
 */
export class ParseTurns {
  readonly #waiting: (() => void)[] = [];
  readonly #now: () => number;
  readonly #later: (work: () => void) => void;
  #spentMs = 0;
  #isTurnEnding = false;

  constructor({ now = () => performance.now(), later = setImmediate }: ParseTurnsOptions = {}) {
    this.#now = now;
    this.#later = later;
  }

  /** What `parse` gives or throws, in this turn or in a later one. */
  run<T>(parse: () => T): Promise<T> | T {
    if (this.#waiting.length === 0 && this.#spentMs < SLICE_MS) return this.#timed(parse);
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push(() => {
        try {
          resolve(this.#timed(parse));
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  #timed<T>(parse: () => T): T {
    const begun = this.#now();
    try {
      return parse();
    } finally {
      this.#spentMs += this.#now() - begun;
      this.#endTurn();
    }
  }

  #endTurn(): void {
    if (this.#isTurnEnding) return;
    this.#isTurnEnding = true;
    this.#later(() => {
      this.#isTurnEnding = false;
      this.#spentMs = 0;
      while (this.#spentMs < SLICE_MS) {
        const next = this.#waiting.shift();
        if (!next) return;
        next();
      }
    });
  }
}
