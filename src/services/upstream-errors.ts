import { IdentityError } from "../auth/identity-error.js";
import { GraphError } from "../graph/index.js";
import { AppError, type AppErrorCode, type AppErrorFacts } from "../lib/app-error.js";
import { explainSignInError } from "./sign-in-errors.js";

/** Codes of a 404 that speak of the mailbox and not of a thing inside it (Graph's errors differ by service). */
const NO_MAILBOX_CODES = new Set([
  "MailboxNotEnabledForRESTAPI",
  "ErrorInvalidUser",
  "Request_ResourceNotFound",
  "ResourceNotFound",
  "ErrorNonExistentMailbox",
  // A 401 without a body is what Graph answers for accounts without a mailbox: guests and personal accounts.
  "Http401",
]);

/** Codes of a 400 that blame a value which the caller can change. */
const BAD_VALUE_MESSAGES: Readonly<Record<string, string>> = {
  ErrorPropertyValidationFailure: "Microsoft refused a value of the event. Check that its end is after its start.",
  TimeZoneNotSupportedException: "Microsoft does not know this time zone. Use an IANA name such as `Europe/Berlin`.",
  ErrorInvalidParameter: "Microsoft refused a value of the request.",
  ErrorInvalidRequest: "Microsoft refused the request by a rule of calendars.",
};

/**
 * Says what a failure of Microsoft Graph or Entra means to a caller. Failures that are not Microsoft's are returned
 * unchanged. The one place where this is decided.
 */
export function fromUpstream(error: unknown): unknown {
  if (error instanceof GraphError) return fromGraph(error);
  if (error instanceof IdentityError) return fromIdentity(error);
  return error;
}

function fromGraph(error: GraphError): AppError {
  const facts: AppErrorFacts = {
    upstream: { code: error.code, status: error.status, ...(error.requestId !== "" && { requestId: error.requestId }) },
  };
  const { code, message, more } = meaningOf(error);
  const wait = error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs };
  return new AppError(code, message, { ...facts, ...more, ...wait }, { cause: error });
}

function meaningOf(error: GraphError): { code: AppErrorCode; message: string; more?: AppErrorFacts } {
  const { status, code } = error;
  if (NO_MAILBOX_CODES.has(code)) {
    return {
      code: "MAILBOX_UNAVAILABLE",
      message:
        "Microsoft has no mailbox in the cloud for this address: it may be misspelled, without a licence, on-premises, or a guest.",
    };
  }
  const badValue = BAD_VALUE_MESSAGES[code];
  if (status === 400 && badValue !== undefined) return { code: "INVALID_INPUT", message: badValue };
  if (code === "AnswerTooLarge") {
    return {
      code: "UPSTREAM_REFUSED",
      message: "Microsoft Graph's answer is larger than this gateway accepts. Ask for fewer objects at once.",
    };
  }
  switch (status) {
    case 0:
      return unavailable("Microsoft Graph could not be reached or did not answer in time.");
    case 401:
      return { code: "CREDENTIAL_REFUSED", message: "Microsoft Graph refused the connection's token." };
    case 403:
      return {
        code: "CONSENT_MISSING",
        message:
          "The application may not read this mailbox: the permission Calendars.ReadWrite lacks an administrator's consent, or a policy of Exchange keeps the mailbox out of reach.",
      };
    case 404:
      return { code: "NOT_FOUND", message: "There is no such object in this mailbox any more." };
    case 409:
    case 412:
      return {
        code: "CONFLICT",
        message: "The object was changed at Microsoft meanwhile. Read it again, then repeat.",
        more: { retryable: true },
      };
    case 429:
      return {
        code: "UPSTREAM_THROTTLED",
        message: "Microsoft Graph asked to wait before this mailbox is asked again.",
        more: { retryable: true },
      };
    default:
      if (code === "ErrorInvalidIdMalformed")
        return { code: "NOT_FOUND", message: "There is no such object in this mailbox." };
      if (status >= 500) return unavailable("Microsoft Graph failed.");
      return { code: "UPSTREAM_REFUSED", message: `Microsoft Graph refused the request (${code}).` };
  }
}

function unavailable(message: string): { code: AppErrorCode; message: string; more: AppErrorFacts } {
  return { code: "UPSTREAM_UNAVAILABLE", message, more: { retryable: true } };
}

function fromIdentity(error: IdentityError): AppError {
  const { code, message, helpUrl } = explainSignInError(error);
  const { aadsts, oauthError, httpStatus, correlationId, retryAfterMs } = error.facts;
  const facts: AppErrorFacts = {
    retryable: code === "UPSTREAM_THROTTLED" || code === "UPSTREAM_UNAVAILABLE",
    upstream: {
      code: aadsts === undefined ? (oauthError ?? error.kind) : `AADSTS${aadsts}`,
      ...(httpStatus !== undefined && { status: httpStatus }),
      ...(correlationId !== undefined && { requestId: correlationId }),
    },
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(helpUrl !== undefined && { helpUrl }),
  };
  return new AppError(code, message, facts, { cause: error });
}
