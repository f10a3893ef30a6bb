import type { GraphEvent } from "../../../graph/index.js";
import { AppError } from "../../../lib/app-error.js";
import { dateOf, dayOf, nameOfWeekday, partsOf } from "./calendar-days.js";
import type { RecurrencePattern, RecurrenceRule, RuleStart } from "./recurrence.model.js";
import { SHORTEST_MONTH } from "./rrule-text.js";
import { ruleDayFrom } from "./rule-days.js";

/** New times of a series' first occurrence. */
type Times = Required<Pick<GraphEvent, "start" | "end" | "isAllDay">>;

export interface Move {
  readonly rule: RecurrenceRule;
  /** The slot that the caller looked at, on the clock of the rule's zone: an occurrence's, or the first of all. */
  readonly slotDate: string;
  /** The date of the series' first occurrence. */
  readonly firstDate: string;
  /** Whether the series is `isAllDay` so far. */
  readonly wasAllDay: boolean;
  /** What that slot's times are to be. */
  readonly times: Times;
  /** The same start on its own clock. */
  readonly start: RuleStart;
}

/**
 * The series after one of its slots got other times: every slot is moved by as many days, and all get the new time of day.
 * `rule` is undefined where Graph works it out from the times alone: in the same zone, on the same days.
 *
 * @throws AppError INVALID_INPUT where a number of days leaves open what the pattern becomes.
 */
export function movedSeries(move: Move): { readonly times: Times; readonly rule: RecurrenceRule | undefined } {
  const { rule, slotDate, firstDate, times, start, wasAllDay } = move;
  const days = dayOf(start.date) - dayOf(slotDate);
  const first = dateOf(dayOf(firstDate) + days);
  const shifted = shiftedTimes(times, dayOf(first) - dayOf(start.date));
  const isSameKind = start.timeZone === rule.range.recurrenceTimeZone && start.isAllDay === wasAllDay;
  if (days === 0 && isSameKind) return { times: shifted, rule: undefined };
  const { endDate } = rule.range;
  const range = {
    ...rule.range,
    startDate: first,
    endDate: endDate && dateOf(dayOf(endDate) + days),
    recurrenceTimeZone: start.timeZone,
  };
  // The series begins later or earlier, on a day that it has anyway.
  if (slotDate === firstDate && days !== 0 && hits({ ...rule, range: { ...range, type: "NO_END" } })) {
    return { times: shifted, rule: { pattern: rule.pattern, range: { ...range, endDate } } };
  }
  return { times: shifted, rule: { pattern: movedPattern(rule.pattern, days, dayOf(first)), range } };
}

function hits(rule: RecurrenceRule): boolean {
  const first = dayOf(rule.range.startDate);
  return rule.pattern.type !== "DAILY" && ruleDayFrom(rule, first)?.day === first;
}

function movedPattern(pattern: RecurrencePattern, days: number, first: number): RecurrencePattern {
  if (days === 0) return pattern;
  const { month, dayOfMonth } = partsOf(first);
  switch (pattern.type) {
    case "DAILY":
      return pattern;
    case "WEEKLY":
      if (days % 7 === 0) return pattern;
      if (pattern.daysOfWeek?.length === 1) return { ...pattern, daysOfWeek: [nameOfWeekday(first)] };
      throw open(days);
    case "ABSOLUTE_MONTHLY":
    case "ABSOLUTE_YEARLY":
      if ((pattern.dayOfMonth ?? 1) > SHORTEST_MONTH || dayOfMonth > SHORTEST_MONTH) throw open(days);
      return { ...pattern, dayOfMonth, month: pattern.month === null ? null : month };
    default:
      throw open(days);
  }
}

function open(days: number): AppError {
  return new AppError(
    "INVALID_INPUT",
    `To move this series by ${days} days leaves open on which days it then repeats. Give \`recurrence\` together with the times.`,
    { path: ["recurrence"] },
  );
}

function shiftedTimes({ start, end, isAllDay }: Times, days: number): Times {
  const shifted = (time: Times["start"]): Times["start"] => {
    const dateTime = time?.dateTime ?? "";
    return { ...time, dateTime: dateOf(dayOf(dateTime.slice(0, 10)) + days) + dateTime.slice(10) };
  };
  return { start: shifted(start), end: shifted(end), isAllDay };
}
