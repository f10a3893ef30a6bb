import { wallTimeToInstant } from "../../../graph/index.js";
import { lengthOfMonth } from "./calendar-days.js";
import {
  type DayOfWeek,
  type RecurrencePattern,
  type RecurrenceRange,
  type RecurrenceRule,
  type RuleStart,
  WEEK_INDEXES,
} from "./recurrence.model.js";

export const DAY_CODES: Readonly<Record<Exclude<DayOfWeek, "UNKNOWN">, string>> = {
  SUNDAY: "SU",
  MONDAY: "MO",
  TUESDAY: "TU",
  WEDNESDAY: "WE",
  THURSDAY: "TH",
  FRIDAY: "FR",
  SATURDAY: "SA",
};
/** A leap year: February has the 29 days that it has at most. */
const LEAP_YEAR = 2024;

/** Every month has this many days. */
export const SHORTEST_MONTH = 28;

/** The longest that a month gets. */
export function longestMonth(month: number): number {
  return lengthOfMonth(LEAP_YEAR, month);
}

/**
 * A rule as the value of an RRULE property (RFC 5545, section 3.3.10), to be read with the event's start as DTSTART.
 * Null for a rule with a word that is not known here. What Microsoft does in short months is written out, because RFC 5545
 * would leave those months out.
 */
export function toRrule(
  { pattern, range }: RecurrenceRule,
  start: Pick<RuleStart, "time" | "isAllDay">,
): string | null {
  if (!isKnownRule({ pattern, range })) return null;
  return [...patternParts(pattern), ...endParts(range, start)].join(";");
}

/** Whether all words of a rule are known here, so that it can be counted with and written. */
export function isKnownRule({ pattern, range }: RecurrenceRule): boolean {
  const words = [pattern.type, pattern.index, pattern.firstDayOfWeek, range.type, ...(pattern.daysOfWeek ?? [])];
  return !words.includes("UNKNOWN");
}

function patternParts(pattern: RecurrencePattern): readonly string[] {
  const interval = pattern.interval === 1 ? [] : [`INTERVAL=${pattern.interval}`];
  switch (pattern.type) {
    case "DAILY":
      return ["FREQ=DAILY", ...interval];
    case "WEEKLY": {
      const first = pattern.firstDayOfWeek ?? "SUNDAY";
      // RFC 5545 takes Monday where nothing is said, Graph takes Sunday.
      const week = first === "MONDAY" ? [] : [`WKST=${codeOf(first)}`];
      return ["FREQ=WEEKLY", ...interval, `BYDAY=${codesOf(pattern)}`, ...week];
    }
    case "ABSOLUTE_MONTHLY":
      return ["FREQ=MONTHLY", ...interval, ...dayOfMonthParts(pattern.dayOfMonth ?? 1)];
    case "RELATIVE_MONTHLY":
      return ["FREQ=MONTHLY", ...interval, ...indexedDays(pattern)];
    case "ABSOLUTE_YEARLY": {
      const { month, dayOfMonth } = pattern;
      // February alone is not the same each year.
      const isLeapDay = month === 2 && (dayOfMonth ?? 1) > SHORTEST_MONTH;
      const day = isLeapDay ? -1 : Math.min(dayOfMonth ?? 1, longestMonth(month ?? 1));
      return ["FREQ=YEARLY", ...interval, `BYMONTH=${month}`, `BYMONTHDAY=${day}`];
    }
    case "RELATIVE_YEARLY":
      return ["FREQ=YEARLY", ...interval, `BYMONTH=${pattern.month}`, ...indexedDays(pattern)];
    case "UNKNOWN":
      return [];
  }
}

/** The 30th of every month is the last of its days up to the 30th: in February the 28th or 29th. */
function dayOfMonthParts(dayOfMonth: number): readonly string[] {
  if (dayOfMonth <= SHORTEST_MONTH) return [`BYMONTHDAY=${dayOfMonth}`];
  if (dayOfMonth >= 31) return ["BYMONTHDAY=-1"];
  const days = Array.from({ length: dayOfMonth - SHORTEST_MONTH + 1 }, (_, index) => SHORTEST_MONTH + index);
  return [`BYMONTHDAY=${days.join()}`, "BYSETPOS=-1"];
}

function indexedDays(pattern: RecurrencePattern): readonly string[] {
  const index = pattern.index ?? "FIRST";
  const position = index === "LAST" ? -1 : WEEK_INDEXES.indexOf(index) + 1;
  const isOne = pattern.daysOfWeek?.length === 1;
  return isOne ? [`BYDAY=${position}${codesOf(pattern)}`] : [`BYDAY=${codesOf(pattern)}`, `BYSETPOS=${position}`];
}

function endParts(range: RecurrenceRange, start: Pick<RuleStart, "time" | "isAllDay">): readonly string[] {
  switch (range.type) {
    case "NUMBERED":
      return [`COUNT=${range.numberOfOccurrences}`];
    case "END_DATE":
      return [`UNTIL=${until(`${range.endDate}`, range.recurrenceTimeZone, start)}`];
    case "NO_END":
    case "UNKNOWN":
      return [];
  }
}

/** The start of an occurrence on the last date: a date for whole days, else in UTC as the RFC wants it. */
function until(endDate: string, zone: string, { time, isAllDay }: Pick<RuleStart, "time" | "isAllDay">): string {
  if (isAllDay) return endDate.replaceAll("-", "");
  const instant = wallTimeToInstant(`${endDate}T${time}`, zone).toISOString();
  return `${instant.slice(0, 19).replace(/[-:]/g, "")}Z`;
}

function codesOf({ daysOfWeek }: RecurrencePattern): string {
  return (daysOfWeek ?? []).map(codeOf).join();
}

function codeOf(day: DayOfWeek): string {
  return day === "UNKNOWN" ? "" : DAY_CODES[day];
}
