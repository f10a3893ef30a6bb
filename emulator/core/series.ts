import { isDeepStrictEqual } from "node:util";
import { occurrenceId } from "./id-maker.js";
import type { EventRow, Series } from "./mailbox.model.js";
import { dayOfWall, isSlotDay, slotDays } from "./recurrence.js";
import { instantOf, wallOf, type Zone } from "./time-zones.js";
import { type ZonedTime, zonedFromInstant, zonedFromWall } from "./zoned-time.js";

const DAY_MS = 86_400_000;

/** Members in which an occurrence is never like its master, and which are no change of it. */
const OWN_MEMBERS = new Set(["id", "immutableId", "iCalUId", "transactionId", "type", "slot", "series"]);

/** The occurrence or exception of that day; undefined where the series has none or it was cancelled. */
export function occurrenceOn(master: EventRow, day: number): EventRow | undefined {
  const { series } = master;
  if (series === undefined || series.cancelled.has(day) || !isSlotDay(series.recurrence, day)) return undefined;
  return occurrenceRow(master, series, day);
}

/** Occurrences and exceptions whose slots lie between two days, both included; an exception may take place elsewhere. */
export function occurrencesBetween(master: EventRow, firstDay: number, lastDay: number): readonly EventRow[] {
  const { series } = master;
  if (series === undefined) return [];
  const rows: EventRow[] = [];
  for (const day of slotDays(series.recurrence, firstDay)) {
    if (day > lastDay) break;
    if (!series.cancelled.has(day)) rows.push(occurrenceRow(master, series, day));
  }
  return rows;
}

/** The changed occurrences, by slot. */
export function exceptionsOf(master: EventRow): readonly EventRow[] {
  const { series } = master;
  if (series === undefined) return [];
  return [...series.changes.keys()].sort((a, b) => a - b).map((day) => occurrenceRow(master, series, day));
}

/** The row of a day that is known to be a slot of the series. */
export function occurrenceRow(master: EventRow, series: Series, day: number): EventRow {
  const base = plainOccurrence(master, series, day);
  const changes = series.changes.get(day);
  return changes === undefined ? base : { ...base, ...changes, type: "exception" };
}

/** The series with this occurrence as it now is. */
export function withException(master: EventRow, series: Series, day: number, row: EventRow): Series {
  const base = plainOccurrence(master, series, day);
  const changed = Object.entries(row).filter(
    ([name, value]) => !OWN_MEMBERS.has(name) && !isDeepStrictEqual(value, base[name as keyof EventRow]),
  );
  const changes: Partial<EventRow> = Object.fromEntries(changed);
  return { ...series, changes: new Map([...series.changes, [day, changes]]) };
}

/** The series without the occurrence of that day. */
export function withoutSlot(series: Series, day: number): Series {
  const changes = new Map(series.changes);
  changes.delete(day);
  return { ...series, changes, cancelled: new Set([...series.cancelled, day]) };
}

/** A time as the zone's own clock and calendar show it. */
export function wallIn(time: ZonedTime, zone: Zone): number {
  return time.zone.iana === zone.iana ? time.wall : wallOf(time.at, zone);
}

/** The start and end that the rule gives the event on another day: the same wall times in the series' zone. */
export function timesOn(
  event: Pick<EventRow, "start" | "end">,
  zone: Zone,
  day: number,
): Pick<EventRow, "start" | "end"> {
  const shift = (day - dayOfWall(wallIn(event.start, zone))) * DAY_MS;
  const start = moved(event.start, zone, shift);
  const end = moved(event.end, zone, shift);
  if (end.at >= start.at) return { start, end };
  // The clock was put forward over the start alone, which moved it past the end.
  const lengthMs = wallIn(event.end, zone) - wallIn(event.start, zone);
  return { start, end: zonedFromInstant(start.at + lengthMs, event.end.zone) };
}

function plainOccurrence(master: EventRow, series: Series, day: number): EventRow {
  const { series: _series, ...shared } = master;
  const times = timesOn(master, series.recurrence.zone, day);
  return {
    ...shared,
    ...times,
    id: occurrenceId(master.id, day),
    immutableId: occurrenceId(master.immutableId, day),
    iCalUId: occurrenceICalUId(master.iCalUId, day),
    transactionId: undefined,
    type: "occurrence",
    slot: { masterId: master.id, masterImmutableId: master.immutableId, day, originalAt: times.start.at },
  };
}

function moved(time: ZonedTime, zone: Zone, shift: number): ZonedTime {
  if (time.zone.iana === zone.iana) return zonedFromWall(time.wall + shift, time.zone);
  return zonedFromInstant(instantOf(wallOf(time.at, zone) + shift, zone), time.zone);
}

/** Outlook writes an occurrence's date into four bytes of the id that the copies of a meeting share. */
function occurrenceICalUId(iCalUId: string, day: number): string {
  const date = new Date(day * DAY_MS);
  const hex = (value: number, length: number) => value.toString(16).toUpperCase().padStart(length, "0");
  const text = hex(date.getUTCFullYear(), 4) + hex(date.getUTCMonth() + 1, 2) + hex(date.getUTCDate(), 2);
  return iCalUId.slice(0, 32) + text + iCalUId.slice(40);
}
