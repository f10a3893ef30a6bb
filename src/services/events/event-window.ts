import { AppError } from "../../lib/app-error.js";
import type { CalendarEvent } from "./event.model.js";
import { orderOf } from "./event-times.js";

/** Fifty years: ten requests for one calendar. */
export const MAX_WINDOW_DAYS = 18_250;

/** Graph refuses longer views (reported by users since 2019; its reference names no number). */
export const MAX_REQUEST_DAYS = 1_825;

export const DAY_MS = 86_400_000;

/** The widest offset of a zone is 14 hours; one hour more for zones of unknown rules. */
const ZONE_SLACK_MS = 15 * 3_600_000;

/** A span of time; its end is not part of it. */
export interface EventWindow {
  readonly start: Date;
  readonly end: Date;
}

/** @throws AppError INVALID_INPUT or LIMIT_EXCEEDED that says what to change; nothing is asked upstream. */
export function assertWindow({ start, end }: EventWindow): void {
  const days = (end.getTime() - start.getTime()) / DAY_MS;
  if (days <= 0) throw new AppError("INVALID_INPUT", "`end` must be after `start`.", { path: ["end"] });
  if (days > MAX_WINDOW_DAYS) {
    throw new AppError(
      "LIMIT_EXCEEDED",
      `The window is ${Math.ceil(days)} days long; at most ${MAX_WINDOW_DAYS} are allowed. Ask for a shorter one.`,
      { path: ["end"], limit: { name: "windowDays", max: MAX_WINDOW_DAYS, actual: Math.ceil(days) } },
    );
  }
}

/**
 * Windows that Graph answers and that together hold whatever the given one holds. Each begins a day before the former
 * ends: what Graph makes of an event that only touches a bound, or lasts whole days in some zone, is not known. An event
 * may so be in two of them.
 */
export function partsOf(window: EventWindow): readonly EventWindow[] {
  const end = window.end.getTime();
  const parts: EventWindow[] = [];
  for (let from = window.start.getTime(); ; from += (MAX_REQUEST_DAYS - 1) * DAY_MS) {
    const until = Math.min(from + MAX_REQUEST_DAYS * DAY_MS, end);
    parts.push({ start: new Date(from), end: new Date(until) });
    if (until === end) return parts;
  }
}

export function isSameWindow(a: EventWindow, b: EventWindow): boolean {
  return a.start.getTime() === b.start.getTime() && a.end.getTime() === b.end.getTime();
}

export function holdsWindow(wide: EventWindow, narrow: EventWindow): boolean {
  return wide.start.getTime() <= narrow.start.getTime() && wide.end.getTime() >= narrow.end.getTime();
}

/**
 * Whether Graph would show an event in a window; `unsure` where it alone can tell. A view holds what overlaps its window.
 * Not known: whether an event that only touches a bound counts, and in which zone an event of whole days begins.
 */
export function membershipOf(
  { start, end }: Pick<CalendarEvent, "start" | "end">,
  window: EventWindow,
): "inside" | "outside" | "unsure" {
  const slack = start.kind === "Timed" && end.kind === "Timed" ? 0 : ZONE_SLACK_MS;
  const [from, until] = [orderOf(start), orderOf(end)];
  const [first, last] = [window.start.getTime(), window.end.getTime()];
  if (until + slack < first || from - slack > last) return "outside";
  if (until - slack > first && from + slack < last) return "inside";
  return "unsure";
}

/** Those of a wider window's events that a narrower one holds; undefined where only Graph can tell. */
export function narrowed(events: readonly CalendarEvent[], window: EventWindow): readonly CalendarEvent[] | undefined {
  const found: CalendarEvent[] = [];
  for (const event of events) {
    const membership = membershipOf(event, window);
    if (membership === "unsure") return undefined;
    if (membership === "inside") found.push(event);
  }
  return found;
}
