import { type GraphEvent, graphDateTimeToInstant } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { EventTime } from "./event.model.js";
import type { BoundZone } from "./event-zone.js";

type GraphTime = GraphEvent["start"];

/**
 * A bound of an event as the domain has it. Graph answers in UTC unless asked otherwise.
 *
 * An all-day event is kept from midnight to midnight in its own zone. Reports differ on whether an answer in another
 * zone keeps that midnight or shifts it, so both are understood: a midnight is taken as it is, anything else is read
 * in the event's own zone.
 */
export function toEventTime(time: GraphTime, { timeZone, timeZoneSource }: BoundZone, isAllDay: boolean): EventTime {
  if (!time?.dateTime) throw new AppError("UPSTREAM_REFUSED", "Microsoft answered an event without its times.");
  if (isAllDay && /T00:00(:00(\.0+)?)?$/.test(time.dateTime))
    return { kind: "AllDay", date: time.dateTime.slice(0, 10) };
  const instant = graphDateTimeToInstant({ dateTime: time.dateTime, timeZone: time.timeZone ?? "UTC" });
  if (isAllDay) return { kind: "AllDay", date: nearestDate(instant, timeZone) };
  return { kind: "Timed", instant, timeZone, timeZoneSource };
}

/** An event's place in lists: the instant of a timed bound, midnight UTC of a date. Milliseconds since the epoch. */
export function orderOf(time: EventTime): number {
  return time.kind === "AllDay" ? Date.parse(`${time.date}T00:00:00Z`) : time.instant.getTime();
}

/** The date whose midnight in a zone is nearest: a zone of unknown rules may be an hour off. */
function nearestDate(instant: Date, timeZone: string): string {
  const halfDay = 12 * 3_600_000;
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return parts.format(new Date(instant.getTime() + halfDay));
}
