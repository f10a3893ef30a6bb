import type { CallSignal } from "./cancellation.js";

/**
 * What one GraphQL request costs upstream, counted while it runs and written to its log line.
 * A part of a `$batch` counts as one request; the envelope counts as one HTTP exchange for the request that opened it.
 */
export interface UpstreamMeter {
  httpRequests: number;
  graphRequests: number;
  tokenRequests: number;
  retries: number;
  /** Reads that another request's identical read answered; they count in no other number. Absent when none. */
  sharedRequests?: number;
  /** Reads that the response cache answered; they count in no other number. Absent when none. */
  cachedReads?: number;
}

/** Codes of notices, and when they are given; docs/errors.md is written from it. */
export const NOTICES = {
  ANSWER_REPEATED:
    "A mutation with this idempotency key was done before: this is what it answered then, and nothing was done now.",
  EVENTS_HIDDEN: "Events were asked for that the connection or the API key does not show; they are left out.",
  FIELDS_WITHHELD: "Fields were asked for that the connection or the API key does not show; they are null.",
  JOIN_LINK_PENDING:
    "Microsoft has not filled in the join link of an online meeting yet. Read the event again in a moment.",
  ROOMS_UNKNOWN: "Of some rooms it is not known whether they are free; they are left out.",
} as const;

/** Something that a caller should know of an answer as a whole; told once, in `extensions.notices`. */
export interface Notice {
  readonly code: keyof typeof NOTICES;
  readonly message: string;
}

/** One attempt at a write that carries an idempotency key (docs/decisions/0021-safe-writes.md). */
export interface WriteAttempt {
  /** The same for every attempt at one write, and of no other: what Graph knows a creation by. */
  readonly transactionId: string;
  /** True when an earlier attempt may have done the work, in part or whole, and nobody knows. */
  readonly isRepetition: boolean;
  /** When the first attempt began; absent in it. */
  readonly begunAt?: Date | undefined;
}

/** What every piece of work needs to know of the request it is done for; the last argument of services and clients. */
export interface Call {
  /** Aborts when the client goes away or the deadline passes. */
  readonly signal: CallSignal;
  /** Sent to Microsoft as `client-request-id` and given to the caller, so that both sides' logs can be joined. */
  readonly requestId: string;
  /** W3C trace context to continue upstream, as a whole `traceparent` value. */
  readonly traceparent: string;
  readonly meter: UpstreamMeter;
  /** Filled while the work is done; equal keys are told once. */
  readonly notices?: Map<string, Notice> | undefined;
  /** Who is served in turn with others where requests queue, for example an API key's id; default: this very request. */
  readonly client?: string | undefined;
  /** Background work yields to interactive work, which is the default, but is never starved by it. */
  readonly priority?: "interactive" | "background" | undefined;
  /** When answers become worthless, in milliseconds since the Unix epoch: no wait is begun that would end later. */
  readonly deadline?: number | undefined;
  /** The header `Idempotency-Key`, as it came. */
  readonly idempotencyKey?: string | undefined;
  /** Of a mutation with an idempotency key; absent for all other work. */
  readonly write?: WriteAttempt | undefined;
}

export function newMeter(): UpstreamMeter {
  return { httpRequests: 0, graphRequests: 0, tokenRequests: 0, retries: 0 };
}
