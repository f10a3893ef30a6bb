import type { AppErrorCode } from "../../lib/app-error.js";

/**
 * What becomes of an attempt's record:
 * - KEEP: the outcome is stored, and answers every repetition.
 * - FORGET: nothing was done, and the reason passes or is mended: the key is as if it had never been used.
 * - UNSURE: the work may have been done. The key is still bound to its input, and the next attempt knows of this one.
 */
export type Fate = "KEEP" | "FORGET" | "UNSURE";

/** Failures that are no outcome: the same call may succeed later without another input. */
const PASSING: Readonly<Partial<Record<AppErrorCode, Fate>>> = {
  UPSTREAM_UNAVAILABLE: "UNSURE",
  UPSTREAM_THROTTLED: "UNSURE",
  TIMEOUT: "UNSURE",
  CANCELLED: "UNSURE",
  OUTCOME_UNKNOWN: "UNSURE",
  UNAUTHENTICATED: "FORGET",
  FORBIDDEN: "FORGET",
  CONNECTION_UNUSABLE: "FORGET",
  CONNECTION_READ_ONLY: "FORGET",
  CREDENTIAL_REFUSED: "FORGET",
  CONSENT_MISSING: "FORGET",
  MAILBOX_UNAVAILABLE: "FORGET",
  IDEMPOTENCY_MISMATCH: "FORGET",
  IDEMPOTENCY_IN_PROGRESS: "FORGET",
};

/** A member of a payload's `errors`, as far as it matters here. */
interface PayloadError {
  readonly code: AppErrorCode;
  readonly retryAfterMs?: number | null;
}

/** Codes of a payload's errors; empty when all was done. */
export function errorsOf(payload: object): readonly PayloadError[] {
  const { errors } = payload as { readonly errors?: readonly PayloadError[] };
  return errors ?? [];
}

/** The fate of an attempt that answered. A payload that holds anything but errors did something, so it is kept. */
export function fateOfPayload(payload: object): Fate {
  const errors = errorsOf(payload);
  const isDone = Object.entries(payload).some(([name, value]) => name !== "errors" && value != null);
  if (errors.length === 0 || isDone) return "KEEP";
  const fates = errors.map(fateOfError);
  if (fates.includes("UNSURE")) return "UNSURE";
  return fates.includes("FORGET") ? "FORGET" : "KEEP";
}

/** The fate of an attempt that threw: faults of the gateway may come after the work. */
export function fateOfThrown(code: AppErrorCode | undefined): Fate {
  return (code && PASSING[code]) ?? "UNSURE";
}

function fateOfError({ code, retryAfterMs }: PayloadError): Fate {
  if (code === "LIMIT_EXCEEDED" && typeof retryAfterMs === "number") return "FORGET";
  return PASSING[code] ?? "KEEP";
}
