import { instantToWallTime, wallTimeToInstant } from "../../../graph/index.js";
import { dateOf, dayOf, isDate, nameOfWeekday, partsOf } from "./calendar-days.js";
import {
  type DayOfWeek,
  type RecurrencePattern,
  type RecurrenceRule,
  type RuleStart,
  WEEK_INDEXES,
} from "./recurrence.model.js";
import { invalidRule, type RruleParts, rruleParts } from "./rrule-parts.js";
import { DAY_CODES, longestMonth, SHORTEST_MONTH } from "./rrule-text.js";

type Shape = Omit<RecurrencePattern, "interval">;

const NOTHING = { daysOfWeek: null, dayOfMonth: null, index: null, month: null, firstDayOfWeek: null } as const;

/**
 * The pattern and range that an RRULE means for an event with this start. What Microsoft cannot keep is refused by name;
 * nothing is ever rounded to a rule that would take place on other days.
 *
 * @throws AppError INVALID_INPUT with what to give instead.
 */
export function parseRrule(text: string, start: RuleStart): RecurrenceRule {
  const parts = rruleParts(text);
  const interval = Number(parts.INTERVAL ?? 1);
  if (interval < 1) throw invalidRule("INTERVAL must be 1 or more.");
  return { pattern: { ...shapeOf(parts, interval, start), interval }, range: rangeOf(parts, start) };
}

function shapeOf(parts: RruleParts, interval: number, start: RuleStart): Shape {
  switch (parts.FREQ) {
    case "DAILY":
      return daily(parts, interval);
    case "WEEKLY":
      refuse(parts, "BYMONTH", "Make a series for each span of months instead.");
      return weekly(parts, start);
    case "MONTHLY":
      refuse(parts, "BYMONTH", "Use FREQ=YEARLY with one BYMONTH, and a series for each month.");
      return monthly(parts, start);
    case "YEARLY":
      return yearly(parts, start);
    case "SECONDLY":
    case "MINUTELY":
    case "HOURLY":
      throw invalidRule(`FREQ=${parts.FREQ} cannot be kept by Microsoft: the shortest step of a series is a day.`);
    case undefined:
      throw invalidRule("FREQ is missing. Give DAILY, WEEKLY, MONTHLY or YEARLY.");
    default:
      throw invalidRule("FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY.");
  }
}

function daily(parts: RruleParts, interval: number): Shape {
  for (const part of ["BYMONTH", "BYMONTHDAY", "BYSETPOS"] as const) {
    refuse(parts, part, "Use FREQ=MONTHLY or FREQ=YEARLY, which hold it.");
  }
  if (parts.BYDAY === undefined) return { ...NOTHING, type: "DAILY" };
  if (interval > 1) throw invalidRule("BYDAY with FREQ=DAILY needs INTERVAL=1. Use FREQ=WEEKLY.");
  return weeklyOn(parts, plainDays(parts));
}

function weekly(parts: RruleParts, start: RuleStart): Shape {
  refuse(parts, "BYMONTHDAY", "RFC 5545 does not allow it with FREQ=WEEKLY.");
  refuse(parts, "BYSETPOS", "Name the days in BYDAY.");
  return weeklyOn(parts, parts.BYDAY === undefined ? [nameOfWeekday(dayOf(start.date))] : plainDays(parts));
}

/** RFC 5545 takes Monday where no first day of the week is named. */
function weeklyOn({ WKST = "MO" }: RruleParts, daysOfWeek: readonly DayOfWeek[]): Shape {
  return { ...NOTHING, type: "WEEKLY", daysOfWeek, firstDayOfWeek: dayNamed(WKST) };
}

function monthly(parts: RruleParts, start: RuleStart): Shape {
  if (parts.BYDAY !== undefined) return { ...NOTHING, type: "RELATIVE_MONTHLY", ...indexed(parts) };
  const given = dayOfMonth(parts, 31);
  const day = given ?? partsOf(dayOf(start.date)).dayOfMonth;
  // As RFC 5545 has it, a 30th is left out in February; Microsoft would take the last day.
  if (day > SHORTEST_MONTH && !isLastOf(parts)) {
    throw invalidRule(
      `BYMONTHDAY=${day} leaves out shorter months by RFC 5545, which Microsoft cannot: it takes their last day. Use BYMONTHDAY=-1 for the last day${
        day < 31 ? `, or BYMONTHDAY=${daysUpTo(day)};BYSETPOS=-1 for the ${day}th or the last day before it` : ""
      }.`,
    );
  }
  return { ...NOTHING, type: "ABSOLUTE_MONTHLY", dayOfMonth: day };
}

function yearly(parts: RruleParts, start: RuleStart): Shape {
  const from = partsOf(dayOf(start.date));
  if (parts.BYMONTH?.includes(",")) {
    throw invalidRule("BYMONTH with several months cannot be kept by Microsoft. Make one series for each month.");
  }
  const month = Number(parts.BYMONTH ?? from.month);
  if (month < 1 || month > 12) throw invalidRule("BYMONTH must be between 1 and 12.");
  if (parts.BYMONTH === undefined && parts.BYDAY !== undefined) {
    throw invalidRule("BYDAY with FREQ=YEARLY needs BYMONTH: Microsoft counts weekdays within a month.");
  }
  if (parts.BYDAY !== undefined) return { ...NOTHING, type: "RELATIVE_YEARLY", month, ...indexed(parts) };
  const longest = longestMonth(month);
  const day = dayOfMonth(parts, longest) ?? from.dayOfMonth;
  if (day > longest) throw invalidRule(`BYMONTHDAY=${day} does not exist in month ${month}.`);
  if (month === 2 && day === longest && !isLastOf(parts)) {
    throw invalidRule(
      "29 February takes place in leap years only by RFC 5545, which Microsoft cannot: it takes the last day. Use BYMONTH=2;BYMONTHDAY=-1.",
    );
  }
  return { ...NOTHING, type: "ABSOLUTE_YEARLY", month, dayOfMonth: day };
}

/** BYMONTHDAY as one day; `longest` for the last one. Undefined where there is none. */
function dayOfMonth({ BYMONTHDAY, BYSETPOS }: RruleParts, longest: number): number | undefined {
  if (BYMONTHDAY === undefined) {
    if (BYSETPOS !== undefined) throw invalidRule("BYSETPOS needs BYDAY with it.");
    return undefined;
  }
  const days = BYMONTHDAY.split(",").map(Number);
  const [first = 0, ...others] = days;
  if (BYSETPOS !== undefined) {
    const last = days.at(-1) ?? 0;
    if (Number(BYSETPOS) === -1 && last >= SHORTEST_MONTH && last <= 31 && BYMONTHDAY === daysUpTo(last)) return last;
    throw invalidRule(
      "BYSETPOS with BYMONTHDAY can be kept by Microsoft only as BYMONTHDAY=28,29,30;BYSETPOS=-1 and the like: a day or the last one before it.",
    );
  }
  if (others.length > 0) {
    throw invalidRule("BYMONTHDAY with several days cannot be kept by Microsoft. Make one series for each day.");
  }
  if (first === -1) return longest;
  if (first >= 1 && first <= 31) return first;
  throw invalidRule(
    "BYMONTHDAY must be between 1 and 31, or -1 for the last day; other days from the end cannot be kept by Microsoft.",
  );
}

/** Whether the rule itself says that short months take their last day. */
function isLastOf({ BYMONTHDAY, BYSETPOS }: RruleParts): boolean {
  return BYSETPOS !== undefined || Number(BYMONTHDAY) === -1;
}

function daysUpTo(day: number): string {
  return Array.from({ length: day - SHORTEST_MONTH + 1 }, (_, index) => SHORTEST_MONTH + index).join();
}

function indexed(parts: RruleParts): Pick<Shape, "daysOfWeek" | "index"> {
  refuse(parts, "BYMONTHDAY", "Microsoft's patterns hold either a weekday or a day of the month.");
  const days = (parts.BYDAY ?? "").split(",").map((text) => ({ position: text.slice(0, -2), code: text.slice(-2) }));
  const numbered = days.filter(({ position }) => position !== "");
  const daysOfWeek = [...new Set(days.map(({ code }) => dayNamed(code)))];
  if (numbered.length === 0) {
    if (parts.BYSETPOS !== undefined) return { daysOfWeek, index: indexOf(parts.BYSETPOS, "BYSETPOS") };
    throw invalidRule(
      "BYDAY without a number means every such day of the month. Use FREQ=WEEKLY for that, or a number, such as BYDAY=2TU.",
    );
  }
  if (parts.BYSETPOS !== undefined) {
    throw invalidRule("BYSETPOS together with numbered days in BYDAY cannot be kept by Microsoft. Use one of them.");
  }
  if (days.length > 1) {
    throw invalidRule(
      "BYDAY with several numbered days cannot be kept by Microsoft. Make one series for each, or use BYSETPOS for the nth of several weekdays.",
    );
  }
  return { daysOfWeek, index: indexOf(numbered[0]?.position ?? "", "The number in BYDAY") };
}

function indexOf(text: string, what: string): NonNullable<Shape["index"]> {
  const position = Number(text);
  if (position === -1) return "LAST";
  const index = position >= 1 && position <= 4 ? WEEK_INDEXES[position - 1] : undefined;
  if (index === undefined) {
    throw invalidRule(`${what} must be 1, 2, 3, 4 or -1: Microsoft knows the first four and the last.`);
  }
  return index;
}

function plainDays({ BYDAY = "" }: RruleParts): readonly DayOfWeek[] {
  const days = BYDAY.split(",");
  if (days.some((text) => text.length > 2))
    throw invalidRule("BYDAY takes numbers with FREQ=MONTHLY or FREQ=YEARLY only.");
  return [...new Set(days.map(dayNamed))];
}

function dayNamed(code: string): DayOfWeek {
  const found = Object.entries(DAY_CODES).find(([, known]) => known === code)?.[0];
  return (found ?? "UNKNOWN") as DayOfWeek;
}

function rangeOf({ COUNT, UNTIL }: RruleParts, start: RuleStart): RecurrenceRule["range"] {
  const shared = { startDate: start.date, recurrenceTimeZone: start.timeZone };
  if (COUNT !== undefined && UNTIL !== undefined) throw invalidRule("Give COUNT or UNTIL, and not both.");
  if (COUNT !== undefined) {
    const numberOfOccurrences = Number(COUNT);
    if (numberOfOccurrences < 1) throw invalidRule("COUNT must be 1 or more.");
    return { ...shared, type: "NUMBERED", endDate: null, numberOfOccurrences };
  }
  if (UNTIL === undefined) return { ...shared, type: "NO_END", endDate: null, numberOfOccurrences: null };
  return { ...shared, type: "END_DATE", endDate: lastDate(UNTIL, start), numberOfOccurrences: null };
}

/**
 * The date of the last occurrence that starts at UNTIL or before it. A date alone counts whole; a time without `Z` is one of
 * the event's zone; whole days have no time, so only the date as written counts.
 */
function lastDate(until: string, { date, time, timeZone, isAllDay }: RuleStart): string {
  const [, year, month, day, hour, minute, second, utc] =
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(until) ?? [];
  const written = `${year}-${month}-${day}`;
  const clock = `${hour ?? "00"}:${minute ?? "00"}:${second ?? "00"}`;
  if (!isDate(written) || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) {
    throw invalidRule("UNTIL is no date that exists. A good one is `UNTIL=20261231T090000Z`.");
  }
  const last = hour === undefined || isAllDay ? written : beforeOrAt();
  if (last < date) throw invalidRule("UNTIL lies before the first occurrence.");
  return last;

  function beforeOrAt(): string {
    const instant = wallTimeToInstant(`${written}T${clock}`, utc === "Z" ? "UTC" : timeZone);
    const local = instantToWallTime(instant, timeZone).local.slice(0, 10);
    const isReached = wallTimeToInstant(`${local}T${time}`, timeZone).getTime() <= instant.getTime();
    return isReached ? local : dateOf(dayOf(local) - 1);
  }
}

function refuse(parts: RruleParts, name: keyof RruleParts, remedy: string): void {
  if (parts[name] !== undefined) {
    throw invalidRule(`${name} with FREQ=${parts.FREQ} cannot be kept by Microsoft. ${remedy}`);
  }
}
