import { toIanaZone } from "./time-zone.js";

const DAY_MS = 86_400_000;
const WALL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Graph's pair of a local time and its zone. */
export interface GraphDateTime {
  /** Wall time without offset, for example `2026-03-02T09:00:00.0000000`; a `Z` or offset decides when there is one. */
  readonly dateTime: string;
  /** Windows or IANA name; Graph answers `UTC` unless it was asked for another. */
  readonly timeZone: string;
}

/**
 * The instant of Graph's pair, in whole milliseconds. A custom or unknown zone counts as UTC (see `toIanaZone`).
 * Throws a `RangeError` for a text that is no time.
 */
export function graphDateTimeToInstant({ dateTime, timeZone }: GraphDateTime): Date {
  if (!WALL_TIME.test(dateTime) && /(Z|[+-]\d{2}:?\d{2})$/i.test(dateTime)) {
    const instant = new Date(dateTime);
    if (Number.isNaN(instant.getTime())) throw noTime(dateTime);
    return instant;
  }
  return wallTimeToInstant(dateTime, toIanaZone(timeZone).zone);
}

/**
 * The instant at which clocks in an IANA zone show `wallTime` (`2026-03-02T09:00`, seconds and fraction optional).
 * A time in the gap of a clock change moves forward by the gap; of a time that comes twice, the first is taken.
 * Throws a `RangeError` for a text that is no time and for an unknown zone.
 */
export function wallTimeToInstant(wallTime: string, zone: string): Date {
  const wallMs = parseWallTime(wallTime);
  // What Graph answers unless it is asked otherwise, and a hundred times as fast as asking Intl.
  if (zone === "UTC") return new Date(wallMs);
  // A day away on either side lie the offsets before and after a change of clocks, wherever the zone is.
  const before = wallMs - offsetMs(zone, wallMs - DAY_MS);
  const after = wallMs - offsetMs(zone, wallMs + DAY_MS);
  const shown = [before, after].filter((instant) => instant + offsetMs(zone, instant) === wallMs);
  return new Date(shown.length > 0 ? Math.min(...shown) : before);
}

/** What clocks in a zone show at an instant. */
export interface WallTime {
  /** For example `2026-03-02T09:00:00`; with milliseconds where there are some. */
  readonly local: string;
  /** How far those clocks are ahead of UTC, in milliseconds. */
  readonly offsetMs: number;
}

/** What clocks in an IANA zone show at an instant. Throws a `RangeError` for an unknown zone. */
export function instantToWallTime(instant: Date, zone: string): WallTime {
  const offset = zone === "UTC" ? 0 : offsetMs(zone, instant.getTime());
  const local = new Date(instant.getTime() + offset)
    .toISOString()
    .slice(0, -1)
    .replace(/\.000$/, "");
  return { local, offsetMs: offset };
}

/** How far clocks in an IANA zone are ahead of UTC at an instant, in milliseconds. */
function offsetMs(zone: string, instantMs: number): number {
  const wholeSecondMs = Math.floor(instantMs / 1_000) * 1_000;
  const part: Record<string, number> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(wholeSecondMs)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return utc(year, month, day, hour, minute, second) - wholeSecondMs;
}

/** Each event has two of these, so digits are read where they stand instead of being cut out. */
function parseWallTime(text: string): number {
  if (!WALL_TIME.test(text)) throw noTime(text);
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  const [hour, minute, second] = [digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19)];
  const isDate = day > 0 && day <= daysIn(year, month);
  if (!isDate || hour > 23 || minute > 59 || second > 59) throw noTime(text);
  const ms = digits(text, 20, 21) * 100 + digits(text, 21, 22) * 10 + digits(text, 22, 23);
  return utc(year, month, day, hour, minute, second) + ms;
}

/** The number between two places; what lies beyond the end of the text counts nothing. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to && at < text.length; at += 1) number = number * 10 + text.charCodeAt(at) - 48;
  return number;
}

/** 0 for a month that there is not. */
function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** `Date.UTC`, which takes the years 0 to 99 for those of the last century, for every year. */
function utc(year: number, month: number, day: number, hour: number, minute: number, second: number): number {
  if (year > 99) return Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.setUTCHours(hour, minute, second, 0);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const key = zone.toLowerCase();
  let formatter = formatters.get(key);
  if (!formatter) {
    const number = "2-digit";
    formatter = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: number,
      day: number,
      hour: number,
      minute: number,
      second: number,
    });
    formatters.set(key, formatter);
  }
  return formatter;
}

function noTime(text: string): RangeError {
  return new RangeError(`Not a date and time: ${text.slice(0, 40)}`);
}
