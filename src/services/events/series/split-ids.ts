import type { SeriesSplit } from "../../../entities/series-split.entity.js";
import { type GraphEvent, listInstances } from "../../../graph/index.js";
import type { IdPair } from "../../../store/event-alias.repository.js";
import { DAY_MS } from "../event-window.js";
import { dateOf, dayOf } from "./calendar-days.js";
import { ruleStartAt } from "./recurrence-mapper.js";
import type { EventPort } from "./series-event.js";
import type { SlotPairing, StoredPlan } from "./split.model.js";

/** How far after the cut ids of occurrences are followed: a year of an occurrence a day, and one request a series. */
const FOLLOWED_DAYS = 400;
const MOST_OCCURRENCES = 500;
/** A date begins at most this long before and after it does in UTC. */
const ZONE_MARGIN_MS = DAY_MS;

/**
 * Notes which new occurrence takes the place of which old one, while both are there: Graph's ids do not say it, the
 * slots do. A changed occurrence is followed by the unchanged one of its slot.
 */
export async function noteSlots(port: EventPort, row: SeriesSplit): Promise<void> {
  const { masterId, pairing } = row.plan as StoredPlan;
  const { newGraphId } = row;
  if (pairing === undefined || newGraphId === null) return;
  const { from, shiftDays, presentZone } = pairing;
  const [former, present] = await Promise.all([
    slotsOf(port, masterId, pairing.formerZone, from, pairing),
    presentZone === null
      ? new Map([[shifted(from, shiftDays), newGraphId]])
      : slotsOf(port, newGraphId, presentZone, shifted(from, shiftDays), pairing),
  ]);
  await port.formerIds.note(row.id, pairsOf(former, present, pairing));
}

/** Ids of one series, and those of the other on the same slots; by their dates. */
export function pairsOf(
  former: ReadonlyMap<string, string>,
  present: ReadonlyMap<string, string>,
  { from, shiftDays, isFirstOnly }: SlotPairing,
): readonly IdPair[] {
  const pairs: IdPair[] = [];
  for (const [date, id] of former) {
    if (isFirstOnly ? date !== from : date < from) continue;
    const successor = present.get(shifted(date, shiftDays));
    if (successor !== undefined) pairs.push({ former: id, present: successor });
  }
  return pairs;
}

async function slotsOf(
  { graph, connection, user, call }: EventPort,
  eventId: string,
  zone: string,
  from: string,
  { isFirstOnly }: SlotPairing,
): Promise<ReadonlyMap<string, string>> {
  const start = Date.parse(`${from}T00:00:00Z`);
  const days = isFirstOnly ? 1 : FOLLOWED_DAYS;
  const bounds = {
    startDateTime: new Date(start - ZONE_MARGIN_MS).toISOString(),
    endDateTime: new Date(start + days * DAY_MS + ZONE_MARGIN_MS).toISOString(),
  };
  const list = { mailbox: user, eventId, ...bounds, select: ["originalStart"], maxItems: MOST_OCCURRENCES };
  const { items } = await listInstances(graph, connection, list, call);
  return new Map(items.flatMap((item) => slotOf(item, zone)));
}

function slotOf({ id, originalStart }: GraphEvent, zone: string): readonly (readonly [string, string])[] {
  return id && originalStart ? [[ruleStartAt(new Date(originalStart), zone).date, id]] : [];
}

function shifted(date: string, days: number): string {
  return dateOf(dayOf(date) + days);
}
