import { DAYS_OF_WEEK, type DayOfWeek } from "./recurrence.model.js";

const DAY_MS = 86_400_000;
/** 1 January 1970 was a Thursday. */
const EPOCH_WEEKDAY = 4;

/** A date as the number of days since 1 January 1970, so that calendars can be counted with. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** The day of a year, month (from 1, may lie outside of the year) and day of month. */
export function dayOfParts(year: number, month: number, dayOfMonth: number): number {
  const date = new Date(0);
  // Date.UTC takes the years 0 to 99 for those of the last century.
  date.setUTCFullYear(year, month - 1, dayOfMonth);
  return date.getTime() / DAY_MS;
}

/** `yyyy-MM-dd`. */
export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().replace(/^\+0*/, "").slice(0, 10);
}

/** Sunday is 0. */
export function weekdayOf(day: number): number {
  return (((day + EPOCH_WEEKDAY) % 7) + 7) % 7;
}

export function nameOfWeekday(day: number): DayOfWeek {
  return DAYS_OF_WEEK[weekdayOf(day)] ?? "UNKNOWN";
}

export function partsOf(day: number): { readonly year: number; readonly month: number; readonly dayOfMonth: number } {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, dayOfMonth: date.getUTCDate() };
}

export function lengthOfMonth(year: number, month: number): number {
  return dayOfParts(year, month + 1, 1) - dayOfParts(year, month, 1);
}

/** True for a date that exists, from the year 1 on. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayOf(text)) && dateOf(dayOf(text)) === text;
}
