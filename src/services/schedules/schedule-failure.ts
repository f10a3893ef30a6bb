import { AppError, type AppErrorCode, type AppErrorFacts } from "../../lib/app-error.js";

/** Why a schedule is not known. */
export type ScheduleErrorReason =
  | "NOT_SPECIFIED"
  | "NOT_FOUND"
  | "TOO_MANY_ITEMS"
  | "NO_ACCESS"
  | "PERSONAL_ACCOUNT"
  | "MAILBOX_UNAVAILABLE"
  | "CONNECTION_UNUSABLE"
  | "THROTTLED"
  | "UNAVAILABLE"
  | "UNKNOWN";

/** A schedule that is not known, for a reason of its own. */
export class ScheduleFailure extends AppError {
  constructor(
    readonly reason: ScheduleErrorReason,
    code: AppErrorCode,
    message: string,
    facts: AppErrorFacts = {},
  ) {
    super(code, message, facts);
  }
}

const BY_CODE: { readonly [Code in AppErrorCode]?: ScheduleErrorReason } = {
  NOT_FOUND: "NOT_SPECIFIED",
  CONSENT_MISSING: "NO_ACCESS",
  FORBIDDEN: "NO_ACCESS",
  MAILBOX_UNAVAILABLE: "MAILBOX_UNAVAILABLE",
  CONNECTION_UNUSABLE: "CONNECTION_UNUSABLE",
  CREDENTIAL_REFUSED: "CONNECTION_UNUSABLE",
  UPSTREAM_THROTTLED: "THROTTLED",
  UPSTREAM_UNAVAILABLE: "UNAVAILABLE",
  TIMEOUT: "UNAVAILABLE",
};

export function reasonOf(error: AppError): ScheduleErrorReason {
  return error instanceof ScheduleFailure ? error.reason : (BY_CODE[error.code] ?? "UNKNOWN");
}

/** What Exchange means by the number in a row's error. */
export function rowFailure(responseCode: string | null | undefined): ScheduleFailure {
  const code = responseCode ?? "";
  const facts: AppErrorFacts = { upstream: { code: code === "" ? "FreeBusyError" : code, status: 200 } };
  switch (code) {
    case "5009":
      return new ScheduleFailure(
        "NOT_FOUND",
        "MAILBOX_UNAVAILABLE",
        "Nobody in the tenant has this address, or it has no mailbox in the cloud.",
        facts,
      );
    case TOO_MANY_ENTRIES:
      return new ScheduleFailure(
        "TOO_MANY_ITEMS",
        "LIMIT_EXCEEDED",
        "More than 1,000 entries lie within a day of this calendar; Microsoft answers no more.",
        facts,
      );
    default:
      return new ScheduleFailure(
        "NO_ACCESS",
        "CONSENT_MISSING",
        "Microsoft does not tell this connection when the owner of this address is free.",
        facts,
      );
  }
}

/** `responseCode` of a row whose window holds more than 1,000 entries: a shorter window has an answer. */
export const TOO_MANY_ENTRIES = "5006";

/** The same for an address that is not there and for one that is: nobody learns which. */
export function notSpecified(): ScheduleFailure {
  return new ScheduleFailure(
    "NOT_SPECIFIED",
    "NOT_FOUND",
    "This address is not a specified mailbox, and no connection of the organization may answer for others (`freeBusyReach`).",
  );
}

export function personalAccount(): ScheduleFailure {
  return new ScheduleFailure(
    "PERSONAL_ACCOUNT",
    "UPSTREAM_REFUSED",
    "Microsoft answers no free and busy times of personal accounts. Read the calendar itself instead.",
  );
}
