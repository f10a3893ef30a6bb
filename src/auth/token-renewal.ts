import type { IdentityError } from "./identity-error.js";

/** The last minutes of a token belong to its renewal: Microsoft's own clients stop using one here. */
const RENEWAL_MS = 300_000;
/** A token this near its end is not handed out any more: it has to reach Graph and be checked there. */
const SAFETY_MS = 30_000;
const FIRST_BACKOFF_MS = 15_000;
const LONGEST_BACKOFF_MS = 300_000;
/** After a refusal of the credential: somebody has to act first. */
const REFUSED_BACKOFF_MS = 1_800_000;
const LONGEST_JITTER_MS = 60_000;

/** When a token is to be renewed, and until when it is good enough to be handed out; milliseconds since the epoch. */
export interface TokenTimes {
  readonly renewAt: number;
  readonly usableUntil: number;
}

/**
 * Entra says when it would like a token to be renewed (`refresh_in`, half its life for long ones); else that is five
 * minutes before its end, but not before half its life.
 */
export function tokenTimes(token: { expiresAt: number; refreshAt: number | null }, now: number): TokenTimes {
  const lifeMs = Math.max(0, token.expiresAt - now);
  const beforeItsEnd = Math.max(token.expiresAt - RENEWAL_MS, now + lifeMs / 2);
  const renewAt = Math.min(beforeItsEnd, Math.max(now, token.refreshAt ?? Number.POSITIVE_INFINITY));
  return { renewAt, usableUntil: token.expiresAt - SAFETY_MS };
}

/** Before `renewAt`, and for each connection another time: tokens that were asked for together do not end together. */
export function plannedRenewal({ renewAt }: TokenTimes, now: number, random: number): number {
  return Math.max(now, renewAt - Math.min(LONGEST_JITTER_MS, (renewAt - now) / 10) * random);
}

/** Milliseconds from the failed attempt number `failures`, counted from 1, to the next one in the background. */
export function renewalDelayMs(error: IdentityError | undefined, failures: number, random: number): number {
  const mayPass = error === undefined || error.kind === "unavailable" || error.kind === "throttled";
  const ceiling = Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (failures - 1));
  const ownMs = mayPass ? ceiling * (0.5 + random / 2) : REFUSED_BACKOFF_MS;
  return Math.round(Math.max(ownMs, error?.facts.retryAfterMs ?? 0));
}
