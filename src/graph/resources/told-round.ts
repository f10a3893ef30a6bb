import type { Event } from "@microsoft/microsoft-graph-types";
import type { GraphConnection } from "../graph-types.js";
import { isTold } from "./told-events.js";

/** Events of a round of change tracking, told as those of a list; `select` are the members that are made use of. */
export function toldRound(connection: GraphConnection, select: readonly string[], items: readonly Event[]): void {
  if (connection.onEvents === undefined || !isTold(select)) return;
  const masters = new Map(items.flatMap((item) => (item.type === "seriesMaster" ? [[item.id, item] as const] : [])));
  connection.onEvents(
    items.map((item) => (item.iCalUId ? item : slotOf(item, masters.get(item.seriesMasterId ?? undefined)))),
  );
}

/**
 * An occurrence that came with hardly more than its times takes place where the rule has it, and is found again in its
 * series: it needs no `iCalUId` of its own. On which day one of whole days is depends on a zone that was not told.
 */
function slotOf(item: Event, master: Event | undefined): Event {
  const { id, type, seriesMasterId, start } = item;
  if (type !== "occurrence" || !id || !seriesMasterId || !master?.iCalUId || master.isAllDay !== false) return item;
  if (start?.timeZone !== "UTC" || !start.dateTime) return item;
  const { iCalUId, originalStartTimeZone } = master;
  const originalStart = `${start.dateTime.slice(0, 19)}Z`;
  return { id, type, seriesMasterId, iCalUId, originalStart, originalStartTimeZone: originalStartTimeZone ?? null };
}
