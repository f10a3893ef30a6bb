import { isKnownTimeZone, toIanaZone } from "../../../graph/index.js";
import { AppError } from "../../../lib/app-error.js";
import { unknownWritten } from "../../outcomes.js";
import { dateOf, dayOf, isDate, nameOfWeekday } from "./calendar-days.js";
import type {
  DayOfWeek,
  RecurrencePattern,
  RecurrencePatternType,
  RecurrenceRange,
  RecurrenceRangeType,
  RecurrenceRule,
  RuleStart,
  WeekIndex,
} from "./recurrence.model.js";
import { PATTERN_USES } from "./recurrence-mapper.js";
import { parseRrule } from "./rrule-parse.js";
import { LATEST_END_DATE, ruleDayFrom } from "./rule-days.js";

/** The largest step that Outlook offers; Microsoft documents none. */
const MAX_INTERVAL = 999;
/** Two occurrences a day for more than ten years would not reach it; Microsoft documents none. */
const MAX_OCCURRENCES = 9_999;

export interface PatternDraft {
  readonly type: RecurrencePatternType;
  readonly interval?: number | null | undefined;
  readonly daysOfWeek?: readonly DayOfWeek[] | null | undefined;
  readonly dayOfMonth?: number | null | undefined;
  readonly index?: WeekIndex | null | undefined;
  readonly month?: number | null | undefined;
  readonly firstDayOfWeek?: DayOfWeek | null | undefined;
}

export interface RangeDraft {
  readonly type: RecurrenceRangeType;
  readonly startDate?: string | null | undefined;
  readonly endDate?: string | null | undefined;
  readonly numberOfOccurrences?: number | null | undefined;
  readonly recurrenceTimeZone?: string | null | undefined;
}

/** A recurrence as callers give it: a text, or a pattern with its range. */
export interface RecurrenceDraft {
  readonly rrule?: string | null | undefined;
  readonly pattern?: PatternDraft | null | undefined;
  readonly range?: RangeDraft | null | undefined;
}

/**
 * What can be said of a draft without its event's start. Called before anything is read from Microsoft.
 *
 * @throws AppError INVALID_INPUT naming the field.
 */
export function assertSoundDraft(draft: RecurrenceDraft): void {
  toRecurrenceRule(draft, () => ({ date: "2024-01-31", time: "00:00:00", timeZone: "UTC", isAllDay: false }), false);
}

/**
 * The rule of a draft for an event with this start. `startIn` gives the start on the clock of a zone.
 *
 * @throws AppError INVALID_INPUT naming the field, before anything is sent.
 */
export function toRecurrenceRule(
  draft: RecurrenceDraft,
  startIn: (timeZone: string | null) => RuleStart,
  isStartKnown = true,
): RecurrenceRule {
  const { rrule, pattern, range } = draft;
  if (Boolean(rrule) === Boolean(pattern || range)) {
    throw invalid("Give either `rrule`, or `pattern` with `range`, and not both.");
  }
  if (rrule) {
    const start = startIn(null);
    // Without its start, a text is only checked for what no start could mend.
    const rule = isStartKnown ? parseRrule(rrule, start) : parseRrule(rrule, { ...start, date: "0001-01-01" });
    return isStartKnown ? withinLimits(rule, "rrule", true) : rule;
  }
  if (!pattern) throw invalid("`range` needs its `pattern`.", "pattern");
  if (!range) throw invalid("`pattern` needs its `range`, which may be `{type: NO_END}`.", "range");
  const start = startIn(zoneOf(range));
  const rule = { pattern: toPattern(pattern), range: toRange(range, start, isStartKnown) };
  return isStartKnown ? withinLimits(rule, "range", false) : rule;
}

function toPattern(draft: PatternDraft): RecurrencePattern {
  const { type } = draft;
  if (type === "UNKNOWN") throw unknownWord("pattern", "type");
  const interval = draft.interval ?? 1;
  if (interval < 1 || interval > MAX_INTERVAL) {
    throw invalid(`\`interval\` must be between 1 and ${MAX_INTERVAL}.`, "pattern", "interval");
  }
  const uses = PATTERN_USES[type];
  for (const name of ["daysOfWeek", "dayOfMonth", "index", "month", "firstDayOfWeek"] as const) {
    if (uses[name] || draft[name] === null || draft[name] === undefined) continue;
    throw invalid(
      `A pattern of the type ${type} has no \`${name}\`. Leave it out, or choose another type.`,
      "pattern",
      name,
    );
  }
  return {
    type,
    interval,
    daysOfWeek: uses.daysOfWeek ? days(draft) : null,
    dayOfMonth: uses.dayOfMonth ? whole(draft, "dayOfMonth", 31) : null,
    index: uses.index ? known(draft.index ?? "FIRST", "index") : null,
    month: uses.month ? whole(draft, "month", 12) : null,
    firstDayOfWeek: uses.firstDayOfWeek ? known(draft.firstDayOfWeek ?? "SUNDAY", "firstDayOfWeek") : null,
  };
}

function days({ type, daysOfWeek }: PatternDraft): readonly DayOfWeek[] {
  if (!daysOfWeek?.length)
    throw invalid(`A pattern of the type ${type} needs \`daysOfWeek\`.`, "pattern", "daysOfWeek");
  return [...new Set(daysOfWeek.map((day) => known(day, "daysOfWeek")))];
}

function whole(draft: PatternDraft, name: "dayOfMonth" | "month", most: number): number {
  const value = draft[name];
  if (value !== null && value !== undefined && value >= 1 && value <= most) return value;
  throw invalid(`A pattern of the type ${draft.type} needs \`${name}\`, between 1 and ${most}.`, "pattern", name);
}

function known<Word extends string>(word: Word, name: string): Word {
  if (word === "UNKNOWN") throw unknownWord("pattern", name);
  return word;
}

function zoneOf({ recurrenceTimeZone }: RangeDraft): string | null {
  if (!recurrenceTimeZone) return null;
  if (isKnownTimeZone(recurrenceTimeZone)) return toIanaZone(recurrenceTimeZone).zone;
  throw invalid(
    "This time zone is not known. Use an IANA name such as `Europe/Berlin`.",
    "range",
    "recurrenceTimeZone",
  );
}

function toRange(range: RangeDraft, start: RuleStart, isStartKnown: boolean): RecurrenceRange {
  const { type, startDate, endDate, numberOfOccurrences } = range;
  if (type === "UNKNOWN") throw unknownWord("range", "type");
  if (isStartKnown && startDate && startDate !== start.date) {
    throw invalid(
      `\`startDate\` must be the date of the event's start, ${start.date} in ${start.timeZone}. It may be left out.`,
      "range",
      "startDate",
    );
  }
  if ((type === "END_DATE") !== Boolean(endDate)) {
    const message = endDate
      ? `A range of the type ${type} has no \`endDate\`.`
      : "A range of the type END_DATE needs `endDate`.";
    throw invalid(message, "range", "endDate");
  }
  if (endDate && !isDate(endDate)) throw invalid("This date does not exist.", "range", "endDate");
  const hasCount = numberOfOccurrences !== null && numberOfOccurrences !== undefined;
  if ((type === "NUMBERED") !== hasCount) {
    const message = hasCount
      ? `A range of the type ${type} has no \`numberOfOccurrences\`.`
      : "A range of the type NUMBERED needs `numberOfOccurrences`.";
    throw invalid(message, "range", "numberOfOccurrences");
  }
  if (hasCount && numberOfOccurrences < 1) {
    throw invalid("`numberOfOccurrences` must be 1 or more.", "range", "numberOfOccurrences");
  }
  if (isStartKnown && endDate && endDate < start.date) {
    throw invalid("`endDate` lies before the first occurrence.", "range", "endDate");
  }
  return {
    type,
    startDate: start.date,
    endDate: endDate ?? null,
    numberOfOccurrences: numberOfOccurrences ?? null,
    recurrenceTimeZone: start.timeZone,
  };
}

/** RFC 5545 leaves open what a start means that its rule misses; Microsoft moves the first occurrence, which is not hidden. */
function withinLimits(rule: RecurrenceRule, field: "rrule" | "range", mustHitStart: boolean): RecurrenceRule {
  const { range, pattern } = rule;
  if (pattern.interval > MAX_INTERVAL) throw invalid(`INTERVAL must be at most ${MAX_INTERVAL}.`, field);
  if ((range.numberOfOccurrences ?? 0) > MAX_OCCURRENCES) {
    throw invalid(`A series has at most ${MAX_OCCURRENCES} occurrences. A series without end needs no count.`, field);
  }
  if ((range.endDate ?? "") > LATEST_END_DATE) {
    throw invalid(`Microsoft lets a series end on ${LATEST_END_DATE} at the latest.`, field);
  }
  const first = ruleDayFrom(rule, dayOf(range.startDate));
  if (first === undefined) throw invalid("This recurrence has no occurrence. Give a later end.", field);
  if (!mustHitStart || first.day === dayOf(range.startDate)) return rule;
  throw invalid(
    `The event starts on ${nameOfWeekday(dayOf(range.startDate))} ${range.startDate}, which this rule misses. Its first day is ${dateOf(first.day)}: start there.`,
    field,
  );
}

function unknownWord(...path: string[]): AppError {
  return unknownWritten(["recurrence", ...path]);
}

function invalid(message: string, ...below: string[]): AppError {
  return new AppError("INVALID_INPUT", message, { path: ["recurrence", ...below] });
}
