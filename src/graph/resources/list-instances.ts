import type { Event } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { withQuery } from "../graph-url.js";
import { type ReadList, readAll } from "../paging.js";
import { selectOf } from "./calendar-path.js";
import { type EventPlace, eventPath } from "./event-path.js";
import { membersOfList, toldList } from "./told-events.js";

/** As large as a calendar view's page: the default of 10 would cost a round trip each. */
const PAGE = 1_000;

/** Members that lists of occurrences cannot select, as calendar views cannot. */
const NOT_IN_LIST = new Set(["createdDateTime", "lastModifiedDateTime"]);

export interface ListInstancesInput extends EventPlace {
  /** Bounds of the window: ISO 8601 in UTC. Graph refuses over 1,825 days. */
  readonly startDateTime: string;
  readonly endDateTime: string;
  readonly select: readonly string[];
  readonly maxItems: number;
}

/** Occurrences and exceptions of one series that overlap a window. For an event that is no master: a 400. */
export async function listInstances(
  client: GraphClient,
  connection: GraphConnection,
  { startDateTime, endDateTime, select, maxItems, ...place }: ListInstancesInput,
  call: Call,
): Promise<ReadList<Event>> {
  const path = withQuery(`${eventPath(place)}/instances`, {
    startDateTime,
    endDateTime,
    $select: selectOf(membersOfList(select).filter((member) => !NOT_IN_LIST.has(member))),
    $top: Math.max(1, Math.min(PAGE, maxItems)),
  });
  const request = { method: "GET", path, mailbox: place.mailbox } as const;
  const list = await readAll<Event>(client, connection, request, call, { maxItems });
  toldList(connection, select, list.items);
  return list;
}
