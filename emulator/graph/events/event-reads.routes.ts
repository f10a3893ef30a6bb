import type { HttpAnswer } from "../../core/http-message.js";
import type { EventRow } from "../../core/mailbox.model.js";
import { exceptionsOf } from "../../core/series.js";
import { assertItemId, calendarOfPath } from "../calendars/calendar-path.js";
import type { MailboxCall, MailboxRoute } from "../graph-call.js";
import { itemNotFound } from "../graph-failure.js";
import { entityAnswer, pageAnswer } from "../odata/answers.js";
import { eventDetailType } from "../recurrence/series-detail.js";
import { expandableEvent } from "./event-expansions.js";

/** The four forms of a path to events; all address the same items. */
export const EVENT_PATHS: readonly string[] = [
  "/events",
  "/calendar/events",
  "/calendars/{calendar}/events",
  "/calendarGroups/{group}/calendars/{calendar}/events",
];

export const eventsContext = (call: MailboxCall) => `users('${call.user.id}')/events`;

/** The event the path names, by either kind of id. 404 in another mailbox or calendar, 400 for text that is no id. */
export function eventOfPath(call: MailboxCall): EventRow {
  const id = call.params.event ?? "";
  const event = call.world.store.event(call.mailbox, id);
  if (event === undefined) assertItemId(id);
  const isElsewhere = call.params.calendar !== undefined && calendarOfPath(call).id !== event?.calendarId;
  if (event === undefined || isElsewhere) throw itemNotFound();
  return event;
}

/** Series masters and single events, newest first; a view of a span of time is `calendarView`. */
function listEvents(call: MailboxCall): HttpAnswer {
  const calendar = calendarOfPath(call);
  const events = [...call.mailbox.events.values()]
    .filter((event) => event.calendarId === calendar.id)
    .flatMap((event) => (call.world.switches.exceptionsInEventLists ? [event, ...exceptionsOf(event)] : [event]))
    .sort((a, b) => b.createdAt - a.createdAt);
  return pageAnswer(call, expandableEvent(call), events, eventsContext(call));
}

function getEvent(call: MailboxCall): HttpAnswer {
  return entityAnswer(call, expandableEvent(call, eventDetailType), eventOfPath(call), eventsContext(call));
}

export const eventReadRoutes: readonly MailboxRoute[] = EVENT_PATHS.flatMap((path): MailboxRoute[] => [
  { kind: "mailbox", method: "GET", path, needs: "basic", handle: listEvents },
  { kind: "mailbox", method: "GET", path: `${path}/{event}`, needs: "basic", handle: getEvent },
]);
