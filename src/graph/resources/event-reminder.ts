import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import type { GraphDateTime } from "../wall-time.js";
import { doEventAction } from "./event-action.js";
import type { EventPlace } from "./event-path.js";

export interface SnoozeReminderInput extends EventPlace {
  readonly newReminderTime: GraphDateTime;
}

/** Lets the reminder come again at a later time. */
export async function snoozeReminder(
  client: GraphClient,
  connection: GraphConnection,
  { newReminderTime, ...place }: SnoozeReminderInput,
  call: Call,
): Promise<void> {
  const body = { newReminderTime };
  await doEventAction(client, connection, { place, action: "snoozeReminder", body, isRepeatable: true }, call);
}

/** Ends the reminder. */
export async function dismissReminder(
  client: GraphClient,
  connection: GraphConnection,
  place: EventPlace,
  call: Call,
): Promise<void> {
  await doEventAction(client, connection, { place, action: "dismissReminder", body: {}, isRepeatable: true }, call);
}
