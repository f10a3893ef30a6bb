import type { HttpAnswer } from "../../core/http-message.js";
import { calendarOfPath } from "../calendars/calendar-path.js";
import type { MailboxCall, MailboxRoute } from "../graph-call.js";
import { GraphFailure } from "../graph-failure.js";
import { leaveMeeting } from "../meetings/meeting-writes.js";
import { EVENT_PATHS, eventOfPath } from "./event-reads.routes.js";

/** As DELETE, but for the folder that the item goes to, which no endpoint of the calendar shows. */
function deleteEvent(call: MailboxCall): HttpAnswer {
  const event = eventOfPath(call);
  call.world.store.removeEvent(call.mailbox, event);
  leaveMeeting(call.world, call.mailbox, event);
  return { status: 204, headers: {} };
}

function deleteCalendar(call: MailboxCall): HttpAnswer {
  const calendar = calendarOfPath(call);
  if (calendar.isDefault) throw new GraphFailure(400, "ErrorInvalidRequest", "The default calendar cannot be deleted.");
  call.world.store.removeCalendar(call.mailbox, calendar.id);
  return { status: 204, headers: {} };
}

const route = (path: string, handle: MailboxRoute["handle"]): MailboxRoute => ({
  kind: "mailbox",
  method: "POST",
  path: `${path}/permanentDelete`,
  needs: "write",
  handle,
});

export const permanentDeleteRoutes: readonly MailboxRoute[] = [
  ...EVENT_PATHS.map((path) => route(`${path}/{event}`, deleteEvent)),
  route("/calendars/{calendar}", deleteCalendar),
  route("/calendarGroups/{group}/calendars/{calendar}", deleteCalendar),
];
