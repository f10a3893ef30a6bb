import type { EventVisibility } from "../visibility/visibility-rule.js";
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

/** Kinds of places, in Microsoft's words. */
export const LOCATION_TYPES = [
  "DEFAULT",
  "CONFERENCE_ROOM",
  "HOME_ADDRESS",
  "BUSINESS_ADDRESS",
  "GEO_COORDINATES",
  "STREET_ADDRESS",
  "HOTEL",
  "RESTAURANT",
  "LOCAL_BUSINESS",
  "POSTAL_ADDRESS",
  "UNKNOWN",
] as const;
export type LocationType = (typeof LOCATION_TYPES)[number];

export const ONLINE_MEETING_PROVIDERS = [
  "TEAMS_FOR_BUSINESS",
  "SKYPE_FOR_BUSINESS",
  "SKYPE_FOR_CONSUMER",
  "UNKNOWN",
] as const;
export type OnlineMeetingProvider = (typeof ONLINE_MEETING_PROVIDERS)[number];

export const PHONE_TYPES = [
  "HOME",
  "BUSINESS",
  "MOBILE",
  "OTHER",
  "ASSISTANT",
  "HOME_FAX",
  "BUSINESS_FAX",
  "OTHER_FAX",
  "PAGER",
  "RADIO",
  "UNKNOWN",
] as const;
export type PhoneType = (typeof PHONE_TYPES)[number];

/** Where the zone of a time came from, in the order in which it is looked for; see `zoneOfBound`. */
export const TIME_ZONE_SOURCES = ["EVENT", "EVENT_OFFSET", "OTHER_BOUND", "MAILBOX", "FALLBACK_UTC"] as const;
export type TimeZoneSource = (typeof TIME_ZONE_SOURCES)[number];

export type EventTime =
  | { readonly kind: "AllDay"; readonly date: string }
  | {
      readonly kind: "Timed";
      readonly instant: Date;
      readonly timeZone: string;
      readonly timeZoneSource: TimeZoneSource;
    };

export type TimedBound = Extract<EventTime, { kind: "Timed" }>;

export interface Person {
  readonly name: string | null;
  readonly address: string | null;
}

/** Another time that an attendee would like. */
export interface ProposedTime {
  readonly start: TimedBound;
  readonly end: TimedBound;
}

export interface Attendee extends Person {
  readonly type: AttendeeType;
  readonly response: ResponseStatus;
  readonly respondedAt: Date | null;
  readonly proposedTime: ProposedTime | null;
}

export interface PhysicalAddress {
  readonly street: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
  readonly countryOrRegion: string | null;
}

/** Degrees; altitude and accuracies in metres. */
export interface GeoCoordinates {
  readonly latitude: number;
  readonly longitude: number;
  readonly altitude: number | null;
  readonly accuracy: number | null;
  readonly altitudeAccuracy: number | null;
}

export interface EventLocation {
  readonly displayName: string | null;
  readonly emailAddress: string | null;
  readonly uri: string | null;
  readonly type: LocationType;
  readonly address: PhysicalAddress | null;
  readonly coordinates: GeoCoordinates | null;
  readonly uniqueId: string | null;
}

export interface Reminder {
  readonly isOn: boolean;
  readonly minutesBefore: number | null;
}

export interface OnlineMeeting {
  readonly provider: OnlineMeetingProvider;
  readonly joinUrl: string | null;
  readonly conferenceId: string | null;
  readonly tollNumber: string | null;
  readonly tollFreeNumbers: readonly string[];
  readonly quickDial: string | null;
  readonly phones: readonly { readonly number: string | null; readonly type: PhoneType }[];
}

export interface EventBody {
  readonly contentType: BodyType;
  readonly content: string;
}

/** One entry of an event's extended data. */
export interface ExtendedDatum {
  readonly key: string;
  readonly value: string;
}

/**
 * One event of a mailbox. Members that a reader did not ask for are absent, so a caller reads only what it selected.
 * `start` and `end` are always there: lists are ordered by them.
 */
export interface CalendarEvent {
  readonly kind: "Event";
  /** How much of it this copy shows. As mapped it is FULL; only `services/visibility` makes less of it. */
  readonly visibility: EventVisibility;
  readonly mailboxId: string;
  readonly graphId: string;
  readonly version: string;
  readonly start: EventTime;
  /** Exclusive: an all-day event of one day ends on the next. */
  readonly end: EventTime;
  readonly isAllDay: boolean;
  readonly subject?: string | null;
  readonly bodyPreview?: string | null;
  readonly body?: EventBody | null;
  readonly location?: EventLocation | null;
  readonly locations?: readonly EventLocation[];
  readonly organizer?: Person | null;
  readonly attendees?: readonly Attendee[];
  readonly showAs?: ShowAs;
  readonly sensitivity?: Sensitivity;
  readonly importance?: Importance;
  readonly type?: EventType;
  readonly categories?: readonly string[];
  readonly isCancelled?: boolean | null;
  readonly isOrganizer?: boolean | null;
  readonly isDraft?: boolean | null;
  readonly response?: ResponseStatus;
  readonly respondedAt?: Date | null;
  readonly responseRequested?: boolean | null;
  readonly hideAttendees?: boolean | null;
  readonly allowNewTimeProposals?: boolean | null;
  readonly reminder?: Reminder | null;
  readonly createdAt?: Date | null;
  readonly changedAt?: Date | null;
  /** When an occurrence or exception would have started by its series. */
  readonly originalStart?: Date | null;
  /** The master of an occurrence or exception, by Graph's id. */
  readonly seriesMasterGraphId?: string | null;
  readonly iCalUId?: string | null;
  readonly webLink?: string | null;
  readonly isOnlineMeeting?: boolean | null;
  readonly hasAttachments?: boolean | null;
  readonly onlineMeeting?: OnlineMeeting | null;
  /** Of a series' master alone. */
  readonly recurrence?: Recurrence | null;
  /** By key. */
  readonly extendedData?: readonly ExtendedDatum[];
  /** True when the same object answers later requests too, so that what was made of it is worth keeping. */
  readonly isKept?: true;
}
