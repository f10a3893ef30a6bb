import { IdentityError } from "../../../auth/identity-error.js";
import { GraphError } from "../../../graph/index.js";

/**
 * What a failed request says of its connection. MAILBOX and ACCESS speak of one mailbox, and of the connection only
 * when several mailboxes say the same; the others are of the connection itself.
 */
export type UseFailureKind = "CREDENTIAL" | "CONSENT" | "SIGN_IN_OUTAGE" | "ACCESS" | "OUTAGE" | "MAILBOX";

export interface UseFailure {
  readonly kind: UseFailureKind;
  /** Microsoft's code, or that of the Graph client where there was no answer. */
  readonly code: string;
  readonly requestId: string | null;
}

/** Codes that say that there is no such mailbox in the cloud. */
const NO_MAILBOX: ReadonlySet<string> = new Set([
  "MailboxNotEnabledForRESTAPI",
  "ErrorInvalidUser",
  "Request_ResourceNotFound",
  "ResourceNotFound",
  "ErrorNonExistentMailbox",
  "Http401",
]);

/**
 * "worked": Microsoft answered the connection, be it that an event is gone or was changed. Null: nothing can be learned,
 * for example because the request never left or Microsoft only asked to wait.
 */
export function outcomeOf(error: unknown): UseFailure | "worked" | null {
  if (error instanceof IdentityError) return identityFailure(error);
  return error instanceof GraphError ? graphOutcome(error) : null;
}

function identityFailure({ kind, facts }: IdentityError): UseFailure | null {
  const code = facts.aadsts === undefined ? (facts.oauthError ?? kind) : `AADSTS${facts.aadsts}`;
  const requestId = facts.correlationId ?? null;
  switch (kind) {
    case "configuration":
    case "reauth":
      return { kind: "CREDENTIAL", code, requestId };
    case "consent":
      return { kind: "CONSENT", code, requestId };
    case "unavailable":
      return { kind: "SIGN_IN_OUTAGE", code, requestId };
    case "throttled":
    case "bug":
      return null;
  }
}

function graphOutcome({ status, code, requestId: id }: GraphError): UseFailure | "worked" | null {
  const failure = (kind: UseFailureKind): UseFailure => ({ kind, code, requestId: id === "" ? null : id });
  if (code === "ClientClosed" || code === "InvalidPath" || code === "ForeignLink" || code === "AnswerTooLarge")
    return null;
  if (NO_MAILBOX.has(code)) return failure("MAILBOX");
  if (status === 401) return failure("CREDENTIAL");
  if (status === 403) return failure("ACCESS");
  if (status === 429) return null;
  return status === 0 || status >= 500 ? failure("OUTAGE") : "worked";
}
