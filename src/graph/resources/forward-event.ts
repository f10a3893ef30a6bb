import type { Recipient } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { doEventAction } from "./event-action.js";
import type { EventPlace } from "./event-path.js";

export interface ForwardEventInput extends EventPlace {
  readonly toRecipients: readonly Recipient[];
  readonly comment?: string | undefined;
}

/** Invites further people by mail; an attendee's forward is told to the organizer too. */
export async function forwardEvent(
  client: GraphClient,
  connection: GraphConnection,
  { toRecipients, comment, ...place }: ForwardEventInput,
  call: Call,
): Promise<void> {
  const body = { toRecipients, ...(comment !== undefined && { comment }) };
  await doEventAction(client, connection, { place, action: "forward", body }, call);
}
