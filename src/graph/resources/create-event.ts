import type { Event } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import { newRequestId } from "../../lib/ids.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { type CalendarPlace, calendarPath } from "./calendar-path.js";
import { told } from "./told-events.js";

export interface CreateEventInput extends CalendarPlace {
  /** The new event's members; `start` and `end` are needed. */
  readonly event: Event;
  /** Any text; the same one sent again to a mailbox makes no second event. Default: a new one for each call. */
  readonly transactionId?: string | undefined;
}

/** Creates an event and mails its attendees. It is safe against doubles: Graph knows it by its transaction id. */
export async function createEvent(
  client: GraphClient,
  connection: GraphConnection,
  { event, transactionId = newRequestId(), ...place }: CreateEventInput,
  call: Call,
): Promise<Event> {
  const request = {
    method: "POST",
    path: `${calendarPath(place)}/events`,
    mailbox: place.mailbox,
    body: { ...event, transactionId },
    repeatable: true,
  } as const;
  const { body } = await client.send<Event>(connection, request, call);
  return told(connection, body);
}
