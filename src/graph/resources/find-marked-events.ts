import type { Event } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { withQuery } from "../graph-url.js";
import { readAll } from "../paging.js";
import { type CalendarPlace, calendarPath } from "./calendar-path.js";

/** A named property of the public-strings set, which Exchange keeps with the item and shows to nobody who does not ask. */
const MARK = "String {00020329-0000-0000-C000-000000000046} Name AddSyncMark";

/** The member by which an event can be found again, for a new event's body. */
export function eventMark(mark: string): NonNullable<Event["singleValueExtendedProperties"]> {
  return [{ id: MARK, value: mark }];
}

export interface FindMarkedEventsInput extends CalendarPlace {
  /** Letters and digits. */
  readonly mark: string;
}

/** Ids of a calendar's events that carry a mark. */
export async function findMarkedEvents(
  client: GraphClient,
  connection: GraphConnection,
  { mark, ...place }: FindMarkedEventsInput,
  call: Call,
): Promise<readonly string[]> {
  const path = withQuery(`${calendarPath(place)}/events`, {
    $filter: `singleValueExtendedProperties/any(ep:ep/id eq '${MARK}' and ep/value eq '${mark}')`,
    $select: "id",
  });
  const request = { method: "GET", path, mailbox: place.mailbox } as const;
  const { items } = await readAll<Event>(client, connection, request, call, { maxItems: 10 });
  return items.flatMap(({ id }) => id ?? []);
}
