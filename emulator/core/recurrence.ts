import type { Zone } from "./time-zones.js";

export const PATTERN_TYPES = [
  "daily",
  "weekly",
  "absoluteMonthly",
  "relativeMonthly",
  "absoluteYearly",
  "relativeYearly",
] as const;
export const RANGE_TYPES = ["endDate", "noEnd", "numbered"] as const;
export const DAYS_OF_WEEK = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
export const WEEK_INDEXES = ["first", "second", "third", "fourth", "last"] as const;

export interface RecurrencePattern {
  readonly type: (typeof PATTERN_TYPES)[number];
  readonly interval: number;
  /** 1 to 12, or 0 where the type has none. */
  readonly month: number;
  /** 1 to 31, or 0 where the type has none. */
  readonly dayOfMonth: number;
  readonly daysOfWeek: readonly (typeof DAYS_OF_WEEK)[number][];
  readonly firstDayOfWeek: (typeof DAYS_OF_WEEK)[number];
  readonly index: (typeof WEEK_INDEXES)[number];
}

/** When a series takes place. Days count from 1 January 1970, in the series' own zone. */
export interface Recurrence {
  readonly pattern: RecurrencePattern;
  readonly range: {
    readonly type: (typeof RANGE_TYPES)[number];
    /** The day of the first occurrence. */
    readonly firstDay: number;
    /** No occurrence is later; undefined for a series without end. */
    readonly lastDay: number | undefined;
    /** 0 where the range is not numbered. */
    readonly numberOfOccurrences: number;
  };
  /** The zone whose clock and calendar the series follows. */
  readonly zone: Zone;
  /** What a day of the month does in months that are too short for it. */
  readonly shortMonths: "lastDay" | "skip";
  /** What several days mean in a relative pattern: the nth day that is one of them, or the earliest of each one's nth. */
  readonly severalDays: "nthOfSet" | "earliestDay";
}

const DAY_MS = 86_400_000;
/** 1 January 1970 was a Thursday. */
const EPOCH_WEEKDAY = 4;
const MONTHS = 12;
const NEVER_AFTER = dayOfDate(4501, 0, 1);

/** The day of a date; months count from 0 and may lie outside of the year. */
export function dayOfDate(year: number, month: number, dayOfMonth: number): number {
  const date = new Date(0);
  // Date.UTC would read years below 100 as 19xx.
  date.setUTCFullYear(year, month, dayOfMonth);
  return date.getTime() / DAY_MS;
}

/** The day a wall time lies on. */
export const dayOfWall = (wall: number): number => Math.floor(wall / DAY_MS);

/** A day as `yyyy-MM-dd`. */
export function dayText(day: number): string {
  return new Date(day * DAY_MS)
    .toISOString()
    .replace(/^\+0*(\d{4})/, "$1")
    .slice(0, 10);
}

/**
 * The days of a series from `fromDay` on, in order. It starts to count near that day, so that a late look at an old
 * series costs no more than an early one. Ends by the year 4500 at the latest.
 */
export function* slotDays(recurrence: Recurrence, fromDay = recurrence.range.firstDay): Generator<number, void> {
  const { firstDay, lastDay = NEVER_AFTER } = recurrence.range;
  const from = Math.max(fromDay, firstDay);
  const last = Math.min(lastDay, NEVER_AFTER);
  const { startOf, daysOf, numberAt } = periodsOf(recurrence);
  for (let period = Math.max(0, numberAt(from)); startOf(period) <= last; period++) {
    for (const day of daysOf(period)) {
      if (day > last) return;
      if (day >= from) yield day;
    }
  }
}

/** Whether the series takes place on that day. */
export function isSlotDay(recurrence: Recurrence, day: number): boolean {
  return slotDays(recurrence, day).next().value === day;
}

/** A pattern cut into periods of its interval: days of weeks, of months or of years. Period 0 holds the first day. */
interface Periods {
  startOf(period: number): number;
  /** In order. */
  daysOf(period: number): readonly number[];
  /** The period that holds the day, or the last one that began before it. */
  numberAt(day: number): number;
}

function periodsOf(recurrence: Recurrence): Periods {
  const { pattern, range } = recurrence;
  switch (pattern.type) {
    case "daily": {
      const startOf = (period: number) => range.firstDay + period * pattern.interval;
      return {
        startOf,
        daysOf: (period) => [startOf(period)],
        numberAt: (day) => Math.floor((day - range.firstDay) / pattern.interval),
      };
    }
    case "weekly": {
      const first = DAYS_OF_WEEK.indexOf(pattern.firstDayOfWeek);
      const afterFirst = (weekday: number) => (weekday - first + 7) % 7;
      const weekStart = range.firstDay - afterFirst(weekdayOf(range.firstDay));
      const offsets = pattern.daysOfWeek.map((name) => afterFirst(DAYS_OF_WEEK.indexOf(name))).sort((a, b) => a - b);
      const startOf = (period: number) => weekStart + 7 * pattern.interval * period;
      return {
        startOf,
        daysOf: (period) => offsets.map((offset) => startOf(period) + offset),
        numberAt: (day) => Math.floor((day - weekStart) / (7 * pattern.interval)),
      };
    }
    default:
      return monthPeriods(recurrence);
  }
}

function monthPeriods(recurrence: Recurrence): Periods {
  const { pattern, range } = recurrence;
  const isYearly = pattern.type === "absoluteYearly" || pattern.type === "relativeYearly";
  const isRelative = pattern.type === "relativeMonthly" || pattern.type === "relativeYearly";
  const { month: firstMonth, year } = monthOf(range.firstDay);
  const origin = year * MONTHS + (isYearly ? pattern.month - 1 : firstMonth);
  const step = pattern.interval * (isYearly ? MONTHS : 1);
  const monthNumber = (period: number) => origin + period * step;
  return {
    startOf: (period) => dayOfDate(0, monthNumber(period), 1),
    daysOf: (period) =>
      isRelative ? relativeDay(recurrence, monthNumber(period)) : absoluteDay(recurrence, monthNumber(period)),
    numberAt(day) {
      const at = monthOf(day);
      return Math.floor((at.year * MONTHS + at.month - origin) / step);
    },
  };
}

function absoluteDay({ pattern, shortMonths }: Recurrence, monthNumber: number): readonly number[] {
  const start = dayOfDate(0, monthNumber, 1);
  const length = dayOfDate(0, monthNumber + 1, 1) - start;
  if (pattern.dayOfMonth > length && shortMonths === "skip") return [];
  return [start + Math.min(pattern.dayOfMonth, length) - 1];
}

function relativeDay({ pattern, severalDays }: Recurrence, monthNumber: number): readonly number[] {
  const start = dayOfDate(0, monthNumber, 1);
  const length = dayOfDate(0, monthNumber + 1, 1) - start;
  const matching = (weekdays: readonly number[]): number[] =>
    Array.from({ length }, (_, offset) => start + offset).filter((day) => weekdays.includes(weekdayOf(day)));
  const position = pattern.index === "last" ? -1 : WEEK_INDEXES.indexOf(pattern.index);
  const weekdays = pattern.daysOfWeek.map((name) => DAYS_OF_WEEK.indexOf(name));
  const sets = severalDays === "nthOfSet" ? [weekdays] : weekdays.map((weekday) => [weekday]);
  const days = sets.flatMap((set) => matching(set).at(position) ?? []);
  return days.length === 0 ? [] : [Math.min(...days)];
}

function weekdayOf(day: number): number {
  return (((day + EPOCH_WEEKDAY) % 7) + 7) % 7;
}

function monthOf(day: number): { year: number; month: number } {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() };
}
