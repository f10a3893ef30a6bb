import { toIanaZone } from "./time-zone.js";

const DAY_MS = 86_400_000;
const WALL_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?$/;

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
  if (/(Z|[+-]\d{2}:?\d{2})$/i.test(dateTime)) {
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

function parseWallTime(text: string): number {
  const match = WALL_TIME.exec(text);
  if (!match) throw noTime(text);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map((n) => Number(n ?? 0));
  const ms = Number((match[7] ?? "").padEnd(3, "0").slice(0, 3));
  const wallMs = utc(year, month, day, hour, minute, second);
  // Date rolls 30 February over into March, and so on; that is no time either.
  if (!new Date(wallMs).toISOString().startsWith(text.slice(0, 16)) || second > 59) throw noTime(text);
  return wallMs + ms;
}

/** `Date.UTC`, which takes the years 0 to 99 for those of the last century, for every year. */
function utc(year: number, month: number, day: number, hour: number, minute: number, second: number): number {
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
