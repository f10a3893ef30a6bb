import { type AppError, type AppErrorCode, isAppError } from "../../lib/app-error.js";
import { Refusal } from "../refusal.js";

/** All others speak of the state of an event, which is a conflict. */
const STATUS: Readonly<Partial<Record<AppErrorCode, number>>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID_INPUT: 400,
  LIMIT_EXCEEDED: 413,
  CONNECTION_READ_ONLY: 403,
  CREDENTIAL_REFUSED: 502,
  CONSENT_MISSING: 403,
  MAILBOX_UNAVAILABLE: 404,
  UPSTREAM_REFUSED: 502,
  UPSTREAM_THROTTLED: 429,
  UPSTREAM_UNAVAILABLE: 502,
  TIMEOUT: 504,
  CANCELLED: 400,
};

/** A failure with a meaning as an answer of HTTP, with what GraphQL tells in `extensions`; others are passed on. */
export function refusalOf(error: unknown): unknown {
  if (!isAppError(error)) return error;
  const { path, ...facts } = error.facts;
  const wait = facts.retryAfterMs;
  return Refusal.of(error, statusOf(error), {
    ...(wait !== undefined && { headers: { "retry-after": String(Math.ceil(wait / 1_000)) } }),
    extensions: { ...facts, ...(path && { argumentPath: path }) },
  });
}

function statusOf({ code, facts }: AppError): number {
  // A limit that passes is waited for; any other is a matter of the file.
  if (code === "LIMIT_EXCEEDED" && facts.retryAfterMs !== undefined) return 429;
  return STATUS[code] ?? 409;
}
