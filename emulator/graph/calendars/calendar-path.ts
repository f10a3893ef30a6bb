import { isWellFormedItemId } from "../../core/id-maker.js";
import type { CalendarRow, Mailbox } from "../../core/mailbox.model.js";
import type { CalendarGroupRow } from "../../core/mailbox-parts.model.js";
import type { MailboxCall } from "../graph-call.js";
import { GraphFailure, itemNotFound } from "../graph-failure.js";

/** Throws 400 `ErrorInvalidIdMalformed` for text that no mailbox can have issued as an id. */
export function assertItemId(id: string): void {
  if (!isWellFormedItemId(id)) throw new GraphFailure(400, "ErrorInvalidIdMalformed", "Id is malformed.");
}

/** A calendar by id; 404 for one of another mailbox, 400 for text that is no id. */
export function calendarById(mailbox: Mailbox, id: string): CalendarRow {
  const calendar = mailbox.calendars.get(id);
  if (calendar !== undefined) return calendar;
  assertItemId(id);
  throw itemNotFound();
}

/** A group by id, or undefined for the default one; 404 for one of another mailbox, 400 for text that is no id. */
export function groupById(mailbox: Mailbox, id: string): CalendarGroupRow | undefined {
  if (id === mailbox.defaultGroupId) return undefined;
  const group = mailbox.groups?.get(id);
  if (group !== undefined) return group;
  assertItemId(id);
  throw itemNotFound();
}

/** The calendar that the path names, the default one where it names none; its group must hold it. */
export function calendarOfPath(call: MailboxCall): CalendarRow {
  const { calendar: id, group } = call.params;
  const calendar = calendarById(call.mailbox, id ?? call.mailbox.defaultCalendarId);
  if (group !== undefined && group !== calendar.groupId) {
    assertItemId(group);
    throw itemNotFound();
  }
  return calendar;
}
