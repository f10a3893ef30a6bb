import type { Event } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { withQuery } from "../graph-url.js";
import { type ReadList, readAll } from "../paging.js";
import { type CalendarPlace, calendarPath, selectOf } from "./calendar-path.js";
import { membersOfList, toldList } from "./told-events.js";

const PAGE = 250;

export interface ListSeriesMastersInput extends CalendarPlace {
  readonly select: readonly string[];
  readonly maxItems: number;
}

/** The masters of a calendar's series, in no order that can be relied on. `select` should hold `type`. */
export async function listSeriesMasters(
  client: GraphClient,
  connection: GraphConnection,
  { select, maxItems, ...place }: ListSeriesMastersInput,
  call: Call,
): Promise<ReadList<Event>> {
  const path = withQuery(`${calendarPath(place)}/events`, {
    $filter: "type eq 'seriesMaster'",
    $select: selectOf(membersOfList(select)),
    $top: Math.min(PAGE, maxItems),
  });
  const request = { method: "GET", path, mailbox: place.mailbox } as const;
  const list = await readAll<Event>(client, connection, request, call, { maxItems });
  toldList(connection, select, list.items);
  return list;
}
