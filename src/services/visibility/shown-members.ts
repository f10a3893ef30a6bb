import type { CalendarEvent, EventLocation } from "../events/event.model.js";
import { ALL_EVENT_FIELDS, type EventField } from "../events/event-members.js";
import { type EventVisibility, reaches } from "./visibility-rule.js";

/**
 * The least level that shows each field: the one table. What stands in no line does not compile. `iCalUId` is withheld
 * with people: with it, the same meeting could be looked up in a mailbox that shows it.
 */
export const LEAST_LEVELS = {
  id: "BUSY_ONLY",
  subject: "LIMITED",
  bodyPreview: "FULL",
  body: "FULL",
  location: "LIMITED",
  locations: "LIMITED",
  organizer: "BASIC",
  attendees: "BASIC",
  showAs: "BUSY_ONLY",
  sensitivity: "BUSY_ONLY",
  importance: "BASIC",
  type: "BUSY_ONLY",
  categories: "BASIC",
  isCancelled: "BUSY_ONLY",
  isOrganizer: "BASIC",
  isDraft: "BASIC",
  response: "BASIC",
  respondedAt: "BASIC",
  responseRequested: "BASIC",
  hideAttendees: "BASIC",
  allowNewTimeProposals: "BASIC",
  reminder: "BASIC",
  createdAt: "BASIC",
  changedAt: "BASIC",
  originalStart: "LIMITED",
  seriesMasterId: "LIMITED",
  iCalUId: "BASIC",
  webLink: "BASIC",
  isOnlineMeeting: "BASIC",
  onlineMeeting: "BASIC",
  extendedData: "FULL",
  hasAttachments: "FULL",
  recurrence: "LIMITED",
  seriesMaster: "LIMITED",
  // What these lead to is shown by its own level; of the event itself they need its type.
  instances: "BUSY_ONLY",
  exceptions: "BUSY_ONLY",
  cancelledOccurrences: "BUSY_ONLY",
} as const satisfies Readonly<Record<EventField, EventVisibility>>;

type Mutable = { -readonly [Member in keyof CalendarEvent]: CalendarEvent[Member] };

/** What every copy has: identity, and the time that it takes. */
const ALWAYS = ["kind", "mailboxId", "graphId", "version", "start", "end", "isAllDay"] as const;

const MEMBERS: Readonly<Record<EventVisibility, readonly (keyof CalendarEvent)[]>> = {
  FULL: membersAt("FULL"),
  BASIC: membersAt("BASIC"),
  LIMITED: membersAt("LIMITED"),
  BUSY_ONLY: membersAt("BUSY_ONLY"),
};

/** A copy with what its level shows. It is never `isKept`: texts that are kept belong to one event shown whole. */
export function copyAt(event: CalendarEvent, level: EventVisibility): CalendarEvent {
  const copy: Partial<Mutable> = { visibility: level };
  for (const name of MEMBERS[level]) take(copy, event, name);
  if (level !== "LIMITED") return copy as CalendarEvent;
  if (copy.location) copy.location = placeAlone(copy.location);
  if (copy.locations) copy.locations = copy.locations.map(placeAlone);
  return copy as CalendarEvent;
}

function take<Name extends keyof CalendarEvent>(copy: Partial<Mutable>, event: CalendarEvent, name: Name): void {
  const value = event[name];
  if (value !== undefined) (copy as Mutable)[name] = value;
}

function membersAt(level: EventVisibility): readonly (keyof CalendarEvent)[] {
  const shown = ALL_EVENT_FIELDS.filter((field) => reaches(level, LEAST_LEVELS[field]));
  return [...new Set([...ALWAYS, ...shown.map(memberOf)])];
}

/** The member of an event that a field is made of. */
export function memberOf(field: EventField): keyof CalendarEvent {
  switch (field) {
    case "id":
      return "graphId";
    case "seriesMasterId":
    case "seriesMaster":
      return "seriesMasterGraphId";
    case "instances":
    case "exceptions":
    case "cancelledOccurrences":
      return "type";
    default:
      return field;
  }
}

/** Whoever writes an address with a path writes where to join. */
const LINK = /(?:[a-z][a-z0-9+.-]*:\/\/|[a-z0-9-]+(?:\.[a-z0-9-]+)+[/?])\S*/gi;

/** Links of online meetings stand in locations too. The unique id is the name once more where nothing better is known. */
function placeAlone(location: EventLocation): EventLocation {
  return { ...location, displayName: placeName(location.displayName), uri: null, uniqueId: null };
}

/** A place's name without links; null where nothing is left of it. */
export function placeName(name: string | null): string | null {
  return name?.replace(LINK, "").trim() || null;
}
