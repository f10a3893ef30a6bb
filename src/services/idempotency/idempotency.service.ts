import { randomUUID } from "node:crypto";
import type { Viewer } from "../../auth/viewer.js";
import type { IdempotencyRecord } from "../../entities/idempotency-record.entity.js";
import { AppError, isAppError } from "../../lib/app-error.js";
import type { Call, WriteAttempt } from "../../lib/call.js";
import type { Clock } from "../../lib/clock.js";
import { newRowId } from "../../lib/ids.js";
import { JoinedWork } from "../../lib/joined-work.js";
import type { Logger } from "../../lib/logger.js";
import type { Repeat } from "../../lib/repeat.js";
import type { SealedBox } from "../../lib/sealed-box.js";
import type { Sleep } from "../../lib/sleep.js";
import type { IdempotencyRepository, Lease } from "../../store/idempotency.repository.js";
import { outcomeUnknown } from "../outcomes.js";
import { keyHash, requestHash, transactionIdOf } from "./idempotency-key.js";
import { errorsOf, type Fate, fateOfPayload, fateOfThrown } from "./outcome-fate.js";
import { removedMemberOf, repetitionOf } from "./repetitions.js";
import { decodeOutcome, encodeOutcome } from "./stored-outcome.js";

/** How long a process that was killed holds up a repetition; one that lives renews its lease long before. */
const LEASE_MS = 5_000;
const RENEW_MS = 1_500;
/** How often a repetition looks whether another process has finished, and how long before its deadline it gives up. */
const LOOK_MS = 100;
const SPARE_MS = 1_000;
const MAX_WAIT_MS = 30_000;

export interface KeyedWrite {
  readonly mutation: string;
  readonly key: string;
  /** Without the key. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Members of the payload that are shown once and never stored. */
  readonly shownOnce: ReadonlySet<string>;
}

export type KeyedWork = (call: Call) => Promise<object>;

export interface IdempotencyDeps {
  readonly db: { readonly idempotency: IdempotencyRepository };
  readonly box: SealedBox;
  readonly clock: Clock;
  readonly log: Logger;
  readonly sleep: Sleep;
  readonly repeat: Repeat;
  /** What a stored outcome shows by now to whom it is answered again. */
  readonly shownAgain: { outcome(viewer: Viewer, stored: object): Promise<object> };
  /** How long outcomes are kept. */
  readonly keptMs: number;
}

/** What a flight of one key is known by, and the flight. */
interface Flight {
  readonly request: string;
  readonly work: JoinedWork<object>;
}

/** Does each write with an idempotency key once: docs/decisions/0021-safe-writes.md. */
export class IdempotencyService {
  readonly #flights = new Map<string, Flight>();

  constructor(private readonly deps: IdempotencyDeps) {}

  /**
   * The payload of the work, or that of the same write before.
   *
   * @throws AppError IDEMPOTENCY_MISMATCH, IDEMPOTENCY_IN_PROGRESS, OUTCOME_UNKNOWN, and what the work throws.
   */
  run(viewer: Viewer, write: KeyedWrite, call: Call, work: KeyedWork): Promise<object> {
    const hash = keyHash(viewer.apiKeyId, write.key);
    const request = requestHash(write.mutation, write.input);
    const known = this.#flights.get(hash);
    if (known !== undefined) {
      return known.request === request ? known.work.join(call) : Promise.reject(mismatch());
    }
    const flight: Flight = {
      request,
      work: new JoinedWork(
        call,
        (joined) => this.#settled(viewer, write, { hash, request }, joined, work),
        () => this.#flights.get(hash) === flight && this.#flights.delete(hash),
      ),
    };
    this.#flights.set(hash, flight);
    return flight.work.join(call);
  }

  /** Forgets what has expired. */
  async purge(): Promise<void> {
    const forgotten = await this.deps.db.idempotency.purge();
    if (forgotten > 0) this.deps.log.info({ forgotten }, "idempotency keys forgotten");
  }

  async #settled(
    viewer: Viewer,
    write: KeyedWrite,
    { hash, request }: { readonly hash: string; readonly request: string },
    call: Call,
    work: KeyedWork,
  ): Promise<object> {
    const { db, box, clock, sleep } = this.deps;
    const { apiKeyId, organizationId } = viewer;
    const waitUntil = Math.min(clock.now() + MAX_WAIT_MS, (call.deadline ?? Number.POSITIVE_INFINITY) - SPARE_MS);
    const own: Lease = { id: newRowId(), leaseOwner: randomUUID() };
    const requestSealed = box.seal(request, contextOf(own.id, "request"));
    const stored = { keyHash: hash, requestSealed, apiKeyId, organizationId };
    for (;;) {
      const leaseUntil = this.#leaseEnd();
      const expiresAt = new Date(clock.now() + this.deps.keptMs);
      const found = await db.idempotency.begin({ ...own, ...stored, leaseUntil, expiresAt });
      if (found === "BEGUN") return this.#attempt(own, write, undefined, call, work);
      if (this.#opened(found.requestSealed, contextOf(found.id, "request")) !== request) throw mismatch();
      if (found.state === "DONE") return this.#repeated(viewer, found, call);
      const restMs = found.leaseUntil.getTime() - clock.now();
      const lease = { id: found.id, leaseOwner: own.leaseOwner };
      if (restMs <= 0 && (await db.idempotency.takeOver(lease, leaseUntil))) {
        return this.#attempt(lease, write, found.createdAt, call, work);
      }
      if (clock.now() >= waitUntil) throw inProgress(Math.max(restMs, LOOK_MS));
      await sleep(LOOK_MS, call.signal);
    }
  }

  /** Does the work while it holds the record, and decides what becomes of the record. */
  async #attempt(
    lease: Lease,
    write: KeyedWrite,
    begunAt: Date | undefined,
    call: Call,
    work: KeyedWork,
  ): Promise<object> {
    const isRepetition = begunAt !== undefined;
    if (isRepetition && repetitionOf(write.mutation) === "UNKNOWN") {
      await this.#leave(lease, "UNSURE");
      throw outcomeUnknown();
    }
    const attempt: WriteAttempt = { transactionId: transactionIdOf(lease.id), isRepetition, begunAt };
    const stopRenewing = this.deps.repeat(RENEW_MS, () => {
      this.deps.db.idempotency.renew(lease, this.#leaseEnd()).catch((err) => this.#failed(err));
    });
    // A fault after a repetition says nothing of the attempt before it.
    const fateFor = (fate: Fate) => (isRepetition && fate === "FORGET" ? "UNSURE" : fate);
    try {
      const answered = await work(withAttempt(call, attempt));
      const payload = isRepetition ? goneIsDone(write, answered) : answered;
      await this.#leave(lease, fateFor(fateOfPayload(payload)), () => encodeOutcome(payload, write.shownOnce).text);
      return payload;
    } catch (error) {
      await this.#leave(lease, fateFor(fateOfThrown(isAppError(error) ? error.code : undefined)));
      throw error;
    } finally {
      stopRenewing();
    }
  }

  /** The work has been done or not: that its record cannot be written must not look like its failure. */
  async #leave(lease: Lease, fate: Fate, outcome: () => string = () => ""): Promise<void> {
    const { db, box } = this.deps;
    try {
      if (fate === "KEEP") await db.idempotency.finish(lease, box.seal(outcome(), contextOf(lease.id, "outcome")));
      else if (fate === "FORGET") await db.idempotency.forget(lease);
      else await db.idempotency.leaveUnsure(lease);
    } catch (error) {
      this.#failed(error);
    }
  }

  #failed(error: unknown): void {
    this.deps.log.error({ err: error }, "the record of a write with an idempotency key could not be changed");
  }

  async #repeated(viewer: Viewer, { id, outcomeSealed }: IdempotencyRecord, call: Call): Promise<object> {
    if (outcomeSealed === null) throw outcomeUnknown();
    const { payload, isPartial } = decodeOutcome(this.#opened(outcomeSealed, contextOf(id, "outcome")));
    const shown = await this.deps.shownAgain.outcome(viewer, payload);
    const secret = isPartial ? " What is shown only once is null in it." : "";
    call.notices?.set("ANSWER_REPEATED", {
      code: "ANSWER_REPEATED",
      message: `A mutation with this idempotency key was done before; its outcome is answered again.${secret}`,
    });
    return shown;
  }

  #opened(envelope: string, context: string): string {
    try {
      return this.deps.box.open(envelope, context);
    } catch (error) {
      // The sealing key was taken away, or the row was changed: whether the work was done cannot be told any more.
      this.deps.log.warn({ err: error }, "a stored outcome cannot be opened");
      throw outcomeUnknown();
    }
  }

  #leaseEnd(): Date {
    return new Date(this.deps.clock.now() + LEASE_MS);
  }
}

/** A call is copied member by member, and its signal may be a getter of its class. */
function withAttempt(call: Call, write: WriteAttempt): Call {
  return { ...call, signal: call.signal, write };
}

/** A repetition that finds nothing to remove: its first attempt removed it. */
function goneIsDone({ mutation, input }: KeyedWrite, payload: object): object {
  const member = removedMemberOf(mutation);
  const errors = errorsOf(payload);
  const isGone = errors.length > 0 && errors.every(({ code }) => code === "NOT_FOUND" || code === "OCCURRENCE_GONE");
  return member !== undefined && isGone ? { [member]: input.id ?? null, errors: [] } : payload;
}

function contextOf(id: string, column: "request" | "outcome"): string {
  return `idempotency_record.${column}.${id}`;
}

function mismatch(): AppError {
  const message =
    "This idempotency key was used with another mutation or input. Use a new key for each new write, and an old one only to repeat it unchanged.";
  return new AppError("IDEMPOTENCY_MISMATCH", message, { path: ["idempotencyKey"] });
}

function inProgress(retryAfterMs: number): AppError {
  const message = "The same mutation with this idempotency key is still under way. Repeat it later, with the same key.";
  return new AppError("IDEMPOTENCY_IN_PROGRESS", message, {
    path: ["idempotencyKey"],
    retryable: true,
    retryAfterMs,
  });
}
