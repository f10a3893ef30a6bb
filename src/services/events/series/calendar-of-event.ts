import { findEventsByUid, type GraphEvent, listCalendars } from "../../../graph/index.js";
import { AppError } from "../../../lib/app-error.js";
import type { EventPort } from "./series-event.js";

/** Which calendar of its mailbox an event lies in: Graph's events do not say. The default calendar is tried first. */
export async function calendarOfEvent(
  { graph, connection, user: mailbox, call }: EventPort,
  { id, iCalUId }: GraphEvent,
): Promise<string> {
  const select = ["isDefaultCalendar", "canEdit"];
  const { items } = await listCalendars(graph, connection, { mailbox, select, isAwaited: true }, call);
  const calendars = [...items].sort(
    (a, b) => Number(b.isDefaultCalendar ?? false) - Number(a.isDefaultCalendar ?? false),
  );
  for (const { id: calendarId = "" } of calendars) {
    const found = await findEventsByUid(graph, connection, { mailbox, calendarId, iCalUId: iCalUId ?? "" }, call);
    if (found.some((event) => event.id === id)) return calendarId;
  }
  throw new AppError(
    "UPSTREAM_REFUSED",
    "Microsoft does not tell which calendar this series is in, so no part of it can be moved.",
  );
}
