import type { EventRow } from "../../core/mailbox.model.js";
import { dayOfWall } from "../../core/recurrence.js";
import { exceptionsOf, occurrencesBetween } from "../../core/series.js";

/** Instants in milliseconds; the end is not part of it. */
export interface Window {
  readonly from: number;
  readonly until: number;
}

/** Wall times of a zone lie within a day of UTC, and a day more covers a clock that was moved. */
const MARGIN_DAYS = 2;

/**
 * What an event shows as inside a window: itself, or for a series its occurrences. Everything that looks at a span of
 * time goes through here, so that the expansion of series has one home.
 */
export function occurrencesOf(event: EventRow, window: Window): readonly EventRow[] {
  if (event.series === undefined) return overlaps(event, window) ? [event] : [];
  const longest = Math.max(0, event.end.at - event.start.at);
  const firstDay = dayOfWall(window.from - longest) - MARGIN_DAYS;
  const lastDay = dayOfWall(window.until) + MARGIN_DAYS;
  const plain = occurrencesBetween(event, firstDay, lastDay).filter(({ type }) => type === "occurrence");
  return [...plain, ...exceptionsOf(event)]
    .filter((row) => overlaps(row, window))
    .sort((a, b) => a.start.at - b.start.at || a.end.at - b.end.at);
}

function overlaps(event: EventRow, window: Window): boolean {
  const { at: start } = event.start;
  const { at: end } = event.end;
  // An event without length has no end after its start; it counts where it begins.
  if (start === end) return start >= window.from && start < window.until;
  return start < window.until && end > window.from;
}
