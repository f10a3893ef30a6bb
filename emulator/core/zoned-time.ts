import { findZone, instantOf, UTC, wallOf, type Zone } from "./time-zones.js";

/** A wall time with its zone, as events keep it, and the instant it stands for. */
export interface ZonedTime {
  /** The wall time, as if it were UTC milliseconds. */
  readonly wall: number;
  readonly zone: Zone;
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
}

const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** Parts of an ISO 8601 text: its wall time as UTC milliseconds, and its offset from UTC where it names one. */
export interface IsoText {
  readonly wall: number;
  readonly offsetMs: number | undefined;
  readonly hasTime: boolean;
}

/** Reads an ISO 8601 date or date-time; undefined when the text is none, or names a day or hour that does not exist. */
export function readIso(text: string): IsoText | undefined {
  const match = DATE_TIME.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "", zone] = match;
  const wall = new Date(0);
  wall.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (wall.getUTCMonth() !== Number(month) - 1 || wall.getUTCDate() !== Number(day)) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  wall.setUTCHours(Number(hour), Number(minute), Number(second), Number(fraction.padEnd(3, "0").slice(0, 3)));
  const offsetMs = zone === undefined ? undefined : readOffset(zone);
  if (zone !== undefined && offsetMs === undefined) return undefined;
  return { wall: wall.getTime(), offsetMs, hasTime: match[4] !== undefined };
}

function readOffset(text: string): number | undefined {
  if (text.toUpperCase() === "Z") return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(-2));
  if (hours > 14 || minutes > 59) return undefined;
  return (text.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** The instant an ISO text names; a text without offset is read as UTC. */
export function instantOfIso(text: string): number | undefined {
  const iso = readIso(text);
  return iso && iso.wall - (iso.offsetMs ?? 0);
}

export function zonedFromWall(wall: number, zone: Zone): ZonedTime {
  return { wall, zone, at: instantOf(wall, zone) };
}

export function zonedFromInstant(at: number, zone: Zone = UTC): ZonedTime {
  return { wall: wallOf(at, zone), zone, at };
}

/** A wall time like `2026-03-02T09:00` in a named zone, for seeds and tests. Throws `RangeError` on either being bad. */
export function zoned(local: string, zoneName: string): ZonedTime {
  const iso = readIso(local);
  const zone = findZone(zoneName);
  if (iso === undefined || zone === undefined) throw new RangeError(`"${local}" in "${zoneName}" is no time.`);
  return iso.offsetMs === undefined ? zonedFromWall(iso.wall, zone) : zonedFromInstant(iso.wall - iso.offsetMs, zone);
}

/** Graph's form of a wall time: no offset, seven fractional digits. */
export function sevenDigits(wall: number): string {
  return new Date(wall)
    .toISOString()
    .replace(/^\+0*(\d{4})/, "$1")
    .replace("Z", "0000");
}

/** Graph's form of an instant: UTC, ending in `Z`; seven digits where `precise`. */
export function utcText(at: number, precise = false): string {
  const text = new Date(at).toISOString();
  return precise ? text.replace("Z", "0000Z") : text.replace(/\.\d{3}Z$/, "Z");
}
