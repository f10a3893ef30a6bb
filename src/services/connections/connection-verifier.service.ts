import type { AppToken } from "../../auth/app-token.js";
import { assertCan } from "../../auth/permissions.js";
import type { Viewer } from "../../auth/viewer.js";
import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import type { Mailbox as MailboxRow } from "../../entities/mailbox.entity.js";
import { type GraphClient, probeCalendar } from "../../graph/index.js";
import { isAppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import type { Clock } from "../../lib/clock.js";
import type { Database } from "../../store/database.js";
import { changedMeanwhile, notFound } from "../outcomes.js";
import { fromUpstream } from "../upstream-errors.js";
import type { ConnectionConfig, ConnectionState, Verification, VerificationCheck } from "./connection.model.js";
import type { ConnectionAccess } from "./connection-access.js";
import { toConnection } from "./connection-mapper.js";

const NEEDED_ROLE = "Calendars.ReadWrite";
const VERIFY_LATER = "Verify again later.";

export interface ConnectionVerifierDeps {
  readonly db: Database;
  readonly access: ConnectionAccess;
  readonly graph: GraphClient;
  readonly clock: Clock;
}

/** Tests a connection as it will be used, and keeps what was found with it. */
export class ConnectionVerifierService {
  constructor(private readonly deps: ConnectionVerifierDeps) {}

  /** A check that fails is part of the result; only access and storage can make this reject. */
  async verify(
    viewer: Viewer,
    input: { readonly connectionId: string; readonly mailboxId: string | null },
    call: Call,
  ): Promise<{ readonly connection: ConnectionConfig; readonly verification: Verification }> {
    const row = (await this.deps.db.connections.byIds([input.connectionId], viewer.organizationId)).get(
      input.connectionId,
    );
    if (row === undefined) throw notFound("connection");
    assertCan(viewer, "connection:manage", row.organizationId);
    const mailbox = await this.#mailboxToProbe(row, input.mailboxId);
    const startedAt = this.#now();
    const checks = await this.#run(row, mailbox, call);
    const verification = {
      passed: checks.every(({ state }) => state !== "FAILED"),
      startedAt,
      finishedAt: this.#now(),
      correlationId: call.requestId,
      checks,
    };
    return { connection: await this.#store(row, verification), verification };
  }

  async #run(row: ConnectionRow, mailbox: MailboxRow | undefined, call: Call): Promise<VerificationCheck[]> {
    if (row.access === "DELEGATED") {
      const bySignIn = "People sign in to this connection: it has no permission of its own to test.";
      const own = [skipped("CREDENTIAL"), skipped("PERMISSION")].map((check) => ({ ...check, observed: bySignIn }));
      return [...own, await this.#checkMailbox(row, mailbox, call)];
    }
    const credential = await this.#checkCredential(row, call);
    if (credential.token === null) {
      return [credential.check, skipped("PERMISSION"), skipped("MAILBOX")];
    }
    return [credential.check, permissionCheck(credential.token.roles), await this.#checkMailbox(row, mailbox, call)];
  }

  async #checkCredential(
    row: ConnectionRow,
    call: Call,
  ): Promise<{ check: VerificationCheck; token: AppToken | null }> {
    try {
      // Past every cache: a cached token would hide a secret that is wrong by now.
      const token = await this.deps.access.token(row, call, { fresh: true });
      return { token, check: passed("CREDENTIAL", "Entra gave a token for these values.") };
    } catch (error) {
      return { token: null, check: failed("CREDENTIAL", error) };
    }
  }

  async #checkMailbox(row: ConnectionRow, mailbox: MailboxRow | undefined, call: Call): Promise<VerificationCheck> {
    if (mailbox === undefined) {
      return {
        ...skipped("MAILBOX"),
        observed: "The connection has no mailbox to try.",
        action: "Add a mailbox, then verify again: only reading one proves that the permission works.",
      };
    }
    const check = await this.#probe(row, mailbox, call);
    await this.deps.db.mailboxes.update(mailbox.id, mailbox.rowVersion, {
      state: check.state === "PASSED" ? "ACTIVE" : unlessSignInEnded(mailbox.state),
      stateReason: check.state === "PASSED" ? null : check.observed,
    });
    return check;
  }

  async #probe(row: ConnectionRow, mailbox: MailboxRow, call: Call): Promise<VerificationCheck> {
    try {
      const input = { mailbox: mailbox.graphUserId ?? mailbox.address };
      const grant = (await this.deps.db.mailboxGrants.byMailbox(mailbox.id)) ?? undefined;
      const way = await this.deps.access.openMailbox(row, mailbox, grant);
      await probeCalendar(this.deps.graph, way, input, call);
      return passed("MAILBOX", "The calendar of the mailbox could be read.");
    } catch (error) {
      return failed("MAILBOX", error);
    }
  }

  async #mailboxToProbe(row: ConnectionRow, mailboxId: string | null): Promise<MailboxRow | undefined> {
    const { mailboxes } = this.deps.db;
    if (mailboxId === null) {
      const filter = { organizationId: row.organizationId, connectionId: row.id };
      return (await mailboxes.page({ first: 1, filter })).rows[0];
    }
    const named = (await mailboxes.byIds([mailboxId], row.organizationId)).get(mailboxId);
    if (named?.connectionId !== row.id) throw notFound("mailbox of this connection", ["mailboxId"]);
    return named;
  }

  /** The result belongs to the values that were tested: when they changed meanwhile, it is not stored. */
  async #store(row: ConnectionRow, verification: Verification): Promise<ConnectionConfig> {
    const stored = await this.deps.db.connections.update(row.id, row.rowVersion, {
      lastVerification: verification,
      ...stateFrom(row.state, verification),
    });
    if (stored === null) throw changedMeanwhile("connection");
    return toConnection(stored);
  }

  #now(): string {
    return new Date(this.deps.clock.now()).toISOString();
  }
}

/** That a person must sign in again says more than that the mailbox could not be read. */
function unlessSignInEnded(state: MailboxRow["state"]): MailboxRow["state"] {
  return state === "NEEDS_RECONNECT" ? state : "UNREACHABLE";
}

/** A verification never switches a disabled connection on. */
function stateFrom(
  former: ConnectionState,
  { checks }: Verification,
): { state: ConnectionState; stateReason: string | null } {
  const bad = checks.find(({ state }) => state === "FAILED");
  if (former === "DISABLED") return { state: "DISABLED", stateReason: "Switched off by an administrator." };
  if (bad !== undefined) return { state: stateForFailure(bad), stateReason: bad.observed };
  const isProven = checks.some(({ name, state }) => name === "MAILBOX" && state === "PASSED");
  if (isProven) return { state: "ACTIVE", stateReason: null };
  const hint = checks.find(({ state }) => state === "HINT");
  if (hint !== undefined) return { state: "AWAITING_CONSENT", stateReason: hint.observed };
  return { state: "DRAFT", stateReason: "The credential works; no mailbox was tried yet." };
}

function stateForFailure({ name, upstreamCode, action }: VerificationCheck): ConnectionState {
  // An outage of Microsoft's says nothing about the values: nobody needs to enter them again.
  if (action === VERIFY_LATER) return "DEGRADED";
  if (name === "CREDENTIAL") return upstreamCode === null ? "DRAFT" : "NEEDS_RECONNECT";
  return upstreamCode === "ErrorAccessDenied" ? "AWAITING_CONSENT" : "DEGRADED";
}

/** Only a hint: Exchange's RBAC for Applications grants access that no token shows. */
function permissionCheck(roles: readonly string[] | null): VerificationCheck {
  if (roles?.includes(NEEDED_ROLE)) return passed("PERMISSION", `The token shows ${NEEDED_ROLE}.`);
  return {
    name: "PERMISSION",
    state: "HINT",
    observed: `The token does not show the application permission ${NEEDED_ROLE}.`,
    action:
      "If the mailbox cannot be read either, add the permission as an application permission (not a delegated one) and press “Grant admin consent”. With Exchange's RBAC for Applications this is as it should be.",
    upstreamCode: null,
  };
}

function passed(name: VerificationCheck["name"], observed: string): VerificationCheck {
  return { name, state: "PASSED", observed, action: null, upstreamCode: null };
}

function skipped(name: VerificationCheck["name"]): VerificationCheck {
  return { name, state: "SKIPPED", observed: "Not run: an earlier step failed.", action: null, upstreamCode: null };
}

function failed(name: VerificationCheck["name"], cause: unknown): VerificationCheck {
  const error = fromUpstream(cause);
  // A caller who went away, or a deadline that passed, is no finding.
  if (!isAppError(error) || error.code === "CANCELLED" || error.code === "TIMEOUT") throw error;
  const action = error.facts.retryable ? VERIFY_LATER : "Mend this, then verify again.";
  return { name, state: "FAILED", observed: error.message, action, upstreamCode: error.facts.upstream?.code ?? null };
}
