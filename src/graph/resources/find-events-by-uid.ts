import type { Event } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { withQuery } from "../graph-url.js";
import { readAll } from "../paging.js";
import { type CalendarPlace, calendarPath } from "./calendar-path.js";

export interface FindEventsByUidInput extends CalendarPlace {
  readonly iCalUId: string;
}

/** As much as tells two copies of one meeting from one. */
const MOST = 10;

/**
 * A calendar's single events and masters that are copies of one meeting, with id and type, at most ten; none where it lies in
 * another calendar.
 */
export async function findEventsByUid(
  client: GraphClient,
  connection: GraphConnection,
  { iCalUId, ...place }: FindEventsByUidInput,
  call: Call,
): Promise<readonly Event[]> {
  const path = withQuery(`${calendarPath(place)}/events`, {
    $filter: `iCalUId eq '${iCalUId.replaceAll("'", "''")}'`,
    $select: "id,iCalUId,type",
  });
  const request = { method: "GET", path, mailbox: place.mailbox } as const;
  const { items } = await readAll<Event>(client, connection, request, call, { maxItems: MOST });
  // A filter that was not understood must not make copies of everything; lists are reported to hold exceptions too.
  return items.filter((event) => event.iCalUId === iCalUId && !event.type?.match(/^(occurrence|exception)$/));
}
