import type { AppErrorCode } from "../../lib/app-error.js";

/** Whether the same call, sent again, can have another outcome. */
export type Repetition = "NO" | "AFTER_WAIT" | "LATER" | "AFTER_READING" | "READS_ONLY";

/** What a caller has to know of a code; docs/errors.md and the descriptions of `ErrorCode` are written from it. */
interface CodeText {
  readonly meaning: string;
  readonly repetition: Repetition;
  /** What the caller does. */
  readonly step: string;
}

export const ERROR_CODES: Readonly<Record<AppErrorCode, CodeText>> = {
  UNAUTHENTICATED: {
    meaning: "No valid API key was sent.",
    repetition: "NO",
    step: "Send a live key in the header `Authorization: Bearer …`.",
  },
  FORBIDDEN: {
    meaning: "The API key's role does not allow this, or the event is not shown whole to it.",
    repetition: "NO",
    step: "Use a key with the role that the message names, or one that sees events whole.",
  },
  NOT_FOUND: {
    meaning: "There is no such object, or this API key may not see it.",
    repetition: "NO",
    step: "Drop the id, and read the list it came from again.",
  },
  INVALID_INPUT: {
    meaning: "A value of the input must be changed; `path` names it.",
    repetition: "NO",
    step: "Show the message beside the field at `path`.",
  },
  CONFLICT: {
    meaning: "The object was changed meanwhile, or a unique value is taken.",
    repetition: "AFTER_READING",
    step: "Read the object, apply the change to what it is now, and repeat; or choose another value.",
  },
  LIMIT_EXCEEDED: {
    meaning: "A limit of the gateway was exceeded; the message names it.",
    repetition: "AFTER_WAIT",
    step: "With `retryAfterMs`: wait so long. Without: ask for less; the message has the limit and the number found.",
  },
  NOT_ORGANIZER: {
    meaning: "Only the organizer of a meeting can do this; the mailbox is invited.",
    repetition: "NO",
    step: "Do it in the organizer's mailbox, or answer the invitation.",
  },
  NOT_ATTENDEE: {
    meaning: "Only somebody who is invited can do this; the mailbox is the organizer.",
    repetition: "NO",
    step: "Do it in the mailbox of somebody who is invited; organizers update or cancel.",
  },
  EVENT_CANCELLED: {
    meaning: "The organizer has cancelled the meeting.",
    repetition: "NO",
    step: "Delete the copy, or leave it.",
  },
  RESPONSE_NOT_REQUESTED: {
    meaning: "The organizer asks for no responses, so that none can be sent.",
    repetition: "NO",
    step: "Answer without sending a response.",
  },
  NEW_TIME_NOT_ALLOWED: {
    meaning: "The organizer takes no proposals of another time.",
    repetition: "NO",
    step: "Answer without a proposed time.",
  },
  MOVE_REFUSED: {
    meaning: "Microsoft Graph cannot move events, and copying this one would not be safe.",
    repetition: "NO",
    step: "Read `obstacles`: create the event anew where none of them matters.",
  },
  NOT_REMOVABLE: {
    meaning: "Microsoft does not allow to remove this, or it is not empty.",
    repetition: "NO",
    step: "Empty it first, where the message says so; otherwise leave it.",
  },
  ROLE_NOT_ALLOWED: {
    meaning: "Microsoft does not allow to give this person this role.",
    repetition: "NO",
    step: "Choose one of `allowedRoles`.",
  },
  CONNECTION_UNUSABLE: {
    meaning: "The connection is disabled or its configuration is incomplete.",
    repetition: "NO",
    step: "An administrator of the organization follows the connection's `nextStep`.",
  },
  CONNECTION_READ_ONLY: {
    meaning: "The permission level of the connection does not allow writing.",
    repetition: "NO",
    step: "An administrator of the organization raises the connection's permission level.",
  },
  CREDENTIAL_REFUSED: {
    meaning: "Microsoft Entra refused the tenant ID, client ID or credential.",
    repetition: "NO",
    step: "Look Microsoft's code up below or by `explainError`, and mend the connection.",
  },
  CONSENT_MISSING: {
    meaning: "The application lacks a permission, or the mailbox is outside of its scope.",
    repetition: "NO",
    step: "An administrator of the tenant consents, or adds the mailbox to the policy's scope (that takes up to two hours).",
  },
  MAILBOX_UNAVAILABLE: {
    meaning: "The address has no mailbox that Microsoft Graph can reach.",
    repetition: "NO",
    step: "Check the address, its licence, and whether the mailbox is in Exchange Online.",
  },
  ONLINE_MEETING_UNAVAILABLE: {
    meaning: "The calendar does not allow online meetings of this kind, or its mailbox has no licence.",
    repetition: "NO",
    step: "Choose one of `allowedProviders`, or no online meeting.",
  },
  UPSTREAM_REFUSED: {
    meaning: "Microsoft Graph refused the request for another reason.",
    repetition: "NO",
    step: "Look Microsoft's code up below or by `explainError`; its support asks for the request id.",
  },
  UPSTREAM_THROTTLED: {
    meaning: "Microsoft Graph asked to wait longer than this request could.",
    repetition: "AFTER_WAIT",
    step: "Wait for `retryAfterMs`, then repeat. Nothing was done.",
  },
  UPSTREAM_UNAVAILABLE: {
    meaning: "Microsoft could not be reached or failed.",
    repetition: "LATER",
    step: "Repeat reads in a while. A write may have been done: look at the object before you repeat it.",
  },
  TIMEOUT: {
    meaning: "The request took longer than its deadline.",
    repetition: "READS_ONLY",
    step: "Ask for less at once. A write may have been done: look at the object before you repeat it.",
  },
  CANCELLED: {
    meaning: "The client went away before the answer was ready.",
    repetition: "READS_ONLY",
    step: "Nobody reads this answer, it is for logs. A write may have been done.",
  },
  IDEMPOTENCY_MISMATCH: {
    meaning: "The idempotency key was used with another mutation or input.",
    repetition: "NO",
    step: "Take a new key for each new write; keys are for repetitions of the same one.",
  },
  IDEMPOTENCY_IN_PROGRESS: {
    meaning: "The same mutation with this idempotency key is still under way.",
    repetition: "AFTER_WAIT",
    step: "Wait, then repeat with the same key and input: the answer is the first one's.",
  },
  OUTCOME_UNKNOWN: {
    meaning: "An earlier attempt was interrupted, and nobody knows whether it was done.",
    repetition: "NO",
    step: "Look at the object. Where the work was not done, repeat with a new key.",
  },
  OCCURRENCE_GONE: {
    meaning: "The occurrence was removed, or its series was changed so that all occurrences got new ids.",
    repetition: "NO",
    step: "Read the series' `instances` again, and take the occurrence's new id.",
  },
};
