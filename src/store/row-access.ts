import type { EntityManager } from "typeorm";
import { translateDriverError } from "./driver-error.js";
import type { RowMemory } from "./row-memory.js";

export type RowWork<T> = (manager: EntityManager) => Promise<T>;

/** How repositories reach rows: each call of `write` is one transaction, or a part of the one that is open. */
export interface RowAccess {
  /** Sees committed rows only, or those of the transaction that it is bound to. */
  read<T>(work: RowWork<T>): Promise<T>;
  write<T>(work: RowWork<T>): Promise<T>;
  /** What is remembered of the database as it is now; undefined where every read goes to the database. */
  remembered(): Promise<Remembered | undefined>;
}

export interface Remembered {
  readonly rows: RowMemory;
  /** The version of the database that holds now. */
  readonly version: number;
}

/** Runs the work and lets no driver text out. */
export async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw translateDriverError(error);
  }
}

/**
 * Access inside one open transaction. All runs on the transaction's connection, so work that outlives the
 * transaction would write into somebody else's: it is awaited before the end and refused after it.
 */
export class TransactionAccess implements RowAccess {
  readonly #manager: EntityManager;
  readonly #running = new Set<Promise<unknown>>();
  #ended = false;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  get ended(): boolean {
    return this.#ended;
  }

  read<T>(work: RowWork<T>): Promise<T> {
    return this.#run(work);
  }

  write<T>(work: RowWork<T>): Promise<T> {
    return this.#run(work);
  }

  async remembered(): Promise<undefined> {
    return undefined;
  }

  /** Refuses further work and waits for what still runs, whether it fails or not. */
  async end(): Promise<void> {
    this.#ended = true;
    await Promise.allSettled(this.#running);
  }

  async #run<T>(work: RowWork<T>): Promise<T> {
    if (this.#ended) throw new Error("The transaction has ended: its repositories cannot be used any more.");
    const running = translated(() => work(this.#manager));
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }
}
