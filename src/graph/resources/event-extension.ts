import type { Call } from "../../lib/call.js";
import { isGraphError } from "../graph-error.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { pathSegment } from "../graph-url.js";
import { type EventPlace, eventPath } from "./event-path.js";

export interface EventExtensionInput extends EventPlace {
  /** The open extension's name. */
  readonly name: string;
  /** Members to set, and to remove by null; others stay. */
  readonly members: Readonly<Record<string, string | null>>;
}

/**
 * Changes an open extension of an event, and makes it where there is none. All of it may be sent again.
 * An unknown event is a `GraphError` with status 404, unless there is nothing to set.
 */
export async function setEventExtension(
  client: GraphClient,
  connection: GraphConnection,
  input: EventExtensionInput,
  call: Call,
): Promise<void> {
  try {
    await change(client, connection, input, call);
  } catch (error) {
    if (!isGraphError(error) || error.status !== 404) throw error;
    await make(client, connection, input, call);
  }
}

async function change(client: GraphClient, connection: GraphConnection, input: EventExtensionInput, call: Call) {
  const { mailbox, name, members } = input;
  const path = `${eventPath(input)}/extensions/${pathSegment(name)}`;
  const body = { "@odata.type": "microsoft.graph.openTypeExtension", ...members };
  await client.send(connection, { method: "PATCH", path, mailbox, body, repeatable: true }, call);
}

async function make(client: GraphClient, connection: GraphConnection, input: EventExtensionInput, call: Call) {
  const { mailbox, name, members } = input;
  const kept = Object.entries(members).filter(([, value]) => value !== null);
  if (kept.length === 0) return;
  const path = `${eventPath(input)}/extensions`;
  const head = { "@odata.type": "microsoft.graph.openTypeExtension", extensionName: name };
  const body = { ...head, ...Object.fromEntries(kept) };
  try {
    await client.send(connection, { method: "POST", path, mailbox, body, repeatable: true }, call);
  } catch (error) {
    // Somebody else made it meanwhile, or the first of two attempts did.
    if (!isGraphError(error) || error.status !== 409) throw error;
    await change(client, connection, input, call);
  }
}
