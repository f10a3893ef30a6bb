import { type GraphClient, type GraphEvent, getEvent, isGraphError } from "../../graph/index.js";
import type { Call } from "../../lib/call.js";
import { sensitivityOf } from "../events/event-mapper.js";
import type { OpenMailbox } from "../mailboxes/mailbox-access.js";
import { assertMayChange, membersBeforeChange } from "./event-visibility.js";

/**
 * Reads what decides whether an event may be changed; nothing where all is shown whole, or nothing is. With `isSeries` its
 * master must be shown whole too: an occurrence may be public and its series private.
 *
 * @throws AppError FORBIDDEN, or NOT_FOUND where it is hidden.
 */
export async function assertChangeable(
  graph: GraphClient,
  mailbox: OpenMailbox,
  { graphId, isSeries }: { readonly graphId: string; readonly isSeries: boolean },
  call: Call,
): Promise<void> {
  const members = membersBeforeChange(mailbox);
  if (members.length === 0) return;
  const select = isSeries ? [...members, "seriesMasterId"] : members;
  const place = { mailbox: mailbox.graphUser, eventId: graphId, select };
  const event = await getEvent(graph, mailbox.connection, place, call).catch(undefinedWhereGone);
  if (event === undefined) return;
  assertSeenWhole(mailbox, event);
  if (!isSeries || !event.seriesMasterId) return;
  const master = { ...place, eventId: event.seriesMasterId, select: members };
  assertSeenWhole(mailbox, await getEvent(graph, mailbox.connection, master, call));
}

/** What is gone shows nothing, and the write itself says so, unless a repetition finds what an earlier call has done. */
function undefinedWhereGone(error: unknown): undefined {
  if (!isGraphError(error) || error.status !== 404) throw error;
}

/** The same for an event that was read with `membersBeforeChange`. */
export function assertSeenWhole(mailbox: OpenMailbox, event: Pick<GraphEvent, "sensitivity">): void {
  if (membersBeforeChange(mailbox).length > 0) assertMayChange(mailbox, sensitivityOf(event.sensitivity));
}
