import { WINDOWS_TO_IANA_MAP } from "windows-iana";

/** A time zone that Outlook accepts, under the name it was given. */
export interface Zone {
  /** The name as the caller wrote it; answers repeat it. */
  readonly name: string;
  readonly iana: string;
}

const IANA_SHAPE = /^[A-Za-z]+(?:\/[A-Za-z0-9_+-]+)+$/;
const UTC_NAMES = new Set(["utc", "etc/utc", "gmt", "tzone://microsoft/utc"]);
const QUARTER_HOUR = 900_000;
const DAY = 86_400_000;
const OFFSET_CACHE_SIZE = 50_000;

const windowsZones = new Map<string, string>();
for (const { windowsName, territory, iana } of WINDOWS_TO_IANA_MAP) {
  const first = iana[0];
  // Territory 001 holds the zone that Unicode's table names as the default for the Windows zone.
  if (territory === "001" && first !== undefined) windowsZones.set(windowsName.toLowerCase(), first);
}

const known = new Map<string, Zone | undefined>();
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

export const UTC: Zone = { name: "UTC", iana: "UTC" };

/** Reads a Windows name in any case or an IANA name; undefined for anything else. */
export function findZone(name: string): Zone | undefined {
  if (!known.has(name)) {
    if (known.size > 2_000) known.clear();
    known.set(name, resolve(name));
  }
  return known.get(name);
}

function resolve(name: string): Zone | undefined {
  if (UTC_NAMES.has(name.toLowerCase())) return { name, iana: "UTC" };
  const windows = windowsZones.get(name.toLowerCase());
  if (windows !== undefined) return { name, iana: windows };
  if (!IANA_SHAPE.test(name)) return undefined;
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return { name, iana: name };
  } catch {
    return undefined;
  }
}

/** How far local time of the zone is ahead of UTC at that instant, in milliseconds. */
export function offsetAt(zone: Zone, at: number): number {
  if (zone.iana === "UTC") return 0;
  // Every offset in use since 1972 changes on a quarter of an hour, so one look-up serves that long.
  const key = `${zone.iana}|${Math.floor(at / QUARTER_HOUR)}`;
  const cached = offsets.get(key);
  if (cached !== undefined) return cached;
  if (offsets.size > OFFSET_CACHE_SIZE) offsets.clear();
  const offset = measureOffset(zone.iana, Math.floor(at / QUARTER_HOUR) * QUARTER_HOUR);
  offsets.set(key, offset);
  return offset;
}

function measureOffset(iana: string, at: number): number {
  let format = formats.get(iana);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: iana,
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(iana, format);
  }
  const part: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = value;
  const year = part.era === "BC" ? 1 - Number(part.year) : Number(part.year);
  const wall = new Date(0);
  // Date.UTC would read years below 100 as 19xx.
  wall.setUTCFullYear(year, Number(part.month) - 1, Number(part.day));
  wall.setUTCHours(Number(part.hour), Number(part.minute), Number(part.second), 0);
  return wall.getTime() - at;
}

/**
 * The instant of a wall time, given as if it were UTC milliseconds. In the autumn overlap the first of the two is
 * taken, in the spring gap the time moves forward by the gap; Microsoft documents neither.
 */
export function instantOf(wallAsUtc: number, zone: Zone): number {
  const before = wallAsUtc - offsetAt(zone, wallAsUtc - DAY);
  const after = wallAsUtc - offsetAt(zone, wallAsUtc + DAY);
  for (const at of before <= after ? [before, after] : [after, before]) {
    if (at + offsetAt(zone, at) === wallAsUtc) return at;
  }
  return before;
}

/** The wall time in the zone at an instant, as if it were UTC milliseconds. */
export function wallOf(at: number, zone: Zone): number {
  return at + offsetAt(zone, at);
}
