import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { type EventPlace, eventPath, ifMatchHeaders } from "./event-path.js";

export interface DeleteEventInput extends EventPlace {
  /** The ETag that must still hold; without it any version is deleted. */
  readonly ifMatch?: string | undefined;
}

/** Deletes an event; an organizer's meeting is cancelled with its attendees. A stale `ifMatch` is a 412. */
export async function deleteEvent(
  client: GraphClient,
  connection: GraphConnection,
  { ifMatch, ...place }: DeleteEventInput,
  call: Call,
): Promise<void> {
  const request = { method: "DELETE", path: eventPath(place), mailbox: place.mailbox, isRemoval: true } as const;
  await client.send(connection, { ...request, ...ifMatchHeaders(ifMatch) }, call);
}
