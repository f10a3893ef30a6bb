import { type GraphEvent, isKnownTimeZone, toIanaZone, toWindowsZone, wallTimeToInstant } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { AttendeeType, BodyType, Importance, Sensitivity, ShowAs } from "./event.model.js";
import { type LocationDraft, toGraphLocation } from "./event-location.js";
import { assertLine, assertText } from "./event-text-rules.js";
import { DAY_MS, MAX_REQUEST_DAYS } from "./event-window.js";
import type { ExtendedDatumDraft } from "./extended-data.js";
import { word } from "./graph-words.js";
import { type OnlineMeetingDraft, toGraphOnlineMeeting } from "./online-meeting.js";
import type { RecurrenceDraft } from "./series/recurrence-draft.js";

/** A bound as callers give it: a date, or a wall-clock time with its zone. */
export interface EventTimeDraft {
  readonly date?: string | null | undefined;
  readonly dateTime?: string | null | undefined;
  readonly timeZone?: string | null | undefined;
}

/** What can be written of an event. Absent members stay as they are; null empties those that can be empty. */
export interface EventDraft {
  readonly subject?: string | null | undefined;
  readonly start?: EventTimeDraft | null | undefined;
  readonly end?: EventTimeDraft | null | undefined;
  readonly body?: { readonly contentType: BodyType; readonly content: string } | null | undefined;
  readonly location?: string | null | undefined;
  /** Takes the place of `location`, which is the first of them. */
  readonly locations?: readonly LocationDraft[] | null | undefined;
  readonly attendees?:
    | readonly { readonly address: string; readonly name?: string | null; readonly type: AttendeeType }[]
    | null
    | undefined;
  readonly showAs?: ShowAs | null | undefined;
  readonly sensitivity?: Sensitivity | null | undefined;
  readonly importance?: Importance | null | undefined;
  readonly categories?: readonly string[] | null | undefined;
  /** Null: none. */
  readonly reminder?: { readonly isOn: boolean; readonly minutesBefore?: number | null | undefined } | null | undefined;
  readonly responseRequested?: boolean | null | undefined;
  readonly hideAttendees?: boolean | null | undefined;
  /** Only of a new event: it is not among the members that Graph's PATCH is documented to take. */
  readonly allowNewTimeProposals?: boolean | null | undefined;
  readonly onlineMeeting?: OnlineMeetingDraft | null | undefined;
  /** Kept beside the event; see `extended-data.ts`. */
  readonly extendedData?: readonly ExtendedDatumDraft[] | null | undefined;
  /** Needs its event's start to be read: see `series/`. */
  readonly recurrence?: RecurrenceDraft | null | undefined;
}

const SHOW_AS = {
  FREE: "free",
  TENTATIVE: "tentative",
  BUSY: "busy",
  OUT_OF_OFFICE: "oof",
  WORKING_ELSEWHERE: "workingElsewhere",
} as const;
const SENSITIVITY = {
  NORMAL: "normal",
  PERSONAL: "personal",
  PRIVATE: "private",
  CONFIDENTIAL: "confidential",
} as const;
const IMPORTANCE = { LOW: "low", NORMAL: "normal", HIGH: "high" } as const;
const ATTENDEE_TYPE = { REQUIRED: "required", OPTIONAL: "optional", RESOURCE: "resource" } as const;
const BODY_TYPE = { TEXT: "text", HTML: "html" } as const;

/**
 * Graph's members for a draft.
 *
 * @throws AppError INVALID_INPUT naming the field, before anything is sent.
 */
export function toGraphEvent(draft: EventDraft): GraphEvent {
  assertTexts(draft);
  return {
    ...(draft.subject !== undefined && { subject: draft.subject ?? "" }),
    ...times(draft),
    ...(draft.body !== undefined && { body: toBody(draft.body) }),
    ...places(draft),
    ...(draft.attendees && { attendees: draft.attendees.map(toAttendee) }),
    ...(draft.showAs && { showAs: word(SHOW_AS, draft.showAs, "showAs") }),
    ...(draft.sensitivity && { sensitivity: word(SENSITIVITY, draft.sensitivity, "sensitivity") }),
    ...(draft.importance && { importance: word(IMPORTANCE, draft.importance, "importance") }),
    ...(draft.categories !== undefined && { categories: [...(draft.categories ?? [])] }),
    ...(draft.reminder !== undefined && toReminder(draft.reminder)),
    ...(typeof draft.responseRequested === "boolean" && { responseRequested: draft.responseRequested }),
    ...(typeof draft.hideAttendees === "boolean" && { hideAttendees: draft.hideAttendees }),
    ...(typeof draft.allowNewTimeProposals === "boolean" && { allowNewTimeProposals: draft.allowNewTimeProposals }),
    ...(draft.onlineMeeting && toGraphOnlineMeeting(draft.onlineMeeting)),
  };
}

function assertTexts({ subject, body, location, locations, attendees, categories }: EventDraft): void {
  if (subject) assertLine(subject, "A subject", "subject");
  if (body) assertText(body.content, "A body", "body", "content");
  if (location) assertLine(location, "A location", "location");
  for (const [index, place] of (locations ?? []).entries()) {
    const at = ["locations", String(index)];
    if (place.displayName.trim() === "")
      throw invalid("locations", "A location needs a name.", at[1] ?? "", "displayName");
    assertLine(place.displayName, "A location", ...at, "displayName");
    for (const [name, text] of Object.entries(place.address ?? {})) {
      if (text) assertLine(text, "A part of an address", ...at, "address", name);
    }
  }
  const addresses = new Set<string>();
  for (const [index, { address, name }] of (attendees ?? []).entries()) {
    if (name) assertLine(name, "An attendee's name", "attendees", String(index), "name");
    if (addresses.has(address.toLowerCase())) {
      throw invalid("attendees", "This address is invited twice.", String(index), "address");
    }
    addresses.add(address.toLowerCase());
  }
  for (const [index, category] of (categories ?? []).entries()) {
    if (category.trim() === "") throw invalid("categories", "A category needs a name.", String(index));
    assertLine(category, "A category", "categories", String(index));
  }
}

function places({ location, locations }: EventDraft): GraphEvent {
  if (location && locations) throw invalid("locations", "Give either `location` or `locations`, and not both.");
  if (locations !== undefined && !location) {
    const all = (locations ?? []).map((place, index) => toGraphLocation(place, "locations", String(index)));
    // Writing `location` replaces all places, and `locations` without any leaves the former one standing.
    return all.length === 0 ? { location: { displayName: "" } } : { locations: all };
  }
  return location === undefined ? {} : { location: { displayName: location ?? "" } };
}

function toReminder(reminder: EventDraft["reminder"]): GraphEvent {
  if (!reminder) return { isReminderOn: false };
  const { isOn, minutesBefore } = reminder;
  return {
    isReminderOn: isOn,
    ...(typeof minutesBefore === "number" && { reminderMinutesBeforeStart: minutesBefore }),
  };
}

function times({ start, end }: EventDraft): GraphEvent {
  if (!start && !end) return {};
  if (!start || !end) throw invalid(start ? "end" : "start", "Give `start` and `end` together.");
  const from = toBound(start, "start");
  const to = toBound(end, "end");
  if (from.isAllDay !== to.isAllDay) {
    throw invalid("end", "`start` and `end` must be of the same kind: two dates, or two times.");
  }
  if (from.isAllDay && from.graph.timeZone !== to.graph.timeZone) {
    throw invalid("end", "`start` and `end` of an event that lasts whole days need the same zone.");
  }
  if (to.order <= from.order) {
    throw invalid(
      "end",
      from.isAllDay
        ? "The end must be after the start; the end date of an event that lasts whole days is exclusive."
        : `The end must be after the start${to.order === from.order ? ": an event has a length" : ""}.`,
    );
  }
  if (to.order - from.order > MAX_REQUEST_DAYS * DAY_MS) {
    throw invalid(
      "end",
      `An event lasts at most ${MAX_REQUEST_DAYS} days, five years, as long as Microsoft shows at once.`,
    );
  }
  return { isAllDay: from.isAllDay, start: from.graph, end: to.graph };
}

interface Bound {
  readonly isAllDay: boolean;
  /** Milliseconds since the epoch. */
  readonly order: number;
  readonly graph: { readonly dateTime: string; readonly timeZone: string };
}

function toBound({ date, dateTime, timeZone }: EventTimeDraft, field: "start" | "end"): Bound {
  if (Boolean(date) === Boolean(dateTime)) throw invalid(field, "Give either `date` or `dateTime`, and not both.");
  if (dateTime && !timeZone)
    throw invalid(field, "A `dateTime` needs its `timeZone`, such as `Europe/Berlin`.", "timeZone");
  const zone = timeZone || "UTC";
  if (!isKnownTimeZone(zone)) {
    throw invalid(field, "This time zone is not known. Use an IANA name such as `Europe/Berlin`.", "timeZone");
  }
  const wallTime = dateTime ? dateTime.replace(" ", "T") : `${date}T00:00:00`;
  // Graph takes every Windows name, but only a part of the IANA names.
  const graph = { dateTime: wallTime, timeZone: toWindowsZone(zone) ?? zone };
  return { isAllDay: !dateTime, order: instantOf(wallTime, zone, field).getTime(), graph };
}

/** The scalar lets offsets and days like 30 February through; both would be another time than was meant. */
function instantOf(wallTime: string, zone: string, field: "start" | "end"): Date {
  try {
    return wallTimeToInstant(wallTime, toIanaZone(zone).zone);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw invalid(
      field,
      "This is no wall-clock time. Give one such as `2026-03-02T09:00:00`, without an offset.",
      "dateTime",
    );
  }
}

function toBody(body: EventDraft["body"]): NonNullable<GraphEvent["body"]> {
  if (!body) return { contentType: "text", content: "" };
  return { contentType: word(BODY_TYPE, body.contentType, "body", "contentType"), content: body.content };
}

function toAttendee({ address, name, type }: NonNullable<EventDraft["attendees"]>[number], index: number) {
  return {
    emailAddress: { address, ...(name && { name }) },
    type: word(ATTENDEE_TYPE, type, "attendees", String(index), "type"),
  };
}

function invalid(field: string, message: string, ...below: string[]): AppError {
  return new AppError("INVALID_INPUT", message, { path: [field, ...below] });
}
