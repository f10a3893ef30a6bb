import type { EventContent } from "../../core/mailbox.model.js";
import { GraphFailure } from "../graph-failure.js";

const DAY_MS = 86_400_000;
/** Most attendees of one event, by the documentation of the event resource. */
const MAX_ATTENDEES = 500;

type Checked = Pick<EventContent, "start" | "end" | "isAllDay" | "attendees">;

/** Exchange's rules for an event as a whole, on create and after a PATCH is merged in. */
export function assertEventRules({ start, end, isAllDay, attendees }: Checked): void {
  if (end.at < start.at) throw invalidValue("The end of an event cannot be before its start.");
  if (attendees.length > MAX_ATTENDEES) throw invalidValue(`An event can have ${MAX_ATTENDEES} attendees at most.`);
  if (!isAllDay) return;
  if (start.wall % DAY_MS !== 0)
    throw invalidRequest("The Event.Start property for an all-day event needs to be set to midnight.");
  if (end.wall % DAY_MS !== 0)
    throw invalidRequest("The Event.End property for an all-day event needs to be set to midnight.");
  if (start.zone.iana !== end.zone.iana) {
    throw invalidRequest("The start and end of an all-day event need to be in the same time zone.");
  }
  if (end.wall - start.wall < DAY_MS)
    throw invalidRequest("The duration of an all-day event must be at least 24 hours.");
}

export function invalidValue(message: string): GraphFailure {
  return new GraphFailure(400, "ErrorPropertyValidationFailure", message);
}

function invalidRequest(message: string): GraphFailure {
  return new GraphFailure(400, "ErrorInvalidRequest", message);
}
