import type { EmulatorClock } from "./clock.js";

/** Longest real time between two looks at the clock, which may be moved by other means than its own methods. */
const LONGEST_WAIT_MS = 60_000;
/** A clock that stands still would otherwise be asked without a pause. */
const SHORTEST_WAIT_MS = 20;

interface Entry {
  readonly at: number;
  readonly order: number;
  readonly task: () => void;
}

/**
 * What is to happen at a later emulated time. Tasks run in the order of their times, when the clock is moved past them
 * or when real time gets there. A task due now runs at once, inside the call that plans it.
 */
export class Agenda {
  #entries: Entry[] = [];
  #count = 0;
  #timer: NodeJS.Timeout | undefined;
  #isRunning = false;
  readonly #stopListening: () => void;

  constructor(readonly clock: EmulatorClock) {
    this.#stopListening = clock.onMove(() => this.#run());
  }

  /** Runs `task` at that instant (milliseconds since the Unix epoch); returns what takes it off the agenda. */
  at(instant: number, task: () => void): () => void {
    this.#count += 1;
    const entry = { at: instant, order: this.#count, task };
    this.#entries.push(entry);
    this.#run();
    return () => {
      this.#entries = this.#entries.filter((other) => other !== entry);
    };
  }

  /** Runs `task` so many emulated milliseconds from now. */
  after(ms: number, task: () => void): () => void {
    return this.at(this.clock.now() + ms, task);
  }

  /** Tasks that wait. */
  get size(): number {
    return this.#entries.length;
  }

  clear(): void {
    this.#entries = [];
    clearTimeout(this.#timer);
  }

  /** Forgets everything and stops watching the clock. */
  close(): void {
    this.clear();
    this.#stopListening();
  }

  #run(): void {
    // A task may plan another or move the clock; the outer loop sees both.
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      for (let due = this.#nextDue(); due !== undefined; due = this.#nextDue()) {
        const { order, task } = due;
        this.#entries = this.#entries.filter((entry) => entry.order !== order);
        task();
      }
    } finally {
      this.#isRunning = false;
    }
    this.#wait();
  }

  #nextDue(): Entry | undefined {
    const next = this.#first();
    return next !== undefined && next.at <= this.clock.now() ? next : undefined;
  }

  #first(): Entry | undefined {
    let first: Entry | undefined;
    for (const entry of this.#entries) {
      if (first === undefined || entry.at < first.at || (entry.at === first.at && entry.order < first.order))
        first = entry;
    }
    return first;
  }

  #wait(): void {
    clearTimeout(this.#timer);
    const next = this.#first();
    if (next === undefined) return;
    const waitMs = Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, next.at - this.clock.now()));
    this.#timer = setTimeout(() => this.#run(), waitMs);
    this.#timer.unref();
  }
}
