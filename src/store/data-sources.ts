import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import sqlite3 from "sqlite3";
import { DataSource } from "typeorm";
import { AdminConsent } from "../entities/admin-consent.entity.js";
import { ApiKey } from "../entities/api-key.entity.js";
import { ConnectionConfig } from "../entities/connection-config.entity.js";
import { ConnectionEvent } from "../entities/connection-event.entity.js";
import { ConnectionHealth } from "../entities/connection-health.entity.js";
import { Credential } from "../entities/credential.entity.js";
import { EventAlias } from "../entities/event-alias.entity.js";
import { EventIdentity } from "../entities/event-identity.entity.js";
import { IdempotencyRecord } from "../entities/idempotency-record.entity.js";
import { Invitation } from "../entities/invitation.entity.js";
import { InvitationIssue } from "../entities/invitation-issue.entity.js";
import { Mailbox } from "../entities/mailbox.entity.js";
import { MailboxAddress } from "../entities/mailbox-address.entity.js";
import { MailboxGrant } from "../entities/mailbox-grant.entity.js";
import { MeetingMail } from "../entities/meeting-mail.entity.js";
import { OauthFlow } from "../entities/oauth-flow.entity.js";
import { Organization } from "../entities/organization.entity.js";
import { SeriesSplit } from "../entities/series-split.entity.js";
import { Verification } from "../entities/verification.entity.js";
import { sleep } from "../lib/sleep.js";
import { CreateCoreTables1767225600000 } from "../migrations/1767225600000-create-core-tables.js";
import { CreateOauthFlow1795910400000 } from "../migrations/1795910400000-create-oauth-flow.js";
import { CreateMailboxGrant1795910401000 } from "../migrations/1795910401000-create-mailbox-grant.js";
import { CreateCredential1795914000000 } from "../migrations/1795914000000-create-credential.js";
import { CreateConnectionLife1795917600000 } from "../migrations/1795917600000-create-connection-life.js";
import { CreateInvitation1795921200000 } from "../migrations/1795921200000-create-invitation.js";
import { CreateMailboxAddress1795924800000 } from "../migrations/1795924800000-create-mailbox-address.js";
import { CreateSeriesSplit1795928400000 } from "../migrations/1795928400000-create-series-split.js";
import { AddFreeBusyReach1795932000000 } from "../migrations/1795932000000-add-free-busy-reach.js";
import { AddVisibility1795939200000 } from "../migrations/1795939200000-add-visibility.js";
import { CreateIdempotencyRecord1795942800000 } from "../migrations/1795942800000-create-idempotency-record.js";
import { CreateEventAlias1795946400000 } from "../migrations/1795946400000-create-event-alias.js";
import { CreateEventIdentity1795950000000 } from "../migrations/1795950000000-create-event-identity.js";
import type { DatabaseLocation } from "./database-url.js";
import { StoreError, translateDriverError } from "./driver-error.js";

/** How long a statement waits for another process that holds the write lock, in milliseconds. */
const BUSY_TIMEOUT_MS = 10_000;
const WAL_ATTEMPTS = 200;
const WAL_PAUSE_MS = 25;
const OTHERS = 0o077;

// TypeORM calls verbose() on the driver, which makes every statement collect a stack trace that nobody reads here.
const quietDriver = { ...sqlite3, verbose: () => sqlite3 };

/** A data source over our rows, not opened yet. Schema changes come from migrations alone. */
export function dataSourceFor(location: DatabaseLocation): DataSource {
  return new DataSource({
    type: "sqlite",
    driver: quietDriver,
    database: location.kind === "memory" ? ":memory:" : location.path,
    entities: [
      Organization,
      ConnectionConfig,
      Mailbox,
      ApiKey,
      OauthFlow,
      MailboxGrant,
      AdminConsent,
      Credential,
      ConnectionEvent,
      ConnectionHealth,
      Verification,
      Invitation,
      InvitationIssue,
      MailboxAddress,
      IdempotencyRecord,
      MeetingMail,
      SeriesSplit,
      EventAlias,
      EventIdentity,
    ],
    migrations: [
      CreateCoreTables1767225600000,
      CreateOauthFlow1795910400000,
      CreateMailboxGrant1795910401000,
      CreateCredential1795914000000,
      CreateConnectionLife1795917600000,
      CreateInvitation1795921200000,
      CreateMailboxAddress1795924800000,
      AddFreeBusyReach1795932000000,
      CreateSeriesSplit1795928400000,
      AddVisibility1795939200000,
      CreateIdempotencyRecord1795942800000,
      CreateEventAlias1795946400000,
      CreateEventIdentity1795950000000,
    ],
    migrationsTransactionMode: "none",
    migrationsTableName: "migration",
    synchronize: false,
    logging: false,
    busyTimeout: BUSY_TIMEOUT_MS,
    invalidWhereValuesBehavior: { null: "throw", undefined: "throw" },
  });
}

/** The connection that writes. Makes the file, readable by its owner only, when there is none. */
export async function openWriter(location: DatabaseLocation): Promise<DataSource> {
  if (location.kind === "file") await ensurePrivateFile(location.path);
  return opened(location, async (source) => {
    if (location.kind === "file") await enterWalMode(source);
    // FULL: a commit that was acknowledged survives a power cut too. https://sqlite.org/pragma.html#pragma_synchronous
    await source.query("PRAGMA synchronous = FULL");
  });
}

/** A second connection to the same file that cannot write, so that reads never see an open transaction. */
export function openReader(location: DatabaseLocation): Promise<DataSource> {
  return opened(location, async (source) => {
    await source.query("PRAGMA query_only = ON");
  });
}

async function opened(location: DatabaseLocation, prepare: (source: DataSource) => Promise<void>): Promise<DataSource> {
  const source = await dataSourceFor(location).initialize();
  try {
    await prepare(source);
    return source;
  } catch (error) {
    await source.destroy();
    throw error;
  }
}

async function ensurePrivateFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, "a", 0o600);
  try {
    // An older file may have been copied with other rights. SQLite gives its log files the mode of the main file.
    if (((await file.stat()).mode & OTHERS) !== 0) await file.chmod(0o600);
  } finally {
    await file.close();
  }
}

/** Changing the journal mode does not wait for the busy timeout, so two processes that start at once must repeat it. */
async function enterWalMode(source: DataSource): Promise<void> {
  for (let attempt = 1; attempt <= WAL_ATTEMPTS; attempt++) {
    try {
      const [row] = (await source.query("PRAGMA journal_mode = WAL")) as readonly { journal_mode: string }[];
      if (row?.journal_mode === "wal") return;
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
    await sleep(WAL_PAUSE_MS);
  }
  throw new Error("The database could not be put into write-ahead logging mode: another process keeps it busy.");
}

function isBusy(error: unknown): boolean {
  const translated = translateDriverError(error);
  return translated instanceof StoreError && translated.code === "SQLITE_BUSY";
}
