import type { VerificationState } from "../../../entities/verification.entity.js";
import type { AppErrorCode } from "../../../lib/app-error.js";
import type { ErrorExplanation, Fixer } from "../../explained-errors/error-explanation.js";

export type { VerificationState };

/** In the order in which they are made. */
export const VERIFICATION_CHECKS = [
  "SYNTAX",
  "TENANT",
  "CLOCK_SKEW",
  "CREDENTIAL",
  "PERMISSION",
  "MAILBOX",
  "WRITE",
  "OUT_OF_SCOPE",
  "WEBHOOK_ADDRESS",
] as const;
export type VerificationCheckName = (typeof VERIFICATION_CHECKS)[number];

export const VERIFICATION_CHECK_STATES = ["PASSED", "FAILED", "SKIPPED", "HINT"] as const;
export type VerificationCheckState = (typeof VERIFICATION_CHECK_STATES)[number];

export const MAILBOX_CAUSES = [
  "MISSPELLED",
  "UNLICENSED",
  "ON_PREMISES",
  "GUEST",
  "NO_CONSENT",
  "DELEGATED_PERMISSION",
  "OUT_OF_SCOPE",
] as const;
/** Why a mailbox cannot be reached, as far as Microsoft's answer tells. */
export type MailboxCause = (typeof MAILBOX_CAUSES)[number];

export interface VerificationCheck {
  readonly name: VerificationCheckName;
  readonly state: VerificationCheckState;
  /** What was seen, in a sentence. */
  readonly observed: string;
  /** What to do about it; null when nothing is to be done. */
  readonly action: string | null;
  readonly fixer: Fixer | null;
  readonly link: string | null;
  /** Microsoft's code, where one was answered. */
  readonly upstreamCode: string | null;
  readonly upstreamRequestId: string | null;
  readonly explanation: ErrorExplanation | null;
  readonly possibleCauses: readonly MailboxCause[];
  /** What the failure means to a caller; decides where the connection goes. */
  readonly meaning: AppErrorCode | null;
  readonly finishedAt: string | null;
}

/** The record of one test of a connection. Instants are ISO texts: the last one is kept with the connection as JSON. */
export interface Verification {
  readonly kind: "Verification";
  readonly id: string;
  readonly connectionId: string;
  readonly state: VerificationState;
  /** True when it has ended and no step failed. */
  readonly passed: boolean;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** Sent to Microsoft as `client-request-id`; finds the entry in the sign-in log. */
  readonly correlationId: string;
  readonly checks: readonly VerificationCheck[];
}

/** What a verification tries beyond what it always does. */
export interface VerificationOptions {
  /** The mailbox to read; null: the first one of the connection. */
  readonly mailboxId: string | null;
  /** Creates and removes a hidden event in that mailbox. */
  readonly tryWriting: boolean;
  /** An address that must be refused; null: not tried. */
  readonly outOfScopeAddress: string | null;
}
