import { AsyncLocalStorage } from "node:async_hooks";
import type { DataSource, EntityManager } from "typeorm";
import { FifoMutex } from "./fifo-mutex.js";
import { type Remembered, type RowAccess, type RowWork, TransactionAccess, translated } from "./row-access.js";
import { RowMemory, SharedCheck } from "./row-memory.js";

/** How long another process's commit may stay unseen by reads of remembered rows; our own count at once. */
export const UNSEEN_MS = 10;

/**
 * Access outside a transaction. TypeORM's SQLite driver has one connection per data source and shares it among all
 * query runners, so two transactions at once would become one. Therefore every write is a whole transaction of the
 * writer, one after the other, and reads go to a data source of their own, which in WAL mode sees committed rows only
 * and never waits for a writer.
 */
export class DataSourceAccess implements RowAccess {
  readonly #writer: DataSource;
  readonly #reader: DataSource;
  readonly #mutex = new FifoMutex();
  readonly #rows = new RowMemory();
  readonly #version: SharedCheck<number>;
  readonly #current = new AsyncLocalStorage<TransactionAccess>();
  #closing: Promise<void> | undefined;

  /** Owns both data sources from now on. They are the same one for a database in memory, whose reads then queue too. */
  constructor(sources: { readonly writer: DataSource; readonly reader: DataSource }) {
    this.#writer = sources.writer;
    this.#reader = sources.reader;
    this.#version = new SharedCheck(() => this.read(dataVersion), UNSEEN_MS);
  }

  async read<T>(work: RowWork<T>): Promise<T> {
    if (this.#reader === this.#writer) return this.#exclusive(() => translated(() => work(this.#writer.manager)));
    this.#refuseWhenClosing();
    return translated(() => work(this.#reader.manager));
  }

  /** A database in memory has one connection, which is not told of its own writes. */
  async remembered(): Promise<Remembered | undefined> {
    if (this.#reader === this.#writer) return undefined;
    return { rows: this.#rows, version: await this.#version.get() };
  }

  write<T>(work: RowWork<T>): Promise<T> {
    return this.transaction((access) => access.write(work));
  }

  /** Commits when the work resolves; leaves nothing behind when it rejects. */
  transaction<T>(work: (access: TransactionAccess) => Promise<T>): Promise<T> {
    return this.#exclusive(async () => {
      const access = new TransactionAccess(this.#writer.manager);
      // IMMEDIATE takes the write lock now: a later upgrade from a read lock could fail without waiting.
      await this.#run("BEGIN IMMEDIATE");
      try {
        const result = await this.#marked(access, () => work(access));
        await access.end();
        await this.#run("COMMIT");
        return result;
      } catch (error) {
        await access.end();
        await this.#rollBack();
        throw error;
      } finally {
        this.#version.outdate();
      }
    });
  }

  /** Lets queued writes finish, moves the write-ahead log into the file and closes both connections. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#mutex.idle();
    if (this.#reader !== this.#writer) await this.#reader.destroy();
    try {
      await this.#run("PRAGMA wal_checkpoint(TRUNCATE)");
    } finally {
      await this.#writer.destroy();
    }
  }

  /** Up to Node 22 a store in use makes every promise of the process dearer, so it is in use no longer than there is need. */
  async #marked<T>(access: TransactionAccess, work: () => Promise<T>): Promise<T> {
    try {
      return await this.#current.run(access, work);
    } finally {
      this.#current.disable();
    }
  }

  async #exclusive<T>(work: () => Promise<T>): Promise<T> {
    this.#refuseWhenClosing();
    const current = this.#current.getStore();
    if (current && !current.ended) {
      throw new Error("A transaction is open here: use the repositories that it was given, or this waits for ever.");
    }
    return this.#mutex.run(work);
  }

  /** SQLite ends a transaction by itself after some failures (a full disk); rolling back then fails and changes nothing. */
  async #rollBack(): Promise<void> {
    try {
      await this.#run("ROLLBACK");
    } catch {
      // The first error is the one to tell.
    }
  }

  async #run(statement: string): Promise<void> {
    await translated(() => this.#writer.query(statement));
  }

  #refuseWhenClosing(): void {
    if (this.#closing !== undefined) throw new Error("The database is closed.");
  }
}

/** Another number after each commit of another connection: https://sqlite.org/pragma.html#pragma_data_version */
async function dataVersion(manager: EntityManager): Promise<number> {
  const [row] = (await manager.query("PRAGMA data_version")) as readonly { readonly data_version: number }[];
  if (row === undefined) throw new Error("SQLite did not tell its version of the data.");
  return row.data_version;
}
