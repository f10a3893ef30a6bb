/** Milliseconds of a turn of the event loop in which operations are begun. Measured: docs/benchmarks/limits.md. */
const BEGINNING_MS = 1;

/**
 * Begins operations in the order in which they came, for a short time in each turn of the event loop. Node.js hands over
 * everything that has arrived in one turn: begun at once, all of them take their first step before any takes its second,
 * and the first request to Graph leaves when the last of them is planned. In a queue the first are at Graph meanwhile.
 * What comes alone does not wait.
 */
export class StartQueue {
  readonly #waiting: (() => void)[] = [];
  #turnBeganAt = Number.NEGATIVE_INFINITY;
  #isTurnAwaited = false;

  constructor(
    private readonly beginningMs = BEGINNING_MS,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Resolves when it is this one's turn; undefined when that is now. */
  next(): Promise<void> | undefined {
    if (!this.#isTurnAwaited) {
      this.#turnBeganAt = this.now();
      this.#awaitTurn();
    }
    if (this.#waiting.length === 0 && !this.#isOver()) return undefined;
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #isOver(): boolean {
    return this.now() - this.#turnBeganAt >= this.beginningMs;
  }

  #awaitTurn(): void {
    this.#isTurnAwaited = true;
    setImmediate(() => {
      this.#isTurnAwaited = false;
      if (this.#waiting.length === 0) return;
      this.#turnBeganAt = this.now();
      this.#awaitTurn();
      this.#begin();
    });
  }

  #begin(): void {
    this.#waiting.shift()?.();
    if (this.#waiting.length === 0) return;
    // A tick that a microtask asks for comes when no microtask is left: what was begun has gone as far as it can now.
    queueMicrotask(() =>
      process.nextTick(() => {
        if (!this.#isOver()) this.#begin();
      }),
    );
  }
}
