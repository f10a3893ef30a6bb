import type { Recurrence } from "./series/recurrence.model.js";

/** Upstream enums end in UNKNOWN: a value that Microsoft adds later must not break an answer. */
export const EVENT_TYPES = ["SINGLE_INSTANCE", "OCCURRENCE", "EXCEPTION", "SERIES_MASTER", "UNKNOWN"] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const SHOW_AS = ["FREE", "TENTATIVE", "BUSY", "OUT_OF_OFFICE", "WORKING_ELSEWHERE", "UNKNOWN"] as const;
export type ShowAs = (typeof SHOW_AS)[number];

export const SENSITIVITIES = ["NORMAL", "PERSONAL", "PRIVATE", "CONFIDENTIAL", "UNKNOWN"] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

export const IMPORTANCES = ["LOW", "NORMAL", "HIGH", "UNKNOWN"] as const;
export type Importance = (typeof IMPORTANCES)[number];

export const ATTENDEE_TYPES = ["REQUIRED", "OPTIONAL", "RESOURCE", "UNKNOWN"] as const;
export type AttendeeType = (typeof ATTENDEE_TYPES)[number];

/** Graph's `none` and `notResponded` both say that there is no answer yet, seen from different mailboxes. */
export const RESPONSES = [
  "NOT_RESPONDED",
  "ORGANIZER",
  "TENTATIVELY_ACCEPTED",
  "ACCEPTED",
  "DECLINED",
  "UNKNOWN",
] as const;
export type ResponseStatus = (typeof RESPONSES)[number];

export const BODY_TYPES = ["TEXT", "HTML", "UNKNOWN"] as const;
export type BodyType = (typeof BODY_TYPES)[number];

/** Where the zone of a time came from: named by Microsoft, or UTC because the name could not be understood. */
export const TIME_ZONE_SOURCES = ["EVENT", "FALLBACK_UTC"] as const;
export type TimeZoneSource = (typeof TIME_ZONE_SOURCES)[number];

export type EventTime =
  | { readonly kind: "AllDay"; readonly date: string }
  | {
      readonly kind: "Timed";
      readonly instant: Date;
      readonly timeZone: string;
      readonly timeZoneSource: TimeZoneSource;
    };

export interface Person {
  readonly name: string | null;
  readonly address: string | null;
}

export interface Attendee extends Person {
  readonly type: AttendeeType;
  readonly response: ResponseStatus;
}

/**
 * One event of a mailbox. Members that a reader did not ask for are absent, so a caller reads only what it selected.
 * `start` and `end` are always there: lists are ordered by them.
 */
export interface CalendarEvent {
  readonly kind: "Event";
  readonly mailboxId: string;
  readonly graphId: string;
  readonly version: string;
  readonly start: EventTime;
  /** Exclusive: an all-day event of one day ends on the next. */
  readonly end: EventTime;
  readonly isAllDay: boolean;
  readonly subject?: string | null;
  readonly bodyPreview?: string | null;
  readonly body?: { readonly contentType: BodyType; readonly content: string } | null;
  readonly location?: { readonly displayName: string | null } | null;
  readonly organizer?: Person | null;
  readonly attendees?: readonly Attendee[];
  readonly showAs?: ShowAs;
  readonly sensitivity?: Sensitivity;
  readonly importance?: Importance;
  readonly type?: EventType;
  readonly categories?: readonly string[];
  readonly isCancelled?: boolean | null;
  readonly isOrganizer?: boolean | null;
  readonly response?: ResponseStatus;
  readonly iCalUId?: string | null;
  readonly webLink?: string | null;
  readonly onlineMeeting?: { readonly joinUrl: string | null } | null;
  /** Of a series' master alone. */
  readonly recurrence?: Recurrence | null;
  /** Of an occurrence alone: when the series' rule has it, wherever it was moved since. */
  readonly originalStart?: Date | null;
  readonly seriesMasterId?: string | null;
  /** True when the same object answers later requests too, so that what was made of it is worth keeping. */
  readonly isKept?: true;
}
