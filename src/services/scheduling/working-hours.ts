import { wallTimeToInstant } from "../../graph/index.js";
import { type Interval, mergeIntervals } from "./interval.js";
import { type DayOfWeek, datesBetween, weekdayOf } from "./zone-days.js";

/** When somebody works, on the clock of their own zone. */
export interface WorkingHours {
  readonly daysOfWeek: readonly DayOfWeek[];
  /** Minutes after midnight. */
  readonly startMinute: number;
  readonly endMinute: number;
  /** IANA name; null for a zone that somebody made up, whose standard offset is then known. */
  readonly timeZone: string | null;
  /** Minutes that the clocks of a made-up zone are ahead of UTC in standard time; null for zones with a name. */
  readonly utcOffsetMinutes: number | null;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * The working hours that begin on any day that a window touches, as merged spans. An end at or before the start is one
 * of the next day: night shifts exist. A time in the gap of a clock change moves forward by the gap.
 */
export function workingTimes(hours: WorkingHours, window: Interval): readonly Interval[] {
  const days = new Set(hours.daysOfWeek);
  const zone = hours.timeZone ?? "UTC";
  // A day more on each side: a night shift reaches into the window, and made-up zones are reckoned on UTC's dates.
  const dates = datesBetween({ start: window.start - DAY_MS, end: window.end + DAY_MS }, zone);
  const endMinute = hours.endMinute > hours.startMinute ? hours.endMinute : hours.endMinute + 24 * 60;
  const spans = dates
    .filter((date) => days.has(weekdayOf(date)))
    .map((date) => ({ start: instantOf(hours, date, hours.startMinute), end: instantOf(hours, date, endMinute) }));
  return mergeIntervals(spans);
}

/** The instant at which clocks show a number of minutes after a date's midnight; 24:00 and later is of the next day. */
function instantOf({ timeZone, utcOffsetMinutes }: WorkingHours, date: string, minute: number): number {
  const wallMs = Date.parse(`${date}T00:00:00Z`) + minute * MINUTE_MS;
  if (timeZone === null) return wallMs - (utcOffsetMinutes ?? 0) * MINUTE_MS;
  return wallTimeToInstant(new Date(wallMs).toISOString().slice(0, 19), timeZone).getTime();
}
