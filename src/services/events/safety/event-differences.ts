import { type GraphEvent, toIanaZone, wallTimeToInstant } from "../../../graph/index.js";
import { canonicalJson } from "../../../lib/canonical-json.js";
import type { CalendarEvent, EventBody, EventTime } from "../event.model.js";
import { type EventDraft, toGraphEvent } from "../event-draft.js";
import { toCalendarEvent } from "../event-mapper.js";
import { textOfHtml } from "../html-text.js";

/** One member of an event that a write changes. Texts stand as they are, everything else as JSON. */
export interface Difference {
  /** The input's field. */
  readonly path: string;
  /** Null where there is nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

type Reading = (event: CalendarEvent) => unknown;

/** What counts of the members that can be written; two events with equal values are equal in it. */
const READINGS: Readonly<Record<string, Reading>> = {
  subject: ({ subject }) => subject ?? "",
  start: ({ start }) => timeText(start),
  end: ({ end }) => timeText(end),
  body: ({ body }) => bodyText(body),
  location: ({ location }) => location?.displayName ?? null,
  locations: ({ locations }) => (locations ?? []).map(({ displayName }) => displayName),
  attendees: ({ attendees }) => attendeeTexts(attendees ?? []),
  showAs: ({ showAs }) => showAs ?? null,
  sensitivity: ({ sensitivity }) => sensitivity ?? null,
  importance: ({ importance }) => importance ?? null,
  categories: ({ categories }) => [...(categories ?? [])].sort(),
  reminder: ({ reminder }) =>
    reminder?.isOn ? { isOn: true, minutesBefore: reminder.minutesBefore } : { isOn: false },
  responseRequested: ({ responseRequested }) => responseRequested ?? null,
  hideAttendees: ({ hideAttendees }) => hideAttendees ?? null,
  allowNewTimeProposals: ({ allowNewTimeProposals }) => allowNewTimeProposals ?? null,
  onlineMeeting: ({ isOnlineMeeting }) => isOnlineMeeting ?? false,
};

/**
 * What a draft changes of an event, or gives a new one. Members of which nothing is known here are always told.
 *
 * @throws AppError INVALID_INPUT for a draft that cannot be written.
 */
export function differencesOf(current: GraphEvent | null, draft: EventDraft): readonly Difference[] {
  const before = current && toCalendarEvent("", current);
  const changes = toGraphEvent(draft);
  const after = toCalendarEvent("", { ...current, ...changes });
  return Object.entries(draft).flatMap(([path, given]): Difference[] => {
    if (given === undefined) return [];
    if (path === "extendedData") return dataDifferences(before, draft);
    const reading = READINGS[path];
    const was = before && reading ? reading(before) : null;
    const is = path === "start" || path === "end" ? boundText(changes, path) : reading ? reading(after) : given;
    return canonicalJson(was) === canonicalJson(is) ? [] : [{ path, before: textOf(was), after: textOf(is) }];
  });
}

/** What another list of attendees changes. */
export function attendeeDifferences(before: GraphEvent, after: GraphEvent): readonly Difference[] {
  const [was, is] = [before, after].map(({ attendees }) =>
    attendeeTexts(
      (attendees ?? []).map(({ emailAddress, type }) => ({
        address: emailAddress?.address,
        type: (type ?? "required").toUpperCase(),
      })),
    ),
  );
  const path = "attendees";
  return canonicalJson(was) === canonicalJson(is)
    ? []
    : [{ path, before: canonicalJson(was), after: canonicalJson(is) }];
}

/** Keys are told one by one: those that are not named stay as they are. */
function dataDifferences(before: CalendarEvent | null, { extendedData }: EventDraft): Difference[] {
  const former = new Map((before?.extendedData ?? []).map(({ key, value }) => [key, value]));
  return (extendedData ?? []).flatMap(({ key, value }) => {
    const [was, is] = [former.get(key) ?? null, value ?? null];
    return was === is ? [] : [{ path: `extendedData.${key}`, before: was, after: is }];
  });
}

/** A bound as Graph takes it, read as events are: a date, or an instant. */
function boundText(changes: GraphEvent, bound: "start" | "end"): string | null {
  const { dateTime, timeZone } = changes[bound] ?? {};
  if (!dateTime) return null;
  if (changes.isAllDay) return dateTime.slice(0, 10);
  return wallTimeToInstant(dateTime, toIanaZone(timeZone ?? "UTC").zone).toISOString();
}

function attendeeTexts(people: readonly { address?: string | null | undefined; type: string }[]): readonly string[] {
  return people.map(({ address, type }) => `${address?.toLowerCase()} ${type}`).sort();
}

function timeText(time: EventTime): string {
  return time.kind === "AllDay" ? time.date : time.instant.toISOString();
}

/** Exchange writes HTML anew, so only what can be read of it tells whether two texts are the same. */
function bodyText(body: EventBody | null | undefined): string {
  if (!body) return "";
  const text = body.contentType === "HTML" ? textOfHtml(body.content) : body.content;
  return text.replace(/\s+/g, " ").trim();
}

function textOf(value: unknown): string | null {
  if (value === null || typeof value === "string") return value;
  return canonicalJson(value);
}
