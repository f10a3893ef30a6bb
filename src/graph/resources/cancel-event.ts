import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { doEventAction } from "./event-action.js";
import type { EventPlace } from "./event-path.js";

export interface CancelEventInput extends EventPlace {
  /** What the attendees are told. */
  readonly comment?: string | undefined;
}

/** Cancels a meeting, one occurrence of it or a series, and mails all attendees. Of others than the organizer: 400. */
export async function cancelEvent(
  client: GraphClient,
  connection: GraphConnection,
  { comment, ...place }: CancelEventInput,
  call: Call,
): Promise<void> {
  const body = comment === undefined ? {} : { comment };
  await doEventAction(client, connection, { place, action: "cancel", body, isRemoval: true }, call);
}
