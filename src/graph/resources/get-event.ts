import type { Event } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { withQuery } from "../graph-url.js";
import { selectOf } from "./calendar-path.js";
import { type EventPlace, eventPath } from "./event-path.js";
import { IDENTITY_MEMBERS, told } from "./told-events.js";

export interface GetEventInput extends EventPlace {
  readonly select: readonly string[];
  /** Navigations to show with the event, for example `extensions($filter=id eq 'com.example')`. */
  readonly expand?: string | undefined;
}

/** One event, with `@odata.etag`, and with what tells which one it is. An id of another mailbox is a `GraphError` with status 404. */
export async function getEvent(
  client: GraphClient,
  connection: GraphConnection,
  { select, expand, ...place }: GetEventInput,
  call: Call,
): Promise<Event> {
  const path = withQuery(eventPath(place), {
    $select: selectOf([...select, ...IDENTITY_MEMBERS]),
    ...(expand !== undefined && { $expand: expand }),
  });
  const { body } = await client.send<Event>(connection, { method: "GET", path, mailbox: place.mailbox }, call);
  return told(connection, body);
}
