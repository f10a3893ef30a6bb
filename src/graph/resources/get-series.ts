import type { Event } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { withQuery } from "../graph-url.js";
import { selectOf } from "./calendar-path.js";
import { type EventPlace, eventPath } from "./event-path.js";
import { IDENTITY_MEMBERS, membersOfList, told, toldList } from "./told-events.js";

/** A series' master with what only a read by its id tells. The US Government's and China's Graph know neither member. */
export type GraphSeries = Event & {
  readonly "@odata.etag"?: string;
  /** `OID.{masterId}.{yyyy-MM-dd}`, the date being that of the slot. */
  readonly cancelledOccurrences?: readonly string[] | null;
  readonly exceptionOccurrences?: readonly Event[] | null;
};

export interface GetSeriesInput extends EventPlace {
  readonly select: readonly string[];
  /** Members of the changed occurrences; null to read none. */
  readonly exceptions: readonly string[] | null;
}

/** A master with its cancelled dates and, where asked for, its changed occurrences: one request. */
export async function getSeries(
  client: GraphClient,
  connection: GraphConnection,
  { select, exceptions, ...place }: GetSeriesInput,
  call: Call,
): Promise<GraphSeries> {
  const members = [
    ...select,
    ...IDENTITY_MEMBERS,
    "cancelledOccurrences",
    ...(exceptions === null ? [] : ["exceptionOccurrences"]),
  ];
  const path = withQuery(eventPath(place), {
    $select: selectOf(members),
    // Expanded only where `$select` names it too (https://learn.microsoft.com/graph/api/event-get).
    $expand: exceptions === null ? undefined : `exceptionOccurrences($select=${selectOf(membersOfList(exceptions))})`,
  });
  const { body } = await client.send<GraphSeries>(connection, { method: "GET", path, mailbox: place.mailbox }, call);
  if (body?.exceptionOccurrences) toldList(connection, exceptions ?? [], body.exceptionOccurrences);
  return told(connection, body);
}
