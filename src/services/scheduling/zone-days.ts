import { wallTimeToInstant } from "../../graph/index.js";
import type { Interval } from "./interval.js";

/** In the order of `Date`. */
export const DAYS_OF_WEEK = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"] as const;
export type DayOfWeek = (typeof DAYS_OF_WEEK)[number];

const DAY_MS = 86_400_000;

/** A local date and the instants between which clocks show it: 23, 24 or 25 hours apart, and some zones know others. */
export interface ZoneDay extends Interval {
  /** `2026-03-29` */
  readonly date: string;
}

/** Every date that clocks of an IANA zone show in a window, in order. */
export function datesBetween({ start, end }: Interval, zone: string): readonly string[] {
  const dates: string[] = [];
  const last = dateAt(end, zone);
  for (let date = dateAt(start, zone); date <= last; date = nextDate(date)) dates.push(date);
  return dates;
}

/** The days that a window touches, with their bounds. A date that a zone left out has no length and is not there. */
export function daysBetween(window: Interval, zone: string): readonly ZoneDay[] {
  return datesBetween(window, zone)
    .map((date) => ({ date, start: midnightOf(date, zone), end: midnightOf(nextDate(date), zone) }))
    .filter((day) => day.end > day.start && day.start < window.end && day.end > window.start);
}

export function weekdayOf(date: string): DayOfWeek {
  return DAYS_OF_WEEK[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? "SUNDAY";
}

function midnightOf(date: string, zone: string): number {
  return wallTimeToInstant(`${date}T00:00`, zone).getTime();
}

function nextDate(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dateAt(instant: number, zone: string): string {
  let format = formats.get(zone);
  if (format === undefined) {
    // Canada writes dates as ISO 8601 does.
    format = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
    formats.set(zone, format);
  }
  return format.format(instant);
}
