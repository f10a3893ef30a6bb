import { assertCan } from "../../../auth/permissions.js";
import type { Viewer } from "../../../auth/viewer.js";
import type { ConnectionConfig as ConnectionRow } from "../../../entities/connection-config.entity.js";
import type { Mailbox as MailboxRow } from "../../../entities/mailbox.entity.js";
import { abortable } from "../../../lib/abortable.js";
import { AppError } from "../../../lib/app-error.js";
import type { Call } from "../../../lib/call.js";
import { newRowId } from "../../../lib/ids.js";
import type { Logger } from "../../../lib/logger.js";
import { sleep } from "../../../lib/sleep.js";
import type { Database } from "../../../store/database.js";
import type { MailboxIdentityService } from "../../mailboxes/mailbox-identity.service.js";
import { notFound } from "../../outcomes.js";
import type { ConnectionConfig } from "../connection.model.js";
import { toConnection } from "../connection-mapper.js";
import type { CheckDeps } from "./check.js";
import type { Verification, VerificationOptions } from "./verification.model.js";
import { beginRecord, keepResult, toVerification } from "./verification-record.js";
import { runChecks } from "./verification-run.js";

/** A verification that takes longer has failed. */
const LONGEST_MS = 60_000;
/** So long a caller waits for the end, unless it goes away before. */
const WAIT_MS = 25_000;

export interface VerifierDeps extends CheckDeps {
  readonly db: Database;
  readonly log: Logger;
  readonly identities: Pick<MailboxIdentityService, "recordMissing">;
}

interface Run {
  verification: Verification;
  readonly done: Promise<void>;
}

/** Tests connections as they will be used, one test of a connection at a time, and keeps what was found. */
export class VerifierService {
  readonly #running = new Map<string, Run>();
  readonly #closing = new AbortController();

  constructor(private readonly deps: VerifierDeps) {}

  /**
   * Starts a verification, or joins the one of this connection that is under way, whatever its options. It goes on when
   * the caller leaves. A check that fails is part of the result and no error.
   */
  async verify(
    viewer: Viewer,
    input: VerificationOptions & { readonly connectionId: string; readonly wait: boolean },
    call: Call,
  ): Promise<{ readonly connection: ConnectionConfig; readonly verification: Verification }> {
    const row = await this.#connection(viewer, input.connectionId);
    assertCan(viewer, "connection:manage", row.organizationId);
    const mailbox = await this.#mailboxToProbe(row, input.mailboxId);
    await this.#assertOutOfScope(row, input.outOfScopeAddress);
    const run = this.#running.get(row.id) ?? this.#start(viewer, row, mailbox, input, call);
    if (input.wait) await this.#waitFor(run, call);
    return { connection: toConnection(await this.#connection(viewer, row.id)), verification: run.verification };
  }

  /** Those that are under way with the checks that have ended by now. */
  async getMany(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, Verification>> {
    const rows = await this.deps.db.verifications.byIds(ids, viewer.organizationId);
    const found = new Map<string, Verification>();
    for (const [id, row] of rows) {
      assertCan(viewer, "connection:read", row.organizationId);
      const run = this.#running.get(row.connectionId);
      found.set(id, run?.verification.id === id ? run.verification : toVerification(row));
    }
    return found;
  }

  /** Ends what is under way; such verifications are read as interrupted. */
  async close(): Promise<void> {
    this.#closing.abort(new Error("The gateway is closing."));
    await Promise.allSettled([...this.#running.values()].map(({ done }) => done));
  }

  #start(
    viewer: Viewer,
    row: ConnectionRow,
    mailbox: MailboxRow | undefined,
    { tryWriting, outOfScopeAddress }: VerificationOptions,
    { requestId, traceparent, meter }: Call,
  ): Run {
    const { clock } = this.deps;
    const id = newRowId();
    const signal = AbortSignal.any([this.#closing.signal, AbortSignal.timeout(LONGEST_MS)]);
    const call: Call = { signal, requestId, traceparent, meter };
    const context = {
      deps: this.deps,
      row,
      mailbox,
      verificationId: id,
      tryWriting,
      outOfScopeAddress,
      call,
      found: {},
    };
    const run: Run = {
      verification: beginRecord(id, row, requestId, clock.now()),
      // On the next turn, so that the run is known before it works.
      done: Promise.resolve().then(async () => {
        await this.deps.db.verifications.insert(toRow(run.verification, row, viewer));
        const tell = (check: Verification["checks"][number]) => {
          run.verification = { ...run.verification, checks: [...run.verification.checks, check] };
        };
        await runChecks(context, { clock, tell });
        const tested = { row, mailbox, actor: viewer.apiKeyId, finishedAt: clock.now() };
        run.verification = await keepResult(this.deps.db, run.verification, tested);
        if (run.verification.passed === true) await this.#recordIdentities(row, call);
      }),
    };
    this.#running.set(row.id, run);
    run.done
      .catch((err: unknown) => {
        if (!this.#closing.signal.aborted) this.deps.log.error({ err, verification: id }, "verification broke off");
      })
      .finally(() => this.#running.delete(row.id));
    return run;
  }

  /** What works can say whose the mailboxes are; that it could not is no fault of the connection. */
  async #recordIdentities(row: ConnectionRow, call: Call): Promise<void> {
    try {
      await this.deps.identities.recordMissing(row, call);
    } catch (err) {
      if (!call.signal.aborted) this.deps.log.warn({ err, connection: row.id }, "mailboxes could not be looked up");
    }
  }

  /** @throws what broke the verification off, or the signal's reason when the caller goes away. */
  async #waitFor(run: Run, call: Call): Promise<void> {
    const patience = new AbortController();
    const time = sleep(WAIT_MS, patience.signal).catch(() => undefined);
    try {
      await abortable(Promise.race([run.done, time]), call.signal);
    } finally {
      patience.abort();
    }
  }

  async #connection(viewer: Viewer, id: string): Promise<ConnectionRow> {
    const row = (await this.deps.db.connections.byIds([id], viewer.organizationId)).get(id);
    if (row === undefined) throw notFound("connection");
    return row;
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

  async #assertOutOfScope(row: ConnectionRow, address: string | null): Promise<void> {
    if (address === null || (await this.deps.db.mailboxes.byAddress(row.id, address.toLowerCase())) === null) return;
    throw new AppError(
      "INVALID_INPUT",
      "This address is a mailbox of the connection, so it must not be out of scope.",
      {
        path: ["outOfScopeAddress"],
      },
    );
  }
}

function toRow(
  { id, state, passed, startedAt, correlationId, checks }: Verification,
  row: ConnectionRow,
  viewer: Viewer,
) {
  return {
    id,
    organizationId: row.organizationId,
    connectionId: row.id,
    state,
    passed,
    startedAt: new Date(startedAt),
    finishedAt: null,
    correlationId,
    actor: viewer.apiKeyId,
    checks,
  };
}
