import type { EventRow } from "../../core/mailbox.model.js";

/** Instants in milliseconds; the end is not part of it. */
export interface Window {
  readonly from: number;
  readonly until: number;
}

/**
 * What an event shows as inside a window: itself, or for a series its occurrences. Everything that looks at a span of
 * time goes through here, so that the expansion of series has one home.
 */
export function occurrencesOf(event: EventRow, window: Window): readonly EventRow[] {
  return overlaps(event, window) ? [event] : [];
}

function overlaps(event: EventRow, window: Window): boolean {
  const { at: start } = event.start;
  const { at: end } = event.end;
  // An event without length has no end after its start; it counts where it begins.
  if (start === end) return start >= window.from && start < window.until;
  return start < window.until && end > window.from;
}
