import { findZone } from "../../core/time-zones.js";
import { readIso, type ZonedTime, zonedFromInstant, zonedFromWall } from "../../core/zoned-time.js";
import { GraphFailure } from "../graph-failure.js";
import { bodyUnreadable, isJsonObject } from "../json-body.js";
import { unknownZone } from "../odata/preferences.js";

/**
 * Reads a `dateTimeTimeZone`. A text with an offset is converted into the named zone (unconfirmed for Graph).
 * Throws 400 `TimeZoneNotSupportedException` for a zone that is missing or unknown.
 */
export function readTime(value: unknown, member: string): ZonedTime {
  if (!isJsonObject(value) || typeof value.dateTime !== "string") {
    throw bodyUnreadable(
      `Cannot convert the value of '${member}' to the expected type; it needs dateTime and timeZone.`,
    );
  }
  const { dateTime, timeZone } = value;
  if (typeof timeZone !== "string") throw unknownZone("");
  const zone = findZone(timeZone);
  if (zone === undefined) throw unknownZone(timeZone);
  const iso = readIso(dateTime);
  if (iso === undefined) {
    throw new GraphFailure(400, "ErrorPropertyValidationFailure", `'${dateTime}' is no date and time for '${member}'.`);
  }
  return iso.offsetMs === undefined ? zonedFromWall(iso.wall, zone) : zonedFromInstant(iso.wall - iso.offsetMs, zone);
}
