import type { GraphEvent } from "../../graph/index.js";
import type {
  Attendee,
  AttendeeType,
  BodyType,
  CalendarEvent,
  EventType,
  Importance,
  Person,
  ResponseStatus,
  Sensitivity,
  ShowAs,
} from "./event.model.js";
import { toLocation, toLocations } from "./event-location.js";
import { toEventTime } from "./event-times.js";
import { type BoundZone, zoneOfBound } from "./event-zone.js";
import { toExtendedData } from "./extended-data.js";
import { member } from "./graph-words.js";
import { toOnlineMeeting } from "./online-meeting.js";
import { toRecurrence } from "./series/recurrence-mapper.js";

const TYPES: Readonly<Record<string, EventType>> = {
  singleinstance: "SINGLE_INSTANCE",
  occurrence: "OCCURRENCE",
  exception: "EXCEPTION",
  seriesmaster: "SERIES_MASTER",
};
const SHOW_AS: Readonly<Record<string, ShowAs>> = {
  free: "FREE",
  tentative: "TENTATIVE",
  busy: "BUSY",
  oof: "OUT_OF_OFFICE",
  workingelsewhere: "WORKING_ELSEWHERE",
};
const SENSITIVITIES: Readonly<Record<string, Sensitivity>> = {
  normal: "NORMAL",
  personal: "PERSONAL",
  private: "PRIVATE",
  confidential: "CONFIDENTIAL",
};
const IMPORTANCES: Readonly<Record<string, Importance>> = { low: "LOW", normal: "NORMAL", high: "HIGH" };
const ATTENDEE_TYPES: Readonly<Record<string, AttendeeType>> = {
  required: "REQUIRED",
  optional: "OPTIONAL",
  resource: "RESOURCE",
};
const RESPONSES: Readonly<Record<string, ResponseStatus>> = {
  none: "NOT_RESPONDED",
  notresponded: "NOT_RESPONDED",
  organizer: "ORGANIZER",
  tentativelyaccepted: "TENTATIVELY_ACCEPTED",
  accepted: "ACCEPTED",
  declined: "DECLINED",
};
const BODY_TYPES: Readonly<Record<string, BodyType>> = { text: "TEXT", html: "HTML" };

type Mapped = { -readonly [Member in keyof CalendarEvent]: CalendarEvent[Member] };

/**
 * Graph's event with the members that were selected; the rest stay absent. Members are set one by one: thousands are
 * mapped for an answer, and objects that are spread into each other cost several times as much. `fallback`: the zone of
 * bounds that name none which is understood. `showsUid`: false where the gateway read `iCalUId` for itself alone.
 */
export function toCalendarEvent(
  mailboxId: string,
  event: GraphEvent & { "@odata.etag"?: string },
  fallback?: BoundZone,
  showsUid = true,
): CalendarEvent {
  const isAllDay = event.isAllDay ?? false;
  const { originalStartTimeZone, originalEndTimeZone } = event;
  const startZone = zoneOfBound(originalStartTimeZone, originalEndTimeZone, fallback);
  const mapped: Mapped = {
    kind: "Event",
    visibility: "FULL",
    mailboxId,
    graphId: event.id ?? "",
    version: event["@odata.etag"] ?? event.changeKey ?? "",
    start: toEventTime(event.start, startZone, isAllDay),
    end: toEventTime(event.end, zoneOfBound(originalEndTimeZone, originalStartTimeZone, fallback), isAllDay),
    isAllDay,
  };
  addPeople(mapped, event, startZone);
  addContent(mapped, event);
  if (showsUid && event.iCalUId !== undefined) mapped.iCalUId = event.iCalUId;
  addStanding(mapped, event);
  addMeeting(mapped, event);
  addOrigin(mapped, event);
  if (event.recurrence !== undefined) mapped.recurrence = toRecurrence(mapped.mailboxId, event);
  return mapped;
}

/** Graph's word for how confidential an event is; undefined where it was not read. */
export function sensitivityOf(word: GraphEvent["sensitivity"]): Sensitivity | undefined {
  return word === undefined ? undefined : member(SENSITIVITIES, word);
}

function addContent(mapped: Mapped, event: GraphEvent): void {
  const { subject, bodyPreview, body, location, locations, categories, webLink, extensions } = event;
  if (subject !== undefined) mapped.subject = subject;
  if (bodyPreview !== undefined) mapped.bodyPreview = bodyPreview;
  if (body !== undefined) {
    mapped.body = body && { contentType: member(BODY_TYPES, body.contentType), content: body.content ?? "" };
  }
  if (location !== undefined) mapped.location = toLocation(location);
  if (locations !== undefined) mapped.locations = toLocations(locations);
  if (categories !== undefined) mapped.categories = categories ?? [];
  if (webLink !== undefined) mapped.webLink = webLink;
  if (extensions !== undefined) mapped.extendedData = toExtendedData(extensions);
}

function addStanding(mapped: Mapped, event: GraphEvent): void {
  const { showAs, sensitivity, importance, type, isCancelled, isOrganizer, responseStatus } = event;
  if (showAs !== undefined) mapped.showAs = member(SHOW_AS, showAs);
  if (sensitivity !== undefined) mapped.sensitivity = member(SENSITIVITIES, sensitivity);
  if (importance !== undefined) mapped.importance = member(IMPORTANCES, importance);
  if (type !== undefined) mapped.type = member(TYPES, type);
  if (isCancelled !== undefined) mapped.isCancelled = isCancelled;
  if (isOrganizer !== undefined) mapped.isOrganizer = isOrganizer;
  if (responseStatus !== undefined) {
    mapped.response = member(RESPONSES, responseStatus?.response ?? "none");
    mapped.respondedAt = toInstant(responseStatus?.time);
  }
}

function addMeeting(mapped: Mapped, event: GraphEvent): void {
  const { responseRequested, hideAttendees, allowNewTimeProposals, isOnlineMeeting, onlineMeeting } = event;
  const { isReminderOn, reminderMinutesBeforeStart } = event;
  if (responseRequested !== undefined) mapped.responseRequested = responseRequested;
  if (hideAttendees !== undefined) mapped.hideAttendees = hideAttendees;
  if (allowNewTimeProposals !== undefined) mapped.allowNewTimeProposals = allowNewTimeProposals;
  if (isOnlineMeeting !== undefined) mapped.isOnlineMeeting = isOnlineMeeting;
  if (onlineMeeting !== undefined) mapped.onlineMeeting = toOnlineMeeting(onlineMeeting, event.onlineMeetingProvider);
  if (isReminderOn !== undefined) {
    mapped.reminder = { isOn: isReminderOn ?? false, minutesBefore: reminderMinutesBeforeStart ?? null };
  }
}

function addOrigin(mapped: Mapped, event: GraphEvent): void {
  const { createdDateTime, lastModifiedDateTime, originalStart, seriesMasterId, isDraft, hasAttachments } = event;
  if (createdDateTime !== undefined) mapped.createdAt = toInstant(createdDateTime);
  if (lastModifiedDateTime !== undefined) mapped.changedAt = toInstant(lastModifiedDateTime);
  if (originalStart !== undefined) mapped.originalStart = toInstant(originalStart);
  if (seriesMasterId !== undefined) mapped.seriesMasterGraphId = seriesMasterId || null;
  if (isDraft !== undefined) mapped.isDraft = isDraft;
  if (hasAttachments !== undefined) mapped.hasAttachments = hasAttachments;
}

/** Null where there is none: Microsoft writes the year 1 for "never". */
function toInstant(text: string | null | undefined): Date | null {
  if (!text || text.startsWith("0001-")) return null;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

function addPeople(mapped: Mapped, { organizer, attendees }: GraphEvent, zone: BoundZone): void {
  if (organizer !== undefined) mapped.organizer = organizer && toPerson(organizer.emailAddress);
  if (attendees !== undefined) mapped.attendees = (attendees ?? []).map((attendee) => toAttendee(attendee, zone));
}

type GraphAttendee = NonNullable<GraphEvent["attendees"]>[number];

function toAttendee({ emailAddress, type, status, proposedNewTime }: GraphAttendee, zone: BoundZone): Attendee {
  return {
    name: emailAddress?.name ?? null,
    address: emailAddress?.address ?? null,
    type: member(ATTENDEE_TYPES, type),
    response: member(RESPONSES, status?.response ?? "none"),
    respondedAt: toInstant(status?.time),
    proposedTime: proposedNewTime ? toProposal(proposedNewTime, zone) : null,
  };
}

function toProposal({ start, end }: NonNullable<GraphAttendee["proposedNewTime"]>, zone: BoundZone) {
  const [from, to] = [toEventTime(start, zone, false), toEventTime(end, zone, false)];
  return from.kind === "Timed" && to.kind === "Timed" ? { start: from, end: to } : null;
}

function toPerson(emailAddress: { name?: string | null; address?: string | null } | null | undefined): Person {
  return { name: emailAddress?.name ?? null, address: emailAddress?.address ?? null };
}
