import type { TimeSlot } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { doEventAction } from "./event-action.js";
import type { EventPlace } from "./event-path.js";

export interface RespondToEventInput extends EventPlace {
  readonly action: "accept" | "tentativelyAccept" | "decline";
  /** Whether the organizer is mailed. */
  readonly sendResponse: boolean;
  readonly comment?: string | undefined;
  /** Graph has it for `tentativelyAccept` and `decline` alone. */
  readonly proposedNewTime?: TimeSlot | undefined;
}

/** Answers an invitation. By the organizer, or with what the meeting does not allow: 400 `ErrorInvalidRequest`. */
export async function respondToEvent(
  client: GraphClient,
  connection: GraphConnection,
  { action, sendResponse, comment, proposedNewTime, ...place }: RespondToEventInput,
  call: Call,
): Promise<void> {
  const body = {
    sendResponse,
    ...(comment !== undefined && { comment }),
    ...(proposedNewTime !== undefined && { proposedNewTime }),
  };
  // A declined invitation goes to Deleted Items, unless the mailbox keeps it.
  await doEventAction(client, connection, { place, action, body, isRemoval: action === "decline" }, call);
}
