import type { AttendeeRow, EmailAddress, LocationRow, TimeSlot } from "../../core/mailbox.model.js";
import { ATTENDEE_TYPES } from "../../core/mailbox.model.js";
import { invalidValue } from "../events/event-rules.js";
import { readTime } from "../events/event-time.js";
import type { MailboxCall } from "../graph-call.js";
import { GraphFailure } from "../graph-failure.js";
import { bodyUnreadable, isJsonObject, type JsonObject } from "../json-body.js";
import { jsonText } from "../json-text.js";
import { type ActionBody, readActionBody } from "../meetings/action-body.js";
import { readDuration } from "./duration.js";

const HALF_HOUR_MS = 1_800_000;
const DAY_MS = 86_400_000;
/** Widest time that is searched, the limit of the free/busy information it is made of. */
const MAX_SEARCH_DAYS = 62;
/** Where `minimumAttendeePercentage` is absent. */
const USUAL_CONFIDENCE = 50;

export const ACTIVITY_DOMAINS = ["unknown", "work", "personal", "unrestricted"] as const;
export type ActivityDomain = (typeof ACTIVITY_DOMAINS)[number];

/** One to be asked; a person or a resource. */
export interface Invitee {
  readonly type: AttendeeRow["type"];
  /** As it was sent: without a name where none was. */
  readonly emailAddress: Partial<EmailAddress> & { readonly address: string };
}

/** One place that the organizer names, without the member that is about how to look for it. */
export interface WantedLocation {
  readonly location: Partial<LocationRow>;
  /** SMTP address of the room, where it was named by that. */
  readonly address: string | undefined;
  /** Whether another room is looked for when this one is busy; otherwise it is not asked at all. */
  readonly resolveAvailability: boolean;
}

export interface MeetingTimesRequest {
  readonly attendees: readonly Invitee[];
  readonly isLocationRequired: boolean;
  readonly suggestLocation: boolean;
  readonly locations: readonly WantedLocation[];
  readonly activityDomain: ActivityDomain;
  /** Empty: the service chooses. */
  readonly timeSlots: readonly TimeSlot[];
  readonly durationMs: number;
  readonly maxCandidates: number;
  readonly isOrganizerOptional: boolean;
  readonly returnSuggestionReasons: boolean;
  /** From 0 to 100. */
  readonly minimumConfidence: number;
}

const PARAMETERS = [
  "attendees",
  "locationConstraint",
  "timeConstraint",
  "meetingDuration",
  "maxCandidates",
  "isOrganizerOptional",
  "returnSuggestionReasons",
  "minimumAttendeePercentage",
];

/** Reads the body of findMeetingTimes, all of which is optional. Throws 400 for a value that cannot be one. */
export function readMeetingTimesBody(call: MailboxCall): MeetingTimesRequest {
  const body = readActionBody(call, PARAMETERS);
  const { switches } = call.world;
  const attendees = listOf(body.get("attendees"), "attendees", readInvitee);
  if (attendees.length > switches.maxSchedules) {
    throw new GraphFailure(
      400,
      "ErrorMailboxDataArrayTooBig",
      `At most ${switches.maxSchedules} attendees can be asked for.`,
    );
  }
  const place = objectOf(body.get("locationconstraint"), "locationConstraint", [
    "isRequired",
    "suggestLocation",
    "locations",
  ]);
  const time = objectOf(body.get("timeconstraint"), "timeConstraint", ["activityDomain", "timeSlots"]);
  return {
    attendees,
    isLocationRequired: flag(place.get("isrequired"), "isRequired", false),
    suggestLocation: flag(place.get("suggestlocation"), "suggestLocation", false),
    locations: listOf(place.get("locations"), "locations", readLocation),
    activityDomain: readDomain(time.get("activitydomain")),
    timeSlots: readSlots(time.get("timeslots")),
    durationMs: readMeetingDuration(body.get("meetingduration")),
    maxCandidates: readCandidates(body, switches.meetingTimesCandidates),
    isOrganizerOptional: flag(body.get("isorganizeroptional"), "isOrganizerOptional", false),
    returnSuggestionReasons: flag(body.get("returnsuggestionreasons"), "returnSuggestionReasons", false),
    minimumConfidence: readConfidence(body),
  };
}

function readInvitee(value: unknown): Invitee {
  const { type, emailAddress } = isJsonObject(value) ? value : {};
  const { address, name } = isJsonObject(emailAddress) ? emailAddress : {};
  if (typeof address !== "string" || address.trim() === "") {
    throw new GraphFailure(400, "ErrorInvalidRecipients", "Each attendee needs an address.");
  }
  return {
    type: type === undefined || type === null ? "required" : choice(type, ATTENDEE_TYPES, "type"),
    emailAddress: { ...(typeof name === "string" ? { name } : {}), address },
  };
}

function readLocation(value: unknown): WantedLocation {
  if (!isJsonObject(value)) throw wrongType("locations");
  const { resolveAvailability, ...location } = value;
  const { displayName, locationEmailAddress: address } = location;
  for (const text of [displayName, address]) {
    if (text !== undefined && text !== null && typeof text !== "string") throw wrongType("locations");
  }
  return {
    location: location as Partial<LocationRow>,
    address: typeof address === "string" && address !== "" ? address : undefined,
    resolveAvailability: flag(resolveAvailability ?? undefined, "resolveAvailability", true),
  };
}

function readDomain(value: unknown): ActivityDomain {
  return value === undefined ? "work" : choice(value, ACTIVITY_DOMAINS, "activityDomain");
}

function readSlots(value: unknown): readonly TimeSlot[] {
  const slots = listOf(value, "timeSlots", (item): TimeSlot => {
    if (!isJsonObject(item)) throw wrongType("timeSlots");
    const slot = { start: readTime(item.start, "timeSlots/start"), end: readTime(item.end, "timeSlots/end") };
    if (slot.end.at <= slot.start.at) throw invalidValue("A time slot has to end after it starts.");
    return slot;
  });
  const from = Math.min(...slots.map(({ start }) => start.at));
  const until = Math.max(...slots.map(({ end }) => end.at));
  if (until - from <= MAX_SEARCH_DAYS * DAY_MS || slots.length === 0) return slots;
  throw new GraphFailure(
    400,
    "ErrorTimeIntervalTooBig",
    `Time slots cannot lie more than ${MAX_SEARCH_DAYS} days apart.`,
  );
}

function readMeetingDuration(value: unknown): number {
  if (value === undefined) return HALF_HOUR_MS;
  const durationMs = typeof value === "string" ? readDuration(value) : undefined;
  if (durationMs === undefined) throw bodyUnreadable("'meetingDuration' must be a duration like PT1H.");
  if (durationMs <= 0) throw invalidValue("'meetingDuration' must be longer than nothing.");
  return durationMs;
}

function readCandidates(body: ActionBody, otherwise: number): number {
  const count = numberIn(body, "maxCandidates");
  if (count === undefined) return otherwise;
  if (!Number.isInteger(count)) throw wrongType("maxCandidates");
  if (count < 1) throw invalidValue("'maxCandidates' must be at least 1.");
  return count;
}

function readConfidence(body: ActionBody): number {
  const percentage = numberIn(body, "minimumAttendeePercentage") ?? USUAL_CONFIDENCE;
  if (percentage < 0 || percentage > 100) throw invalidValue("'minimumAttendeePercentage' must be from 0 to 100.");
  return percentage;
}

/** Numbers may be in quotes, as they are in Microsoft's own sample. */
function numberIn(body: ActionBody, name: string): number | undefined {
  const value = body.get(name.toLowerCase());
  if (value === undefined) return undefined;
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number !== "number" || !Number.isFinite(number)) throw wrongType(name);
  return number;
}

/** So may `true` and `false`. */
function flag(value: unknown, name: string, otherwise: boolean): boolean {
  if (value === undefined) return otherwise;
  const text = jsonText(value).toLowerCase();
  if ((typeof value !== "boolean" && typeof value !== "string") || (text !== "true" && text !== "false")) {
    throw wrongType(name);
  }
  return text === "true";
}

function choice<const T extends string>(value: unknown, choices: readonly T[], name: string): T {
  const found = choices.find((known) => known.toLowerCase() === jsonText(value).toLowerCase());
  if (typeof value !== "string" || found === undefined) throw wrongType(name);
  return found;
}

function listOf<T>(value: unknown, name: string, read: (item: unknown) => T): readonly T[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw wrongType(name);
  return value.map(read);
}

/** The members of a complex parameter by name in lower case, without those that are null. */
function objectOf(value: unknown, name: string, allowed: readonly string[]): ReadonlyMap<string, unknown> {
  if (value === undefined) return new Map();
  if (!isJsonObject(value)) throw wrongType(name);
  const given: JsonObject = value;
  const members = new Map<string, unknown>();
  for (const [member, item] of Object.entries(given)) {
    if (member.includes("@odata.")) continue;
    if (!allowed.some((known) => known.toLowerCase() === member.toLowerCase())) {
      throw bodyUnreadable(`'${name}' has no member '${member}'.`);
    }
    if (item !== null) members.set(member.toLowerCase(), item);
  }
  return members;
}

const wrongType = (name: string) => bodyUnreadable(`Cannot convert the value of '${name}' to the expected type.`);
