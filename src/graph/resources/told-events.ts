import type { Event } from "@microsoft/microsoft-graph-types";
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

/** Events of a list, told where whoever asked for it asked for what joins copies: other lists cost nothing here. */
export function toldList(connection: GraphConnection, select: readonly string[], events: readonly Event[]): void {
  if (select.includes("iCalUId")) connection.onEvents?.(events);
}
