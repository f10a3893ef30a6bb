/** Upstream enums end in UNKNOWN: a value that Microsoft adds later must not break an answer. */
export const RECURRENCE_PATTERN_TYPES = [
  "DAILY",
  "WEEKLY",
  "ABSOLUTE_MONTHLY",
  "RELATIVE_MONTHLY",
  "ABSOLUTE_YEARLY",
  "RELATIVE_YEARLY",
  "UNKNOWN",
] as const;
export type RecurrencePatternType = (typeof RECURRENCE_PATTERN_TYPES)[number];

/** From Sunday, as Graph and JavaScript count them. */
export const DAYS_OF_WEEK = [
  "SUNDAY",
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
  "UNKNOWN",
] as const;
export type DayOfWeek = (typeof DAYS_OF_WEEK)[number];

export const WEEK_INDEXES = ["FIRST", "SECOND", "THIRD", "FOURTH", "LAST", "UNKNOWN"] as const;
export type WeekIndex = (typeof WEEK_INDEXES)[number];

export const RECURRENCE_RANGE_TYPES = ["END_DATE", "NO_END", "NUMBERED", "UNKNOWN"] as const;
export type RecurrenceRangeType = (typeof RECURRENCE_RANGE_TYPES)[number];

/** How a series repeats. Members that the type does not use are null. */
export interface RecurrencePattern {
  readonly type: RecurrencePatternType;
  /** Every how many days, weeks, months or years. */
  readonly interval: number;
  readonly daysOfWeek: readonly DayOfWeek[] | null;
  /** 1 to 31; beyond the end of a month it is the month's last day. */
  readonly dayOfMonth: number | null;
  readonly index: WeekIndex | null;
  /** 1 to 12. */
  readonly month: number | null;
  /** Which days share a week; matters to weekly patterns of two weeks and more. */
  readonly firstDayOfWeek: DayOfWeek | null;
}

/** From when to when a series repeats; dates are those of its zone, `yyyy-MM-dd`. */
export interface RecurrenceRange {
  readonly type: RecurrenceRangeType;
  readonly startDate: string;
  /** The last occurrence is on this date or before it. */
  readonly endDate: string | null;
  readonly numberOfOccurrences: number | null;
  /** IANA name of the zone whose clock the series follows. */
  readonly recurrenceTimeZone: string;
}

/** A pattern and range that we know all words of, as they can be written. */
export interface RecurrenceRule {
  readonly pattern: RecurrencePattern;
  readonly range: RecurrenceRange;
}

/** A series' recurrence as it is answered. */
export interface Recurrence extends RecurrenceRule {
  /** The same as RFC 5545 text; null where it holds a word of Microsoft's that is not known here. */
  readonly rrule: string | null;
  /** The master that it was read with. */
  readonly master: { readonly mailboxId: string; readonly graphId: string };
}

/** A wall-clock time in a zone: where a series' rule starts to count. */
export interface RuleStart {
  /** `yyyy-MM-dd`. */
  readonly date: string;
  /** `HH:mm:ss`, `00:00:00` for whole days. */
  readonly time: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly isAllDay: boolean;
}
