import type {
  ConnectionAccess,
  ConnectionState,
  SupportedAccountTypes,
} from "../../entities/connection-config.entity.js";
import type { Cloud } from "../../lib/clouds.js";

export type { ConnectionState, SupportedAccountTypes };

/** Whose permission the connection uses: the application's own, or that of each user who signs in. */
export type ConnectionAccessKind = ConnectionAccess;

/** A configured way into one Microsoft 365 tenant. Its credentials are not part of it. */
export interface ConnectionConfig {
  readonly kind: "ConnectionConfig";
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly cloud: Cloud;
  readonly access: ConnectionAccessKind;
  readonly supportedAccountTypes: SupportedAccountTypes;
  readonly tenantId: string;
  readonly clientId: string;
  readonly state: ConnectionState;
  readonly stateReason: string | null;
  readonly lastVerification: Verification | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const VERIFICATION_CHECKS = ["CREDENTIAL", "PERMISSION", "MAILBOX"] as const;
export type VerificationCheckName = (typeof VERIFICATION_CHECKS)[number];

export const VERIFICATION_CHECK_STATES = ["PASSED", "FAILED", "SKIPPED", "HINT"] as const;
export type VerificationCheckState = (typeof VERIFICATION_CHECK_STATES)[number];

export interface VerificationCheck {
  readonly name: VerificationCheckName;
  readonly state: VerificationCheckState;
  /** What was seen, in a sentence. */
  readonly observed: string;
  /** What to do about it; null when nothing is to be done. */
  readonly action: string | null;
  /** Microsoft's code, where one was answered. */
  readonly upstreamCode: string | null;
}

/** The record of one test of a connection. Instants are ISO texts: it is kept as JSON. */
export interface Verification {
  readonly passed: boolean;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** Sent to Microsoft as `client-request-id`; finds the entry in the sign-in log. */
  readonly correlationId: string;
  readonly checks: readonly VerificationCheck[];
}
