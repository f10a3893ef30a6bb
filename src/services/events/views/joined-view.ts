import { AppError } from "../../../lib/app-error.js";
import type { CalendarEvent } from "../event.model.js";
import type { CalendarView } from "./view.model.js";
import { byStartThenId } from "./view-reads.js";

/** What one list may be made of, over all its mailboxes and requests: it is held while a page of it is picked. */
export const MAX_EVENTS_PER_LIST = 20_000;

/** One calendar's views of windows that overlap, as the view of all of them; it is as old as the oldest. */
export function joinedView(views: readonly CalendarView[]): CalendarView {
  const [only, ...others] = views;
  if (only !== undefined && others.length === 0) return only;
  const events = new Map<string, CalendarEvent>();
  for (const view of views) {
    for (const event of view.events) if (!events.has(event.graphId)) events.set(event.graphId, event);
  }
  assertListSize(events.size);
  const asOf = new Date(Math.min(...views.map((view) => view.asOf.getTime())));
  return { events: [...events.values()].sort(byStartThenId), asOf };
}

/** @throws AppError LIMIT_EXCEEDED: a list is refused rather than cut short. */
export function assertListSize(actual: number): void {
  if (actual <= MAX_EVENTS_PER_LIST) return;
  throw new AppError(
    "LIMIT_EXCEEDED",
    `This list holds ${actual} events; at most ${MAX_EVENTS_PER_LIST} are allowed. Ask for a shorter window or fewer mailboxes.`,
    { path: ["end"], limit: { name: "eventsPerList", max: MAX_EVENTS_PER_LIST, actual } },
  );
}
