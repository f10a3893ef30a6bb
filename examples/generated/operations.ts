/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Somebody to invite. */
export type AttendeeInput = {
  /** SMTP address. */
  readonly address: string;
  /** Display name, at most 255 characters. */
  readonly name?: string | null | undefined;
  /** How they are invited. */
  readonly type?: AttendeeType;
};

/** How an attendee is invited. */
export type AttendeeType =
  /** Optional. */
  | 'OPTIONAL'
  /** Required. */
  | 'REQUIRED'
  /** A room or a thing. */
  | 'RESOURCE'
  /** A value that Microsoft added later. */
  | 'UNKNOWN';

/** The format of a body. */
export type BodyType =
  /** HTML as Microsoft stores it. It is not sanitised: do not put it into a page as it is. */
  | 'HTML'
  /** Plain text. */
  | 'TEXT'
  /** A value that Microsoft added later. */
  | 'UNKNOWN';

/** A meeting to call off. */
export type CancelEventInput = {
  /** True: also where Microsoft mails more people than the gateway allows without a word. Default: false. */
  readonly allowManyRecipients?: boolean | null | undefined;
  /** True: also a meeting that is over, although its attendees are mailed; a series is over with its last occurrence. Default: false. */
  readonly allowPast?: boolean | null | undefined;
  /** What attendees are told, at most 10,000 characters. */
  readonly comment?: string | null | undefined;
  /** True: nothing is written and nobody is mailed; the payload has a `preview` of what would be. Microsoft's mails about a meeting cannot be suppressed otherwise. Default: false. */
  readonly dryRun?: boolean | null | undefined;
  /** The `version` that the caller has seen. If the event changed since, nothing is done and a ConflictError tells. */
  readonly expectedVersion?: string | null | undefined;
  /** Which event; of a series also an occurrence. */
  readonly id: string | number;
  /** A text of your own, such as a random UUID, that makes this write safe to repeat: the same key with the same input answers the first outcome again, for a day, without asking Microsoft. At most 255 signs of ASCII without spaces. Another input is refused. The header `Idempotency-Key` does the same for a request with one mutation. */
  readonly idempotencyKey?: string | null | undefined;
  /** How much of a series. */
  readonly scope?: MeetingScope;
};

/** A new event. Microsoft mails an invitation to every attendee, which nobody can suppress; without attendees nobody is mailed. */
export type CreateEventInput = {
  /** True: also where Microsoft mails more people than the gateway allows without a word. Default: false. */
  readonly allowManyRecipients?: boolean | null | undefined;
  /** Whether attendees may propose another time. Default: true. It is chosen now: Microsoft documents no way to change it later. */
  readonly allowNewTimeProposals?: boolean | null | undefined;
  /** True: also a meeting that is over, although its attendees are mailed; a series is over with its last occurrence. Default: false. */
  readonly allowPast?: boolean | null | undefined;
  /** Who is invited, at most 500. */
  readonly attendees?: ReadonlyArray<AttendeeInput> | null | undefined;
  /** Its text. */
  readonly body?: EventBodyInput | null | undefined;
  /** A calendar of that mailbox. Default: its default calendar. */
  readonly calendarId?: string | number | null | undefined;
  /** Names of its categories, at most 50. */
  readonly categories?: ReadonlyArray<string> | null | undefined;
  /** True: nothing is written and nobody is mailed; the payload has a `preview` of what would be. Microsoft's mails about a meeting cannot be suppressed otherwise. Default: false. */
  readonly dryRun?: boolean | null | undefined;
  /** When it ends, exclusive; of the same kind as `start`. */
  readonly end: EventTimeInput;
  /** Entries to set or to remove, at most 50; entries that are not named stay as they are. */
  readonly extendedData?: ReadonlyArray<ExtendedDatumInput> | null | undefined;
  /** Whether each attendee sees only themselves. Default: false. */
  readonly hideAttendees?: boolean | null | undefined;
  /** A text of your own, such as a random UUID, that makes this write safe to repeat: the same key with the same input answers the first outcome again, for a day, without asking Microsoft. At most 255 signs of ASCII without spaces. Another input is refused. The header `Idempotency-Key` does the same for a request with one mutation. */
  readonly idempotencyKey?: string | null | undefined;
  /** How important it is. Default: NORMAL. */
  readonly importance?: Importance | null | undefined;
  /** Where it takes place, at most 255 characters. */
  readonly location?: string | null | undefined;
  /** All places, the most important first, at most 20; in place of `location`. An empty list removes them. */
  readonly locations?: ReadonlyArray<LocationInput> | null | undefined;
  /** The mailbox to write to. */
  readonly mailboxId: string | number;
  /** Makes it an online meeting, which cannot be undone. The answer waits a few seconds for the join link. Where the calendar does not allow it, an OnlineMeetingUnavailableError says what it allows. */
  readonly onlineMeeting?: OnlineMeetingInput | null | undefined;
  /** Makes a series of it, from `start` on. */
  readonly recurrence?: RecurrenceInput | null | undefined;
  /** The reminder of this mailbox; null turns it off. Microsoft's default: 15 minutes before the start. */
  readonly reminder?: ReminderInput | null | undefined;
  /** Whether attendees are asked for an answer. Default: true. */
  readonly responseRequested?: boolean | null | undefined;
  /** How confidential it is. Default: NORMAL. */
  readonly sensitivity?: Sensitivity | null | undefined;
  /** What others see of the time. Microsoft's default: BUSY. */
  readonly showAs?: ShowAs | null | undefined;
  /** When it starts. */
  readonly start: EventTimeInput;
  /** Its title, at most 255 characters. */
  readonly subject: string;
};

/** A day of the week. */
export type DayOfWeek =
  /** Friday. */
  | 'FRIDAY'
  /** Monday. */
  | 'MONDAY'
  /** Saturday. */
  | 'SATURDAY'
  /** Sunday. */
  | 'SUNDAY'
  /** Thursday. */
  | 'THURSDAY'
  /** Tuesday. */
  | 'TUESDAY'
  /** A value that Microsoft added later. */
  | 'UNKNOWN'
  /** Wednesday. */
  | 'WEDNESDAY';

/** The event to delete. When its organizer deletes a meeting, Microsoft mails a cancellation; when an attendee does, nobody is told. */
export type DeleteEventInput = {
  /** True: also where Microsoft mails more people than the gateway allows without a word. Default: false. */
  readonly allowManyRecipients?: boolean | null | undefined;
  /** True: also a meeting that is over, although its attendees are mailed; a series is over with its last occurrence. Default: false. */
  readonly allowPast?: boolean | null | undefined;
  /** True: nothing is written and nobody is mailed; the payload has a `preview` of what would be. Microsoft's mails about a meeting cannot be suppressed otherwise. Default: false. */
  readonly dryRun?: boolean | null | undefined;
  /** The `version` that is to be deleted; another one is left alone. */
  readonly expectedVersion?: string | null | undefined;
  /** Which event. */
  readonly id: string | number;
  /** A text of your own, such as a random UUID, that makes this write safe to repeat: the same key with the same input answers the first outcome again, for a day, without asking Microsoft. At most 255 signs of ASCII without spaces. Another input is refused. The header `Idempotency-Key` does the same for a request with one mutation. */
  readonly idempotencyKey?: string | null | undefined;
  /** How much of a series it concerns. Default: what `id` names, which is one occurrence (THIS) or the series (ALL). */
  readonly scope?: EventScope | null | undefined;
};

/** The text of an event. */
export type EventBodyInput = {
  /** The text in that format, at most 100,000 characters. */
  readonly content: string;
  /** Its format. */
  readonly contentType?: BodyType;
};

/** How much of a series a change concerns. */
export type EventScope =
  /** The whole series, changed once at its master. */
  | 'ALL'
  /** This occurrence alone. */
  | 'THIS'
  /** This occurrence and all later ones. The series is ended before it and a new one begins with it: attendees get an update of the old series and an invitation to the new one. */
  | 'THIS_AND_FOLLOWING';

/** A bound of an event: either `date` for an event that lasts whole days, or `dateTime` with its `timeZone`. */
export type EventTimeInput = {
  /** The date. As an end it is exclusive. */
  readonly date?: string | null | undefined;
  /** The wall-clock time in `timeZone`. */
  readonly dateTime?: string | null | undefined;
  /** The zone of `dateTime`: an IANA or Windows name. */
  readonly timeZone?: string | null | undefined;
};

/** An entry of an event's extended data. */
export type ExtendedDatumInput = {
  /** Its name: 1 to 64 Latin letters, digits and underscores, not beginning with a digit. */
  readonly key: string;
  /** Its value, at most 2,000 characters; null or left out removes the entry. */
  readonly value?: string | null | undefined;
};

/** A point on the map. */
export type GeoCoordinatesInput = {
  /** How exact latitude and longitude are, in metres. */
  readonly accuracy?: number | null | undefined;
  /** Metres above sea level. */
  readonly altitude?: number | null | undefined;
  /** How exact the altitude is, in metres. */
  readonly altitudeAccuracy?: number | null | undefined;
  /** Degrees north, from -90 to 90. */
  readonly latitude: number;
  /** Degrees east, from -180 to 180. */
  readonly longitude: number;
};

/** How important an event is. */
export type Importance =
  /** High. */
  | 'HIGH'
  /** Low. */
  | 'LOW'
  /** Normal. */
  | 'NORMAL'
  /** A value that Microsoft added later. */
  | 'UNKNOWN';

/** Where an event takes place. */
export type LocationInput = {
  /** Its address. */
  readonly address?: PhysicalAddressInput | null | undefined;
  /** Where it is on the map. */
  readonly coordinates?: GeoCoordinatesInput | null | undefined;
  /** As people read it, at most 255 characters. */
  readonly displayName: string;
  /** SMTP address of a room. It invites nobody: a room is booked by inviting it as a RESOURCE. */
  readonly emailAddress?: string | null | undefined;
  /** What kind of place it is. Default: DEFAULT. */
  readonly type?: LocationType | null | undefined;
  /** An address of the place for machines. */
  readonly uri?: string | null | undefined;
};

/** What kind of place it is. */
export type LocationType =
  /** An office. */
  | 'BUSINESS_ADDRESS'
  /** A room of the organization. */
  | 'CONFERENCE_ROOM'
  /** Nothing more is known than its name. */
  | 'DEFAULT'
  /** A point on the map. */
  | 'GEO_COORDINATES'
  /** A home. */
  | 'HOME_ADDRESS'
  /** A hotel. */
  | 'HOTEL'
  /** A shop or another business. */
  | 'LOCAL_BUSINESS'
  /** A postal address. */
  | 'POSTAL_ADDRESS'
  /** A restaurant. */
  | 'RESTAURANT'
  /** A street address. */
  | 'STREET_ADDRESS'
  /** A value that Microsoft added later. */
  | 'UNKNOWN';

/** What an action on a meeting concerns where the meeting is one of a series. */
export type MeetingScope =
  /** The whole series that the named event belongs to; the event itself where it belongs to none. */
  | 'SERIES'
  /** The event that is named: one occurrence, or with a series' own id the whole series. */
  | 'THIS';

/** An online meeting to make with an event. */
export type OnlineMeetingInput = {
  /** Who is to hold it. Default: what the calendar is set to. */
  readonly provider?: OnlineMeetingProvider | null | undefined;
};

/** Who holds an online meeting. */
export type OnlineMeetingProvider =
  /** Skype for Business. */
  | 'SKYPE_FOR_BUSINESS'
  /** Skype. */
  | 'SKYPE_FOR_CONSUMER'
  /** Microsoft Teams with a work or school account. */
  | 'TEAMS_FOR_BUSINESS'
  /** A value that Microsoft added later. */
  | 'UNKNOWN';

/** An address for people and mail. */
export type PhysicalAddressInput = {
  /** City. */
  readonly city?: string | null | undefined;
  /** Country or region. */
  readonly countryOrRegion?: string | null | undefined;
  /** Postal code. */
  readonly postalCode?: string | null | undefined;
  /** State, province or the like. */
  readonly state?: string | null | undefined;
  /** Street and number. */
  readonly street?: string | null | undefined;
};

/** When a series takes place: either `rrule`, or `pattern` with `range`. What Microsoft cannot keep of RFC 5545 is refused by name. */
export type RecurrenceInput = {
  /** How it repeats, in Microsoft's structure. */
  readonly pattern?: RecurrencePatternInput | null | undefined;
  /** For how long it repeats. */
  readonly range?: RecurrenceRangeInput | null | undefined;
  /** The value of an RRULE property (RFC 5545), such as `FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261231T090000Z`. The event's start must be its first date. */
  readonly rrule?: string | null | undefined;
};

/** How a series repeats. Fields that the type does not use must be left out. */
export type RecurrencePatternInput = {
  /** 1 to 31, for both ABSOLUTE types; in shorter months the last day. */
  readonly dayOfMonth?: number | null | undefined;
  /** For WEEKLY and both RELATIVE types. */
  readonly daysOfWeek?: ReadonlyArray<DayOfWeek> | null | undefined;
  /** For WEEKLY. Default: SUNDAY. */
  readonly firstDayOfWeek?: DayOfWeek | null | undefined;
  /** For both RELATIVE types. Default: FIRST. */
  readonly index?: WeekIndex | null | undefined;
  /** Every how many days, weeks, months or years; at most 999. */
  readonly interval?: number;
  /** 1 to 12, for both types of years. */
  readonly month?: number | null | undefined;
  /** Its shape. */
  readonly type: RecurrencePatternType;
};

/** How a series repeats. Other shapes cannot be kept by Microsoft. */
export type RecurrencePatternType =
  /** Every `interval` months on `dayOfMonth`, or on the month's last day where it is shorter. */
  | 'ABSOLUTE_MONTHLY'
  /** Every `interval` years on `dayOfMonth` of `month`. */
  | 'ABSOLUTE_YEARLY'
  /** Every `interval` days. */
  | 'DAILY'
  /** Every `interval` months on the `index`th day that is one of `daysOfWeek`. */
  | 'RELATIVE_MONTHLY'
  /** Every `interval` years on the `index`th day of `month` that is one of `daysOfWeek`. */
  | 'RELATIVE_YEARLY'
  /** A value that Microsoft added later. */
  | 'UNKNOWN'
  /** Every `interval` weeks on `daysOfWeek`. */
  | 'WEEKLY';

/** For how long a series repeats. */
export type RecurrenceRangeInput = {
  /** For END_DATE: no occurrence starts after it. */
  readonly endDate?: string | null | undefined;
  /** For NUMBERED: how many occurrences, at most 9,999. */
  readonly numberOfOccurrences?: number | null | undefined;
  /** Whose clock it follows. Default: the event's zone. */
  readonly recurrenceTimeZone?: string | null | undefined;
  /** The date of the event's start; no other is taken, so it may be left out. */
  readonly startDate?: string | null | undefined;
  /** How it ends. */
  readonly type: RecurrenceRangeType;
};

/** How long a series repeats. */
export type RecurrenceRangeType =
  /** Its last occurrence is on `endDate` or before it. */
  | 'END_DATE'
  /** It has no end. */
  | 'NO_END'
  /** It has `numberOfOccurrences`, those counted that were removed. */
  | 'NUMBERED'
  /** A value that Microsoft added later. */
  | 'UNKNOWN';

/** When a mailbox reminds of an event. */
export type ReminderInput = {
  /** Whether it reminds. */
  readonly isOn?: boolean;
  /** Minutes before the start, at most 525,600 (a year). Default: as it was, or Microsoft's own, 15. */
  readonly minutesBefore?: number | null | undefined;
};

/** An answer to an invitation. */
export type ResponseStatus =
  /** Accepted. */
  | 'ACCEPTED'
  /** Declined. */
  | 'DECLINED'
  /** No answer yet. */
  | 'NOT_RESPONDED'
  /** The organizer, who needs no answer. */
  | 'ORGANIZER'
  /** Tentatively accepted. */
  | 'TENTATIVELY_ACCEPTED'
  /** A value that Microsoft added later. */
  | 'UNKNOWN';

/** How confidential an event is. */
export type Sensitivity =
  /** Confidential. */
  | 'CONFIDENTIAL'
  /** Normal. */
  | 'NORMAL'
  /** Personal. */
  | 'PERSONAL'
  /** Private: Outlook shows others only that the time is taken. */
  | 'PRIVATE'
  /** A value that Microsoft added later. */
  | 'UNKNOWN';

/** What others see of the time. */
export type ShowAs =
  /** Busy. */
  | 'BUSY'
  /** Free. */
  | 'FREE'
  /** Out of office. */
  | 'OUT_OF_OFFICE'
  /** Tentative. */
  | 'TENTATIVE'
  /** A value that Microsoft added later. */
  | 'UNKNOWN'
  /** Working elsewhere. */
  | 'WORKING_ELSEWHERE';

/** Changes to an event. Fields left out stay as they are. When it has attendees, Microsoft mails them an update, which nobody can suppress. */
export type UpdateEventInput = {
  /** True: also where Microsoft mails more people than the gateway allows without a word. Default: false. */
  readonly allowManyRecipients?: boolean | null | undefined;
  /** True: also a meeting that is over, although its attendees are mailed; a series is over with its last occurrence. Default: false. */
  readonly allowPast?: boolean | null | undefined;
  /** New text. In an online meeting the block with the join link is kept, and a TEXT becomes HTML around it; where the block cannot be found with certainty, nothing is written. */
  readonly body?: EventBodyInput | null | undefined;
  /** Names of its categories, at most 50; replaces the former list. */
  readonly categories?: ReadonlyArray<string> | null | undefined;
  /** True: nothing is written and nobody is mailed; the payload has a `preview` of what would be. Microsoft's mails about a meeting cannot be suppressed otherwise. Default: false. */
  readonly dryRun?: boolean | null | undefined;
  /** New end; needs `start` too. */
  readonly end?: EventTimeInput | null | undefined;
  /** The `version` that the change is based on. If the event changed since, nothing is written and a ConflictError tells. */
  readonly expectedVersion?: string | null | undefined;
  /** Entries to set or to remove, at most 50; entries that are not named stay as they are. */
  readonly extendedData?: ReadonlyArray<ExtendedDatumInput> | null | undefined;
  /** Whether each attendee sees only themselves. Default: false. */
  readonly hideAttendees?: boolean | null | undefined;
  /** Which event. */
  readonly id: string | number;
  /** A text of your own, such as a random UUID, that makes this write safe to repeat: the same key with the same input answers the first outcome again, for a day, without asking Microsoft. At most 255 signs of ASCII without spaces. Another input is refused. The header `Idempotency-Key` does the same for a request with one mutation. */
  readonly idempotencyKey?: string | null | undefined;
  /** How important it is. */
  readonly importance?: Importance | null | undefined;
  /** New location. */
  readonly location?: string | null | undefined;
  /** All places, the most important first, at most 20; in place of `location`. An empty list removes them. */
  readonly locations?: ReadonlyArray<LocationInput> | null | undefined;
  /** Makes it an online meeting, which cannot be undone. The answer waits a few seconds for the join link. Where the calendar does not allow it, an OnlineMeetingUnavailableError says what it allows. */
  readonly onlineMeeting?: OnlineMeetingInput | null | undefined;
  /** New recurrence of a series, or of a single event that becomes one. Null makes a series a single event. */
  readonly recurrence?: RecurrenceInput | null | undefined;
  /** The reminder of this mailbox; null turns it off. Microsoft's default: 15 minutes before the start. */
  readonly reminder?: ReminderInput | null | undefined;
  /** Whether attendees are asked for an answer. Default: true. */
  readonly responseRequested?: boolean | null | undefined;
  /** How much of a series it concerns. Default: what `id` names, which is one occurrence (THIS) or the series (ALL). */
  readonly scope?: EventScope | null | undefined;
  /** How confidential it is. */
  readonly sensitivity?: Sensitivity | null | undefined;
  /** What others see of the time. */
  readonly showAs?: ShowAs | null | undefined;
  /** New start; needs `end` too. */
  readonly start?: EventTimeInput | null | undefined;
  /** New title. */
  readonly subject?: string | null | undefined;
};

/** Which of a month's matching days. */
export type WeekIndex =
  /** The first. */
  | 'FIRST'
  /** The fourth. */
  | 'FOURTH'
  /** The last, which may be the fourth or the fifth. */
  | 'LAST'
  /** The second. */
  | 'SECOND'
  /** The third. */
  | 'THIRD'
  /** A value that Microsoft added later. */
  | 'UNKNOWN';

export type MirroredHolidaysQueryVariables = Exact<{
  mailboxId: string | number;
  start: string;
  end: string;
  key: string;
  first: number;
  after?: string | null | undefined;
}>;


export type MirroredHolidaysQuery = { readonly mailbox: { readonly calendarView: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly version: string, readonly subject: string | null, readonly start:
          | { readonly date: string }
          | Record<PropertyKey, never>
        , readonly end:
          | { readonly date: string }
          | Record<PropertyKey, never>
        , readonly extendedData: ReadonlyArray<{ readonly value: string }> | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type HolidayDateFragment = { readonly date: string };

export type AddHolidayMutationVariables = Exact<{
  input: CreateEventInput;
}>;


export type AddHolidayMutation = { readonly createEvent: { readonly event: { readonly id: string } | null, readonly errors: ReadonlyArray<
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type ChangeHolidayMutationVariables = Exact<{
  input: UpdateEventInput;
}>;


export type ChangeHolidayMutation = { readonly updateEvent: { readonly event: { readonly id: string } | null, readonly errors: ReadonlyArray<
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type RemoveHolidayMutationVariables = Exact<{
  input: DeleteEventInput;
}>;


export type RemoveHolidayMutation = { readonly deleteEvent: { readonly deletedId: string | null, readonly errors: ReadonlyArray<
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type MailboxOfAddressQueryVariables = Exact<{
  address: string;
}>;


export type MailboxOfAddressQuery = { readonly organization: { readonly mailboxes: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly address: string, readonly connection: { readonly id: string } | null }> } | null } | null };

export type AllMailboxesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type AllMailboxesQuery = { readonly organization: { readonly mailboxes: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly address: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type FreeRoomsQueryVariables = Exact<{
  connectionId: string | number;
  minCapacity?: number | null | undefined;
  start: string;
  end: string;
  first: number;
  after?: string | null | undefined;
}>;


export type FreeRoomsQuery = { readonly connection: { readonly rooms: { readonly nodes: ReadonlyArray<{ readonly displayName: string | null, readonly address: string | null, readonly capacity: number | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type RoomTimesQueryVariables = Exact<{
  connectionId: string | number;
  minCapacity?: number | null | undefined;
  start: string;
  end: string;
  first: number;
  after?: string | null | undefined;
}>;


export type RoomTimesQuery = { readonly connection: { readonly rooms: { readonly nodes: ReadonlyArray<{ readonly displayName: string | null, readonly address: string | null, readonly capacity: number | null, readonly schedule: { readonly busy: ReadonlyArray<{ readonly start: string, readonly end: string }>, readonly error: { readonly message: string } | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type BookableRoomFragment = { readonly displayName: string | null, readonly address: string | null, readonly capacity: number | null };

export type BookMutationVariables = Exact<{
  input: CreateEventInput;
}>;


export type BookMutation = { readonly createEvent: { readonly event: { readonly id: string } | null, readonly errors: ReadonlyArray<
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type RoomAnswerQueryVariables = Exact<{
  id: string | number;
}>;


export type RoomAnswerQuery = { readonly node:
    | { readonly attendees: ReadonlyArray<{ readonly address: string | null, readonly response: ResponseStatus }> | null }
    | Record<PropertyKey, never>
   | null };

export type CallOffMutationVariables = Exact<{
  input: CancelEventInput;
}>;


export type CallOffMutation = { readonly cancelEvent: { readonly cancelledId: string | null, readonly errors: ReadonlyArray<
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type WeekOfTeamQueryVariables = Exact<{
  start: string;
  end: string;
  timeZone: string;
  mailboxIds?: ReadonlyArray<string | number> | string | number | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type WeekOfTeamQuery = { readonly organization: { readonly name: string, readonly meetings: { readonly nodes: ReadonlyArray<{ readonly subject: string | null, readonly isAllDay: boolean, readonly start:
          | { readonly date: string }
          | { readonly local: string | null }
        , readonly end:
          | { readonly date: string }
          | { readonly local: string | null }
        , readonly copies: ReadonlyArray<{ readonly mailbox: { readonly displayName: string | null, readonly address: string } | null, readonly event: { readonly response: ResponseStatus | null } }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly problems: ReadonlyArray<{ readonly message: string, readonly mailbox: { readonly address: string } }> } | null } | null };

type WallTime_AllDay_Fragment = { readonly date: string };

type WallTime_Timed_Fragment = { readonly local: string | null };

export type WallTimeFragment =
  | WallTime_AllDay_Fragment
  | WallTime_Timed_Fragment
;

export const HolidayDateFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HolidayDate"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AllDay"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}}]}}]}}]} as unknown as DocumentNode<HolidayDateFragment, unknown>;
export const BookableRoomFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BookableRoom"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Room"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}}]}}]} as unknown as DocumentNode<BookableRoomFragment, unknown>;
export const WallTimeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WallTime"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AllDay"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Timed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"local"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"timeZone"},"value":{"kind":"Variable","name":{"kind":"Name","value":"timeZone"}}}]}]}}]}}]} as unknown as DocumentNode<WallTimeFragment, unknown>;
export const MirroredHolidaysDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MirroredHolidays"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mailboxId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"start"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"end"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailbox"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mailboxId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"calendarView"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"start"},"value":{"kind":"Variable","name":{"kind":"Name","value":"start"}}},{"kind":"Argument","name":{"kind":"Name","value":"end"},"value":{"kind":"Variable","name":{"kind":"Name","value":"end"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"start"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HolidayDate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"end"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HolidayDate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"extendedData"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HolidayDate"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AllDay"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}}]}}]}}]} as unknown as DocumentNode<MirroredHolidaysQuery, MirroredHolidaysQueryVariables>;
export const AddHolidayDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddHoliday"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateEventInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createEvent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<AddHolidayMutation, AddHolidayMutationVariables>;
export const ChangeHolidayDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeHoliday"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateEventInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateEvent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ChangeHolidayMutation, ChangeHolidayMutationVariables>;
export const RemoveHolidayDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveHoliday"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteEventInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteEvent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedId"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RemoveHolidayMutation, RemoveHolidayMutationVariables>;
export const MailboxOfAddressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MailboxOfAddress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"address"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailboxes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"address"},"value":{"kind":"Variable","name":{"kind":"Name","value":"address"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"connection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MailboxOfAddressQuery, MailboxOfAddressQueryVariables>;
export const AllMailboxesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AllMailboxes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailboxes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"address"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AllMailboxesQuery, AllMailboxesQueryVariables>;
export const FreeRoomsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FreeRooms"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"connectionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"minCapacity"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"start"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"end"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"connectionId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rooms"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"minCapacity"},"value":{"kind":"Variable","name":{"kind":"Name","value":"minCapacity"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"freeDuring"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"start"},"value":{"kind":"Variable","name":{"kind":"Name","value":"start"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"end"},"value":{"kind":"Variable","name":{"kind":"Name","value":"end"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BookableRoom"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BookableRoom"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Room"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}}]}}]} as unknown as DocumentNode<FreeRoomsQuery, FreeRoomsQueryVariables>;
export const RoomTimesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RoomTimes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"connectionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"minCapacity"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"start"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"end"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"connectionId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rooms"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"minCapacity"},"value":{"kind":"Variable","name":{"kind":"Name","value":"minCapacity"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BookableRoom"}},{"kind":"Field","name":{"kind":"Name","value":"schedule"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"start"},"value":{"kind":"Variable","name":{"kind":"Name","value":"start"}}},{"kind":"Argument","name":{"kind":"Name","value":"end"},"value":{"kind":"Variable","name":{"kind":"Name","value":"end"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"busy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}}]}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BookableRoom"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Room"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}}]}}]} as unknown as DocumentNode<RoomTimesQuery, RoomTimesQueryVariables>;
export const BookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Book"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateEventInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createEvent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<BookMutation, BookMutationVariables>;
export const RoomAnswerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RoomAnswer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Event"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"attendees"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"response"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RoomAnswerQuery, RoomAnswerQueryVariables>;
export const CallOffDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CallOff"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelEventInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelEvent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelledId"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CallOffMutation, CallOffMutationVariables>;
export const WeekOfTeamDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WeekOfTeam"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"start"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"end"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"timeZone"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TimeZone"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mailboxIds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"meetings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"start"},"value":{"kind":"Variable","name":{"kind":"Name","value":"start"}}},{"kind":"Argument","name":{"kind":"Name","value":"end"},"value":{"kind":"Variable","name":{"kind":"Name","value":"end"}}},{"kind":"Argument","name":{"kind":"Name","value":"mailboxIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mailboxIds"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"isCancelled"},"value":{"kind":"BooleanValue","value":false}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"isAllDay"}},{"kind":"Field","name":{"kind":"Name","value":"start"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WallTime"}}]}},{"kind":"Field","name":{"kind":"Name","value":"end"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WallTime"}}]}},{"kind":"Field","name":{"kind":"Name","value":"copies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailbox"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"address"}}]}},{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"response"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailbox"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}}]}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WallTime"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AllDay"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Timed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"local"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"timeZone"},"value":{"kind":"Variable","name":{"kind":"Name","value":"timeZone"}}}]}]}}]}}]} as unknown as DocumentNode<WeekOfTeamQuery, WeekOfTeamQueryVariables>;