import { type GraphEvent, instantToWallTime, toIanaZone, wallTimeToInstant } from "../../../graph/index.js";
import { AppError } from "../../../lib/app-error.js";
import type { RuleStart } from "./recurrence.model.js";
import { ruleStartAt } from "./recurrence-mapper.js";

/** The start of an event that is about to be written, on its own clock or on that of another zone. */
export function startOfChanges({ start, isAllDay }: GraphEvent, timeZone: string | null): RuleStart {
  const own = toIanaZone(start?.timeZone ?? "UTC").zone;
  const dateTime = start?.dateTime ?? "";
  if (isAllDay) {
    if (timeZone !== null && timeZone !== own) {
      throw new AppError(
        "INVALID_INPUT",
        "A series of whole days follows its own zone. Leave `recurrenceTimeZone` out.",
        {
          path: ["recurrence", "range", "recurrenceTimeZone"],
        },
      );
    }
    return { date: dateTime.slice(0, 10), time: "00:00:00", timeZone: own, isAllDay };
  }
  const instant = wallTimeToInstant(dateTime, own);
  // As written and not as read back: in the gap of a clock change the two differ.
  if (timeZone !== null && timeZone !== own) return ruleStartAt(instant, timeZone);
  const wall = /T\d{2}:\d{2}:\d{2}/.test(dateTime) ? dateTime : instantToWallTime(instant, own).local.slice(0, 19);
  return { date: wall.slice(0, 10), time: wall.slice(11, 19), timeZone: own, isAllDay: false };
}
