import type { ConnectionConfig as ConnectionRow } from "../../../entities/connection-config.entity.js";
import type { Mailbox as MailboxRow } from "../../../entities/mailbox.entity.js";
import type { Verification as VerificationRow } from "../../../entities/verification.entity.js";
import type { Database } from "../../../store/database.js";
import { moveConnection } from "../connection-move.js";
import type { Verification, VerificationCheck } from "./verification.model.js";
import { moveFrom } from "./verification-move.js";

/** What was tested, and for whom. */
interface Tested {
  readonly row: ConnectionRow;
  readonly mailbox: MailboxRow | undefined;
  readonly actor: string;
  /** Milliseconds since the Unix epoch. */
  readonly finishedAt: number;
}

/** Members of a connection to whose values a result belongs. */
const VALUES = [
  "cloud",
  "access",
  "supportedAccountTypes",
  "tenantId",
  "clientId",
  "credentialVersion",
  "permissionLevel",
] as const;

export function beginRecord(id: string, row: ConnectionRow, correlationId: string, now: number): Verification {
  return {
    kind: "Verification",
    id,
    connectionId: row.id,
    state: "RUNNING",
    passed: false,
    startedAt: new Date(now).toISOString(),
    finishedAt: null,
    correlationId,
    checks: [],
  };
}

/** A stored one. One that no process works on any more has been interrupted. */
export function toVerification(row: VerificationRow): Verification {
  const { id, connectionId, passed, correlationId } = row;
  return {
    kind: "Verification",
    id,
    connectionId,
    state: row.state === "RUNNING" ? "INTERRUPTED" : row.state,
    passed,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    correlationId,
    checks: (row.checks as readonly VerificationCheck[]).map(complete),
  };
}

/** The last result, as it is kept with its connection. */
export function storedResult(stored: unknown): Verification | null {
  if (stored === null) return null;
  const result = stored as Verification;
  return { ...result, kind: "Verification", checks: result.checks.map(complete) };
}

/** One from before checks told as much as they do now. */
function complete(check: VerificationCheck): VerificationCheck {
  const unknown = { fixer: null, link: null, upstreamRequestId: null, explanation: null, possibleCauses: [] };
  return { ...unknown, ...check, meaning: check.meaning ?? null, finishedAt: check.finishedAt ?? null };
}

/**
 * Stores the result, and with it where the connection and its mailbox stand now. The result belongs to the values that
 * were tested: when they were changed meanwhile, it says nothing about the connection as it is.
 */
export async function keepResult(db: Database, running: Verification, tested: Tested): Promise<Verification> {
  const { row, mailbox, actor } = tested;
  const finishedAt = new Date(tested.finishedAt);
  const passed = running.checks.every(({ state }) => state !== "FAILED");
  const result = { ...running, state: "FINISHED", passed, finishedAt: finishedAt.toISOString() } as const;
  await db.transaction(async (repositories) => {
    const { checks, state } = result;
    await repositories.verifications.update(result.id, { state, passed, finishedAt, checks });
    const probe = checks.find(({ name }) => name === "MAILBOX");
    if (mailbox !== undefined && probe !== undefined && probe.state !== "SKIPPED") {
      const isReached = probe.state === "PASSED";
      await repositories.mailboxes.update(mailbox.id, mailbox.rowVersion, {
        state: isReached ? "ACTIVE" : "UNREACHABLE",
        stateReason: isReached ? null : probe.observed,
      });
    }
    const now = (await repositories.connections.byIds([row.id], row.organizationId)).get(row.id);
    if (now === undefined || VALUES.some((name) => now[name] !== row[name])) return;
    const move = { ...moveFrom(checks, result.correlationId), actor };
    await moveConnection(repositories, now, move, { lastVerification: result });
  });
  return result;
}
