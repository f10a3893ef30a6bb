import { dayText, type Recurrence } from "../../core/recurrence.js";

/** The end date of a range that has none. */
const NO_DATE = "0001-01-01";

/** A `patternedRecurrence` as Graph reads it back: unused members have their zero values. */
export function renderRecurrence({ pattern, range, zone }: Recurrence): Record<string, unknown> {
  return {
    pattern: {
      type: pattern.type,
      interval: pattern.interval,
      month: pattern.type.endsWith("Yearly") ? pattern.month : 0,
      dayOfMonth: pattern.type.startsWith("absolute") ? pattern.dayOfMonth : 0,
      ...(usesWeekdays(pattern.type) ? { daysOfWeek: pattern.daysOfWeek } : {}),
      firstDayOfWeek: pattern.type === "weekly" ? pattern.firstDayOfWeek : "sunday",
      index: pattern.type.startsWith("relative") ? pattern.index : "first",
    },
    range: {
      type: range.type,
      startDate: dayText(range.firstDay),
      endDate: range.type === "endDate" && range.lastDay !== undefined ? dayText(range.lastDay) : NO_DATE,
      recurrenceTimeZone: zone.name,
      numberOfOccurrences: range.numberOfOccurrences,
    },
  };
}

const usesWeekdays = (type: Recurrence["pattern"]["type"]) => type === "weekly" || type.startsWith("relative");
