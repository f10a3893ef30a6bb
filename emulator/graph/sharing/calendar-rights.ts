import type { User } from "../../core/directory.model.js";
import { groupByMail, isBehind } from "../../core/groups.js";
import type { CalendarRow, Mailbox } from "../../core/mailbox.model.js";
import { CALENDAR_ROLES, type CustomRights, type PermissionRow } from "../../core/mailbox-parts.model.js";
import type { Store } from "../../core/store.js";
import type { Switches } from "../../core/switches.js";
import { isDefaultRow, permissionsOf } from "./calendar-permissions.js";

/** What somebody may see of a calendar and do in it. */
export interface CalendarRights extends CustomRights {
  readonly owns: boolean;
  /** Given to everybody of the organization, rather than to this user. */
  readonly isGeneral: boolean;
}

/** What owners have, and applications without a user. */
export const OWNER_RIGHTS: CalendarRights = {
  sees: "details",
  seesPrivate: true,
  edits: true,
  owns: true,
  isGeneral: false,
};

const reader = (sees: CustomRights["sees"]): CustomRights => ({ sees, seesPrivate: false, edits: false });
const READER = reader("details");
const WRITER: CustomRights = { ...READER, edits: true };

/** The roles as Microsoft's page on sharing describes them; `custom` is what the row itself says. */
const BY_ROLE: Readonly<Record<PermissionRow["role"], CustomRights>> = {
  none: reader("nothing"),
  freeBusyRead: reader("freeBusy"),
  limitedRead: reader("limited"),
  read: READER,
  write: WRITER,
  delegateWithoutPrivateEventAccess: WRITER,
  delegateWithPrivateEventAccess: { ...WRITER, seesPrivate: true },
  custom: READER,
};

/**
 * What a calendar's permissions give somebody: those for the user alone count before those for the user's groups, and
 * both before what everybody of the organization may.
 */
export function rightsOf(store: Store, viewer: User, mailbox: Mailbox, calendar: CalendarRow): CalendarRights {
  if (viewer.id === mailbox.userId) return OWNER_RIGHTS;
  const rows = permissionsOf(mailbox, calendar);
  const own =
    rows.find((row) => isFor(row, viewer)) ??
    strongest(rows.filter((row) => isForGroupOf(store, mailbox, row, viewer)));
  if (own !== undefined) return rightsFrom(own, false);
  const isColleague = viewer.tenantId === mailbox.tenantId && viewer.userType === "Member";
  const general = isColleague ? rows.find(isDefaultRow) : undefined;
  return general === undefined ? { ...BY_ROLE.none, owns: false, isGeneral: true } : rightsFrom(general, true);
}

/**
 * Whether a calendar's events can be asked for at all. Microsoft's pages promise an error for a calendar that was not
 * shared with the caller, which free/busy for everybody is not; the switch `freeBusyReaders` has the other readings.
 */
export function opensEvents({ sees, isGeneral }: CalendarRights, { freeBusyReaders }: Switches): boolean {
  if (sees !== "freeBusy") return sees !== "nothing";
  return freeBusyReaders === "everybody" || (freeBusyReaders === "sharees" && !isGeneral);
}

/** What the caller may know of somebody's time; applications without a user may know all. */
export function rightsInTime(store: Store, viewer: User | undefined, mailbox: Mailbox): CalendarRights {
  const calendar = mailbox.calendars.get(mailbox.defaultCalendarId);
  return viewer === undefined || calendar === undefined ? OWNER_RIGHTS : rightsOf(store, viewer, mailbox, calendar);
}

/** The people whom the owner made delegates, who are delegates of the default calendar alone. */
export function delegatesOf(mailbox: Mailbox): readonly PermissionRow[] {
  const calendar = mailbox.calendars.get(mailbox.defaultCalendarId);
  return calendar === undefined
    ? []
    : permissionsOf(mailbox, calendar).filter(({ role }) => role.startsWith("delegate"));
}

function rightsFrom(row: PermissionRow, isGeneral: boolean): CalendarRights {
  const rights = (row.role === "custom" ? row.custom : undefined) ?? BY_ROLE[row.role];
  return { ...rights, owns: false, isGeneral };
}

function strongest(rows: readonly PermissionRow[]): PermissionRow | undefined {
  const rank = ({ role }: PermissionRow) => CALENDAR_ROLES.indexOf(role);
  return [...rows].sort((a, b) => rank(b) - rank(a))[0];
}

function isFor({ emailAddress: { address } }: PermissionRow, user: User): boolean {
  const wanted = address?.toLowerCase();
  return wanted !== undefined && namesOf(user).includes(wanted);
}

function isForGroupOf(
  store: Store,
  mailbox: Mailbox,
  { emailAddress: { address } }: PermissionRow,
  user: User,
): boolean {
  const tenant = store.tenant(mailbox.tenantId);
  const group = tenant && address !== undefined ? groupByMail(tenant, address) : undefined;
  return group !== undefined && isBehind(store, mailbox.tenantId, group, namesOf(user));
}

const namesOf = ({ mail, userPrincipalName }: User): readonly string[] =>
  [mail, userPrincipalName].flatMap((name) => (name === null ? [] : [name.toLowerCase()]));
