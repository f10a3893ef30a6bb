import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { type EventPlace, eventPath } from "./event-path.js";

type ActionName =
  | "accept"
  | "tentativelyAccept"
  | "decline"
  | "cancel"
  | "forward"
  | "snoozeReminder"
  | "dismissReminder";

/**
 * Does an action of an event; Graph answers nothing. An action without parameters is sent as `{}`: without a body, a part
 * of a batch has no content type either, and is refused.
 */
export async function doEventAction(
  client: GraphClient,
  connection: GraphConnection,
  { place, action, body, isRepeatable = false, isRemoval = false }: EventActionInput,
  call: Call,
): Promise<void> {
  const path = `${eventPath(place)}/${action}`;
  const traits = { ...(isRepeatable && { repeatable: true }), ...(isRemoval && { isRemoval: true }) };
  await client.send(connection, { method: "POST", path, mailbox: place.mailbox, body, ...traits }, call);
}

interface EventActionInput {
  readonly place: EventPlace;
  readonly action: ActionName;
  readonly body: Readonly<Record<string, unknown>>;
  /** True where doing it twice is the same as doing it once; what sends mail never is. */
  readonly isRepeatable?: boolean;
  /** True where the event leaves the calendar by it. */
  readonly isRemoval?: boolean;
}
