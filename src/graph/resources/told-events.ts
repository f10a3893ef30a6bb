import type { Event } from "@microsoft/microsoft-graph-types";
import { oncePerKey } from "../../lib/once-per-key.js";
import type { GraphConnection } from "../graph-types.js";

/** What says which meeting, or which slot of which series, an event is, beside its id: for when the id is not known any more. */
export const IDENTITY_MEMBERS: readonly string[] = [
  "iCalUId",
  "type",
  "seriesMasterId",
  "originalStart",
  "originalStartTimeZone",
];

/** An event that was answered singly, told to the connection: its id is likely to be kept. */
export function told<E extends Event>(connection: GraphConnection, event: E): E {
  // An answer without a body is for its reader to judge.
  if (event) connection.onEvents?.([event]);
  return event;
}

/**
 * The members to select of a list's events. A list that names `id` hands ids out, which are kept and used later: it tells
 * by which meeting to find each of them then.
 */
export const membersOfList = oncePerKey((select: readonly string[]): readonly string[] =>
  select.includes("id") && !select.includes("iCalUId") ? [...select, "iCalUId"] : select,
);

/** Events of a list, told where they came with what joins copies. They are looked through later, not while they are answered. */
export function toldList(connection: GraphConnection, select: readonly string[], events: readonly Event[]): void {
  if (isTold(select)) connection.onEvents?.(events);
}

/** Whether the events of a list that selects these members are told. */
export function isTold(select: readonly string[]): boolean {
  return membersOfList(select).includes("iCalUId");
}
