import { AppError } from "../../../lib/app-error.js";
import { DAY_MS, type EventWindow, MAX_WINDOW_DAYS } from "../event-window.js";

/** How many reads one window may be split into: fifty years of a series. */
const MAX_PARTS = 10;

/** @throws AppError INVALID_INPUT or LIMIT_EXCEEDED that says what to change; nothing is asked upstream. */
export function assertSeriesWindow({ start, end }: EventWindow): void {
  const days = Math.ceil((end.getTime() - start.getTime()) / DAY_MS);
  if (days <= 0) throw new AppError("INVALID_INPUT", "`end` must be after `start`.", { path: ["end"] });
  const max = MAX_PARTS * MAX_WINDOW_DAYS;
  if (days <= max) return;
  throw new AppError("LIMIT_EXCEEDED", `The window is ${days} days long; at most ${max} are answered.`, {
    path: ["end"],
    limit: { name: "windowDays", max, actual: days },
  });
}

/** A window in spans that Graph takes, in order. */
export function partsOfWindow({ start, end }: EventWindow): readonly EventWindow[] {
  const parts: EventWindow[] = [];
  for (let from = start.getTime(); from < end.getTime(); from += MAX_WINDOW_DAYS * DAY_MS) {
    parts.push({ start: new Date(from), end: new Date(Math.min(end.getTime(), from + MAX_WINDOW_DAYS * DAY_MS)) });
  }
  return parts;
}
