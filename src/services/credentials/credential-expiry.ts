import type { CredentialKind } from "../../entities/credential.entity.js";

const DAY_MS = 86_400_000;

/** Days before the expiry at which somebody is told. */
export const WARNING_DAYS = [60, 30, 14, 7, 1] as const;
/** Stands behind the last of them when the expiry has passed. */
const LAPSED = 0;

/** Whole days until then, rounded down: 0 on the last day, negative after it. */
export function daysLeft(expiresAt: Date, now: number): number {
  return Math.floor((expiresAt.getTime() - now) / DAY_MS);
}

/** The narrowest threshold that has been reached: 60, 30, 14, 7 or 1 days, 0 after the expiry; null before all of them. */
export function reachedThreshold(expiresAt: Date, now: number): number | null {
  const leftMs = expiresAt.getTime() - now;
  if (leftMs <= 0) return LAPSED;
  return WARNING_DAYS.findLast((days) => leftMs <= days * DAY_MS) ?? null;
}

/** The moment from which it is warned of. */
export function firstWarningAt(expiresAt: Date): Date {
  return new Date(expiresAt.getTime() - WARNING_DAYS[0] * DAY_MS);
}

export function kindName(kind: CredentialKind): string {
  switch (kind) {
    case "CLIENT_SECRET":
      return "client secret";
    case "CERTIFICATE":
      return "certificate";
    case "FEDERATED":
      return "federated credential";
  }
}

export function dayText(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Why a connection is degraded when its current credential has lapsed. */
export function lapseSentence(kind: CredentialKind, expiresAt: Date): string {
  return `The ${kindName(kind)} in use expired on ${dayText(expiresAt)}. Add a new credential.`;
}
