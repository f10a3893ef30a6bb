import type { ConnectionHealth } from "../../../entities/connection-health.entity.js";
import type { ConnectionCause } from "../connection-life.js";
import type { UseFailure, UseFailureKind } from "./use-outcome.js";

/** So many refusals in a row are no slip of one of Entra's replicas. */
const REFUSALS = 3;
/** So many different mailboxes in a row speak of the connection and not of themselves. */
const MAILBOXES = 3;

interface Verdict {
  readonly cause: ConnectionCause;
  readonly code: string | null;
  readonly requestId: string | null;
  /** Milliseconds of the first observation that it rests on: what changed later is not judged by it. */
  readonly since: number;
}

/** What the requests of one connection have shown since the last write, and since the last one that worked. */
export class ConnectionPulse {
  #lastSuccessAt: number | undefined;
  #lastFailure: { readonly at: number; readonly failure: UseFailure } | undefined;
  /** Failures since the last success; before the first one they add to those that are stored. */
  #failures = 0;
  #hasWorked = false;
  /** Requests and mailboxes that failed alike, since the last success. */
  readonly #streaks = new Map<
    UseFailureKind,
    { since: number; count: number; mailboxes: Set<string>; last: UseFailure }
  >();

  /** Whether a success of that time says anything beyond what is known. */
  isNews(at: number): boolean {
    return (
      at > (this.#lastSuccessAt ?? Number.NEGATIVE_INFINITY) && at > (this.#lastFailure?.at ?? Number.NEGATIVE_INFINITY)
    );
  }

  worked(at: number): void {
    this.#lastSuccessAt = at;
    this.#failures = 0;
    this.#hasWorked = true;
    if (this.#streaks.size > 0) this.#streaks.clear();
  }

  failed(at: number, mailboxId: string, failure: UseFailure): void {
    this.#lastFailure = { at, failure };
    this.#failures++;
    const streak = this.#streaks.get(failure.kind) ?? { since: at, count: 0, mailboxes: new Set(), last: failure };
    streak.count++;
    streak.last = failure;
    // Only whether there are enough of them matters.
    if (streak.mailboxes.size < MAILBOXES) streak.mailboxes.add(mailboxId);
    this.#streaks.set(failure.kind, streak);
  }

  /** What is known with it, on top of what is stored. */
  over(connectionId: string, stored: ConnectionHealth | undefined): ConnectionHealth {
    const last = this.#lastFailure;
    return {
      id: connectionId,
      lastSuccessAt:
        this.#lastSuccessAt === undefined ? (stored?.lastSuccessAt ?? null) : new Date(this.#lastSuccessAt),
      lastFailureAt: last === undefined ? (stored?.lastFailureAt ?? null) : new Date(last.at),
      lastErrorCode: last === undefined ? (stored?.lastErrorCode ?? null) : last.failure.code,
      lastErrorRequestId: last === undefined ? (stored?.lastErrorRequestId ?? null) : last.failure.requestId,
      consecutiveFailures: this.#hasWorked ? this.#failures : (stored?.consecutiveFailures ?? 0) + this.#failures,
    };
  }

  /** Call when all that `over` told is stored. */
  written(): void {
    this.#hasWorked = false;
    this.#failures = 0;
  }

  /** Where the requests lead their connection; null: nowhere. */
  verdict(): Verdict | null {
    const refused = this.#enough("CREDENTIAL", "count") ?? null;
    if (refused !== null) return { cause: "USE_REFUSED_CREDENTIAL", ...refused };
    const unconsented = this.#enough("CONSENT", "count") ?? this.#enough("ACCESS", "mailboxes");
    if (unconsented !== undefined) return { cause: "USE_MISSED_CONSENT", ...unconsented };
    const out = this.#enough("SIGN_IN_OUTAGE", "count") ?? this.#enough("OUTAGE", "mailboxes");
    if (out !== undefined) return { cause: "USE_FAILED", ...out };
    if (this.#streaks.size > 0 || this.#lastSuccessAt === undefined) return null;
    return { cause: "USE_WORKED", code: null, requestId: null, since: this.#lastSuccessAt };
  }

  #enough(kind: UseFailureKind, by: "count" | "mailboxes"): Omit<Verdict, "cause"> | undefined {
    const streak = this.#streaks.get(kind);
    if (streak === undefined) return undefined;
    const isEnough = by === "count" ? streak.count >= REFUSALS : streak.mailboxes.size >= MAILBOXES;
    const { since, last } = streak;
    return isEnough ? { since, code: last.code, requestId: last.requestId } : undefined;
  }
}
