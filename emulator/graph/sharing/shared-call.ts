import type { User } from "../../core/directory.model.js";
import type { CalendarRow } from "../../core/mailbox.model.js";
import { assertItemId } from "../calendars/calendar-path.js";
import type { MailboxCall, MailboxRoute } from "../graph-call.js";
import { accessDenied, itemNotFound } from "../graph-failure.js";
import { assertCalendarAccess, sharedAccess } from "../permissions.js";
import { type CalendarRights, opensEvents, rightsOf } from "./calendar-rights.js";
import { mailboxSeen } from "./mailbox-seen.js";
import { sourceOf } from "./shared-calendars.js";

const CALENDAR = String.raw`(?:/calendar|/calendars/\{calendar\}|/calendarGroups/\{group\}/calendars/\{calendar\})`;
const LISTS = new Set(["/calendars", "/calendarGroups/{group}/calendars"]);
const ITSELF = new RegExp(`^${CALENDAR}$`);
/** What is done to a copy of a shared calendar, and not to the calendar it stands for. */
const COPY_ITSELF = new RegExp(`^${CALENDAR}(?:/permanentDelete)?$`);
const SCHEDULE = new RegExp(`^${CALENDAR}/getSchedule$`);
const WITHIN = new RegExp(`^${CALENDAR}?/(?:events|calendarView)(?:/|$)`);
/** Who else may see a calendar is the owner's business; uploads to another's mailbox are a known issue of Microsoft's. */
const OWNERS_OWN = /\/(?:calendarPermissions|allowedCalendarSharingRoles|createUploadSession)(?:\/|$)/;

/**
 * The call as the calendar's permissions let it go on. A user in another's mailbox reads what is shared and writes
 * where the role allows it; a path through a copy of a shared calendar leads to the calendar itself. Throws 403
 * `ErrorAccessDenied` for what is not shared.
 */
export function boundBySharing(call: MailboxCall, route: MailboxRoute): MailboxCall {
  const { delegated } = call.caller;
  const isOwn = delegated === undefined || delegated.user.id === call.user.id;
  const copy = isOwn ? call.mailbox.calendars.get(call.params.calendar ?? "") : undefined;
  if (copy?.sharedFrom !== undefined && !COPY_ITSELF.test(route.path))
    return asSharee(throughCopy(call, copy, route), route, call.user);
  return isOwn ? call : asSharee(call, route, delegated.user);
}

/** The same call on the calendar that a copy stands for. */
function throughCopy(call: MailboxCall, copy: CalendarRow, route: MailboxRoute): MailboxCall {
  const { calendar: _calendar, group, ...params } = call.params;
  if (call.caller.delegated !== undefined) assertCalendarAccess(sharedAccess(call.caller), route.needs);
  if (group !== undefined && group !== copy.groupId) {
    assertItemId(group);
    throw itemNotFound();
  }
  const source = copy.sharedFrom && sourceOf(call.world.store, copy.sharedFrom);
  if (source === undefined) throw itemNotFound();
  const { user, mailbox } = source;
  return { ...call, user, mailbox, params: { ...params, calendar: source.calendar.id } };
}

function asSharee(call: MailboxCall, route: MailboxRoute, sharee: User): MailboxCall {
  const { world, mailbox } = call;
  const known = new Map<string, CalendarRights>();
  const rightsIn = (calendar: CalendarRow): CalendarRights => {
    const rights = known.get(calendar.id) ?? rightsOf(world.store, sharee, mailbox, calendar);
    known.set(calendar.id, rights);
    return rights;
  };
  const reading = (): MailboxCall => ({ ...call, rightsIn, mailbox: mailboxSeen(mailbox, rightsIn, world.switches) });
  const isRead = route.method === "GET" || SCHEDULE.test(route.path);
  if (OWNERS_OWN.test(route.path)) throw accessDenied();
  if (LISTS.has(route.path) && isRead) {
    const seen = reading();
    if (seen.mailbox.calendars.size === 0) throw notShared(call);
    return seen;
  }
  const isWithin = WITHIN.test(route.path) || SCHEDULE.test(route.path);
  if (!isWithin && !(ITSELF.test(route.path) && isRead)) throw accessDenied();
  const event = call.params.event === undefined ? undefined : world.store.event(mailbox, call.params.event);
  const calendar = mailbox.calendars.get(event?.calendarId ?? call.params.calendar ?? mailbox.defaultCalendarId);
  // What does not exist is answered as such by whoever looks for it.
  if (calendar === undefined) return reading();
  const rights = rightsIn(calendar);
  if (!opensEvents(rights, world.switches)) throw notShared(call);
  if (isRead) return reading();
  if (!rights.edits || (event?.sensitivity === "private" && !rights.seesPrivate)) throw accessDenied();
  const address = { name: sharee.displayName, address: sharee.mail ?? sharee.userPrincipalName };
  return { ...call, rightsIn, world: { ...world, outbox: world.outbox.sentBy(address, mailbox.owner) } };
}

const notShared = ({ world }: MailboxCall) =>
  world.switches.unsharedCalendar === "notFound" ? itemNotFound() : accessDenied();
