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
  return members[(word ?? "").toLowerCase()] ?? "UNKNOWN";
}

/** Graph's event with the members that were selected; the rest stay absent. */
export function toCalendarEvent(mailboxId: string, event: GraphEvent & { "@odata.etag"?: string }): CalendarEvent {
  const isAllDay = event.isAllDay ?? false;
  return {
    kind: "Event",
    mailboxId,
    graphId: event.id ?? "",
    version: event["@odata.etag"] ?? event.changeKey ?? "",
    start: toEventTime(event.start, event.originalStartTimeZone, isAllDay),
    end: toEventTime(event.end, event.originalEndTimeZone, isAllDay),
    isAllDay,
    ...people(event),
    ...content(event),
    ...standing(event),
  };
}

function content(event: GraphEvent): Partial<CalendarEvent> {
  const { subject, bodyPreview, body, location, categories, iCalUId, webLink, onlineMeeting } = event;
  return {
    ...(subject !== undefined && { subject }),
    ...(bodyPreview !== undefined && { bodyPreview }),
    ...(body !== undefined && {
      body: body && { contentType: member(BODY_TYPES, body.contentType), content: body.content ?? "" },
    }),
    ...(location !== undefined && { location: location?.displayName ? { displayName: location.displayName } : null }),
    ...(categories !== undefined && { categories: categories ?? [] }),
    ...(iCalUId !== undefined && { iCalUId }),
    ...(webLink !== undefined && { webLink }),
    ...(onlineMeeting !== undefined && { onlineMeeting: onlineMeeting && { joinUrl: onlineMeeting.joinUrl ?? null } }),
  };
}

function standing(event: GraphEvent): Partial<CalendarEvent> {
  const { showAs, sensitivity, importance, type, isCancelled, isOrganizer, responseStatus } = event;
  return {
    ...(showAs !== undefined && { showAs: member(SHOW_AS, showAs) }),
    ...(sensitivity !== undefined && { sensitivity: member(SENSITIVITIES, sensitivity) }),
    ...(importance !== undefined && { importance: member(IMPORTANCES, importance) }),
    ...(type !== undefined && { type: member(TYPES, type) }),
    ...(isCancelled !== undefined && { isCancelled }),
    ...(isOrganizer !== undefined && { isOrganizer }),
    ...(responseStatus !== undefined && { response: member(RESPONSES, responseStatus?.response ?? "none") }),
  };
}

function people({ organizer, attendees }: GraphEvent): Partial<CalendarEvent> {
  return {
    ...(organizer !== undefined && { organizer: organizer && toPerson(organizer) }),
    ...(attendees !== undefined && { attendees: (attendees ?? []).map(toAttendee) }),
  };
}

function toAttendee(attendee: NonNullable<GraphEvent["attendees"]>[number]): Attendee {
  return {
    ...toPerson(attendee),
    type: member(ATTENDEE_TYPES, attendee.type),
    response: member(RESPONSES, attendee.status?.response ?? "none"),
  };
}

function toPerson({
  emailAddress,
}: {
  emailAddress?: { name?: string | null; address?: string | null } | null;
}): Person {
  return { name: emailAddress?.name ?? null, address: emailAddress?.address ?? null };
}
