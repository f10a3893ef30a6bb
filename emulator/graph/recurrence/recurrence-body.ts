import {
  DAYS_OF_WEEK,
  dayOfWall,
  PATTERN_TYPES,
  RANGE_TYPES,
  type RecurrencePattern,
  WEEK_INDEXES,
} from "../../core/recurrence.js";
import { findZone, type Zone } from "../../core/time-zones.js";
import { readIso } from "../../core/zoned-time.js";
import { invalidValue } from "../events/event-rules.js";
import { bodyUnreadable, isJsonObject, type JsonObject } from "../json-body.js";
import { jsonText } from "../json-text.js";
import { unknownZone } from "../odata/preferences.js";

/** A `patternedRecurrence` as it was sent, each part legal by itself. Days count from 1 January 1970. */
export interface RecurrenceInput {
  readonly pattern: RecurrencePattern;
  readonly range: {
    readonly type: (typeof RANGE_TYPES)[number];
    readonly startDay: number;
    readonly endDay: number | undefined;
    readonly numberOfOccurrences: number;
    /** Undefined for the zone of the event. */
    readonly zone: Zone | undefined;
  };
}

type Needed = readonly ("dayOfMonth" | "month" | "daysOfWeek")[];

const NEEDED: Readonly<Record<RecurrencePattern["type"], Needed>> = {
  daily: [],
  weekly: ["daysOfWeek"],
  absoluteMonthly: ["dayOfMonth"],
  relativeMonthly: ["daysOfWeek"],
  absoluteYearly: ["dayOfMonth", "month"],
  relativeYearly: ["daysOfWeek", "month"],
};
const LARGEST_INTEGER = 2_147_483_647;

export interface BodyRules {
  /** Whether a weekly pattern has to name the first day of its weeks. */
  readonly weeklyNeedsFirstDay: boolean;
}

/**
 * Reads a `patternedRecurrence`. Throws 400 `RequestBodyRead` for values of a wrong type, and 400
 * `ErrorPropertyValidationFailure` for members that are missing or out of their range; members that the type does not
 * use are left aside, but have to be legal too.
 */
export function readRecurrence(value: unknown, rules: BodyRules): RecurrenceInput {
  if (!isJsonObject(value)) throw wrongType("recurrence");
  if (!isJsonObject(value.pattern) || !isJsonObject(value.range)) {
    throw invalidValue("A recurrence needs a pattern and a range.");
  }
  return { pattern: readPattern(value.pattern, rules), range: readRange(value.range) };
}

function readPattern(value: JsonObject, rules: BodyRules): RecurrencePattern {
  const pattern: RecurrencePattern = {
    type: required(choice(value, "type", PATTERN_TYPES), "pattern.type"),
    interval: required(integer(value, "interval", 1, LARGEST_INTEGER), "pattern.interval"),
    month: integer(value, "month", 0, 12) ?? 0,
    dayOfMonth: integer(value, "dayOfMonth", 0, 31) ?? 0,
    daysOfWeek: weekdays(value.daysOfWeek),
    firstDayOfWeek: choice(value, "firstDayOfWeek", DAYS_OF_WEEK) ?? "sunday",
    index: choice(value, "index", WEEK_INDEXES) ?? "first",
  };
  for (const member of NEEDED[pattern.type]) {
    const isMissing = member === "daysOfWeek" ? pattern.daysOfWeek.length === 0 : pattern[member] === 0;
    if (isMissing) throw missing(`pattern.${member}`);
  }
  if (pattern.type === "weekly" && rules.weeklyNeedsFirstDay && isAbsent(value.firstDayOfWeek)) {
    throw missing("pattern.firstDayOfWeek");
  }
  return pattern;
}

function readRange(value: JsonObject): RecurrenceInput["range"] {
  const type = required(choice(value, "type", RANGE_TYPES), "range.type");
  const endDay = date(value, "endDate");
  const count = integer(value, "numberOfOccurrences", 0, LARGEST_INTEGER) ?? 0;
  const startDay = required(date(value, "startDate"), "range.startDate");
  if (type === "endDate" && endDay === undefined) throw missing("range.endDate");
  if (type === "numbered" && count === 0) throw missing("range.numberOfOccurrences");
  return {
    type,
    startDay,
    endDay: type === "endDate" ? endDay : undefined,
    numberOfOccurrences: type === "numbered" ? count : 0,
    zone: zone(value.recurrenceTimeZone),
  };
}

const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;
const wrongType = (member: string) => bodyUnreadable(`Cannot convert the value of '${member}' to the expected type.`);
const missing = (member: string) => invalidValue(`The recurrence needs a legal value for '${member}'.`);

function required<T>(value: T | undefined, member: string): T {
  if (value === undefined) throw missing(member);
  return value;
}

/** Enum values are taken in any case. */
function choice<const T extends string>(value: JsonObject, member: string, choices: readonly T[]): T | undefined {
  const given = value[member];
  if (isAbsent(given)) return undefined;
  const found = choices.find((known) => known.toLowerCase() === jsonText(given).toLowerCase());
  if (typeof given !== "string" || found === undefined) throw wrongType(member);
  return found;
}

function integer(value: JsonObject, member: string, least: number, most: number): number | undefined {
  const given = value[member];
  if (isAbsent(given)) return undefined;
  if (typeof given !== "number" || !Number.isInteger(given)) throw wrongType(member);
  if (given < least || given > most) throw invalidValue(`'${member}' has to be between ${least} and ${most}.`);
  return given;
}

function date(value: JsonObject, member: string): number | undefined {
  const given = value[member];
  if (isAbsent(given)) return undefined;
  const iso = typeof given === "string" && /^\d{4}-\d{2}-\d{2}$/.test(given) ? readIso(given) : undefined;
  if (iso === undefined) throw wrongType(member);
  return dayOfWall(iso.wall);
}

function weekdays(value: unknown): RecurrencePattern["daysOfWeek"] {
  if (isAbsent(value)) return [];
  if (!Array.isArray(value)) throw wrongType("daysOfWeek");
  const days = value.map((day) => required(choice({ daysOfWeek: day }, "daysOfWeek", DAYS_OF_WEEK), "daysOfWeek"));
  return DAYS_OF_WEEK.filter((day) => days.includes(day));
}

function zone(name: unknown): Zone | undefined {
  if (isAbsent(name) || name === "") return undefined;
  if (typeof name !== "string") throw wrongType("recurrenceTimeZone");
  const found = findZone(name);
  if (found === undefined) throw unknownZone(name);
  return found;
}
