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

/**
 * One check shared by all who ask within `freshMs` after it began, for nobody can tell that much from what was true when
 * he asked. Else one after the other: who asks while an older one is under way gets the next.
 */
export class SharedCheck<T> {
  #running: Promise<T> | undefined;
  #next: Promise<T> | undefined;
  #latest: { readonly begunAt: number; readonly found: Promise<T> } | undefined;

  constructor(
    private readonly check: () => Promise<T>,
    private readonly freshMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get(): Promise<T> {
    if (this.#latest !== undefined && this.now() - this.#latest.begunAt < this.freshMs) return this.#latest.found;
    if (this.#running === undefined) return this.#start();
    const start = () => {
      this.#next = undefined;
      return this.#start();
    };
    this.#next ??= this.#running.then(start, start);
    return this.#next;
  }

  /** What was found so far does not hold any more: who asks from now on is told what a check finds that begins from now on. */
  outdate(): void {
    this.#latest = undefined;
  }

  #start(): Promise<T> {
    const begunAt = this.now();
    const found = this.check();
    this.#running = found;
    this.#latest = { begunAt, found };
    const end = () => {
      if (this.#running === found) this.#running = undefined;
    };
    const fail = () => {
      if (this.#latest?.found === found) this.#latest = undefined;
      end();
    };
    found.then(end, fail);
    return found;
  }
}
