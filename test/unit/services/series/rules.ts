import fc from "fast-check";
import { dateOf, dayOf, lengthOfMonth } from "../../../../src/services/events/series/calendar-days.js";
import type {
  DayOfWeek,
  RecurrencePattern,
  RecurrenceRange,
  RecurrenceRule,
  WeekIndex,
} from "../../../../src/services/events/series/recurrence.model.js";

const WEEK: readonly DayOfWeek[] = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"];
const INDEXES: readonly WeekIndex[] = ["FIRST", "SECOND", "THIRD", "FOURTH", "LAST"];
export const ZONES = [
  "Europe/Berlin",
  "America/New_York",
  "America/Sao_Paulo",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Pacific/Auckland",
  "Africa/Casablanca",
  "UTC",
] as const;

const empty = { daysOfWeek: null, dayOfMonth: null, index: null, month: null, firstDayOfWeek: null };
const interval = fc.integer({ min: 1, max: 12 });
const days = fc.subarray([...WEEK], { minLength: 1 });
const index = fc.constantFrom(...INDEXES);
const month = fc.integer({ min: 1, max: 12 });
const dayOfMonth = fc.integer({ min: 1, max: 31 });

/** Every pattern that Microsoft has, in the one form that each has. */
export const patterns: fc.Arbitrary<RecurrencePattern> = fc.oneof(
  interval.map((n): RecurrencePattern => ({ ...empty, type: "DAILY", interval: n })),
  fc.record({ ...constants("WEEKLY"), interval, daysOfWeek: days, firstDayOfWeek: fc.constantFrom(...WEEK) }),
  fc.record({ ...constants("ABSOLUTE_MONTHLY"), interval, dayOfMonth }),
  fc.record({ ...constants("RELATIVE_MONTHLY"), interval, daysOfWeek: days, index }),
  fc
    .record({ ...constants("ABSOLUTE_YEARLY"), interval, dayOfMonth, month })
    // In a month of 30 days the 31st is its last day, as the 30th is.
    .map((one) => ({ ...one, dayOfMonth: Math.min(one.dayOfMonth, lengthOfMonth(2024, one.month)) })),
  fc.record({ ...constants("RELATIVE_YEARLY"), interval, daysOfWeek: days, index, month }),
);

function constants<Type extends RecurrencePattern["type"]>(type: Type) {
  const nothing = fc.constant(null);
  return {
    type: fc.constant(type),
    daysOfWeek: nothing as fc.Arbitrary<readonly DayOfWeek[] | null>,
    dayOfMonth: nothing as fc.Arbitrary<number | null>,
    index: nothing as fc.Arbitrary<WeekIndex | null>,
    month: nothing as fc.Arbitrary<number | null>,
    firstDayOfWeek: nothing as fc.Arbitrary<DayOfWeek | null>,
  };
}

const startDate = fc.integer({ min: dayOf("2024-01-01"), max: dayOf("2027-12-31") }).map(dateOf);

/** Ranges of every kind from a start on, in a zone. */
export const ranges = fc
  .record({
    startDate,
    length: fc.integer({ min: 0, max: 2_000 }),
    count: fc.integer({ min: 1, max: 60 }),
    type: fc.constantFrom("END_DATE", "NO_END", "NUMBERED"),
    recurrenceTimeZone: fc.constantFrom(...ZONES),
  })
  .map(
    ({ length, count, type, ...range }): RecurrenceRange => ({
      ...range,
      type: type as RecurrenceRange["type"],
      endDate: type === "END_DATE" ? dateOf(dayOf(range.startDate) + length) : null,
      numberOfOccurrences: type === "NUMBERED" ? count : null,
    }),
  );

export const rules: fc.Arbitrary<RecurrenceRule> = fc.record({ pattern: patterns, range: ranges });

export const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}:00`);
