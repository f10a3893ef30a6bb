import type { Event } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { withQuery } from "../graph-url.js";
import { readAll } from "../paging.js";
import { type CalendarPlace, calendarPath } from "./calendar-path.js";

export interface FindEventsByUidInput extends CalendarPlace {
  readonly iCalUId: string;
}

/** Ids of a calendar's single events and masters that are copies of one meeting; none where it lies in another calendar. */
export async function findEventsByUid(
  client: GraphClient,
  connection: GraphConnection,
  { iCalUId, ...place }: FindEventsByUidInput,
  call: Call,
): Promise<readonly string[]> {
  const path = withQuery(`${calendarPath(place)}/events`, {
    $filter: `iCalUId eq '${iCalUId.replaceAll("'", "''")}'`,
    $select: "id",
  });
  const request = { method: "GET", path, mailbox: place.mailbox } as const;
  const { items } = await readAll<Event>(client, connection, request, call, { maxItems: 10 });
  return items.flatMap(({ id }) => id ?? []);
}
