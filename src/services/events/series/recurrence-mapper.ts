import { type GraphEvent, instantToWallTime, toIanaZone, toWindowsZone } from "../../../graph/index.js";
import { toEventTime } from "../event-times.js";
import { zoneOfBound } from "../event-zone.js";
import { dayOf } from "./calendar-days.js";
import {
  DAYS_OF_WEEK,
  type DayOfWeek,
  type Recurrence,
  type RecurrencePattern,
  type RecurrencePatternType,
  type RecurrenceRange,
  type RecurrenceRangeType,
  type RecurrenceRule,
  type RuleStart,
  WEEK_INDEXES,
  type WeekIndex,
} from "./recurrence.model.js";
import { toRrule } from "./rrule-text.js";

export type GraphRecurrence = NonNullable<GraphEvent["recurrence"]>;
type GraphPattern = NonNullable<GraphRecurrence["pattern"]>;
type GraphRange = NonNullable<GraphRecurrence["range"]>;

const PATTERN_WORDS = {
  DAILY: "daily",
  WEEKLY: "weekly",
  ABSOLUTE_MONTHLY: "absoluteMonthly",
  RELATIVE_MONTHLY: "relativeMonthly",
  ABSOLUTE_YEARLY: "absoluteYearly",
  RELATIVE_YEARLY: "relativeYearly",
} as const satisfies Readonly<Record<Exclude<RecurrencePatternType, "UNKNOWN">, string>>;
const RANGE_WORDS = {
  END_DATE: "endDate",
  NO_END: "noEnd",
  NUMBERED: "numbered",
} as const satisfies Readonly<Record<Exclude<RecurrenceRangeType, "UNKNOWN">, string>>;

interface Use {
  readonly daysOfWeek?: true;
  readonly dayOfMonth?: true;
  readonly index?: true;
  readonly month?: true;
  readonly firstDayOfWeek?: true;
}

/** Which members of a pattern count for its type; Graph sends the others as zeroes. */
export const PATTERN_USES: Readonly<Record<RecurrencePatternType, Use>> = {
  DAILY: {},
  WEEKLY: { daysOfWeek: true, firstDayOfWeek: true },
  ABSOLUTE_MONTHLY: { dayOfMonth: true },
  RELATIVE_MONTHLY: { daysOfWeek: true, index: true },
  ABSOLUTE_YEARLY: { dayOfMonth: true, month: true },
  RELATIVE_YEARLY: { daysOfWeek: true, index: true, month: true },
  UNKNOWN: { daysOfWeek: true, dayOfMonth: true, index: true, month: true, firstDayOfWeek: true },
};

/** A series' recurrence; null for an event that has none. */
export function toRecurrence(mailboxId: string, event: GraphEvent): Recurrence | null {
  const rule = toRule(event);
  if (rule === null) return null;
  const start = ruleStartOf(event, rule.range.recurrenceTimeZone);
  return { ...rule, rrule: toRrule(rule, start), master: { mailboxId, graphId: event.id ?? "" } };
}

/** The rule of Graph's event; null where it has none. */
export function toRule({ recurrence, originalStartTimeZone }: GraphEvent): RecurrenceRule | null {
  if (!recurrence?.pattern || !recurrence.range) return null;
  const { pattern, range } = recurrence;
  const zone = range.recurrenceTimeZone || originalStartTimeZone || "UTC";
  return { pattern: toPattern(pattern), range: toRange(range, toIanaZone(zone).zone) };
}

/** Where a rule of this event starts to count, on the clock of a zone; its own zone unless another is given. */
export function ruleStartOf(
  event: GraphEvent,
  zone = toIanaZone(event.originalStartTimeZone ?? "UTC").zone,
): RuleStart {
  const start = toEventTime(
    event.start,
    zoneOfBound(event.originalStartTimeZone, event.originalEndTimeZone),
    event.isAllDay ?? false,
  );
  if (start.kind === "AllDay") return { date: start.date, time: "00:00:00", timeZone: zone, isAllDay: true };
  return ruleStartAt(start.instant, zone);
}

/** The same for an instant. */
export function ruleStartAt(instant: Date, timeZone: string): RuleStart {
  const wall = instantToWallTime(instant, timeZone).local.slice(0, 19);
  return { date: wall.slice(0, 10), time: wall.slice(11), timeZone, isAllDay: false };
}

/** Graph's words for a rule that we know all words of. */
export function toGraphRecurrence({ pattern, range }: RecurrenceRule): GraphRecurrence {
  const { type, interval, daysOfWeek, dayOfMonth, index, month, firstDayOfWeek } = pattern;
  return {
    pattern: {
      type: type === "UNKNOWN" ? null : PATTERN_WORDS[type],
      interval,
      ...(daysOfWeek && { daysOfWeek: daysOfWeek.map(dayWord) }),
      ...(dayOfMonth !== null && { dayOfMonth }),
      ...(index && { index: index.toLowerCase() as NonNullable<GraphPattern["index"]> }),
      ...(month !== null && { month }),
      ...(firstDayOfWeek && { firstDayOfWeek: dayWord(firstDayOfWeek) }),
    },
    range: {
      type: range.type === "UNKNOWN" ? null : RANGE_WORDS[range.type],
      startDate: range.startDate,
      ...(range.endDate !== null && { endDate: range.endDate }),
      ...(range.numberOfOccurrences !== null && { numberOfOccurrences: range.numberOfOccurrences }),
      // Graph takes every Windows name, but only a part of the IANA names.
      recurrenceTimeZone: toWindowsZone(range.recurrenceTimeZone) ?? range.recurrenceTimeZone,
    },
  };
}

function toPattern(pattern: GraphPattern): RecurrencePattern {
  const type = memberFor(PATTERN_WORDS, pattern.type);
  const uses = PATTERN_USES[type];
  return {
    type,
    interval: pattern.interval ?? 1,
    daysOfWeek: uses.daysOfWeek ? (pattern.daysOfWeek ?? []).map(toDay) : null,
    dayOfMonth: uses.dayOfMonth ? pattern.dayOfMonth || null : null,
    index: uses.index ? toIndex(pattern.index) : null,
    month: uses.month ? pattern.month || null : null,
    firstDayOfWeek: uses.firstDayOfWeek ? toDay(pattern.firstDayOfWeek ?? "sunday") : null,
  };
}

function toRange(range: GraphRange, recurrenceTimeZone: string): RecurrenceRange {
  const type = memberFor(RANGE_WORDS, range.type);
  return {
    type,
    startDate: range.startDate ?? "",
    endDate: type === "END_DATE" ? (range.endDate ?? null) : null,
    numberOfOccurrences: type === "NUMBERED" ? (range.numberOfOccurrences ?? null) : null,
    recurrenceTimeZone,
  };
}

function memberFor<Member extends string>(
  words: Readonly<Record<Member, string>>,
  word: string | null | undefined,
): Member | "UNKNOWN" {
  const members = Object.keys(words) as Member[];
  return members.find((member) => words[member].toLowerCase() === word?.toLowerCase()) ?? "UNKNOWN";
}

function toDay(word: string | null): DayOfWeek {
  return DAYS_OF_WEEK.find((day) => day === word?.toUpperCase()) ?? "UNKNOWN";
}

function toIndex(word: string | null | undefined): WeekIndex {
  return WEEK_INDEXES.find((index) => index === (word ?? "first").toUpperCase()) ?? "UNKNOWN";
}

function dayWord(day: DayOfWeek): NonNullable<GraphPattern["firstDayOfWeek"]> {
  return day.toLowerCase() as NonNullable<GraphPattern["firstDayOfWeek"]>;
}

/** Days of a master's `cancelledOccurrences`, which read `OID.{id}.{yyyy-MM-dd}`. */
export function cancelledDates(entries: readonly string[]): readonly string[] {
  const dates = entries.flatMap((entry) => /\.(\d{4}-\d{2}-\d{2})$/.exec(entry)?.[1] ?? []);
  return [...new Set(dates)].sort((a, b) => dayOf(a) - dayOf(b));
}
