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

export type Loaders = ReturnType<typeof createLoaders>;

/** The loaders of one GraphQL request: they cache for its duration and ask as its viewer. */
export function createLoaders(services: Services, viewer: Viewer, call: Call) {
  return {
    organizationById: rowLoader("organizationById", "organization", (ids) =>
      services.organizations.getMany(viewer, ids),
    ),
    connectionById: rowLoader("connectionById", "connection", (ids) => services.connections.getMany(viewer, ids)),
    credentialById: rowLoader("credentialById", "credential", (ids) => services.credentials.getMany(viewer, ids)),
    credentialsOfConnection: credentialsOfConnectionLoader(viewer, services.credentials),
    mailboxById: rowLoader("mailboxById", "mailbox", (ids) => services.mailboxes.getMany(viewer, ids)),
    aliasesOfMailbox: aliasesOfMailboxLoader(services.mailboxIdentity),
    apiKeyById: rowLoader("apiKeyById", "API key", (ids) => services.apiKeys.getMany(viewer, ids)),
    signInOfMailbox: nullableRowLoader("signInOfMailbox", (ids) => services.authorizations.signInsOf(viewer, ids)),
    adminConsentOfConnection: nullableRowLoader("adminConsentOfConnection", (ids) =>
      services.adminConsents.latestOf(viewer, ids),
    ),
    invitationById: rowLoader("invitationById", "invitation", (ids) => services.invitations.getMany(viewer, ids)),
    invitationOfMailbox: nullableRowLoader("invitationOfMailbox", (ids) =>
      services.invitations.ofMailboxes(viewer, ids),
    ),
    connectionHealthById: connectionHealthLoader(services.connectionHealth),
    verificationById: rowLoader("verificationById", "verification", (ids) =>
      services.connectionVerifier.getMany(viewer, ids),
    ),
    calendarsOfMailbox: calendarsOfMailboxLoader(viewer, services.calendars, call),
    categoriesOfMailbox: categoriesOfMailboxLoader(viewer, services.categories, call),
    categoryByKey: categoryByKeyLoader(viewer, services.categories, call),
    settingsOfMailbox: settingsOfMailboxLoader(viewer, services.mailboxSettings, call),
    calendarByKey: calendarByKeyLoader(viewer, services.calendars, call),
    calendarView: calendarViewLoader(viewer, services.eventReader, call),
    eventByKey: eventByKeyLoader(viewer, services.eventReader, call),
    attachmentsOfEvent: attachmentsOfEventLoader(viewer, services.attachmentReader, call),
    attachmentByKey: attachmentByKeyLoader(viewer, services.attachmentReader, call),
    calendarGroupsOfMailbox: calendarGroupsOfMailboxLoader(viewer, services.calendarGroups, call),
    calendarGroupByKey: calendarGroupByKeyLoader(viewer, services.calendarGroups, call),
    calendarsOfGroup: calendarsOfGroupLoader(viewer, services.calendarGroups, call),
    permissionsOfCalendar: permissionsOfCalendarLoader(viewer, services.calendarSharing, call),
    calendarPermissionByKey: calendarPermissionByKeyLoader(viewer, services.calendarSharing, call),
    schedule: scheduleLoader(viewer, services.schedules, call),
    seriesInstances: seriesInstancesLoader(viewer, services.seriesReader, call),
    seriesMasters: seriesMastersLoader(viewer, services.seriesReader, call),
    seriesChanges: seriesChangesLoader(viewer, services.seriesReader, call),
  };
}
