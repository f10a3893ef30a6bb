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
import { toEventTime } from "./event-times.js";
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

/** One of our enum's members for Graph's word in any casing; UNKNOWN for words that were added later. */
function member<Member extends string>(
  members: Readonly<Record<string, Member>>,
  word: string | null | undefined,
): Member | "UNKNOWN" {
  const known = word ?? "";
  // Names that every object has, such as `constructor`, are no members.
  if (Object.hasOwn(members, known)) return members[known] ?? "UNKNOWN";
  const lower = known.toLowerCase();
  return (Object.hasOwn(members, lower) && members[lower]) || "UNKNOWN";
}

type Mapped = { -readonly [Member in keyof CalendarEvent]: CalendarEvent[Member] };

/**
 * Graph's event with the members that were selected; the rest stay absent. Members are set one by one: thousands are
 * mapped for an answer, and objects that are spread into each other cost several times as much.
 */
export function toCalendarEvent(mailboxId: string, event: GraphEvent & { "@odata.etag"?: string }): CalendarEvent {
  const isAllDay = event.isAllDay ?? false;
  const mapped: Mapped = {
    kind: "Event",
    mailboxId,
    graphId: event.id ?? "",
    version: event["@odata.etag"] ?? event.changeKey ?? "",
    start: toEventTime(event.start, event.originalStartTimeZone, isAllDay),
    end: toEventTime(event.end, event.originalEndTimeZone, isAllDay),
    isAllDay,
  };
  addPeople(mapped, event);
  addContent(mapped, event);
  addStanding(mapped, event);
  addSeries(mapped, event);
  return mapped;
}

function addContent(mapped: Mapped, event: GraphEvent): void {
  const { subject, bodyPreview, body, location, categories, iCalUId, webLink, onlineMeeting } = event;
  if (subject !== undefined) mapped.subject = subject;
  if (bodyPreview !== undefined) mapped.bodyPreview = bodyPreview;
  if (body !== undefined) {
    mapped.body = body && { contentType: member(BODY_TYPES, body.contentType), content: body.content ?? "" };
  }
  if (location !== undefined) mapped.location = location?.displayName ? { displayName: location.displayName } : null;
  if (categories !== undefined) mapped.categories = categories ?? [];
  if (iCalUId !== undefined) mapped.iCalUId = iCalUId;
  if (webLink !== undefined) mapped.webLink = webLink;
  if (onlineMeeting !== undefined) {
    mapped.onlineMeeting = onlineMeeting && { joinUrl: onlineMeeting.joinUrl ?? null };
  }
}

function addStanding(mapped: Mapped, event: GraphEvent): void {
  const { showAs, sensitivity, importance, type, isCancelled, isOrganizer, responseStatus } = event;
  if (showAs !== undefined) mapped.showAs = member(SHOW_AS, showAs);
  if (sensitivity !== undefined) mapped.sensitivity = member(SENSITIVITIES, sensitivity);
  if (importance !== undefined) mapped.importance = member(IMPORTANCES, importance);
  if (type !== undefined) mapped.type = member(TYPES, type);
  if (isCancelled !== undefined) mapped.isCancelled = isCancelled;
  if (isOrganizer !== undefined) mapped.isOrganizer = isOrganizer;
  if (responseStatus !== undefined) mapped.response = member(RESPONSES, responseStatus?.response ?? "none");
}

function addSeries(mapped: Mapped, event: GraphEvent): void {
  const { recurrence, originalStart, seriesMasterId } = event;
  if (recurrence !== undefined) mapped.recurrence = toRecurrence(mapped.mailboxId, event);
  if (originalStart !== undefined) mapped.originalStart = originalStart === null ? null : new Date(originalStart);
  if (seriesMasterId !== undefined) mapped.seriesMasterId = seriesMasterId;
}

function addPeople(mapped: Mapped, { organizer, attendees }: GraphEvent): void {
  if (organizer !== undefined) mapped.organizer = organizer && toPerson(organizer.emailAddress);
  if (attendees !== undefined) mapped.attendees = (attendees ?? []).map(toAttendee);
}

function toAttendee({ emailAddress, type, status }: NonNullable<GraphEvent["attendees"]>[number]): Attendee {
  return {
    name: emailAddress?.name ?? null,
    address: emailAddress?.address ?? null,
    type: member(ATTENDEE_TYPES, type),
    response: member(RESPONSES, status?.response ?? "none"),
  };
}

function toPerson(emailAddress: { name?: string | null; address?: string | null } | null | undefined): Person {
  return { name: emailAddress?.name ?? null, address: emailAddress?.address ?? null };
}
