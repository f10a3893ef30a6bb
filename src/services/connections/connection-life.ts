import type { ConnectionState } from "./connection.model.js";

/**
 * All that moves a connection from one state to another. `USE_…` is what real requests showed, `CHECK_…` what a
 * verification found, the others what somebody did.
 */
export const CONNECTION_CAUSES = [
  "CREATED",
  "CHANGED",
  "SWITCHED_OFF",
  "SWITCHED_ON",
  "CHECK_PASSED",
  "CHECK_INCOMPLETE",
  "CHECK_REFUSED_VALUES",
  "CHECK_REFUSED_CREDENTIAL",
  "CHECK_MISSED_CONSENT",
  "CHECK_FAILED",
  "USE_WORKED",
  "USE_REFUSED_CREDENTIAL",
  "USE_MISSED_CONSENT",
  "USE_FAILED",
  "CONSENT_GRANTED",
  "CREDENTIAL_LAPSED",
  "CREDENTIAL_REPLACED",
  "SIGNED_IN",
  "SIGN_IN_LOST",
  "SIGN_INS_LOST",
] as const;
export type ConnectionCause = (typeof CONNECTION_CAUSES)[number];

type Targets = Partial<Readonly<Record<ConnectionState, ConnectionState>>>;

/** From every state but DISABLED, which only switching on leaves. */
function whereverOn(to: ConnectionState): Targets {
  return { DRAFT: to, AWAITING_CONSENT: to, ACTIVE: to, DEGRADED: to, NEEDS_RECONNECT: to };
}

/** The whole life of a connection: where each cause leads from each state. What is not here stays where it is. */
const TRANSITIONS: Readonly<Record<ConnectionCause, Targets>> = {
  CREATED: {},
  // The values or the credential are others now: what was proven of the former ones says nothing.
  CHANGED: whereverOn("DRAFT"),
  SWITCHED_OFF: whereverOn("DISABLED"),
  SWITCHED_ON: { DISABLED: "DRAFT" },
  CHECK_PASSED: whereverOn("ACTIVE"),
  CHECK_INCOMPLETE: whereverOn("DRAFT"),
  CHECK_REFUSED_VALUES: whereverOn("DRAFT"),
  CHECK_REFUSED_CREDENTIAL: whereverOn("NEEDS_RECONNECT"),
  CHECK_MISSED_CONSENT: whereverOn("AWAITING_CONSENT"),
  CHECK_FAILED: whereverOn("DEGRADED"),
  // A draft stays one: only a verification says that all of it works.
  USE_WORKED: { DEGRADED: "ACTIVE", NEEDS_RECONNECT: "ACTIVE", AWAITING_CONSENT: "ACTIVE" },
  USE_REFUSED_CREDENTIAL: whereverOn("NEEDS_RECONNECT"),
  USE_MISSED_CONSENT: whereverOn("AWAITING_CONSENT"),
  // An outage hides none of the reasons that somebody must act upon.
  USE_FAILED: { ACTIVE: "DEGRADED", DEGRADED: "DEGRADED" },
  CONSENT_GRANTED: { AWAITING_CONSENT: "DRAFT", NEEDS_RECONNECT: "DRAFT" },
  CREDENTIAL_LAPSED: { DRAFT: "DEGRADED", AWAITING_CONSENT: "DEGRADED", ACTIVE: "DEGRADED", DEGRADED: "DEGRADED" },
  // A working connection goes on working; one that stood still for its credential must be verified.
  CREDENTIAL_REPLACED: { NEEDS_RECONNECT: "DRAFT", DEGRADED: "DRAFT" },
  SIGNED_IN: whereverOn("ACTIVE"),
  SIGN_IN_LOST: whereverOn("DEGRADED"),
  SIGN_INS_LOST: whereverOn("NEEDS_RECONNECT"),
};

/**
 * What a verification or the calendar found goes past every cache, and what use shows may come from a token that was
 * given before: use lifts only what use has found, and outages.
 */
const LIFTED_BY_USE: ReadonlySet<string> = new Set<ConnectionCause>([
  "USE_REFUSED_CREDENTIAL",
  "USE_MISSED_CONSENT",
  "USE_FAILED",
  "CHECK_FAILED",
]);

/** Where the cause leads; null when it changes nothing in this state. `since`: the cause that led to the state. */
export function nextState(
  from: ConnectionState,
  cause: ConnectionCause,
  since: string | null = null,
): ConnectionState | null {
  if (cause === "USE_WORKED" && (since === null || !LIFTED_BY_USE.has(since))) return null;
  return TRANSITIONS[cause][from] ?? null;
}
