import { dayOf, dayOfParts, lengthOfMonth, partsOf, weekdayOf } from "./calendar-days.js";
import { DAYS_OF_WEEK, type RecurrencePattern, type RecurrenceRule, WEEK_INDEXES } from "./recurrence.model.js";

/** Graph lets no series end later (reported from the field: `ErrorRecurrenceEndDateTooBig`). */
export const LATEST_END_DATE = "4500-09-01";
const NEVER_AFTER = dayOf(LATEST_END_DATE);

/**
 * The days of a series in order, as numbers that `dateOf` reads, cancelled ones included. They end with the range, at the
 * latest in the year 4500. In months that are too short, a day of the month is the month's last day; several weekdays with
 * an index mean the nth day that is any of them (Exchange's rules).
 */
export function* ruleDays({ pattern, range }: RecurrenceRule): Generator<number, void> {
  const first = dayOf(range.startDate);
  const last = range.type === "END_DATE" && range.endDate !== null ? dayOf(range.endDate) : NEVER_AFTER;
  const most = range.type === "NUMBERED" ? (range.numberOfOccurrences ?? 0) : Number.POSITIVE_INFINITY;
  let count = 0;
  for (let period = 0; ; period++) {
    const { start, days } = periodOf(pattern, first, period);
    if (start > Math.min(last, NEVER_AFTER)) return;
    for (const day of days) {
      if (day < first) continue;
      if (day > last || count >= most) return;
      count += 1;
      yield day;
    }
  }
}

/** The first day of a rule on or after a day, and how many came before it; undefined when the series is over by then. */
export function ruleDayFrom(
  rule: RecurrenceRule,
  from: number,
): { readonly day: number; readonly before: number } | undefined {
  let before = 0;
  for (const day of ruleDays(rule)) {
    if (day >= from) return { day, before };
    before += 1;
  }
  return undefined;
}

interface Period {
  readonly start: number;
  /** In order. */
  readonly days: readonly number[];
}

/** One step of a pattern's interval: a day, a week, a month or a year; the first one holds the first day. */
function periodOf(pattern: RecurrencePattern, first: number, period: number): Period {
  switch (pattern.type) {
    case "DAILY": {
      const start = first + period * pattern.interval;
      return { start, days: [start] };
    }
    case "WEEKLY": {
      const weekStart = DAYS_OF_WEEK.indexOf(pattern.firstDayOfWeek ?? "SUNDAY");
      const offset = (weekday: number) => (weekday - weekStart + 7) % 7;
      const start = first - offset(weekdayOf(first)) + 7 * pattern.interval * period;
      const days = (pattern.daysOfWeek ?? []).map((name) => start + offset(DAYS_OF_WEEK.indexOf(name)));
      return { start, days: days.sort((a, b) => a - b) };
    }
    default:
      return monthOf(pattern, first, period);
  }
}

function monthOf(pattern: RecurrencePattern, first: number, period: number): Period {
  const isYearly = pattern.type === "ABSOLUTE_YEARLY" || pattern.type === "RELATIVE_YEARLY";
  const from = partsOf(first);
  const step = pattern.interval * period;
  const month = isYearly ? (pattern.month ?? from.month) : from.month + step;
  const year = isYearly ? from.year + step : from.year;
  const start = dayOfParts(year, month, 1);
  const length = lengthOfMonth(year, month);
  if (pattern.type === "ABSOLUTE_MONTHLY" || pattern.type === "ABSOLUTE_YEARLY") {
    return { start, days: [start + Math.min(pattern.dayOfMonth ?? 1, length) - 1] };
  }
  const weekdays = new Set((pattern.daysOfWeek ?? []).map((name) => DAYS_OF_WEEK.indexOf(name)));
  const matching = Array.from({ length }, (_, index) => start + index).filter((day) => weekdays.has(weekdayOf(day)));
  const day = matching.at(pattern.index === "LAST" ? -1 : WEEK_INDEXES.indexOf(pattern.index ?? "FIRST"));
  return { start, days: day === undefined ? [] : [day] };
}
