import type { CalendarRow, EventRow, Mailbox } from "../../core/mailbox.model.js";
import type { Switches } from "../../core/switches.js";
import { type CalendarRights, opensEvents } from "./calendar-rights.js";
import { eventSeen } from "./events-seen.js";

/**
 * A mailbox as somebody else may see it: the calendars that are open to them, with their events as shared. Whatever
 * reads a mailbox can read this one, so that lists, filters, views and change tracking tell no more than they may.
 */
export function mailboxSeen(
  mailbox: Mailbox,
  rightsIn: (calendar: CalendarRow) => CalendarRights,
  switches: Switches,
): Mailbox {
  const { tenantId, userId, owner, purpose, timeZone, defaultGroupId, defaultCalendarId, eventIds, groups } = mailbox;
  const open = [...mailbox.calendars.values()].filter(
    (calendar) => calendar.sharedFrom === undefined && opensEvents(rightsIn(calendar), switches),
  );
  const calendars = new Map(open.map((calendar) => [calendar.id, calendar]));
  const events = new Map<string, EventRow>();
  for (const event of mailbox.events.values()) {
    const calendar = calendars.get(event.calendarId);
    if (calendar !== undefined) events.set(event.id, eventSeen(mailbox, event, rightsIn(calendar)));
  }
  return {
    ...{ tenantId, userId, owner, purpose, timeZone, defaultGroupId, defaultCalendarId, calendars, events, eventIds },
    ...(groups && { groups }),
    transactions: new Map(),
  };
}
