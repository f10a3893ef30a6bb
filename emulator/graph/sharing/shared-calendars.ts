import type { User } from "../../core/directory.model.js";
import type { CalendarRow, Mailbox, SharedSource } from "../../core/mailbox.model.js";
import type { CalendarRole, CustomRights, PermissionRow } from "../../core/mailbox-parts.model.js";
import type { Store } from "../../core/store.js";
import type { CalendarItem } from "../calendars/calendar.resource.js";
import type { MailboxCall } from "../graph-call.js";
import { allowedRolesFor, permissionIdOf, permissionsOf, putPermissions } from "./calendar-permissions.js";
import { OWNER_RIGHTS, opensEvents, rightsOf } from "./calendar-rights.js";

/** A calendar that somebody shared, where it is kept. */
export interface SharedCalendar {
  readonly user: User;
  readonly mailbox: Mailbox;
  readonly calendar: CalendarRow;
}

/** What a copy in a sharee's list stands for; undefined after the owner or the calendar has gone. */
export function sourceOf(store: Store, source: SharedSource): SharedCalendar | undefined {
  const user = store.tenants.get(source.tenantId)?.users.get(source.userId);
  const calendar = user?.mailbox?.calendars.get(source.calendarId);
  return user?.mailbox && calendar ? { user, mailbox: user.mailbox, calendar } : undefined;
}

/** A calendar as the caller has it: an own one, one in another's mailbox, or a copy of a shared one. */
export function calendarItem(call: MailboxCall, calendar: CalendarRow): CalendarItem {
  const { world, mailbox, user } = call;
  const source = calendar.sharedFrom && sourceOf(world.store, calendar.sharedFrom);
  if (source === undefined) {
    const rights = call.rightsIn?.(calendar) ?? OWNER_RIGHTS;
    return { calendar, mailbox, rights, isTallying: calendar.isDefault };
  }
  const { onlineMeetingProviders, isDefault } = source.calendar;
  return {
    calendar: { ...calendar, onlineMeetingProviders },
    mailbox: source.mailbox,
    rights: rightsOf(world.store, user, source.mailbox, source.calendar),
    isTallying: isDefault,
  };
}

/** Whether a list still shows the calendar: a copy goes with the permission it was made under. */
export function isListed(call: MailboxCall, calendar: CalendarRow): boolean {
  if (calendar.sharedFrom === undefined) return true;
  if (sourceOf(call.world.store, calendar.sharedFrom) === undefined) return false;
  return opensEvents(calendarItem(call, calendar).rights, call.world.switches);
}

/** Who a calendar is shared with, and as what. */
export interface ShareInput {
  readonly address: string;
  readonly name?: string;
  readonly role: CalendarRole;
  /** Default: the default calendar. */
  readonly calendarId?: string;
  /** With the role `custom`. */
  readonly custom?: CustomRights;
}

/** Gives somebody a role in a calendar, for seeds and tests; an earlier one of the same address is replaced. */
export function shareCalendar(store: Store, owner: Mailbox, input: ShareInput): PermissionRow {
  const calendar = ownCalendar(owner, input.calendarId);
  const home = store.tenant(owner.tenantId);
  const user = home && store.userByMail(home, input.address);
  const id = permissionIdOf(input.address);
  const row: PermissionRow = {
    id,
    role: input.role,
    allowedRoles: allowedRolesFor(user !== undefined, calendar),
    emailAddress: { name: input.name ?? user?.displayName ?? input.address, address: input.address },
    isInsideOrganization: user !== undefined,
    isRemovable: true,
    ...(input.custom && { custom: input.custom }),
  };
  putPermissions(owner, calendar, [...permissionsOf(owner, calendar).filter((other) => other.id !== id), row]);
  return row;
}

/**
 * Puts a shared calendar into somebody's own list, as accepting the invitation in Outlook does. The default calendar
 * goes by its owner's name there. A calendar that is in the list stays the one it is.
 */
export function acceptSharedCalendar(store: Store, sharee: Mailbox, owner: Mailbox, calendarId?: string): CalendarRow {
  const { id, name, isDefault, onlineMeetingProviders } = ownCalendar(owner, calendarId);
  const sharedFrom = { tenantId: owner.tenantId, userId: owner.userId, calendarId: id };
  const known = [...sharee.calendars.values()].find(
    (calendar) => calendar.sharedFrom?.calendarId === id && calendar.sharedFrom.userId === owner.userId,
  );
  if (known !== undefined) return known;
  const row: CalendarRow = {
    id: store.ids.itemId("calendar"),
    groupId: sharee.defaultGroupId,
    name: isDefault ? owner.owner.name : name,
    color: "auto",
    changeKey: store.ids.changeKey(),
    isDefault: false,
    onlineMeetingProviders,
    sharedFrom,
  };
  store.putCalendar(sharee, row);
  return row;
}

function ownCalendar(owner: Mailbox, calendarId: string | undefined): CalendarRow {
  const calendar = owner.calendars.get(calendarId ?? owner.defaultCalendarId);
  if (calendar === undefined) throw new RangeError("The owner has no such calendar.");
  return calendar;
}
