import {
  ATTENDEE_TYPES,
  type AttendeeRow,
  BODY_TYPES,
  type EventContent,
  IMPORTANCES,
  type LocationRow,
  ONLINE_PROVIDERS,
  SENSITIVITIES,
  SHOW_AS,
} from "../../core/mailbox.model.js";
import { PART_MEMBERS } from "../extensions/event-parts.js";
import { readMultiValues, readOpenExtensions, readSingleValues } from "../extensions/extended-data.js";
import { GraphFailure } from "../graph-failure.js";
import { bodyUnreadable, isJsonObject, type JsonObject } from "../json-body.js";
import { jsonText } from "../json-text.js";
import { eventType } from "./event.resource.js";
import { readTime } from "./event-time.js";

/** What a create or a PATCH says; members that were not sent are absent. */
export interface EventChanges extends Partial<EventContent> {
  readonly transactionId?: string;
  /** As it was sent; `graph/recurrence` reads it together with the event. */
  readonly recurrence?: unknown;
}

type Reader = (value: unknown, member: string) => Partial<EventChanges>;

const READERS: Readonly<Record<string, Reader>> = {
  subject: (value, member) => ({ subject: value === null ? "" : textOf(value, member) }),
  body: (value, member) => ({ body: bodyOf(value, member) }),
  start: (value, member) => ({ start: readTime(value, member) }),
  end: (value, member) => ({ end: readTime(value, member) }),
  isAllDay: (value, member) => ({ isAllDay: flagOf(value, member) }),
  attendees: (value, member) => ({ attendees: listOf(value, member, attendeeOf) }),
  location: (value, member) => ({ locations: isBlankLocation(value) ? [] : [locationOf(value, member)] }),
  locations: (value, member) => ({ locations: listOf(value, member, locationOf) }),
  categories: (value, member) => ({ categories: listOf(value, member, textOf) }),
  importance: (value, member) => ({ importance: choiceOf(value, member, IMPORTANCES) }),
  sensitivity: (value, member) => ({ sensitivity: choiceOf(value, member, SENSITIVITIES) }),
  showAs: (value, member) => ({ showAs: choiceOf(value, member, SHOW_AS) }),
  isReminderOn: (value, member) => ({ isReminderOn: flagOf(value, member) }),
  reminderMinutesBeforeStart: (value, member) => ({ reminderMinutesBeforeStart: integerOf(value, member) }),
  hideAttendees: (value, member) => ({ hideAttendees: flagOf(value, member) }),
  responseRequested: (value, member) => ({ responseRequested: flagOf(value, member) }),
  allowNewTimeProposals: (value, member) => ({ allowNewTimeProposals: flagOf(value, member) }),
  isOnlineMeeting: (value, member) => ({ isOnlineMeeting: flagOf(value, member) }),
  onlineMeetingProvider: (value, member) => ({ onlineMeetingProvider: choiceOf(value, member, ONLINE_PROVIDERS) }),
  singleValueExtendedProperties: (value, member) => ({ singleValues: readSingleValues(value ?? [], member) }),
  multiValueExtendedProperties: (value, member) => ({ multiValues: readMultiValues(value ?? [], member) }),
  extensions: (value, member) => ({ extensions: readOpenExtensions(value ?? [], member) }),
  recurrence: (value) => ({ recurrence: value }),
  transactionId: (value, member) => (value === null ? {} : { transactionId: textOf(value, member) }),
};

/**
 * Reads the members a client may write. Read-only ones are ignored, as Exchange ignores them (`organizer` among them).
 * Throws 400 `RequestBodyRead` for members that do not exist and for values of a wrong type.
 */
export function readEventBody(body: JsonObject): EventChanges {
  let changes: EventChanges = {};
  for (const [member, value] of Object.entries(body)) {
    const reader = Object.hasOwn(READERS, member) ? READERS[member] : undefined;
    if (reader !== undefined) changes = { ...changes, ...reader(value, member) };
    else if (!PART_MEMBERS.has(member) && !Object.hasOwn(eventType.members, member) && !member.includes("@odata.")) {
      throw bodyUnreadable(
        `The property '${member}' does not exist on type 'microsoft.graph.event'. Make sure to only use property names that are defined by the type.`,
      );
    }
  }
  return changes;
}

const wrongType = (member: string) => bodyUnreadable(`Cannot convert the value of '${member}' to the expected type.`);

function textOf(value: unknown, member: string): string {
  if (typeof value !== "string") throw wrongType(member);
  return value;
}

function flagOf(value: unknown, member: string): boolean {
  if (typeof value !== "boolean") throw wrongType(member);
  return value;
}

function integerOf(value: unknown, member: string): number {
  if (typeof value !== "number" || !Number.isInteger(value) || Math.abs(value) > 2_147_483_647) throw wrongType(member);
  return value;
}

/** Enum values are taken in any case. */
function choiceOf<const T extends string>(value: unknown, member: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice.toLowerCase() === jsonText(value).toLowerCase());
  if (typeof value !== "string" || found === undefined) throw wrongType(member);
  return found;
}

function listOf<T>(value: unknown, member: string, read: (item: unknown, member: string) => T): T[] {
  if (!Array.isArray(value)) throw wrongType(member);
  return value.map((item) => read(item, member));
}

function bodyOf(value: unknown, member: string): EventContent["body"] {
  if (value === null) return { contentType: "html", content: "" };
  if (!isJsonObject(value)) throw wrongType(member);
  return {
    contentType: value.contentType === undefined ? "text" : choiceOf(value.contentType, member, BODY_TYPES),
    content: value.content === undefined || value.content === null ? "" : textOf(value.content, member),
  };
}

function attendeeOf(value: unknown, member: string): AttendeeRow {
  if (!isJsonObject(value) || !isJsonObject(value.emailAddress)) throw wrongType(member);
  const { address, name } = value.emailAddress;
  if (typeof address !== "string" || address.trim() === "") {
    throw new GraphFailure(
      400,
      "ErrorInvalidRecipients",
      "At least one recipient is not valid; an attendee needs an address.",
    );
  }
  return {
    emailAddress: { name: typeof name === "string" ? name : address, address },
    type: value.type === undefined ? "required" : choiceOf(value.type, member, ATTENDEE_TYPES),
    status: { response: "none", at: undefined },
  };
}

function isBlankLocation(value: unknown): boolean {
  return value === null || (isJsonObject(value) && (value.displayName ?? "") === "" && Object.keys(value).length <= 1);
}

function locationOf(value: unknown, member: string): LocationRow {
  if (!isJsonObject(value)) throw wrongType(member);
  const displayName = value.displayName === undefined ? "" : textOf(value.displayName, member);
  return { locationType: "default", uniqueId: displayName, uniqueIdType: "private", ...value, displayName };
}
