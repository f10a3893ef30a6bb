import { type Clock, systemClock } from "../lib/clock.js";
import type { Logger } from "../lib/logger.js";
import { AdminConsentRepository } from "./admin-consent.repository.js";
import { ApiKeyRepository } from "./api-key.repository.js";
import { ConnectionConfigRepository } from "./connection-config.repository.js";
import { ConnectionEventRepository } from "./connection-event.repository.js";
import { ConnectionHealthRepository } from "./connection-health.repository.js";
import { CredentialRepository } from "./credential.repository.js";
import { DataSourceAccess } from "./data-source-access.js";
import { openReader, openWriter } from "./data-sources.js";
import { parseDatabaseUrl } from "./database-url.js";
import { EventAliasRepository } from "./event-alias.repository.js";
import { EventIdentityRepository } from "./event-identity.repository.js";
import { IdempotencyRepository } from "./idempotency.repository.js";
import { InvitationRepository } from "./invitation.repository.js";
import { MailboxRepository } from "./mailbox.repository.js";
import { MailboxAddressRepository } from "./mailbox-address.repository.js";
import { MailboxGrantRepository } from "./mailbox-grant.repository.js";
import { MeetingMailRepository } from "./meeting-mail.repository.js";
import { migrate } from "./migrate.js";
import { OauthFlowRepository } from "./oauth-flow.repository.js";
import { OrganizationRepository } from "./organization.repository.js";
import { type RowAccess, translated } from "./row-access.js";
import { SeriesSplitRepository } from "./series-split.repository.js";
import { VerificationRepository } from "./verification.repository.js";

export interface Repositories {
  readonly organizations: OrganizationRepository;
  readonly connections: ConnectionConfigRepository;
  readonly mailboxes: MailboxRepository;
  readonly apiKeys: ApiKeyRepository;
  readonly connectionEvents: ConnectionEventRepository;
  readonly connectionHealth: ConnectionHealthRepository;
  readonly verifications: VerificationRepository;
  readonly credentials: CredentialRepository;
  readonly oauthFlows: OauthFlowRepository;
  readonly mailboxGrants: MailboxGrantRepository;
  readonly adminConsents: AdminConsentRepository;
  readonly seriesSplits: SeriesSplitRepository;
  readonly eventAliases: EventAliasRepository;
  readonly eventIdentities: EventIdentityRepository;
  readonly invitations: InvitationRepository;
  readonly mailboxAddresses: MailboxAddressRepository;
  readonly idempotency: IdempotencyRepository;
  readonly meetingMails: MeetingMailRepository;
}

/** All stored rows. Each write through its repositories is durable when its promise resolves. */
export interface Database extends Repositories {
  /**
   * Runs the work as one transaction: all of it is stored when it resolves, nothing when it rejects. Use only the
   * repositories that are handed in. Keep it short and never wait for the network in it: writes run one at a time.
   */
  transaction<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>;
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
  /** Finishes queued writes, moves the write-ahead log into the file and closes. Calls after it are refused. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** `sqlite:///absolute/path.sqlite` or `sqlite::memory:`. */
  readonly url: string;
  readonly log: Logger;
  readonly clock?: Clock;
}

/** Opens the database and migrates it. The caller closes it. */
export async function openDatabase({ url, log, clock = systemClock }: DatabaseOptions): Promise<Database> {
  const location = parseDatabaseUrl(url);
  const access = await translated(async () => {
    const writer = await openWriter(location);
    try {
      const migrations = await migrate(writer);
      if (migrations.length > 0) log.info({ migrations }, "database migrated");
      return new DataSourceAccess({ writer, reader: location.kind === "memory" ? writer : await openReader(location) });
    } catch (error) {
      await writer.destroy();
      throw error;
    }
  });
  return {
    ...repositories(access, clock),
    transaction: (work) => access.transaction((bound) => work(repositories(bound, clock))),
    ping: () => access.read(async (manager) => void (await manager.query("SELECT 1"))),
    close: () => access.close(),
  };
}

function repositories(access: RowAccess, clock: Clock): Repositories {
  return {
    organizations: new OrganizationRepository(access, clock),
    connections: new ConnectionConfigRepository(access, clock),
    mailboxes: new MailboxRepository(access, clock),
    apiKeys: new ApiKeyRepository(access, clock),
    connectionEvents: new ConnectionEventRepository(access, clock),
    connectionHealth: new ConnectionHealthRepository(access),
    verifications: new VerificationRepository(access),
    credentials: new CredentialRepository(access),
    oauthFlows: new OauthFlowRepository(access, clock),
    mailboxGrants: new MailboxGrantRepository(access, clock),
    adminConsents: new AdminConsentRepository(access, clock),
    seriesSplits: new SeriesSplitRepository(access, clock),
    eventAliases: new EventAliasRepository(access, clock),
    eventIdentities: new EventIdentityRepository(access),
    invitations: new InvitationRepository(access, clock),
    mailboxAddresses: new MailboxAddressRepository(access),
    idempotency: new IdempotencyRepository(access, clock),
    meetingMails: new MeetingMailRepository(access, clock),
  };
}
