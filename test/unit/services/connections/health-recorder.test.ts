import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { IdentityError } from "../../../../src/auth/identity-error.js";
import type { ConnectionConfig } from "../../../../src/entities/connection-config.entity.js";
import { GraphError } from "../../../../src/graph/index.js";
import { AppError } from "../../../../src/lib/app-error.js";
import { silentLogger } from "../../../../src/lib/logger.js";
import { moveConnection } from "../../../../src/services/connections/connection-move.js";
import { HealthRecorder } from "../../../../src/services/connections/health/health-recorder.js";
import { type Database, openDatabase } from "../../../../src/store/database.js";

const SECRET_EXPIRED = new IdentityError({ kind: "configuration", aadsts: 7000222 });
const NO_CONSENT = new IdentityError({ kind: "consent", aadsts: 7000229 });
const DENIED = new GraphError("no", { status: 403, code: "ErrorAccessDenied", requestId: "r-1" });
const NO_MAILBOX = new GraphError("no", { status: 404, code: "MailboxNotEnabledForRESTAPI" });
const DOWN = new GraphError("no", { status: 503, code: "ServiceUnavailable" });
const GONE = new GraphError("no", { status: 404, code: "ErrorItemNotFound" });

describe("health from real use", () => {
  let folder: string;
  let db: Database;
  let now: number;
  let recorder: HealthRecorder;
  let row: ConnectionConfig;
  /** Alarms that were set, each with its wait and what sets it off. */
  let alarms: { ms: number; ring: () => void }[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "health-"));
    now = Date.UTC(2026, 2, 2);
    alarms = [];
    const clock = { now: () => now };
    db = await openDatabase({ url: `sqlite://${join(folder, "data.sqlite")}`, log: silentLogger, clock });
    const sleep = (ms: number) => new Promise<void>((ring) => void alarms.push({ ms, ring }));
    recorder = new HealthRecorder({ db, clock, log: silentLogger, sleep });
    const { id: organizationId } = await db.organizations.insert({ name: "o", slug: "o", emailDomains: [] });
    const made = await db.connections.insert({
      organizationId,
      name: "c",
      cloud: "EMULATOR",
      access: "APPLICATION",
      supportedAccountTypes: "SINGLE_TENANT",
      tenantId: "t",
      clientId: "c",
      state: "DRAFT",
    });
    row = (await db.transaction((all) => moveConnection(all, made, { cause: "CHECK_PASSED", reason: null })))!;
    now += 1_000;
  });
  afterEach(async () => {
    await recorder.close();
    await db.close();
    await rm(folder, { recursive: true });
  });

  const stored = async () => (await db.connections.byIds([row.id], null)).get(row.id)!;
  const health = async () => (await recorder.getMany([row.id])).get(row.id);
  const history = async () =>
    (
      await db.connectionEvents.page({
        first: 100,
        filter: { organizationId: row.organizationId, connectionId: row.id },
      })
    ).rows;
  /** The next note after this is written at once. */
  const aMinuteLater = async () => {
    now += 60_000;
  };
  const fails = (error: unknown, ...mailboxes: string[]) => {
    for (const mailbox of mailboxes) recorder.failed(row.id, mailbox, error);
  };
  /** All that was noted, in the store. */
  const flushed = async () => {
    await recorder.close();
    return stored();
  };

  test("the last success, the last failure with its code, and failures in a row are told at once", async () => {
    recorder.worked(row.id);
    now += 5_000;
    fails(DENIED, "a", "a");

    expect(await health()).toMatchObject({
      lastSuccessAt: new Date(now - 5_000),
      lastFailureAt: new Date(now),
      lastErrorCode: "ErrorAccessDenied",
      lastErrorRequestId: "r-1",
      consecutiveFailures: 2,
    });
  });

  test("a thousand requests within a minute are one write, and the rest is written at its end", async () => {
    const save = vi.spyOn(db, "transaction");
    for (let n = 0; n < 1_000; n++) recorder.worked(row.id);
    await vi.waitFor(async () => expect((await db.connectionHealth.byIds([row.id])).size).toBe(1));
    now += 20_000;
    recorder.worked(row.id);

    expect(save).toHaveBeenCalledTimes(1);
    expect(alarms).toHaveLength(1);
    now += 40_000;
    alarms[0]!.ring();
    await vi.waitFor(() => expect(save).toHaveBeenCalledTimes(2));
    await recorder.close();
    const written = (await db.connectionHealth.byIds([row.id])).get(row.id);
    expect(written!.lastSuccessAt).toEqual(new Date(now - 40_000));
  });

  test("what is not written yet is written when the gateway closes, and read after a restart", async () => {
    recorder.worked(row.id);
    fails(DENIED, "a");
    await recorder.close();

    const next = new HealthRecorder({ db, clock: { now: () => now }, log: silentLogger });
    next.failed(row.id, "a", DENIED);
    expect((await next.getMany([row.id])).get(row.id)).toMatchObject({ consecutiveFailures: 2 });
    await next.close();
  });

  test("two refused credentials move nothing, three do, with the explained code [demand 12]", async () => {
    fails(SECRET_EXPIRED, "a", "a");
    expect((await flushed()).state).toBe("ACTIVE");

    fails(SECRET_EXPIRED, "a");
    await aMinuteLater();
    fails(SECRET_EXPIRED, "a");
    expect(await flushed()).toMatchObject({ state: "NEEDS_RECONNECT", stateCode: "AADSTS7000222" });
    expect((await stored()).stateReason).toContain("expired");
    expect((await history()).at(-1)).toMatchObject({ cause: "USE_REFUSED_CREDENTIAL", from: "ACTIVE", actor: null });
  });

  test("a success between them begins the count anew", async () => {
    fails(SECRET_EXPIRED, "a", "a");
    recorder.worked(row.id);
    fails(SECRET_EXPIRED, "a", "a");

    expect((await flushed()).state).toBe("ACTIVE");
  });

  test.each([
    ["a missing consent told by Entra", NO_CONSENT, ["a", "a", "a"], "AWAITING_CONSENT"],
    ["access refused in three mailboxes", DENIED, ["a", "b", "c"], "AWAITING_CONSENT"],
    ["access refused in two mailboxes, however often", DENIED, ["a", "b", "a", "b", "a", "b"], "ACTIVE"],
    ["Graph down for three mailboxes", DOWN, ["a", "b", "c"], "DEGRADED"],
    ["Graph down for one mailbox, however often", DOWN, ["a", "a", "a", "a", "a"], "ACTIVE"],
    ["three mailboxes without a licence [demand 14]", NO_MAILBOX, ["a", "b", "c"], "ACTIVE"],
    ["events that are gone", GONE, ["a", "b", "c"], "ACTIVE"],
    ["slips of callers", new AppError("INVALID_INPUT", "no"), ["a", "b", "c"], "ACTIVE"],
  ])("%s: %s", async (_name, error, mailboxes, state) => {
    fails(error, ...mailboxes);

    expect((await flushed()).state).toBe(state);
  });

  test("an answer that an event is gone is a success of the connection", async () => {
    fails(GONE, "a");

    expect(await health()).toMatchObject({ lastSuccessAt: new Date(now), lastFailureAt: null });
  });

  test("successes lead back to ACTIVE what use had found", async () => {
    fails(DOWN, "a", "b", "c");
    expect((await flushed()).state).toBe("DEGRADED");

    await aMinuteLater();
    recorder.worked(row.id);
    expect(await flushed()).toMatchObject({ state: "ACTIVE", stateReason: null, stateCode: null });
    expect((await history()).map(({ cause }) => cause)).toEqual(["CHECK_PASSED", "USE_FAILED", "USE_WORKED"]);
  });

  test("a token from before does not lift what a verification found", async () => {
    await db.transaction(async (all) =>
      moveConnection(all, await stored(), {
        cause: "CHECK_REFUSED_CREDENTIAL",
        reason: "wrong",
        code: "AADSTS7000215",
      }),
    );
    await aMinuteLater();
    recorder.worked(row.id);

    expect((await flushed()).state).toBe("NEEDS_RECONNECT");
  });

  test("failures from before a change say nothing about the changed connection", async () => {
    fails(SECRET_EXPIRED, "a", "a");
    await vi.waitFor(async () => expect((await db.connectionHealth.byIds([row.id])).size).toBe(1));
    now += 1_000;
    await db.transaction(async (all) => moveConnection(all, await stored(), { cause: "CHANGED", reason: "changed" }));
    now += 1_000;
    fails(SECRET_EXPIRED, "a");

    expect((await flushed()).state).toBe("DRAFT");
  });

  test("a connection that was deleted meanwhile is forgotten", async () => {
    await db.connections.delete(row.id);
    recorder.worked(row.id);
    await recorder.close();

    expect((await recorder.getMany([row.id])).size).toBe(0);
  });

  test("the history keeps the latest 200 changes", async () => {
    for (let n = 0; n < 105; n++) {
      const off = await db.transaction(async (all) =>
        moveConnection(all, await all.connections.byIds([row.id], null).then((found) => found.get(row.id)!), {
          cause: "SWITCHED_OFF",
          reason: null,
        }),
      );
      await db.transaction((all) => moveConnection(all, off!, { cause: "SWITCHED_ON", reason: String(n) }));
    }
    const { rows } = await db.connectionEvents.page({
      first: 1_000,
      filter: { organizationId: row.organizationId, connectionId: row.id },
    });

    expect(rows).toHaveLength(200);
    expect(rows.at(-1)).toMatchObject({ cause: "SWITCHED_ON", reason: "104" });
  });
});
