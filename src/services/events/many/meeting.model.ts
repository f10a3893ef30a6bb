import type { CalendarEvent } from "../event.model.js";

/** One meeting as several mailboxes have it. */
export interface Meeting {
  /** What its copies have in common and no other event has. */
  readonly identity: string;
  /** The organizer's copy where it is there, else that of the first mailbox; then by mailbox. Never empty. */
  readonly copies: readonly [CalendarEvent, ...CalendarEvent[]];
}

/** Answers to an invitation, counted. */
export interface Attendance {
  /** True when the organizer's copy told, which knows every answer; else only the listed mailboxes are counted. */
  readonly isComplete: boolean;
  readonly accepted: number;
  readonly tentativelyAccepted: number;
  readonly declined: number;
  readonly notResponded: number;
}
