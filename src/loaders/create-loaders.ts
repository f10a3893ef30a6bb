import type { Viewer } from "../auth/viewer.js";
import type { Call } from "../lib/call.js";
import type { Services } from "../services/create-services.js";
import { aliasesOfMailboxLoader } from "./aliases-of-mailbox.loader.js";
import { attachmentByKeyLoader, attachmentsOfEventLoader } from "./attachments.loader.js";
import { calendarByKeyLoader } from "./calendar-by-key.loader.js";
import {
  calendarGroupByKeyLoader,
  calendarGroupsOfMailboxLoader,
  calendarsOfGroupLoader,
} from "./calendar-groups.loader.js";
import { calendarPermissionByKeyLoader, permissionsOfCalendarLoader } from "./calendar-permissions.loader.js";
import { calendarViewLoader } from "./calendar-view.loader.js";
import { calendarsOfMailboxLoader } from "./calendars-of-mailbox.loader.js";
import { categoriesOfMailboxLoader, categoryByKeyLoader } from "./categories.loader.js";
import { connectionHealthLoader } from "./connection-health.loader.js";
import { credentialsOfConnectionLoader } from "./credentials-of-connection.loader.js";
import { eventByKeyLoader } from "./event-by-key.loader.js";
import { nullableRowLoader } from "./nullable-row-loader.js";
import { rowLoader } from "./row-loader.js";
import { scheduleLoader } from "./schedule.loader.js";
import { seriesChangesLoader, seriesInstancesLoader, seriesMastersLoader } from "./series.loaders.js";
import { settingsOfMailboxLoader } from "./settings-of-mailbox.loader.js";

/** What loaders ask, and for whom. */
interface Asking {
  readonly services: Services;
  readonly viewer: Viewer;
  readonly call: Call;
}

const MAKERS = {
  organizationById: ({ services, viewer }: Asking) =>
    rowLoader("organizationById", "organization", (ids) => services.organizations.getMany(viewer, ids)),
  connectionById: ({ services, viewer }: Asking) =>
    rowLoader("connectionById", "connection", (ids) => services.connections.getMany(viewer, ids)),
  credentialById: ({ services, viewer }: Asking) =>
    rowLoader("credentialById", "credential", (ids) => services.credentials.getMany(viewer, ids)),
  credentialsOfConnection: ({ services, viewer }: Asking) =>
    credentialsOfConnectionLoader(viewer, services.credentials),
  mailboxById: ({ services, viewer }: Asking) =>
    rowLoader("mailboxById", "mailbox", (ids) => services.mailboxes.getMany(viewer, ids)),
  aliasesOfMailbox: ({ services }: Asking) => aliasesOfMailboxLoader(services.mailboxIdentity),
  apiKeyById: ({ services, viewer }: Asking) =>
    rowLoader("apiKeyById", "API key", (ids) => services.apiKeys.getMany(viewer, ids)),
  signInOfMailbox: ({ services, viewer }: Asking) =>
    nullableRowLoader("signInOfMailbox", (ids) => services.authorizations.signInsOf(viewer, ids)),
  adminConsentOfConnection: ({ services, viewer }: Asking) =>
    nullableRowLoader("adminConsentOfConnection", (ids) => services.adminConsents.latestOf(viewer, ids)),
  invitationById: ({ services, viewer }: Asking) =>
    rowLoader("invitationById", "invitation", (ids) => services.invitations.getMany(viewer, ids)),
  invitationOfMailbox: ({ services, viewer }: Asking) =>
    nullableRowLoader("invitationOfMailbox", (ids) => services.invitations.ofMailboxes(viewer, ids)),
  connectionHealthById: ({ services }: Asking) => connectionHealthLoader(services.connectionHealth),
  verificationById: ({ services, viewer }: Asking) =>
    rowLoader("verificationById", "verification", (ids) => services.connectionVerifier.getMany(viewer, ids)),
  calendarsOfMailbox: ({ services, viewer, call }: Asking) =>
    calendarsOfMailboxLoader(viewer, services.calendars, call),
  categoriesOfMailbox: ({ services, viewer, call }: Asking) =>
    categoriesOfMailboxLoader(viewer, services.categories, call),
  categoryByKey: ({ services, viewer, call }: Asking) => categoryByKeyLoader(viewer, services.categories, call),
  settingsOfMailbox: ({ services, viewer, call }: Asking) =>
    settingsOfMailboxLoader(viewer, services.mailboxSettings, call),
  calendarByKey: ({ services, viewer, call }: Asking) => calendarByKeyLoader(viewer, services.calendars, call),
  calendarView: ({ services, viewer, call }: Asking) => calendarViewLoader(viewer, services.eventReader, call),
  eventByKey: ({ services, viewer, call }: Asking) => eventByKeyLoader(viewer, services.eventReader, call),
  attachmentsOfEvent: ({ services, viewer, call }: Asking) =>
    attachmentsOfEventLoader(viewer, services.attachmentReader, call),
  attachmentByKey: ({ services, viewer, call }: Asking) =>
    attachmentByKeyLoader(viewer, services.attachmentReader, call),
  calendarGroupsOfMailbox: ({ services, viewer, call }: Asking) =>
    calendarGroupsOfMailboxLoader(viewer, services.calendarGroups, call),
  calendarGroupByKey: ({ services, viewer, call }: Asking) =>
    calendarGroupByKeyLoader(viewer, services.calendarGroups, call),
  calendarsOfGroup: ({ services, viewer, call }: Asking) =>
    calendarsOfGroupLoader(viewer, services.calendarGroups, call),
  permissionsOfCalendar: ({ services, viewer, call }: Asking) =>
    permissionsOfCalendarLoader(viewer, services.calendarSharing, call),
  calendarPermissionByKey: ({ services, viewer, call }: Asking) =>
    calendarPermissionByKeyLoader(viewer, services.calendarSharing, call),
  schedule: ({ services, viewer, call }: Asking) => scheduleLoader(viewer, services.schedules, call),
  seriesInstances: ({ services, viewer, call }: Asking) => seriesInstancesLoader(viewer, services.seriesReader, call),
  seriesMasters: ({ services, viewer, call }: Asking) => seriesMastersLoader(viewer, services.seriesReader, call),
  seriesChanges: ({ services, viewer, call }: Asking) => seriesChangesLoader(viewer, services.seriesReader, call),
} as const;

type Makers = typeof MAKERS;
type LoaderName = keyof Makers;

/** The loaders of one GraphQL request: they cache for its duration and ask as its viewer. */
export type Loaders = { readonly [Name in LoaderName]: ReturnType<Makers[Name]> } & {
  /** Forgets what was read. */
  clearAll(): void;
};

/** Each loader is made when it is first asked for: no request needs more than a few, and all cost more than a small answer. */
class RequestLoaders {
  readonly #asking: Asking;
  readonly #made = new Map<LoaderName, { clearAll(): unknown }>();

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  loader(name: LoaderName): { clearAll(): unknown } {
    let loader = this.#made.get(name);
    if (loader === undefined) {
      loader = MAKERS[name](this.#asking);
      this.#made.set(name, loader);
    }
    return loader;
  }

  clearAll(): void {
    for (const loader of this.#made.values()) loader.clearAll();
  }
}

// Getters of the class: those of an object literal would be made anew for each request.
for (const name of Object.keys(MAKERS) as LoaderName[]) {
  Object.defineProperty(RequestLoaders.prototype, name, {
    get(this: RequestLoaders) {
      return this.loader(name);
    },
  });
}

export function createLoaders(services: Services, viewer: Viewer, call: Call): Loaders {
  return new RequestLoaders({ services, viewer, call }) as object as Loaders;
}
