import { createHash, X509Certificate } from "node:crypto";
import type {
  AppInput,
  CalendarInput,
  EventInput,
  FederatedCredentialInput,
  SecretInput,
  TenantInput,
  UserInput,
} from "./builder-inputs.js";
import type {
  App,
  ClientCertificate,
  ClientSecret,
  FederatedCredential,
  RoomList,
  ServicePrincipal,
  Tenant,
  User,
} from "./directory.model.js";
import type { CalendarRow, EmailAddress, EventRow, Mailbox } from "./mailbox.model.js";
import { servicePrincipalOf } from "./service-principals.js";
import type { Store } from "./store.js";
import { type MailboxInput, StoredMailbox } from "./stored-mailbox.js";

const YEAR_MS = 365 * 86_400_000;

/** Puts whole objects into the store, with Outlook's defaults for what is left out. For seeds and tests. */
export class Builders {
  constructor(readonly store: Store) {}

  addTenant(input: TenantInput): Tenant {
    const tenant: Tenant = {
      id: (input.id ?? this.store.ids.guid()).toLowerCase(),
      displayName: input.displayName ?? input.domains[0] ?? "Tenant",
      domains: input.domains.map((domain) => domain.toLowerCase()),
      regionScope: input.regionScope ?? "WW",
      users: new Map(),
      userIdsByName: new Map(),
      userIdsByMail: new Map(),
      servicePrincipals: new Map(),
      userConsent: input.userConsent ?? "recommended",
      adminConsentWorkflow: input.adminConsentWorkflow ?? false,
      consentRequests: [],
    };
    this.store.tenants.set(tenant.id, tenant);
    return tenant;
  }

  /** Registers an application in its home tenant; it can do nothing there before `consent`. */
  addApp(home: Tenant, input: AppInput = {}): App {
    const app: App = {
      appId: (input.appId ?? this.store.ids.guid()).toLowerCase(),
      objectId: this.store.ids.guid(),
      displayName: input.displayName ?? "Application",
      homeTenantId: home.id,
      signInAudience: input.signInAudience ?? "AzureADMyOrg",
      secrets: [],
      certificates: [],
      federatedCredentials: [],
      redirectUris: (input.redirectUris ?? []).map((uri) => (typeof uri === "string" ? { uri, platform: "web" } : uri)),
      requiredPermissions: [...(input.requiredPermissions ?? [])],
      issuesIdTokens: input.issuesIdTokens ?? false,
    };
    for (const secret of input.secrets ?? []) this.addSecret(app, secret);
    this.store.apps.set(app.appId, app);
    return app;
  }

  /** Adds a secret that works from now (or `startsAt`) for a year (or until `endsAt`). */
  addSecret(app: App, input: SecretInput): ClientSecret {
    const startsAt = input.startsAt ?? this.store.clock.now();
    const secret: ClientSecret = {
      keyId: this.store.ids.guid(),
      displayName: input.displayName ?? "secret",
      value: input.value,
      startsAt,
      endsAt: input.endsAt ?? startsAt + YEAR_MS,
    };
    app.secrets.push(secret);
    return secret;
  }

  /** Registers a certificate, PEM or DER. Throws when it is none. */
  addCertificate(app: App, certificate: string | Buffer, displayName = "certificate"): ClientCertificate {
    const parsed = new X509Certificate(certificate);
    const digest = (name: string) => createHash(name).update(parsed.raw).digest("base64url");
    const row: ClientCertificate = {
      keyId: this.store.ids.guid(),
      displayName,
      x5t: digest("sha1"),
      x5tS256: digest("sha256"),
      publicKey: parsed.publicKey,
      startsAt: Date.parse(parsed.validFrom),
      endsAt: Date.parse(parsed.validTo),
    };
    app.certificates.push(row);
    return row;
  }

  /** Trusts another issuer's tokens in place of a secret; for Entra's usual audience unless one is named. */
  addFederatedCredential(app: App, input: FederatedCredentialInput): FederatedCredential {
    const row = { name: input.subject, audience: "api://AzureADTokenExchange", keys: undefined, ...input };
    app.federatedCredentials.push(row);
    return row;
  }

  /** Makes the service principal if there is none, and grants it these application permissions besides earlier ones. */
  consent(app: App, tenant: Tenant, roles: readonly string[]): ServicePrincipal {
    const principal = servicePrincipalOf(this.store, app, tenant);
    for (const role of roles) principal.roles.add(role);
    return principal;
  }

  addUser(tenant: Tenant, input: UserInput): User {
    const id = (input.id ?? this.store.ids.guid()).toLowerCase();
    const mail = input.mail === undefined ? input.userPrincipalName : input.mail;
    const displayName = input.displayName ?? input.userPrincipalName;
    const settings = input.mailbox === false ? undefined : (input.mailbox ?? {});
    const owner = { name: displayName, address: mail ?? input.userPrincipalName };
    const user: User = {
      id,
      tenantId: tenant.id,
      userPrincipalName: input.userPrincipalName,
      mail,
      ...(input.aliases !== undefined && { aliases: input.aliases }),
      displayName,
      givenName: input.givenName ?? null,
      surname: input.surname ?? null,
      jobTitle: input.jobTitle ?? null,
      department: input.department ?? null,
      officeLocation: input.officeLocation ?? null,
      accountEnabled: input.accountEnabled ?? true,
      userType: input.userType ?? "Member",
      directoryRoles: new Set(input.directoryRoles ?? []),
      home: input.home,
      ...(input.managerId !== undefined && { managerId: input.managerId.toLowerCase() }),
      tokensValidFrom: 0,
      secondFactorSince: undefined,
      mailbox: settings && this.#newMailbox(tenant, id, owner, settings),
    };
    this.store.putUser(tenant, user);
    return user;
  }

  /** Adds a list of rooms, which are given by their addresses. */
  addRoomList(tenant: Tenant, input: Omit<RoomList, "id"> & { readonly id?: string }): RoomList {
    const list: RoomList = { ...input, id: input.id ?? this.store.ids.guid() };
    tenant.roomLists = [...(tenant.roomLists ?? []), list];
    return list;
  }

  addCalendar(mailbox: Mailbox, input: CalendarInput): CalendarRow {
    const calendar: CalendarRow = {
      id: input.id ?? this.store.ids.itemId("calendar"),
      groupId: input.groupId ?? mailbox.defaultGroupId,
      name: input.name,
      color: input.color ?? "auto",
      changeKey: this.store.ids.changeKey(),
      isDefault: false,
      onlineMeetingProviders: input.onlineMeetingProviders ?? ["teamsForBusiness"],
    };
    this.store.putCalendar(mailbox, calendar);
    return calendar;
  }

  /** Adds an event to the mailbox's default calendar, or to the one `calendarId` names. */
  addEvent(mailbox: Mailbox, input: EventInput): EventRow {
    const event = newEventRow(this.store, mailbox, input);
    this.store.putEvent(mailbox, event);
    return event;
  }

  #newMailbox(tenant: Tenant, userId: string, owner: EmailAddress, input: MailboxInput): Mailbox {
    const mailbox = new StoredMailbox(tenant.id, userId, owner, this.store.ids.itemId("calendarGroup"), input);
    const calendar = this.addCalendar(mailbox, { name: "Calendar" });
    this.store.putCalendar(mailbox, { ...calendar, isDefault: true });
    return mailbox;
  }
}

/** A row with Outlook's defaults for a new event, not yet in the store. */
export function newEventRow(store: Pick<Store, "clock" | "ids">, mailbox: Mailbox, input: EventInput): EventRow {
  const now = store.clock.now();
  return {
    id: store.ids.itemId("event"),
    immutableId: store.ids.immutableId("event"),
    calendarId: mailbox.defaultCalendarId,
    changeKey: store.ids.changeKey(),
    iCalUId: store.ids.iCalUId(),
    createdAt: now,
    modifiedAt: now,
    transactionId: undefined,
    type: "singleInstance",
    subject: "",
    body: { contentType: "html", content: "" },
    isAllDay: false,
    isCancelled: false,
    isOrganizer: true,
    organizer: mailbox.owner,
    attendees: [],
    responseStatus: { response: "organizer", at: undefined },
    locations: [],
    categories: [],
    importance: "normal",
    sensitivity: "normal",
    showAs: "busy",
    isReminderOn: true,
    reminderMinutesBeforeStart: 15,
    hideAttendees: false,
    responseRequested: true,
    allowNewTimeProposals: true,
    isOnlineMeeting: false,
    onlineMeetingProvider: "unknown",
    onlineMeeting: undefined,
    ...input,
  };
}
