import type { Event } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { type EventPlace, eventPath, ifMatchHeaders } from "./event-path.js";
import { told } from "./told-events.js";

export interface UpdateEventInput extends EventPlace {
  /** The members to change; collections such as `attendees` are replaced whole. */
  readonly changes: Event;
  /** The ETag that must still hold; without it the last writer wins. */
  readonly ifMatch?: string | undefined;
}

/** Changes an event and answers the whole of it. A stale `ifMatch` is a `GraphError` with status 412. */
export async function updateEvent(
  client: GraphClient,
  connection: GraphConnection,
  { changes, ifMatch, ...place }: UpdateEventInput,
  call: Call,
): Promise<Event> {
  const request = { method: "PATCH", path: eventPath(place), mailbox: place.mailbox, body: changes } as const;
  const { body } = await client.send<Event>(connection, { ...request, ...ifMatchHeaders(ifMatch) }, call);
  return told(connection, body);
}
