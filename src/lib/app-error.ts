/**
 * What a failure means to a caller. The closed list of machine codes: they reach clients as `extensions.code`
 * and as `UserError.code`, so a member may be added but never renamed.
 */
export const APP_ERROR_CODES = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "INVALID_INPUT",
  "CONFLICT",
  "LIMIT_EXCEEDED",
  "NOT_ORGANIZER",
  "NOT_ATTENDEE",
  "EVENT_CANCELLED",
  "RESPONSE_NOT_REQUESTED",
  "NEW_TIME_NOT_ALLOWED",
  "MOVE_REFUSED",
  "NOT_REMOVABLE",
  "ROLE_NOT_ALLOWED",
  "CONNECTION_UNUSABLE",
  "CONNECTION_READ_ONLY",
  "CREDENTIAL_REFUSED",
  "CONSENT_MISSING",
  "MAILBOX_UNAVAILABLE",
  "ONLINE_MEETING_UNAVAILABLE",
  "UPSTREAM_REFUSED",
  "UPSTREAM_THROTTLED",
  "UPSTREAM_UNAVAILABLE",
  "TIMEOUT",
  "CANCELLED",
  "IDEMPOTENCY_MISMATCH",
  "IDEMPOTENCY_IN_PROGRESS",
  "OUTCOME_UNKNOWN",
  "OCCURRENCE_GONE",
] as const;

export type AppErrorCode = (typeof APP_ERROR_CODES)[number];

/** Facts beside the message. Everything here may be shown to the caller: no secrets, no subjects, no SQL. */
export interface AppErrorFacts {
  /** Path of the input field at fault, for example `["emailDomains", "0"]`. */
  readonly path?: readonly string[];
  /** True when the same call may succeed later without a change by the caller. */
  readonly retryable?: boolean;
  /** Milliseconds that the service asked to wait. */
  readonly retryAfterMs?: number;
  /** What Microsoft answered: its code (Graph's `code` or `AADSTS…`), HTTP status and the id its support asks for. */
  readonly upstream?: { readonly code: string; readonly status?: number; readonly requestId?: string };
  /** A page that explains more. */
  readonly helpUrl?: string;
  /** Why an event cannot be moved; members of `MoveObstacle`. */
  readonly obstacles?: readonly string[];
  /** The roles that somebody can be given; members of `CalendarRole`. */
  readonly allowedRoles?: readonly string[];
  /** The number that was exceeded, and what was asked for, where a limit is the reason. */
  readonly limit?: { readonly name: string; readonly max: number; readonly actual: number };
  /** Which providers of online meetings the calendar allows. */
  readonly allowedProviders?: readonly string[];
}

/** A failure with a meaning for the caller. Its message is a whole sentence that says what to change. */
export class AppError extends Error {
  override readonly name = "AppError";

  constructor(
    readonly code: AppErrorCode,
    message: string,
    readonly facts: AppErrorFacts = {},
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

export function isAppError(value: unknown, code?: AppErrorCode): value is AppError {
  return value instanceof AppError && (code === undefined || value.code === code);
}
