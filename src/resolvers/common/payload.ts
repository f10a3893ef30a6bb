import { type ValidationError, validate } from "class-validator";
import { AppError, type AppErrorCode, type AppErrorFacts } from "../../lib/app-error.js";
import {
  EventCancelledErrorType,
  MoveRefusedErrorType,
  NewTimeNotAllowedErrorType,
  NotAttendeeErrorType,
  NotOrganizerErrorType,
  NotRemovableErrorType,
  ResponseNotRequestedErrorType,
  RoleNotAllowedErrorType,
} from "./action-error.type.js";
import {
  ConflictErrorType,
  ConsentMissingErrorType,
  InvalidInputErrorType,
  MailboxNotReachableErrorType,
  NotFoundErrorType,
  OccurrenceGoneErrorType,
  OnlineMeetingUnavailableErrorType,
  ThrottledErrorType,
  UpstreamErrorType,
  type UserErrorType,
} from "./user-error.type.js";
import { IdempotencyMismatchErrorType, OutcomeUnknownErrorType } from "./write-error.type.js";

/** Outcome of a mutation: what it made, or the errors that its caller can act on. */
export type Settled<T> =
  | { readonly value: T; readonly errors: [] }
  | { readonly value: null; readonly errors: UserErrorType[] };

/**
 * Checks an input by its class-validator rules, runs the work, and turns failures that the caller can act on into
 * errors of the payload. Failures of access and faults of the gateway are thrown on and end in `errors`.
 */
export async function settle<T>(input: object, work: () => Promise<T>): Promise<Settled<T>> {
  const faults = await validate(input, {
    forbidUnknownValues: false,
    validationError: { target: false, value: false },
  });
  if (faults.length > 0) return { value: null, errors: faults.flatMap((fault) => invalidInputs(fault, [])) };
  try {
    return { value: await work(), errors: [] };
  } catch (error) {
    return { value: null, errors: payloadErrorsOf(error) };
  }
}

/** A failure as the errors of a payload; one of access, or a fault of the gateway, is thrown on. */
export function payloadErrorsOf(error: unknown): UserErrorType[] {
  const userError = error instanceof AppError ? toUserError(error) : undefined;
  if (userError === undefined) throw error;
  return [userError];
}

function invalidInputs(fault: ValidationError, parent: readonly string[]): UserErrorType[] {
  const path = [...parent, fault.property];
  const own = Object.values(fault.constraints ?? {}).map((message) =>
    Object.assign(new InvalidInputErrorType(), { code: "INVALID_INPUT" as const, message, path }),
  );
  return [...own, ...(fault.children ?? []).flatMap((child) => invalidInputs(child, path))];
}

/**
 * The payload's errors for what went wrong beside a write that was done. Failures that no caller can act on are thrown.
 */
export function problemsOf(problems: readonly AppError[]): UserErrorType[] {
  return problems.flatMap(payloadErrorsOf);
}

/** The payload error for an AppError; undefined for codes that belong into the answer's `errors`. */
function toUserError({ code, message, facts }: AppError): UserErrorType | undefined {
  const type = errorTypeFor(code, facts);
  if (type === undefined) return undefined;
  return Object.assign(new type(), { code, message, path: facts.path ?? [], ...details(code, facts) });
}

/** The type of a code's payload error; undefined for those that end in the answer's `errors`. */
export function errorTypeFor(code: AppErrorCode, { retryAfterMs }: Pick<AppErrorFacts, "retryAfterMs">) {
  switch (code) {
    case "INVALID_INPUT":
      return InvalidInputErrorType;
    case "LIMIT_EXCEEDED":
      // A limit that passes is waited for; any other is a matter of the input.
      return retryAfterMs === undefined ? InvalidInputErrorType : ThrottledErrorType;
    case "NOT_FOUND":
      return NotFoundErrorType;
    case "ONLINE_MEETING_UNAVAILABLE":
      return OnlineMeetingUnavailableErrorType;
    case "CONFLICT":
      return ConflictErrorType;
    case "OCCURRENCE_GONE":
      return OccurrenceGoneErrorType;
    case "NOT_ORGANIZER":
      return NotOrganizerErrorType;
    case "NOT_ATTENDEE":
      return NotAttendeeErrorType;
    case "EVENT_CANCELLED":
      return EventCancelledErrorType;
    case "RESPONSE_NOT_REQUESTED":
      return ResponseNotRequestedErrorType;
    case "NEW_TIME_NOT_ALLOWED":
      return NewTimeNotAllowedErrorType;
    case "MOVE_REFUSED":
      return MoveRefusedErrorType;
    case "NOT_REMOVABLE":
      return NotRemovableErrorType;
    case "ROLE_NOT_ALLOWED":
      return RoleNotAllowedErrorType;
    case "UPSTREAM_THROTTLED":
    case "IDEMPOTENCY_IN_PROGRESS":
      return ThrottledErrorType;
    case "IDEMPOTENCY_MISMATCH":
      return IdempotencyMismatchErrorType;
    case "OUTCOME_UNKNOWN":
      return OutcomeUnknownErrorType;
    case "CONSENT_MISSING":
      return ConsentMissingErrorType;
    case "MAILBOX_UNAVAILABLE":
      return MailboxNotReachableErrorType;
    case "CONNECTION_UNUSABLE":
    case "CONNECTION_READ_ONLY":
    case "CREDENTIAL_REFUSED":
    case "UPSTREAM_REFUSED":
    case "UPSTREAM_UNAVAILABLE":
      return UpstreamErrorType;
    case "UNAUTHENTICATED":
    case "FORBIDDEN":
    case "TIMEOUT":
    case "CANCELLED":
      return undefined;
  }
}

function details(
  code: AppErrorCode,
  facts: AppErrorFacts,
): Partial<
  Omit<UpstreamErrorType, "kind"> & Omit<ThrottledErrorType, "kind"> & Omit<OnlineMeetingUnavailableErrorType, "kind">
> & {
  readonly obstacles: readonly string[];
  readonly allowedRoles: readonly string[];
} {
  return {
    obstacles: facts.obstacles ?? [],
    allowedRoles: facts.allowedRoles ?? [],
    allowedProviders: facts.allowedProviders ?? [],
    retryAfterMs: facts.retryAfterMs ?? null,
    retryable: facts.retryable ?? code === "UPSTREAM_UNAVAILABLE",
    upstreamCode: facts.upstream?.code ?? null,
    upstreamRequestId: facts.upstream?.requestId ?? null,
    helpUrl: facts.helpUrl ?? null,
  };
}
