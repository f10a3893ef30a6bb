import { type GraphEvent, isKnownTimeZone, toIanaZone, toWindowsZone, wallTimeToInstant } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { AttendeeType, BodyType, Importance, Sensitivity, ShowAs } from "./event.model.js";
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
  readonly attendees?:
    | readonly { readonly address: string; readonly name?: string | null; readonly type: AttendeeType }[]
    | null
    | undefined;
  readonly showAs?: ShowAs | null | undefined;
  readonly sensitivity?: Sensitivity | null | undefined;
  readonly importance?: Importance | null | undefined;
  readonly categories?: readonly string[] | null | undefined;
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
  return {
    ...(draft.subject !== undefined && { subject: draft.subject ?? "" }),
    ...times(draft),
    ...(draft.body !== undefined && { body: toBody(draft.body) }),
    ...(draft.location !== undefined && { location: { displayName: draft.location ?? "" } }),
    ...(draft.attendees && { attendees: draft.attendees.map(toAttendee) }),
    ...(draft.showAs && { showAs: word(SHOW_AS, draft.showAs, "showAs") }),
    ...(draft.sensitivity && { sensitivity: word(SENSITIVITY, draft.sensitivity, "sensitivity") }),
    ...(draft.importance && { importance: word(IMPORTANCE, draft.importance, "importance") }),
    ...(draft.categories !== undefined && { categories: [...(draft.categories ?? [])] }),
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
      "The end must be after the start; the end date of an event that lasts whole days is exclusive.",
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

function toAttendee(attendee: NonNullable<EventDraft["attendees"]>[number]) {
  const { address, name, type } = attendee;
  return { emailAddress: { address, ...(name && { name }) }, type: word(ATTENDEE_TYPE, type, "attendees", "type") };
}

/** Graph's word for a member; UNKNOWN can be read but never written. */
function word<Words extends Readonly<Record<string, string>>>(
  words: Words,
  member: keyof Words | "UNKNOWN",
  ...path: string[]
): Words[keyof Words] {
  const found = member === "UNKNOWN" ? undefined : words[member];
  if (found === undefined) throw new AppError("INVALID_INPUT", "UNKNOWN can be read but not written.", { path });
  return found;
}

function invalid(field: string, message: string, ...below: string[]): AppError {
  return new AppError("INVALID_INPUT", message, { path: [field, ...below] });
}
