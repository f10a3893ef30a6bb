import type { AttendeeRow, EventRow, ResponseStatus } from "../../core/mailbox.model.js";
import { UTC } from "../../core/time-zones.js";
import { sevenDigits, utcText, type ZonedTime, zonedFromInstant } from "../../core/zoned-time.js";
import { parseUriFailure } from "../graph-failure.js";
import { collection, complex, type EntityType, primitive, type View } from "../odata/entity-type.js";
import { renderRecurrence } from "../recurrence/recurrence.resource.js";
import { eventFilter } from "./event-filter.js";
import { bodyInForm, bodyText } from "./event-html.js";

const NEVER = "0001-01-01T00:00:00Z";
const PREVIEW_LENGTH = 255;

/** The event resource: every member of v1.0 with its value. */
export const eventType: EntityType<EventRow> = {
  members: {
    id: primitive((event, view) => (view.prefer.immutableIds ? event.immutableId : event.id)),
    createdDateTime: primitive((event) => utcText(event.createdAt, true)),
    lastModifiedDateTime: primitive((event) => utcText(event.modifiedAt, true)),
    changeKey: primitive((event) => event.changeKey),
    categories: collection((event) => event.categories),
    transactionId: primitive((event) => event.transactionId ?? null),
    originalStartTimeZone: primitive((event) => event.start.zone.name),
    originalEndTimeZone: primitive((event) => event.end.zone.name),
    iCalUId: primitive((event) => event.iCalUId),
    reminderMinutesBeforeStart: primitive((event) => event.reminderMinutesBeforeStart),
    isReminderOn: primitive((event) => event.isReminderOn),
    hasAttachments: primitive((event) => (event.attachments ?? []).some(({ isInline }) => !isInline)),
    subject: primitive((event) => event.subject),
    bodyPreview: primitive((event, view) => (view.basic ? undefined : bodyText(event.body).slice(0, PREVIEW_LENGTH))),
    importance: primitive((event) => event.importance),
    sensitivity: primitive((event) => event.sensitivity),
    isAllDay: primitive((event) => event.isAllDay),
    isCancelled: primitive((event) => event.isCancelled),
    isDraft: primitive(() => false),
    isOrganizer: primitive((event) => event.isOrganizer),
    responseRequested: primitive((event) => event.responseRequested),
    seriesMasterId: primitive(({ slot }, view) =>
      slot === undefined ? null : view.prefer.immutableIds ? slot.masterImmutableId : slot.masterId,
    ),
    originalStart: primitive(({ slot }) => slot && utcText(slot.originalAt)),
    showAs: primitive((event) => event.showAs),
    type: primitive((event) => event.type),
    webLink: primitive(
      (event) =>
        `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(event.id)}&exvsurl=1&path=/calendar/item`,
    ),
    onlineMeetingUrl: primitive(() => null),
    isOnlineMeeting: primitive((event) => event.isOnlineMeeting),
    onlineMeetingProvider: primitive((event) => event.onlineMeetingProvider),
    allowNewTimeProposals: primitive((event) => event.allowNewTimeProposals),
    hideAttendees: primitive((event) => event.hideAttendees),
    responseStatus: complex((event) => renderStatus(event.responseStatus), "response", "time"),
    body: complex((event, view) => (view.basic ? undefined : bodyInForm(event.body, view.prefer.bodyType ?? "html"))),
    start: complex((event, view) => renderTime(event.start, event, view), "dateTime", "timeZone"),
    end: complex((event, view) => renderTime(event.end, event, view), "dateTime", "timeZone"),
    location: complex((event) => event.locations[0] ?? EMPTY_LOCATION, "displayName"),
    locations: collection((event) => event.locations),
    recurrence: complex(({ series }) => (series === undefined ? null : renderRecurrence(series.recurrence))),
    // These two have a value only where an event is read by its id.
    cancelledOccurrences: collection(() => undefined),
    exceptionOccurrences: collection(() => undefined),
    attendees: collection((event, view) => visibleAttendees(event).map((row) => renderAttendee(row, view))),
    organizer: complex((event) => ({ emailAddress: event.organizer }), "emailAddress/name", "emailAddress/address"),
    onlineMeeting: complex((event) => event.onlineMeeting ?? null),
  },
  always: ["id"],
  filter: eventFilter,
  etag: (event) => `W/"${event.changeKey}"`,
  unknownMember: (name) =>
    parseUriFailure(`Could not find a property named '${name}' on type 'Microsoft.OutlookServices.Event'.`),
};

export const EMPTY_LOCATION = {
  displayName: "",
  locationType: "default",
  uniqueIdType: "unknown",
  address: {},
  coordinates: {},
};

/** A time in the zone the caller prefers. */
export function renderZoned(time: ZonedTime, view: View): { dateTime: string; timeZone: string } {
  const zone = view.prefer.zone ?? UTC;
  return { dateTime: sevenDigits(zonedFromInstant(time.at, zone).wall), timeZone: zone.name };
}

function renderTime(time: ZonedTime, event: EventRow, view: View): { dateTime: string; timeZone: string } {
  const zone = view.prefer.zone ?? UTC;
  const keepsDates = event.isAllDay && view.switches.allDayInOtherZone === "keepDates";
  const wall = keepsDates ? time.wall : zonedFromInstant(time.at, zone).wall;
  return { dateTime: sevenDigits(wall), timeZone: zone.name };
}

function renderStatus(status: ResponseStatus): { response: string; time: string } {
  return { response: status.response, time: status.at === undefined ? NEVER : utcText(status.at) };
}

/** With hidden attendees each one sees only itself; the organizer sees all. */
function visibleAttendees(event: EventRow): readonly AttendeeRow[] {
  if (!event.hideAttendees || event.isOrganizer) return event.attendees;
  return event.attendees.filter(({ status }) => status.response !== "none");
}

function renderAttendee(attendee: AttendeeRow, view: View): Record<string, unknown> {
  const { type, status, emailAddress, proposedNewTime: slot } = attendee;
  const proposal = slot && { start: renderZoned(slot.start, view), end: renderZoned(slot.end, view) };
  return { type, status: renderStatus(status), emailAddress, ...(proposal && { proposedNewTime: proposal }) };
}
