import type { GraphEvent } from "../../graph/index.js";
import type { AliasPlace } from "../../store/event-alias.repository.js";
import type { SeenEvent } from "../../store/event-identity.repository.js";

/** What an answer of Graph's tells of which event its id is; undefined where that is too little to find it again by. */
export function seenEvent(place: AliasPlace, event: GraphEvent, seenAt: number): SeenEvent | undefined {
  const { id, iCalUId, type, seriesMasterId, originalStart, originalStartTimeZone } = event;
  if (!id || !iCalUId) return undefined;
  const seen = { place, graphId: id, iCalUId, seenAt };
  const isPart = Boolean(seriesMasterId) || type === "occurrence" || type === "exception";
  if (!isPart) {
    const isKnown = seriesMasterId === null || type === "singleInstance" || type === "seriesMaster";
    return { ...seen, kind: isKnown ? "EVENT" : "LISTED", slot: null };
  }
  const startsAt = Date.parse(originalStart ?? "");
  if (!seriesMasterId || Number.isNaN(startsAt)) return undefined;
  const slot = { masterGraphId: seriesMasterId, originalStart: startsAt, timeZone: originalStartTimeZone ?? null };
  return { ...seen, kind: "OCCURRENCE", slot };
}
