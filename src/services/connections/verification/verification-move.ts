import type { ConnectionCause } from "../connection-life.js";
import type { ConnectionMove } from "../connection-move.js";
import type { VerificationCheck, VerificationCheckName } from "./verification.model.js";

/** Checks whose failure means that the connection cannot be used as it is, in the order in which they are looked at. */
const DECIDING: readonly VerificationCheckName[] = ["SYNTAX", "CREDENTIAL", "MAILBOX", "WRITE"];

/** Where a verification leads its connection. */
export function moveFrom(checks: readonly VerificationCheck[], correlationId: string): ConnectionMove {
  const byName = new Map(checks.map((check) => [check.name, check]));
  const bad = DECIDING.map((name) => byName.get(name)).find((check) => check?.state === "FAILED");
  if (bad !== undefined) {
    return { cause: causeOf(bad, byName), reason: bad.observed, code: bad.upstreamCode, correlationId };
  }
  if (byName.get("MAILBOX")?.state === "PASSED") return { cause: "CHECK_PASSED", reason: null, correlationId };
  const permission = byName.get("PERMISSION");
  if (permission?.state === "HINT") {
    return { cause: "CHECK_MISSED_CONSENT", reason: permission.observed, correlationId };
  }
  const reason = "The credential works; no mailbox was tried yet.";
  return { cause: "CHECK_INCOMPLETE", reason, correlationId };
}

function causeOf(
  { name, meaning }: VerificationCheck,
  byName: ReadonlyMap<VerificationCheckName, VerificationCheck>,
): ConnectionCause {
  switch (meaning) {
    // An outage of Microsoft's says nothing about the values: nobody needs to enter them again.
    case "UPSTREAM_UNAVAILABLE":
    case "UPSTREAM_THROTTLED":
      return "CHECK_FAILED";
    case "CONSENT_MISSING":
      // With the permission in the token, it is this one mailbox that is out of the application's scope.
      return byName.get("PERMISSION")?.state === "PASSED" ? "CHECK_FAILED" : "CHECK_MISSED_CONSENT";
    case "CREDENTIAL_REFUSED":
      return "CHECK_REFUSED_CREDENTIAL";
    default:
      if (name === "CREDENTIAL" && byName.get("CREDENTIAL")?.upstreamCode !== null) return "CHECK_REFUSED_CREDENTIAL";
      return name === "SYNTAX" || name === "CREDENTIAL" ? "CHECK_REFUSED_VALUES" : "CHECK_FAILED";
  }
}
