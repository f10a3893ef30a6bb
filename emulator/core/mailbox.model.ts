import type { AttachmentRow } from "./event-parts.model.js";
import type {
  CalendarGroupRow,
  CategoryRow,
  MailboxSettingsRow,
  PermissionRow,
  PlaceRow,
} from "./mailbox-parts.model.js";
import type { Recurrence } from "./recurrence.js";
import type { ZonedTime } from "./zoned-time.js";

export interface EmailAddress {
  readonly name: string;
  readonly address: string;
}

/** Graph's `calendarColor`. */
export const CALENDAR_COLORS = [
  "auto",
  "lightBlue",
  "lightGreen",
  "lightOrange",
  "lightGray",
  "lightYellow",
  "lightTeal",
  "lightPink",
  "lightBrown",
  "lightRed",
  "maxColor",
] as const;
export type CalendarColor = (typeof CALENDAR_COLORS)[number];

export interface CalendarRow {
  readonly id: string;
  readonly groupId: string;
  readonly name: string;
  readonly color: CalendarColor;
  readonly changeKey: string;
  readonly isDefault: boolean;
  readonly onlineMeetingProviders: readonly string[];
  /** On a calendar that somebody else shared and the owner of this mailbox accepted: where its events are. */
  readonly sharedFrom?: SharedSource;
}

/** A calendar in another mailbox, possibly of another tenant. */
export interface SharedSource {
  readonly tenantId: string;
  readonly userId: string;
  readonly calendarId: string;
}

export const RESPONSES = ["none", "organizer", "tentativelyAccepted", "accepted", "declined", "notResponded"] as const;
export type ResponseKind = (typeof RESPONSES)[number];

export interface ResponseStatus {
  readonly response: ResponseKind;
  /** Milliseconds since the Unix epoch; undefined shows as year 1, as Outlook writes "never". */
  readonly at: number | undefined;
}

export const ATTENDEE_TYPES = ["required", "optional", "resource"] as const;

export interface AttendeeRow {
  readonly emailAddress: EmailAddress;
  readonly type: (typeof ATTENDEE_TYPES)[number];
  readonly status: ResponseStatus;
  /** Present after the attendee proposed another time, until the meeting moves. */
  readonly proposedNewTime?: TimeSlot;
}

export interface TimeSlot {
  readonly start: ZonedTime;
  readonly end: ZonedTime;
}

/** A place as it was written, already in Graph's member names. */
export type LocationRow = Readonly<Record<string, unknown>> & { readonly displayName: string };

export const IMPORTANCES = ["low", "normal", "high"] as const;
export const SENSITIVITIES = ["normal", "personal", "private", "confidential"] as const;
export const SHOW_AS = ["unknown", "free", "tentative", "busy", "oof", "workingElsewhere"] as const;
export const ONLINE_PROVIDERS = ["unknown", "skypeForBusiness", "skypeForConsumer", "teamsForBusiness"] as const;
export const BODY_TYPES = ["text", "html"] as const;

export interface OnlineMeeting {
  readonly joinUrl: string;
  readonly conferenceId: string;
}

/** A named property that an application keeps on an item. */
export interface ExtendedProperty<V> {
  readonly id: string;
  readonly value: V;
}

/** Members of an application's own on an item, under a name. */
export interface OpenExtension {
  readonly name: string;
  readonly members: Readonly<Record<string, unknown>>;
}

/** What a client writes of an event. */
export interface EventContent {
  readonly subject: string;
  readonly body: { readonly contentType: (typeof BODY_TYPES)[number]; readonly content: string };
  readonly start: ZonedTime;
  readonly end: ZonedTime;
  readonly isAllDay: boolean;
  readonly attendees: readonly AttendeeRow[];
  readonly locations: readonly LocationRow[];
  readonly categories: readonly string[];
  readonly importance: (typeof IMPORTANCES)[number];
  readonly sensitivity: (typeof SENSITIVITIES)[number];
  readonly showAs: (typeof SHOW_AS)[number];
  readonly isReminderOn: boolean;
  readonly reminderMinutesBeforeStart: number;
  readonly hideAttendees: boolean;
  readonly responseRequested: boolean;
  readonly allowNewTimeProposals: boolean;
  readonly isOnlineMeeting: boolean;
  readonly onlineMeetingProvider: (typeof ONLINE_PROVIDERS)[number];
  readonly singleValues?: readonly ExtendedProperty<string>[] | undefined;
  readonly multiValues?: readonly ExtendedProperty<readonly string[]>[] | undefined;
  readonly extensions?: readonly OpenExtension[] | undefined;
}

/** What makes an event a series: its rule, and what differs from it, by the day of the slot. */
export interface Series {
  readonly recurrence: Recurrence;
  /** Members of changed occurrences that are not the master's. */
  readonly changes: ReadonlyMap<number, Partial<EventRow>>;
  readonly cancelled: ReadonlySet<number>;
}

/** The place of an occurrence in its series. */
export interface Slot {
  readonly masterId: string;
  readonly masterImmutableId: string;
  readonly day: number;
  /** When the rule has it start, whatever was changed since; milliseconds since the Unix epoch. */
  readonly originalAt: number;
}

/** One mailbox's copy of an event. Rows are never changed in place: a write replaces the row. */
export interface EventRow extends EventContent {
  readonly id: string;
  readonly immutableId: string;
  readonly calendarId: string;
  readonly changeKey: string;
  readonly iCalUId: string;
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly transactionId: string | undefined;
  readonly type: "singleInstance" | "occurrence" | "exception" | "seriesMaster";
  readonly isCancelled: boolean;
  readonly isOrganizer: boolean;
  readonly organizer: EmailAddress;
  readonly responseStatus: ResponseStatus;
  readonly onlineMeeting: OnlineMeeting | undefined;
  /** On an attendee's copy: what the organizer chose as `showAs`, which an acceptance takes over. */
  readonly intendedShowAs?: EventContent["showAs"];
  /** What the owner did to the reminder of occurrences that start at `forStart` or earlier. */
  readonly reminderState?: ReminderState;
  readonly attachments?: readonly AttachmentRow[];
  /** On a series' master only. */
  readonly series?: Series | undefined;
  /** On an occurrence or exception only, which the mailbox holds as a part of its series. */
  readonly slot?: Slot | undefined;
}

export interface ReminderState {
  /** Start of the occurrence in milliseconds since the Unix epoch. */
  readonly forStart: number;
  /** When the reminder fires again; undefined after it was dismissed. */
  readonly snoozedUntil: number | undefined;
}

/** A user's Exchange Online mailbox, as far as calendars go. */
export interface Mailbox {
  readonly tenantId: string;
  readonly userId: string;
  readonly owner: EmailAddress;
  /** Whether its events are still to be made, which the first look at them does. */
  readonly isPending?: boolean;
  readonly purpose: "user" | "room";
  /** Windows or IANA name of the zone the owner works in. */
  timeZone: string;
  readonly defaultGroupId: string;
  defaultCalendarId: string;
  readonly calendars: Map<string, CalendarRow>;
  /** By normal id. */
  readonly events: Map<string, EventRow>;
  /** From immutable to normal id. */
  readonly eventIds: Map<string, string>;
  /** From a create's `transactionId` to the normal id of the event it made. */
  readonly transactions: Map<string, string>;
  /** What the owner set; what is absent has Exchange's defaults. */
  settings?: Partial<MailboxSettingsRow>;
  /** The master list of categories by id; absent until it was read or written. */
  categories?: Map<string, CategoryRow>;
  /** Who may do what with a calendar, by the calendar's id, besides its owner. */
  permissions?: Map<string, readonly PermissionRow[]>;
  /** Calendar groups besides the default one, by id. */
  groups?: Map<string, CalendarGroupRow>;
  /** What the directory of places knows of a room. */
  place?: PlaceRow;
}
