import type { EventRow } from "../core/mailbox.model.js";
import { findZone, UTC } from "../core/time-zones.js";
import { readIso, zonedFromWall } from "../core/zoned-time.js";
import type { EventEntry } from "./event.schema.js";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const DEFAULT_MINUTES = 60;

export type EventTimes = Pick<EventRow, "start" | "end" | "isAllDay">;

/** When an event of a scenario takes place. `monday` is that of the clock's week, as a day from 1 January 1970. */
export function eventTimes(event: EventEntry, zoneName: string, monday: number): EventTimes {
  const zone = findZone(zoneName) ?? UTC;
  const iso = event.start === undefined ? undefined : readIso(event.start);
  const from = iso?.wall ?? (monday + (event.day ?? 0)) * DAY_MS + minutesOf(event.at ?? "00:00") * MINUTE_MS;
  const isAllDay = iso === undefined ? event.at === undefined : !iso.hasTime;
  const length = isAllDay ? (event.days ?? 1) * DAY_MS : (event.minutes ?? DEFAULT_MINUTES) * MINUTE_MS;
  return { start: zonedFromWall(from, zone), end: zonedFromWall(from + length, zone), isAllDay };
}

/** Minutes since midnight. */
function minutesOf(clockTime: string): number {
  const [hours = 0, minutes = 0] = clockTime.split(":").map(Number);
  return hours * 60 + minutes;
}
