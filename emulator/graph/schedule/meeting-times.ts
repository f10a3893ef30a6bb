import type { LocationRow, Mailbox } from "../../core/mailbox.model.js";
import type { Switches } from "../../core/switches.js";
import type { Window } from "../events/occurrences.js";
import { type Availability, type BusyTimes, busyTimesOf, chanceOf } from "./availability.js";
import type { MeetingPlaces } from "./meeting-places.js";
import type { Invitee, MeetingTimesRequest } from "./meeting-times-body.js";
import { hoursFor, isWithin, type WorkHours } from "./work-hours.js";

/** Suggestions begin at full and half hours. */
const GRID_MS = 1_800_000;

export interface Suggestion {
  readonly from: number;
  readonly until: number;
  /** In percent. */
  readonly confidence: number;
  readonly organizer: Availability;
  readonly attendees: readonly { readonly invitee: Invitee; readonly availability: Availability }[];
  readonly locations: readonly Partial<LocationRow>[];
}

/** Why there is no suggestion. */
export type EmptyReason =
  | "attendeesUnavailable"
  | "attendeesUnavailableOrUnknown"
  | "locationsUnavailable"
  | "organizerUnavailable"
  | "unknown";

export interface Search {
  readonly request: MeetingTimesRequest;
  readonly windows: readonly Window[];
  readonly organizer: Mailbox;
  /** The mailbox of an invitee; undefined for somebody outside of the organization. */
  mailboxOf(invitee: Invitee): Mailbox | undefined;
  readonly places: MeetingPlaces;
  readonly switches: Switches;
}

interface Guest {
  readonly invitee: Invitee;
  readonly busy: BusyTimes;
  readonly hours: WorkHours | undefined;
}

/**
 * The best times, most likely attended first, then those that more of the required people are free at, then the
 * earlier. Nothing is suggested outside of the hours of the organizer and the people who are asked.
 */
export function findTimes(search: Search): { suggestions: readonly Suggestion[]; emptyReason: EmptyReason | "" } {
  const { request, windows, organizer, places, switches } = search;
  const span = spanOf(windows);
  const own = { busy: busyTimesOf(organizer, span), hours: hoursFor(organizer, request.activityDomain) };
  const guests = request.attendees.map((invitee): Guest => {
    const mailbox = search.mailboxOf(invitee);
    const hasHours = mailbox !== undefined && invitee.type !== "resource";
    return {
      invitee,
      busy: busyTimesOf(mailbox, span),
      hours: hasHours ? hoursFor(mailbox, request.activityDomain) : undefined,
    };
  });
  const refusals = new Set<EmptyReason>();
  const found: Suggestion[] = [];
  for (const [from, until] of spansIn(windows, request.durationMs)) {
    const organizerIs = own.busy.during(from, until);
    const isFree = organizerIs !== "busy" && organizerIs !== "oof";
    if (!isWithin(own.hours, from, until) || !(isFree || request.isOrganizerOptional)) {
      refusals.add(request.isOrganizerOptional ? "unknown" : "organizerUnavailable");
      continue;
    }
    if (!guests.every(({ hours }) => isWithin(hours, from, until))) {
      refusals.add("attendeesUnavailable");
      continue;
    }
    const attendees = guests.map(({ invitee, busy }) => ({ invitee, availability: busy.during(from, until) }));
    const confidence = mean(attendees.map(({ availability }) => chanceOf(availability, switches)));
    if (confidence < request.minimumConfidence) {
      const isUnsure = attendees.some(({ availability }) => availability === "unknown");
      refusals.add(isUnsure ? "attendeesUnavailableOrUnknown" : "attendeesUnavailable");
      continue;
    }
    const locations = places.during(from, until);
    if (request.isLocationRequired && locations.length === 0) refusals.add("locationsUnavailable");
    else found.push({ from, until, confidence, organizer: organizerIs, attendees, locations });
  }
  const suggestions = found.sort(byLikelihood).slice(0, request.maxCandidates);
  return { suggestions, emptyReason: suggestions.length > 0 ? "" : emptyReason(refusals) };
}

/** What came closest to a suggestion tells why there is none. */
function emptyReason(refusals: ReadonlySet<EmptyReason>): EmptyReason {
  const fromLast: readonly EmptyReason[] = [
    "locationsUnavailable",
    "attendeesUnavailableOrUnknown",
    "attendeesUnavailable",
    "organizerUnavailable",
  ];
  return fromLast.find((reason) => refusals.has(reason)) ?? "unknown";
}

function byLikelihood(a: Suggestion, b: Suggestion): number {
  return b.confidence - a.confidence || requiredFree(b) - requiredFree(a) || a.from - b.from;
}

function requiredFree({ attendees }: Suggestion): number {
  return attendees.filter(({ invitee, availability }) => invitee.type === "required" && availability === "free").length;
}

/** Without attendees the meeting is the organizer's alone, who is there. */
function mean(chances: readonly number[]): number {
  return chances.length === 0 ? 100 : chances.reduce((sum, chance) => sum + chance, 0) / chances.length;
}

/** Each time the meeting could take place at, once, also where windows overlap. */
function spansIn(windows: readonly Window[], durationMs: number): readonly (readonly [number, number])[] {
  const starts = new Set<number>();
  for (const window of windows) {
    for (let at = Math.ceil(window.from / GRID_MS) * GRID_MS; at + durationMs <= window.until; at += GRID_MS) {
      starts.add(at);
    }
  }
  return [...starts].sort((a, b) => a - b).map((at) => [at, at + durationMs] as const);
}

function spanOf(windows: readonly Window[]): Window {
  return {
    from: Math.min(...windows.map(({ from }) => from)),
    until: Math.max(...windows.map(({ until }) => until)),
  };
}
