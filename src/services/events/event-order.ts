import type { CalendarEvent } from "./event.model.js";
import { orderOf } from "./event-times.js";

/** By start, then mailbox, then id; the second is the first read backwards. */
export type EventOrder = "START_ASC" | "START_DESC";

/** How a list by start is ordered. */
export interface StartOrder<T> {
  /** Milliseconds since the epoch; dates count from midnight UTC. */
  startOf(item: T): number;
  /** What tells those that start together apart. */
  idOf(item: T): string;
}

export const EVENTS_BY_START: StartOrder<CalendarEvent> = {
  startOf: ({ start }) => orderOf(start),
  // Ids of mailboxes are all equally long, so this is the order of mailboxes and then of events.
  idOf: ({ mailboxId, graphId }) => mailboxId + graphId,
};

export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
