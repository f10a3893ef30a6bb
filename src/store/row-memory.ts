import { LRUCache } from "lru-cache";

/** Mailboxes above all; a row is half a kilobyte. */
const MOST_ROWS = 20_000;

/**
 * Rows as they were read by id, good until anybody commits to the database, be it another process. Whoever uses it says
 * which version of the database he has just seen.
 */
export class RowMemory {
  readonly #rows = new LRUCache<string, object>({ max: MOST_ROWS });
  #version: number | undefined;

  /** The row with that key in that version of the database; undefined where it is not known. */
  get(version: number, key: string): object | undefined {
    if (version !== this.#version) {
      this.#rows.clear();
      this.#version = version;
    }
    return this.#rows.get(key);
  }

  /** `version` was seen before the row was read. A row that may be from before the latest version is not kept. */
  set(version: number, key: string, row: object): void {
    if (version === this.#version) this.#rows.set(key, row);
  }
}

/** One check after the other: who asks while one is under way gets the next, so that nobody is told something older. */
export class SharedCheck<T> {
  #running: Promise<T> | undefined;
  #next: Promise<T> | undefined;

  constructor(private readonly check: () => Promise<T>) {}

  /** What a check that begins from now on finds. */
  get(): Promise<T> {
    if (this.#running === undefined) return this.#start();
    const start = () => {
      this.#next = undefined;
      return this.#start();
    };
    this.#next ??= this.#running.then(start, start);
    return this.#next;
  }

  #start(): Promise<T> {
    const running = this.check();
    this.#running = running;
    const end = () => {
      if (this.#running === running) this.#running = undefined;
    };
    running.then(end, end);
    return running;
  }
}
