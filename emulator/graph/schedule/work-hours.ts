import type { Mailbox } from "../../core/mailbox.model.js";
import { findZone, UTC, wallOf, type Zone } from "../../core/time-zones.js";
import { isJsonObject } from "../json-body.js";
import { settingsOf } from "../settings/mailbox-settings.js";
import type { ActivityDomain } from "./meeting-times-body.js";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
/** The first of January 1970 was a Thursday. */
const EPOCH_WEEKDAY = 4;
const WEEKEND = ["saturday", "sunday"];

/** When the owner of a mailbox may be asked for: days of the week and a span of each, on the owner's clock. */
export interface WorkHours {
  readonly days: ReadonlySet<string>;
  /** Milliseconds after midnight. */
  readonly from: number;
  readonly until: number;
  wallOf(at: number): number;
}

/**
 * The hours in which an activity may take place; undefined for any hour. Personal time is the working hours of every
 * day that is worked on and of the weekend.
 */
export function hoursFor(mailbox: Mailbox, domain: ActivityDomain): WorkHours | undefined {
  if (domain === "unrestricted") return undefined;
  const { daysOfWeek, startTime, endTime, timeZone } = settingsOf(mailbox).workingHours;
  const worked = Array.isArray(daysOfWeek) ? daysOfWeek.map(String) : [];
  return {
    days: new Set(domain === "personal" ? [...worked, ...WEEKEND] : worked),
    from: timeOfDay(startTime),
    until: timeOfDay(endTime),
    wallOf: clockOf(timeZone, mailbox.timeZone),
  };
}

/** Whether a span of time, in milliseconds since the Unix epoch, lies within the hours of one day. */
export function isWithin(hours: WorkHours | undefined, from: number, until: number): boolean {
  if (hours === undefined) return true;
  const start = hours.wallOf(from);
  const end = hours.wallOf(until);
  const day = Math.floor(start / DAY_MS);
  const weekday = DAYS[(((day + EPOCH_WEEKDAY) % 7) + 7) % 7] ?? "";
  const midnight = day * DAY_MS;
  return hours.days.has(weekday) && start >= midnight + hours.from && end <= midnight + hours.until;
}

function timeOfDay(text: unknown): number {
  const [hour = 0, minute = 0, second = 0] = String(text).split(":").map(Number);
  return ((hour * 60 + minute) * 60 + second) * 1_000;
}

/** A custom zone tells its distance from UTC; its daylight saving time is left out. */
function clockOf(timeZone: unknown, otherwise: string): (at: number) => number {
  if (isJsonObject(timeZone) && typeof timeZone.bias === "number") {
    const shift = timeZone.bias * MINUTE_MS;
    return (at) => at - shift;
  }
  const name = isJsonObject(timeZone) && typeof timeZone.name === "string" ? timeZone.name : otherwise;
  const zone: Zone = findZone(name) ?? findZone(otherwise) ?? UTC;
  return (at) => wallOf(at, zone);
}
