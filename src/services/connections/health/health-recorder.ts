import type { ConnectionHealth } from "../../../entities/connection-health.entity.js";
import { isAppError } from "../../../lib/app-error.js";
import type { Clock } from "../../../lib/clock.js";
import type { Logger } from "../../../lib/logger.js";
import { backgroundSleep, type Sleep } from "../../../lib/sleep.js";
import type { Database } from "../../../store/database.js";
import { explainError } from "../../explained-errors/explain-error.js";
import { type ConnectionMove, moveConnection } from "../connection-move.js";
import { ConnectionPulse } from "./connection-pulse.js";
import { outcomeOf } from "./use-outcome.js";

/** Each write costs a disk flush, and a connection may serve thousands of requests a minute. */
const WRITE_EVERY_MS = 60_000;

/** Where requests to mailboxes tell how they ended. Costs no waiting and never throws. */
export interface UseRecorder {
  /** `at`: when it was, for an answer that may have been kept; left out: now. */
  worked(connectionId: string, at?: Date): void;
  failed(connectionId: string, mailboxId: string, error: unknown): void;
}

export interface HealthRecorderDeps {
  readonly db: Pick<Database, "connectionHealth" | "transaction">;
  readonly clock: Clock;
  readonly log: Logger;
  readonly sleep?: Sleep;
}

interface Entry {
  readonly pulse: ConnectionPulse;
  /** What was handed to the store last; it may be on its way there. */
  known: ConnectionHealth | undefined;
  writtenAt: number;
  isUnwritten: boolean;
  alarm: AbortController | undefined;
}

/**
 * Keeps what real use shows of each connection: in memory at once, in the store at most once a minute a connection, and
 * the rest at the end. Moves connections by it.
 */
export class HealthRecorder implements UseRecorder {
  readonly #entries = new Map<string, Entry>();
  /** One write after the other, each for itself. */
  #writing: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(private readonly deps: HealthRecorderDeps) {}

  worked(connectionId: string, at?: Date): void {
    const entry = this.#entryOf(connectionId);
    if (at !== undefined && !entry.pulse.isNews(at.getTime())) return;
    entry.pulse.worked(at?.getTime() ?? this.deps.clock.now());
    this.#plan(connectionId, entry);
  }

  failed(connectionId: string, mailboxId: string, error: unknown): void {
    const outcome = outcomeOf(error);
    if (outcome === null) return;
    if (outcome === "worked") {
      this.worked(connectionId);
      return;
    }
    const entry = this.#entryOf(connectionId);
    entry.pulse.failed(this.deps.clock.now(), mailboxId, outcome);
    this.#plan(connectionId, entry);
  }

  /** What is known now, written or not; connections that were never used are absent. */
  async getMany(connectionIds: readonly string[]): Promise<ReadonlyMap<string, ConnectionHealth>> {
    const stored = await this.deps.db.connectionHealth.byIds(connectionIds);
    const known = new Map(stored);
    for (const id of connectionIds) {
      const entry = this.#entries.get(id);
      if (entry !== undefined) known.set(id, entry.pulse.over(id, entry.known ?? stored.get(id)));
    }
    return known;
  }

  /** Writes what is not written yet. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const [id, entry] of this.#entries) {
      entry.alarm?.abort();
      if (entry.isUnwritten) this.#write(id, entry);
    }
    await this.#writing;
  }

  #entryOf(connectionId: string): Entry {
    const known = this.#entries.get(connectionId);
    if (known !== undefined) return known;
    const entry = {
      pulse: new ConnectionPulse(),
      known: undefined,
      writtenAt: Number.NEGATIVE_INFINITY,
      isUnwritten: false,
      alarm: undefined,
    };
    this.#entries.set(connectionId, entry);
    return entry;
  }

  #plan(connectionId: string, entry: Entry): void {
    entry.isUnwritten = true;
    const waitMs = entry.writtenAt + WRITE_EVERY_MS - this.deps.clock.now();
    if (waitMs <= 0) {
      entry.alarm?.abort();
      entry.alarm = undefined;
      this.#write(connectionId, entry);
      return;
    }
    if (entry.alarm !== undefined || this.#isClosed) return;
    const alarm = new AbortController();
    entry.alarm = alarm;
    const { sleep = backgroundSleep } = this.deps;
    sleep(waitMs, alarm.signal).then(
      () => {
        entry.alarm = undefined;
        if (entry.isUnwritten) this.#plan(connectionId, entry);
      },
      () => undefined,
    );
  }

  #write(connectionId: string, entry: Entry): void {
    entry.writtenAt = this.deps.clock.now();
    this.#writing = this.#writing.then(() => this.#writeOne(connectionId, entry));
  }

  /** Never rejects: what is lost is noted again by the next request. */
  async #writeOne(connectionId: string, entry: Entry): Promise<void> {
    const { db, log } = this.deps;
    try {
      await db.transaction(async (repositories) => {
        const row = (await repositories.connections.byIds([connectionId], null)).get(connectionId);
        if (row === undefined) {
          this.#entries.delete(connectionId);
          return;
        }
        const stored = (await repositories.connectionHealth.byIds([connectionId])).get(connectionId);
        // Judged and told in one turn, so that no request comes in between.
        const health = entry.pulse.over(connectionId, entry.known ?? stored);
        const verdict = entry.pulse.verdict();
        entry.pulse.written();
        entry.known = health;
        entry.isUnwritten = false;
        await repositories.connectionHealth.save(health);
        if (verdict === null || verdict.since < row.updatedAt.getTime()) return;
        await moveConnection(repositories, row, toMove(verdict));
      });
    } catch (error) {
      const isGone = isAppError(error, "NOT_FOUND");
      if (!isGone) log.warn({ err: error, connection: connectionId }, "the health of a connection could not be stored");
    }
  }
}

const REASONS: Readonly<Record<string, string>> = {
  USE_REFUSED_CREDENTIAL: "Microsoft refused the credential to several requests in a row.",
  USE_MISSED_CONSENT: "Microsoft refused access to several requests in a row.",
  USE_FAILED: "Microsoft could not be reached for several requests in a row.",
};

function toMove({ cause, code, requestId }: NonNullable<ReturnType<ConnectionPulse["verdict"]>>): ConnectionMove {
  if (code === null) return { cause, reason: null };
  const { what, isKnown } = explainError(code);
  const reason = `${REASONS[cause] ?? ""}${isKnown ? ` ${what}` : ""}`.trim();
  return { cause, reason, code, correlationId: requestId };
}
