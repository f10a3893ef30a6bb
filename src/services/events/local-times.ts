import { instantToWallTime, isKnownTimeZone, toIanaZone, type WallTime, wallTimeToInstant } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";

/**
 * What clocks in a zone show at an instant.
 *
 * @throws AppError INVALID_INPUT for a zone that is neither an IANA nor a Windows name.
 */
export function localTime(instant: Date, timeZone: string): WallTime {
  return instantToWallTime(instant, zoneNamed(timeZone));
}

/** An offset from UTC as RFC 3339 has it: `+05:45`; seconds, which zones of long ago have, are left out. */
export function offsetText({ offsetMs }: WallTime): string {
  const minutes = Math.trunc(Math.abs(offsetMs) / 60_000);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${offsetMs < 0 ? "-" : "+"}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
}

/**
 * The first instant of a date in a zone. Where clocks skip midnight, the day begins later; where a zone left the whole day
 * out (Samoa, 30 December 2011), it is the first instant of the next one.
 *
 * @throws AppError INVALID_INPUT for a zone that is neither an IANA nor a Windows name.
 */
export function startOfDate(date: string, timeZone: string): Date {
  return wallTimeToInstant(`${date}T00:00:00`, zoneNamed(timeZone));
}

function zoneNamed(name: string): string {
  if (isKnownTimeZone(name)) return toIanaZone(name).zone;
  throw new AppError("INVALID_INPUT", "This time zone is not known. Use an IANA name such as `Europe/Berlin`.", {
    path: ["timeZone"],
  });
}
