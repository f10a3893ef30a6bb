import type { OpenMailbox } from "../../mailboxes/mailbox-access.js";
import type { CalendarEvent } from "../event.model.js";

/** A calendar that may be asked; without `calendarGraphId` the mailbox's default one. */
export interface ViewPlace {
  readonly mailbox: Pick<OpenMailbox, "id" | "connection" | "graphUser"> & Partial<Pick<OpenMailbox, "fallbackZone">>;
  readonly calendarGraphId: string | null;
}

/** The events of a window, by start and then by id. */
export interface CalendarView {
  readonly events: readonly CalendarEvent[];
  /** When Microsoft was asked: no change made before is missing. */
  readonly asOf: Date;
}

/** What has to hear of changes, so that nothing from before them is answered. */
export interface ViewForgetter {
  /** What is known of a connection's mailboxes is worth nothing any more; without one, of all. */
  forget(connectionId?: string): Promise<void>;
}

/** What one answer says nothing about another's: the connection and its credential, the mailbox as row and as Graph's, the calendar. */
export function placeKey({ mailbox, calendarGraphId }: ViewPlace): string {
  const { id, connection, graphUser } = mailbox;
  return JSON.stringify([connection.id, connection.identity ?? "", id, graphUser, calendarGraphId]);
}
