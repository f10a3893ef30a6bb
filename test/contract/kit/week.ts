import { randomUUID } from "node:crypto";
import type { DateTimeTimeZone, Event } from "@microsoft/microsoft-graph-types";

const DAY_MS = 86_400_000;

/**
 * A Monday more than a year ahead, where real calendars are empty and every story finds its own events by their
 * subject.
 */
const monday = (() => {
  const ahead = new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS + 400 * DAY_MS);
  return ahead.getTime() + ((8 - ahead.getUTCDay()) % 7) * DAY_MS;
})();

/** No story has an event on this day or later. */
export const LAST_DAY = 200;

/** `2027-05-03` for day 0, the Monday; later days count on, across weeks. */
export function dateOf(day: number): string {
  return new Date(monday + day * DAY_MS).toISOString().slice(0, 10);
}

/** A wall time on a day of the week, as Graph takes it. */
export function at(day: number, time: string, timeZone = "UTC"): DateTimeTimeZone {
  return { dateTime: `${dateOf(day)}T${time}:00`, timeZone };
}

/** The parameters of a view from the start of one day to the start of another. */
export function windowOf(fromDay: number, untilDay: number): { startDateTime: string; endDateTime: string } {
  return { startDateTime: `${dateOf(fromDay)}T00:00:00Z`, endDateTime: `${dateOf(untilDay)}T00:00:00Z` };
}

/** A subject that no other run and no person uses. */
export function newSubject(what: string): string {
  return `Contract ${what} ${randomUUID().slice(0, 8)}`;
}

/** An hour from nine on a day, in UTC. */
export function meeting(subject: string, over: Partial<Event> = {}, day = 0): Event {
  return { subject, start: at(day, "09:00"), end: at(day, "10:00"), ...over };
}
