import { newEventRow } from "../../core/builders.js";
import type { HttpAnswer } from "../../core/http-message.js";
import type { CalendarRow, EventRow } from "../../core/mailbox.model.js";
import { calendarOfPath } from "../calendars/calendar-path.js";
import { assertNoParts, newParts } from "../extensions/event-parts.js";
import { mergeExtended } from "../extensions/extended-data.js";
import type { MailboxCall, MailboxRoute } from "../graph-call.js";
import { GraphFailure, itemNotFound } from "../graph-failure.js";
import { readJsonBody } from "../json-body.js";
import { hasMoved } from "../meetings/meeting-copy.js";
import { inviteAttendees, leaveMeeting, permittedChanges, tellAttendees } from "../meetings/meeting-writes.js";
import { entityAnswer } from "../odata/answers.js";
import { withChangedSeries, withNewSeries } from "../recurrence/series-writes.js";
import { eventType } from "./event.resource.js";
import { readEventBody } from "./event-body.js";
import { EVENT_PATHS, eventOfPath, eventsContext } from "./event-reads.routes.js";
import { assertEventRules, invalidValue } from "./event-rules.js";
import { onlinePart } from "./online-meeting.js";

function createEvent(call: MailboxCall): HttpAnswer {
  const { mailbox, world } = call;
  const calendar = calendarOfPath(call);
  const body = readJsonBody(call);
  const { start, end, recurrence, ...changes } = readEventBody(body);
  const parts = newParts(call, body);
  // A repeat of a transactionId makes no second event and answers with the first; the repeat's body does not matter.
  const earlier = mailbox.events.get(mailbox.transactions.get(changes.transactionId ?? "") ?? "");
  if (changes.transactionId !== undefined && earlier !== undefined) return created(call, earlier);
  if (start === undefined || end === undefined) throw invalidValue("An event needs a start and an end.");
  const single = newEventRow(world.store, mailbox, { ...changes, ...parts, start, end, calendarId: calendar.id });
  assertEventRules(single);
  const draft = withNewSeries(single, recurrence, world.switches);
  const event = { ...draft, isOnlineMeeting: false };
  const row: EventRow = { ...event, ...onlinePart(changes, calendar, event) };
  world.store.putEvent(mailbox, row);
  inviteAttendees(world, mailbox, row);
  return created(call, mailbox.events.get(row.id) ?? row);
}

function created(call: MailboxCall, event: EventRow): HttpAnswer {
  const path = `/v1.0/users/${call.user.id}/events/${encodeURIComponent(event.id)}`;
  return entityAnswer(call, eventType, event, eventsContext(call), {
    status: 201,
    headers: { Location: `${call.world.origin()}${path}` },
  });
}

function updateEvent(call: MailboxCall): HttpAnswer {
  const { mailbox, world } = call;
  const before = eventOfPath(call);
  assertVersion(call, before);
  // transactionId is set on create only; sending it again changes nothing.
  const body = readJsonBody(call);
  const { transactionId: _ignored, ...wanted } = readEventBody(body);
  assertNoParts(body);
  const { recurrence, ...changes } = permittedChanges(world, before, wanted);
  const patched: EventRow = { ...before, ...changes, ...mergeExtended(before, changes) };
  assertEventRules(patched);
  const merged = withChangedSeries(mailbox, before, patched, recurrence, world.switches);
  const after: EventRow = {
    ...merged,
    attendees: keepResponses(before, merged),
    // Only its organizer can put a meeting online.
    ...onlinePart(before.isOrganizer ? changes : {}, calendarOf(call, before), before),
    changeKey: world.store.ids.changeKey(),
    modifiedAt: world.clock.now(),
  };
  world.store.putEvent(mailbox, after);
  tellAttendees(world, mailbox, before, after);
  return entityAnswer(call, eventType, world.store.event(mailbox, after.id) ?? after, eventsContext(call));
}

function deleteEvent(call: MailboxCall): HttpAnswer {
  const event = eventOfPath(call);
  assertVersion(call, event);
  call.world.store.removeEvent(call.mailbox, event);
  leaveMeeting(call.world, call.mailbox, event);
  return { status: 204, headers: {} };
}

function calendarOf(call: MailboxCall, event: EventRow): CalendarRow {
  const calendar = call.mailbox.calendars.get(event.calendarId);
  if (calendar === undefined) throw itemNotFound();
  return calendar;
}

/** Answers of people who stay invited are kept, unless the meeting moved: then everybody is asked again. */
function keepResponses(before: EventRow, after: EventRow): EventRow["attendees"] {
  const moved = hasMoved(before, after) && before.isOrganizer;
  return after.attendees.map((attendee) => {
    const known = before.attendees.find(
      ({ emailAddress }) => emailAddress.address.toLowerCase() === attendee.emailAddress.address.toLowerCase(),
    );
    return known === undefined || moved
      ? { emailAddress: attendee.emailAddress, type: attendee.type, status: { response: "none", at: undefined } }
      : { ...known, ...attendee, status: known.status };
  });
}

/** Throws for a stale `If-Match`. */
export function assertVersion(call: MailboxCall, event: EventRow): void {
  const wanted = call.request.headers["if-match"];
  if (wanted === undefined || wanted.trim() === "*") return;
  if (wanted.split(",").some((etag) => etag.trim() === `W/"${event.changeKey}"`)) return;
  throw new GraphFailure(
    call.world.switches.staleIfMatchStatus,
    "ErrorIrresolvableConflict",
    "The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.",
  );
}

export const eventWriteRoutes: readonly MailboxRoute[] = EVENT_PATHS.flatMap((path): MailboxRoute[] => [
  { kind: "mailbox", method: "POST", path, needs: "write", handle: createEvent },
  { kind: "mailbox", method: "PATCH", path: `${path}/{event}`, needs: "write", handle: updateEvent },
  { kind: "mailbox", method: "DELETE", path: `${path}/{event}`, needs: "write", handle: deleteEvent },
]);
