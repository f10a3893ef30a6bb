import type { ApiKeyAuthenticator } from "../auth/api-key-authenticator.js";
import type { AppTokenSource } from "../auth/app-token-source.js";
import type { CredentialVault } from "../auth/credential-vault.js";
import { DelegatedClient } from "../auth/delegated-client.js";
import { DelegatedTokenSource } from "../auth/delegated-token-source.js";
import type { FederatedTokenFiles } from "../auth/federated-token-files.js";
import type { GrantVault } from "../auth/grant-vault.js";
import type { GraphClient } from "../graph/index.js";
import type { Clock } from "../lib/clock.js";
import type { EmulatorUrls } from "../lib/clouds.js";
import type { Logger } from "../lib/logger.js";
import type { Repeat } from "../lib/repeat.js";
import type { SealedBox } from "../lib/sealed-box.js";
import { sleep } from "../lib/sleep.js";
import type { Database } from "../store/database.js";
import { ApiKeyService } from "./api-keys/api-key.service.js";
import type { AttachmentLimits } from "./attachments/attachment.model.js";
import { type AttachmentServices, createAttachments } from "./attachments/create-attachments.js";
import { AdminConsentService } from "./authorization/admin-consent.service.js";
import { AppPermissionsService } from "./authorization/app-permissions.service.js";
import { ConnectPagesService } from "./authorization/connect-pages.service.js";
import { FlowBook } from "./authorization/flow-book.js";
import { GrantKeeper } from "./authorization/grant-keeper.js";
import { MailboxAuthorizationService } from "./authorization/mailbox-authorization.service.js";
import { CalendarService } from "./calendars/calendar.service.js";
import { CalendarGroupService } from "./calendars/calendar-group.service.js";
import { CalendarWriterService } from "./calendars/calendar-writer.service.js";
import { CategoryService } from "./categories/category.service.js";
import { ConnectionService } from "./connections/connection.service.js";
import { ConnectionAccess } from "./connections/connection-access.js";
import { ConnectionHistoryService } from "./connections/connection-history.service.js";
import { HealthRecorder } from "./connections/health/health-recorder.js";
import { VerifierService } from "./connections/verification/verifier.service.js";
import { CredentialService } from "./credentials/credential.service.js";
import { CredentialExpiryService } from "./credentials/credential-expiry.service.js";
import { DirectoryService } from "./directory/directory.service.js";
import { DirectoryAccess } from "./directory/directory-access.js";
import { DirectoryCursors } from "./directory/directory-cursor.js";
import { AttendeeService } from "./events/actions/attendee.service.js";
import { EventActionsService } from "./events/actions/event-actions.service.js";
import { EventMoveService } from "./events/actions/event-move.service.js";
import { ReminderService } from "./events/actions/reminder.service.js";
import { EventReaderService } from "./events/event-reader.service.js";
import { EventRewrites } from "./events/event-rewrites.js";
import { EventWriterService } from "./events/event-writer.service.js";
import { ChangeGuard } from "./events/safety/change-guard.js";
import { EventSafetyService } from "./events/safety/event-safety.service.js";
import type { GuardSettings } from "./events/safety/write-guard.js";
import { WriteJudge } from "./events/safety/write-judge.js";
import { SeriesReaderService } from "./events/series/series-reader.service.js";
import { SeriesSplitter } from "./events/series/series-splitter.js";
import { SeriesWriterService } from "./events/series/series-writer.service.js";
import { SplitRecoveryService } from "./events/series/split-recovery.service.js";
import { createEventViews, type ResponseCacheSettings } from "./events/views/create-event-views.js";
import { GuideService } from "./guide/guide.service.js";
import { IdempotencyService } from "./idempotency/idempotency.service.js";
import { createInvitations, type InvitationServices } from "./invitations/create-invitations.js";
import type { InvitationSettings } from "./invitations/invitation.service.js";
import type { Mailer } from "./mail/mailer.js";
import { MailboxSettingsService } from "./mailbox-settings/mailbox-settings.service.js";
import { EventIdentityRecorder } from "./mailboxes/event-identity-recorder.js";
import { EventSearch } from "./mailboxes/event-search.js";
import { MailboxService } from "./mailboxes/mailbox.service.js";
import { MailboxAccess } from "./mailboxes/mailbox-access.js";
import { MailboxIdentityService } from "./mailboxes/mailbox-identity.service.js";
import { MailboxImportService } from "./mailboxes/mailbox-import.service.js";
import { MailboxSelectionService } from "./mailboxes/mailbox-selection.service.js";
import { MailboxSources } from "./mailboxes/mailbox-sources.js";
import { MailboxWriter } from "./mailboxes/mailbox-writer.js";
import { MailboxZones } from "./mailboxes/mailbox-zones.js";
import { MeetingTimesService } from "./meeting-times/meeting-times.service.js";
import { MetricsService } from "./metrics/metrics.service.js";
import { OrganizationService } from "./organizations/organization.service.js";
import { RoomService } from "./rooms/room.service.js";
import { RoomDirectory } from "./rooms/room-directory.js";
import { ScheduleService } from "./schedules/schedule.service.js";
import { ScheduleReader } from "./schedules/schedule-reader.js";
import { ScheduleTargets } from "./schedules/schedule-targets.js";
import type { ScheduleLimits } from "./schedules/schedule-window.js";
import { CalendarSharingService } from "./sharing/calendar-sharing.service.js";
import { ShownAgain } from "./visibility/shown-again.js";

export interface ServiceDeps {
  readonly db: Database;
  readonly authenticator: ApiKeyAuthenticator;
  readonly vault: CredentialVault;
  readonly tokens: AppTokenSource;
  readonly grants: GrantVault;
  readonly graph: GraphClient;
  /** Seals what callers hand back, such as cursors of the directory. */
  readonly box: SealedBox;
  readonly clock: Clock;
  readonly log: Logger;
  /** What carries requests to Entra, through the proxy where there is one. */
  readonly fetch: typeof fetch;
  readonly files: FederatedTokenFiles;
  readonly emulator: EmulatorUrls;
  readonly responseCache: ResponseCacheSettings;
  /** How much one request for free and busy times asks for. */
  readonly scheduling: ScheduleLimits;
  /** Where people's browsers reach this gateway, without a trailing slash. */
  readonly publicUrl: string;
  /** What carries mail; null where no mail server is set. */
  readonly mailer: Mailer | null;
  readonly invitationSettings: InvitationSettings;
  readonly repeat: Repeat;
  readonly writes: WriteSettings;
  /** Whether events are remembered that were only listed. */
  readonly remembersListed: boolean;
  readonly attachments: AttachmentLimits;
}

/** How writes are kept safe. */
export interface WriteSettings extends GuardSettings {
  /** How long the outcomes of writes with idempotency keys are kept. */
  readonly keptMs: number;
}

export interface Services extends InvitationServices, AttachmentServices {
  readonly organizations: OrganizationService;
  readonly connections: ConnectionService;
  readonly authorizations: MailboxAuthorizationService;
  readonly adminConsents: AdminConsentService;
  readonly connectPages: ConnectPagesService;
  readonly connectionVerifier: VerifierService;
  readonly connectionHealth: HealthRecorder;
  readonly eventIdentities: EventIdentityRecorder;
  readonly connectionHistory: ConnectionHistoryService;
  readonly guide: GuideService;
  readonly credentials: CredentialService;
  readonly credentialExpiry: CredentialExpiryService;
  readonly mailboxes: MailboxService;
  readonly mailboxImport: MailboxImportService;
  readonly mailboxIdentity: MailboxIdentityService;
  readonly directory: DirectoryService;
  readonly metrics: MetricsService;
  readonly apiKeys: ApiKeyService;
  readonly calendars: CalendarService;
  readonly mailboxSettings: MailboxSettingsService;
  readonly categories: CategoryService;
  readonly appPermissions: AppPermissionsService;
  readonly eventReader: EventReaderService;
  readonly eventWriter: EventWriterService;
  readonly eventSafety: EventSafetyService;
  readonly idempotency: IdempotencyService;
  readonly eventActions: EventActionsService;
  readonly reminders: ReminderService;
  readonly attendees: AttendeeService;
  readonly eventMoves: EventMoveService;
  readonly calendarWriter: CalendarWriterService;
  readonly calendarGroups: CalendarGroupService;
  readonly calendarSharing: CalendarSharingService;
  readonly mailboxSelection: MailboxSelectionService;
  readonly schedules: ScheduleService;
  readonly rooms: RoomService;
  readonly meetingTimes: MeetingTimesService;
  readonly seriesReader: SeriesReaderService;
  readonly splitRecovery: SplitRecoveryService;
}

/** The domain over its ports. All services live as long as the process and keep no state of a request but what the response cache may. */
export function createServices(deps: ServiceDeps): Services {
  const { db, graph, clock } = deps;
  const connectionHealth = new HealthRecorder(deps);
  const views = createEventViews({ graph, clock }, deps.responseCache);
  const client = new DelegatedClient({ clock, fetch: deps.fetch });
  const delegatedTokens = new DelegatedTokenSource({ db, vault: deps.grants, clock, client });
  const keeper = new GrantKeeper({ db, delegatedTokens });
  const access = new ConnectionAccess({ ...deps, keeper });
  const book = new FlowBook({ ...deps, vault: deps.grants });
  const authorizations = new MailboxAuthorizationService({
    ...deps,
    book,
    keeper,
    access,
    client,
    delegatedTokens,
    views,
  });
  const adminConsents = new AdminConsentService({ ...deps, book, access });
  const directory = new DirectoryAccess({ access, clock });
  const sources = new MailboxSources({ graph, directory });
  const identities = new MailboxIdentityService({ db, graph, access, directory, views, clock });
  const zones = new MailboxZones(clock);
  const eventIdentities = new EventIdentityRecorder({ ...deps, identities: db.eventIdentities });
  const search = new EventSearch({ db, graph, clock, identities: eventIdentities });
  const former = { db, identities: eventIdentities, search, remembersListed: deps.remembersListed };
  const mailboxAccess = new MailboxAccess(db, access, connectionHealth, zones, former);
  const writer = new MailboxWriter(mailboxAccess, views);
  const roomDirectory = new RoomDirectory({ db, graph, access });
  const schedules = new ScheduleService({
    targets: new ScheduleTargets({ db, mailboxes: mailboxAccess, rooms: roomDirectory }),
    reader: new ScheduleReader({ graph, clock, limits: deps.scheduling }),
  });
  const eventReader = new EventReaderService(graph, mailboxAccess, views);
  const rooms = new RoomService({ directory: roomDirectory, schedules });
  const splitter = new SeriesSplitter({ graph, db });
  const judge = new WriteJudge({ db, clock, settings: deps.writes });
  const guard = new ChangeGuard(graph, judge);
  return {
    ...createInvitations(deps, access, authorizations),
    ...createAttachments({ ...deps, mailboxes: mailboxAccess, eventReader, views, limits: deps.attachments }),
    organizations: new OrganizationService(db, deps.authenticator, views),
    connections: new ConnectionService({ ...deps, views }),
    authorizations,
    adminConsents,
    appPermissions: new AppPermissionsService(deps.tokens),
    connectPages: new ConnectPagesService({ db, book, authorizations, consents: adminConsents }),
    connectionVerifier: new VerifierService({ ...deps, access, identities }),
    connectionHealth,
    eventIdentities,
    connectionHistory: new ConnectionHistoryService(db),
    mailboxes: new MailboxService(db, views, sources, clock),
    mailboxImport: new MailboxImportService({ db, clock, sources, views }),
    mailboxIdentity: identities,
    metrics: new MetricsService({ db, clock }),
    directory: new DirectoryService({ db, graph, directory, cursors: new DirectoryCursors(deps.box) }),
    guide: new GuideService(deps),
    credentials: new CredentialService({ ...deps, access }),
    credentialExpiry: new CredentialExpiryService(deps),
    apiKeys: new ApiKeyService({ db, authenticator: deps.authenticator, clock }),
    calendars: new CalendarService(graph, mailboxAccess),
    eventReader,
    mailboxSettings: new MailboxSettingsService({ graph, mailboxes: mailboxAccess, writer, zones, clock }),
    categories: new CategoryService(graph, mailboxAccess, writer),
    eventSafety: new EventSafetyService({ graph, mailboxes: mailboxAccess, judge, guard }),
    idempotency: new IdempotencyService({
      ...deps,
      sleep,
      keptMs: deps.writes.keptMs,
      shownAgain: new ShownAgain(mailboxAccess),
    }),
    eventActions: new EventActionsService({ graph, writer, judge, guard }),
    reminders: new ReminderService({ graph, writer, clock }),
    attendees: new AttendeeService({ graph, writer, judge, guard }),
    eventMoves: new EventMoveService(graph, writer),
    calendarWriter: new CalendarWriterService(graph, writer),
    calendarGroups: new CalendarGroupService(graph, mailboxAccess, writer),
    calendarSharing: new CalendarSharingService(graph, mailboxAccess, writer),
    eventWriter: new EventWriterService(
      graph,
      writer,
      new EventRewrites({ graph, clock, sleep }),
      new SeriesWriterService({ graph, splitter }),
      guard,
    ),
    seriesReader: new SeriesReaderService({ graph, mailboxAccess, clock }),
    splitRecovery: new SplitRecoveryService({ ...deps, mailboxAccess, splitter, views }),
    mailboxSelection: new MailboxSelectionService(db),
    schedules,
    rooms,
    meetingTimes: new MeetingTimesService({ db, schedules, rooms, clock }),
  };
}
