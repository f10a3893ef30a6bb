import { join } from "node:path";
import { DataSource } from "typeorm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CredentialVault } from "../../../src/auth/credential-vault.js";
import { FederatedTokenFiles } from "../../../src/auth/federated-token-files.js";
import { silentLogger } from "../../../src/lib/logger.js";
import { createSealedBox, sealingKey } from "../../../src/lib/sealed-box.js";
import { Secret } from "../../../src/lib/secret.js";
import { CreateCoreTables1767225600000 } from "../../../src/migrations/1767225600000-create-core-tables.js";
import { dataSourceFor } from "../../../src/store/data-sources.js";
import { openDatabase } from "../../../src/store/database.js";
import { type TemporaryDatabase, temporaryDatabase } from "./temporary-database.js";

const box = createSealedBox([sealingKey("k1", Buffer.alloc(32, 7))]);
const ORGANIZATION = "01ARZ3NDEKTSV4RRFFQ69G5FA0";
const WITH_SECRET = "01ARZ3NDEKTSV4RRFFQ69G5FA1";
const BARE = "01ARZ3NDEKTSV4RRFFQ69G5FA2";
const MAILBOX = "01ARZ3NDEKTSV4RRFFQ69G5FA3";

/** The words with which the version before this migration sealed. */
const contextThen = (connection: string) => `connection_config|credential_sealed|${connection}|${ORGANIZATION}`;
const ENVELOPE = box.seal("old~secret", contextThen(WITH_SECRET));

let folder: TemporaryDatabase;
let path: string;
let url: string;
let source: DataSource | undefined;

beforeEach(async () => {
  folder = await temporaryDatabase();
  path = join(folder.folder, "earlier.sqlite");
  url = `sqlite://${path}`;
});
afterEach(async () => {
  if (source?.isInitialized) await source.destroy();
  await folder[Symbol.asyncDispose]();
});

async function openThen(): Promise<DataSource> {
  source = await new DataSource({
    type: "sqlite",
    database: path,
    migrations: [CreateCoreTables1767225600000],
    migrationsTableName: "migration",
  }).initialize();
  return source;
}

/** With every migration of this version. */
async function openNow(): Promise<DataSource> {
  source = await dataSourceFor({ kind: "file", path }).initialize();
  return source;
}

/** A file as the version before left it, with a connection that has a secret, one that has none, and a mailbox. */
async function earlierFile(): Promise<void> {
  const then = await openThen();
  await then.runMigrations({ transaction: "all" });
  const insert = (table: string, row: Record<string, unknown>) =>
    then.query(
      `INSERT INTO "${table}" (${Object.keys(row).join(", ")}) VALUES (${Object.keys(row)
        .map(() => "?")
        .join(", ")})`,
      Object.values(row),
    );
  const changes = { created_at: 1_700_000_000_000, updated_at: 1_700_000_000_001, row_version: 4 };
  await insert("organization", { id: ORGANIZATION, name: "C", slug: "c", email_domains: "[]", ...changes });
  const connection = {
    organization_id: ORGANIZATION,
    cloud: "GLOBAL",
    access: "APPLICATION",
    supported_account_types: "SINGLE_TENANT",
    tenant_id: "11111111-2222-4333-8444-555555555555",
    client_id: "66666666-7777-4888-9999-aaaaaaaaaaaa",
    state: "ACTIVE",
    ...changes,
  };
  await insert("connection_config", {
    ...connection,
    id: WITH_SECRET,
    name: "with",
    credential_version: 3,
    credential_kind: "CLIENT_SECRET",
    credential_sealed: ENVELOPE,
    credential_hint: "old",
    credential_set_at: 1_700_000_000_002,
    credential_expires_at: 1_900_000_000_000,
  });
  await insert("connection_config", { ...connection, id: BARE, name: "bare", credential_version: 2 });
  await insert("mailbox", {
    id: MAILBOX,
    organization_id: ORGANIZATION,
    connection_id: WITH_SECRET,
    address: "ann@contoso.example",
    state: "ACTIVE",
    ...changes,
  });
  await then.destroy();
}

const vaultOver = (db: Awaited<ReturnType<typeof openDatabase>>) =>
  new CredentialVault({ db, box, clock: { now: () => 1_800_000_000_000 }, files: new FederatedTokenFiles([]) });

describe("the move of secrets into a table of their own", () => {
  test("loses nothing of a file that the version before wrote", async () => {
    await earlierFile();

    const db = await openDatabase({ url, log: silentLogger });
    const [row, ...others] = await db.credentials.ofConnections([WITH_SECRET, BARE], ORGANIZATION);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      connectionId: WITH_SECRET,
      organizationId: ORGANIZATION,
      kind: "CLIENT_SECRET",
      state: "CURRENT",
      version: 3,
      hint: "old",
      setAt: new Date(1_700_000_000_002),
      expiresAt: new Date(1_900_000_000_000),
    });
    const proof = vaultOver(db).proofOf(row!);
    expect(proof.kind === "CLIENT_SECRET" && proof.secret.reveal()).toBe("old~secret");
    const connections = await db.connections.byIds([WITH_SECRET, BARE], null);
    expect([...connections.values()].map((one) => [one.credentialVersion, one.rowVersion, one.state])).toEqual([
      [3, 4, "ACTIVE"],
      [2, 4, "ACTIVE"],
    ]);
    // Building the table of connections anew would delete what refers to it.
    expect((await db.mailboxes.byIds([MAILBOX], null)).size).toBe(1);
    await db.close();
  });

  test("undone, gives back to each connection the secret in use, and a newer one opens there too", async () => {
    await earlierFile();
    const db = await openDatabase({ url, log: silentLogger });
    const connection = (await db.connections.byIds([BARE], null)).get(BARE)!;
    await vaultOver(db).setSecret(connection, new Secret("new~secret"), null);
    await db.close();

    const back = await openNow();
    await untilGone(back);

    const rows: Record<string, unknown>[] = await back.query("SELECT * FROM connection_config ORDER BY id");
    expect(rows[0]).toMatchObject({
      credential_kind: "CLIENT_SECRET",
      credential_sealed: ENVELOPE,
      credential_hint: "old",
      credential_set_at: 1_700_000_000_002,
      credential_expires_at: 1_900_000_000_000,
      credential_version: 3,
    });
    expect(rows[1]).toMatchObject({ credential_hint: "new", credential_version: 3 });
    expect(box.open(String(rows[1]!.credential_sealed), contextThen(BARE))).toBe("new~secret");
    expect(await back.query("SELECT id FROM mailbox")).toEqual([{ id: MAILBOX }]);
    await back.destroy();
    await (await openDatabase({ url, log: silentLogger })).close();
  });

  test("undone, falls back to the retiring secret where what is in use had no place before", async () => {
    await earlierFile();
    const db = await openDatabase({ url, log: silentLogger });
    await db.transaction(async ({ credentials }) => {
      const [secret] = await credentials.ofConnections([WITH_SECRET], null);
      await credentials.update(secret!.id, secret!.rowVersion, { state: "RETIRING" });
      const { id: _id, rowVersion: _version, warnedDays: _days, refusedAt: _at, ...rest } = secret!;
      await credentials.insert({ ...rest, kind: "CERTIFICATE", version: 4, sealed: "v1.k1.x.y", hint: "AB" });
    });
    await db.close();

    const back = await openNow();
    await untilGone(back);

    const [row] = await back.query("SELECT credential_kind, credential_sealed FROM connection_config ORDER BY id");
    expect(row).toEqual({ credential_kind: "CLIENT_SECRET", credential_sealed: ENVELOPE });
  });
});

/** Undoes migrations, the newest first, until the table is gone. */
async function untilGone(opened: DataSource): Promise<void> {
  const isThere = async () => (await opened.query("SELECT 1 FROM sqlite_master WHERE name = 'credential'")).length > 0;
  while (await isThere()) await opened.undoLastMigration({ transaction: "all" });
}
