import type { Schedule, ScheduleItem } from "../schedules/schedule.model.js";
import { ScheduleFailure } from "../schedules/schedule-failure.js";
import { placeName } from "./shown-members.js";
import { reaches, type ShownRule } from "./visibility-rule.js";

/** A schedule as it may be shown. Private items are without titles already, whatever the rule. */
export function shownSchedule(rule: ShownRule, schedule: Schedule): Schedule {
  const { events, privateEvents } = rule;
  if (reaches(events, "BASIC") && privateEvents !== "HIDDEN") return schedule;
  if (privateEvents !== "HIDDEN") return { ...schedule, items: schedule.items.map((item) => itemAt(events, item)) };
  // The digits of the view tell of private items as well.
  const open = schedule.items.filter(({ isPrivate }) => isPrivate === false);
  return { ...schedule, items: open.map((item) => itemAt(events, item)), availabilityView: null };
}

/** Nothing is known of a hidden calendar: an empty one would pass for free. */
export function hiddenSchedule(): ScheduleFailure {
  return new ScheduleFailure(
    "NO_ACCESS",
    "FORBIDDEN",
    "The visibility of this API key or of the connection hides this calendar.",
  );
}

function itemAt(level: ShownRule["events"], item: ScheduleItem): ScheduleItem {
  if (reaches(level, "BASIC")) return item;
  return reaches(level, "LIMITED")
    ? { ...item, location: placeName(item.location) }
    : { ...item, subject: null, location: null };
}
