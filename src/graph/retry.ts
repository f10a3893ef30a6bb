const SHORTEST_BACKOFF_MS = 250;
const LONGEST_BACKOFF_MS = 8_000;
const SHORTEST_JITTER_MS = 20;
const LONGEST_JITTER_MS = 1_000;
/** Small, because one probe a mailbox comes back and not everyone: it only has to part mailboxes and processes. */
const JITTER_SHARE = 0.02;

/** Refusals: Graph did not do the work, so anything may be sent again. 509 is its bandwidth limit. */
const REFUSED = new Set([429, 509]);
/** The work may have been done although the answer says otherwise. 0 stands for no answer at all. */
const AMBIGUOUS = new Set([0, 502, 503, 504]);
/** An envelope refused with these was not run; its requests may do better each by itself. */
const ENVELOPE_UNFIT = new Set([400, 404, 405, 413, 501]);

/** One attempt's outcome, as far as repeating depends on it. */
export interface Outcome {
  /** 0 when there was no answer. */
  readonly status: number;
  readonly about: "request" | "part" | "envelope";
  readonly retryAfter: string | undefined;
  /** Whether the answer blames the token; only asked for parts, whose envelope's token was accepted. */
  readonly blamesToken: boolean;
  /** Whether a refusal is for requests open at once, which ends when one of them does and not at a time. */
  readonly isCrowded?: boolean;
}

export interface RetryState {
  /** Attempts made so far, counted from 1. */
  readonly attempt: number;
  /** Whether the request may be sent twice although the first one may have worked. */
  readonly isRepeatable: boolean;
  /** Milliseconds waited so far. */
  readonly waitedMs: number;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  /** A number in [0, 1). */
  readonly random: number;
}

export interface RetryLimits {
  readonly maxAttempts: number;
  readonly maxWaitMs: number;
}

/** Milliseconds to wait before sending again, or undefined when the request has failed. */
export function retryDelayMs(outcome: Outcome, state: RetryState, limits: RetryLimits): number | undefined {
  if (state.attempt >= limits.maxAttempts || !mayRepeat(outcome, state)) return undefined;
  if (outcome.isCrowded) return 0;
  if (!isRefusal(outcome.status) && !AMBIGUOUS.has(outcome.status)) return 0;
  const asked = retryAfterMs(outcome.retryAfter, state.now);
  const remainingMs = limits.maxWaitMs - state.waitedMs;
  if (asked === undefined) {
    const waitMs = backoffMs(state.attempt, state.random);
    return waitMs <= remainingMs ? waitMs : undefined;
  }
  return asked <= remainingMs ? asked + jitterMs(asked, state.random) : undefined;
}

/** Whether Graph did not do the work because there was too much of it. */
export function isRefusal(status: number): boolean {
  return REFUSED.has(status);
}

function mayRepeat(outcome: Outcome, state: RetryState): boolean {
  if (isRefusal(outcome.status)) return true;
  if (outcome.about === "envelope" && ENVELOPE_UNFIT.has(outcome.status)) return true;
  if (outcome.about === "part" && outcome.status === 401) return outcome.blamesToken && state.attempt === 1;
  return AMBIGUOUS.has(outcome.status) && state.isRepeatable;
}

/**
 * The wait that a `Retry-After` header asks for, in whole milliseconds rounded up: seconds, with a fraction as Graph
 * sends them, or an HTTP date. Undefined for a missing or unreadable header.
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d+(\.\d*)?$|^\.\d+$/.test(text)) {
    // Rounded first, or 2.128 s would become 2129 ms by the error of binary fractions.
    return Math.ceil(Math.round(Number(text) * 1_000_000) / 1_000);
  }
  // An HTTP date names its weekday; Date.parse alone would take many other texts for dates.
  const date = /^[A-Za-z]{3,9}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Wait after attempt number `attempt` when Graph named none: doubling, half of it random. */
export function backoffMs(attempt: number, random: number): number {
  const ceiling = Math.min(LONGEST_BACKOFF_MS, SHORTEST_BACKOFF_MS * 2 ** attempt);
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}

/** What is added to a wait that Graph named, so that all who were refused together do not come back together. */
export function jitterMs(waitMs: number, random: number): number {
  const widest = Math.min(LONGEST_JITTER_MS, Math.max(SHORTEST_JITTER_MS, waitMs * JITTER_SHARE));
  return Math.floor(widest * random);
}
