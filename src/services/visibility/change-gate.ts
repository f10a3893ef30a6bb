import { type GraphClient, type GraphEvent, getEvent, isGraphError } from "../../graph/index.js";
import type { Call } from "../../lib/call.js";
import { sensitivityOf } from "../events/event-mapper.js";
import type { OpenMailbox } from "../mailboxes/mailbox-access.js";
import { assertMayChange, membersBeforeChange } from "./event-visibility.js";

/** An event that was looked at before it is changed, with its ETag. */
export type SeenEvent = GraphEvent & { readonly "@odata.etag"?: string };

export interface ChangeTarget {
  readonly graphId: string;
  /** Whether more of its series is meant than the event alone. */
  readonly isSeries: boolean;
  /** What else has to be known of it before it is changed. */
  readonly select?: readonly string[];
  /** Members that are read too where it is read anyway. */
  readonly alongside?: readonly string[];
}

/**
 * Reads what decides whether an event may be changed, and what else has to be known; nothing where all is shown whole, or
 * nothing is. With `isSeries` its master must be shown whole too: an occurrence may be public and its series private.
 *
 * @returns the event where it was read and is there.
 * @throws AppError FORBIDDEN, or NOT_FOUND where it is hidden.
 */
export async function assertChangeable(
  graph: GraphClient,
  mailbox: OpenMailbox,
  { graphId, isSeries, select: more = [], alongside = [] }: ChangeTarget,
  call: Call,
): Promise<SeenEvent | undefined> {
  const members = membersBeforeChange(mailbox);
  if (members.length + more.length === 0) return undefined;
  const select = [...new Set([...members, ...more, ...alongside, ...(isSeries ? ["seriesMasterId"] : [])])];
  const place = { mailbox: mailbox.graphUser, eventId: graphId, select };
  const event: SeenEvent | undefined = await getEvent(graph, mailbox.connection, place, call).catch(undefinedWhereGone);
  if (event === undefined) return undefined;
  assertSeenWhole(mailbox, event);
  if (!isSeries || members.length === 0 || !event.seriesMasterId) return event;
  const master = { ...place, eventId: event.seriesMasterId, select: members };
  assertSeenWhole(mailbox, await getEvent(graph, mailbox.connection, master, call));
  return event;
}

/** What is gone shows nothing, and the write itself says so, unless a repetition finds what an earlier call has done. */
function undefinedWhereGone(error: unknown): undefined {
  if (!isGraphError(error) || error.status !== 404) throw error;
}

/** The same for an event that was read with `membersBeforeChange`. */
export function assertSeenWhole(mailbox: OpenMailbox, event: Pick<GraphEvent, "sensitivity">): void {
  if (membersBeforeChange(mailbox).length > 0) assertMayChange(mailbox, sensitivityOf(event.sensitivity));
}
