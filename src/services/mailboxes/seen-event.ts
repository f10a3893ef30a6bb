import { type GraphEvent, readOccurrenceUid } from "../../graph/index.js";
import type { AliasPlace } from "../../store/event-alias.repository.js";
import type { SeenEvent } from "../../store/event-identity.repository.js";

/** What an answer of Graph's tells of which event its id is; undefined where that is too little to find it again by. */
export function seenEvent(place: AliasPlace, event: GraphEvent, seenAt: number): SeenEvent | undefined {
  const { id, iCalUId, type, seriesMasterId, originalStart, originalStartTimeZone } = event;
  if (!id || !iCalUId) return undefined;
  const seen = { place, graphId: id, iCalUId, seenAt, seriesUid: null };
  const isPart = Boolean(seriesMasterId) || type === "occurrence" || type === "exception";
  const isWhole = seriesMasterId === null || type === "singleInstance" || type === "seriesMaster";
  if (!isPart && isWhole) return { ...seen, kind: "EVENT", slot: null };
  const startsAt = Date.parse(originalStart ?? "");
  if (seriesMasterId && !Number.isNaN(startsAt)) {
    const slot = { masterGraphId: seriesMasterId, originalStart: startsAt, timeZone: originalStartTimeZone ?? null };
    return { ...seen, kind: "OCCURRENCE", slot };
  }
  const seriesUid = readOccurrenceUid(iCalUId)?.seriesUid ?? null;
  return isPart && seriesUid === null ? undefined : { ...seen, kind: "LISTED", slot: null, seriesUid };
}

/** Whether an event says more than which meeting it is: where it stands in a series, or that it stands in none. */
export function tellsPlace({ type, seriesMasterId }: GraphEvent): boolean {
  return type !== undefined || seriesMasterId !== undefined;
}
