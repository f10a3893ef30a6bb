import type { Calendar } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { withQuery } from "../graph-url.js";
import { type CalendarPlace, calendarPath, selectOf } from "./calendar-path.js";

export interface GetCalendarInput extends CalendarPlace {
  readonly select: readonly string[];
}

/** One calendar; the default one without `calendarId`. An unknown id is a `GraphError` with status 404. */
export async function getCalendar(
  client: GraphClient,
  connection: GraphConnection,
  { select, ...place }: GetCalendarInput,
  call: Call,
): Promise<Calendar> {
  const path = withQuery(calendarPath(place), { $select: selectOf(select) });
  const { body } = await client.send<Calendar>(connection, { method: "GET", path, mailbox: place.mailbox }, call);
  return body;
}
