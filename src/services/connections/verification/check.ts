import type { AppToken } from "../../../auth/app-token.js";
import type { ConnectionConfig as ConnectionRow } from "../../../entities/connection-config.entity.js";
import type { Mailbox as MailboxRow } from "../../../entities/mailbox.entity.js";
import type { GraphClient } from "../../../graph/index.js";
import { type AppErrorCode, isAppError } from "../../../lib/app-error.js";
import type { Call } from "../../../lib/call.js";
import type { Clock } from "../../../lib/clock.js";
import type { EmulatorUrls } from "../../../lib/clouds.js";
import { explainError } from "../../explained-errors/explain-error.js";
import { fromUpstream } from "../../upstream-errors.js";
import type { ConnectionAccess } from "../connection-access.js";
import type { MailboxCause, VerificationCheck, VerificationCheckName } from "./verification.model.js";

export interface CheckDeps {
  readonly access: ConnectionAccess;
  readonly graph: GraphClient;
  readonly clock: Clock;
  /** For requests that carry no credential; through the proxy where there is one. */
  readonly fetch: typeof fetch;
  readonly emulator: EmulatorUrls;
  readonly publicUrl: string;
}

/** What a check works on; `found` is what earlier ones leave for later ones. */
export interface CheckContext {
  readonly deps: CheckDeps;
  readonly row: ConnectionRow;
  readonly mailbox: MailboxRow | undefined;
  readonly verificationId: string;
  readonly tryWriting: boolean;
  readonly outOfScopeAddress: string | null;
  readonly call: Call;
  readonly found: {
    /** How far our clock is ahead of Entra's, in milliseconds. */
    aheadMs?: number;
    token?: AppToken;
    /** The token shows the permission that the connection needs. */
    hasPermission?: boolean;
  };
}

/** What a check found; the rest of a `VerificationCheck` follows from it. */
export type Finding = Pick<VerificationCheck, "state" | "observed"> & Partial<Omit<VerificationCheck, "name">>;

export interface Check {
  readonly name: VerificationCheckName;
  run(context: CheckContext): Promise<Finding>;
}

/** What is said of checks that only an application's own permission can pass. */
export const BY_SIGN_IN = "People sign in to this connection: it has no permission of its own to test.";

/** Whether mailboxes can be asked: the application has a token, or each mailbox has its owner's sign-in. */
export function mayAsk({ row, found }: Pick<CheckContext, "row" | "found">): boolean {
  return found.token !== undefined || row.access === "DELEGATED";
}

const VERIFY_LATER = "Verify again later.";
const MEND = "Mend this, then verify again.";

export function passed(observed: string): Finding {
  return { state: "PASSED", observed };
}

export function skipped(observed: string, action: string | null = null): Finding {
  return { state: "SKIPPED", observed, action };
}

/** A failure of Microsoft's or of access, as a finding. @throws what is neither, and what ends the verification. */
export function failed(
  error: unknown,
  { row, call }: Pick<CheckContext, "row" | "call">,
  possibleCauses: readonly MailboxCause[] = [],
): Finding {
  if (call.signal.aborted) throw error;
  const known = fromUpstream(error);
  if (!isAppError(known)) throw error;
  const { code: meaning, message: observed, facts } = known;
  const explanation =
    facts.upstream === undefined
      ? null
      : explainError(facts.upstream.code, { cloud: row.cloud, clientId: row.clientId });
  const isRetryable = facts.retryable ?? explanation?.isRetryable ?? false;
  return {
    state: "FAILED",
    observed,
    action: isRetryable ? VERIFY_LATER : explanation?.isKnown ? explanation.step : MEND,
    fixer: explanation?.fixer ?? "GATEWAY_OPERATOR",
    link: explanation?.link ?? facts.helpUrl ?? null,
    upstreamCode: facts.upstream?.code ?? null,
    upstreamRequestId: facts.upstream?.requestId ?? null,
    explanation,
    possibleCauses,
    meaning: isRetryable ? "UPSTREAM_UNAVAILABLE" : meaning,
  };
}

/** A failure that is not Microsoft's. */
export function failedHere(observed: string, action: string, meaning: AppErrorCode | null = null): Finding {
  return { state: "FAILED", observed, action, fixer: "GATEWAY_OPERATOR", meaning };
}

export function toCheck(name: VerificationCheckName, finding: Finding, finishedAt: string): VerificationCheck {
  return {
    action: null,
    fixer: null,
    link: null,
    upstreamCode: null,
    upstreamRequestId: null,
    explanation: null,
    possibleCauses: [],
    meaning: null,
    ...finding,
    name,
    finishedAt,
  };
}
