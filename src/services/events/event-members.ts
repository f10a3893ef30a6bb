import type { GraphEvent } from "../../graph/index.js";
import { oncePerKey } from "../../lib/once-per-key.js";
import { EXTENDED_DATA_EXPANSION } from "./extended-data.js";

/**
 * Which members of Graph's event each of our fields is read from. Only members behind selected fields are asked for:
 * the whole resource is about three times as large.
 */
const MEMBERS = {
  /** Answered whether it is selected or not. To name it says that it is handed out: see `membersOfList`. */
  id: ["id"],
  subject: ["subject"],
  bodyPreview: ["bodyPreview"],
  body: ["body"],
  location: ["location"],
  locations: ["locations"],
  organizer: ["organizer"],
  attendees: ["attendees"],
  showAs: ["showAs"],
  sensitivity: ["sensitivity"],
  importance: ["importance"],
  type: ["type"],
  categories: ["categories"],
  isCancelled: ["isCancelled"],
  isOrganizer: ["isOrganizer"],
  isDraft: ["isDraft"],
  response: ["responseStatus"],
  respondedAt: ["responseStatus"],
  responseRequested: ["responseRequested"],
  hideAttendees: ["hideAttendees"],
  allowNewTimeProposals: ["allowNewTimeProposals"],
  reminder: ["isReminderOn", "reminderMinutesBeforeStart"],
  createdAt: ["createdDateTime"],
  changedAt: ["lastModifiedDateTime"],
  originalStart: ["originalStart"],
  seriesMasterId: ["seriesMasterId"],
  iCalUId: ["iCalUId"],
  webLink: ["webLink"],
  isOnlineMeeting: ["isOnlineMeeting"],
  hasAttachments: ["hasAttachments"],
  onlineMeeting: ["onlineMeeting", "onlineMeetingProvider"],
  recurrence: ["recurrence"],
  seriesMaster: ["seriesMasterId"],
  instances: ["type"],
  exceptions: ["type"],
  cancelledOccurrences: ["type"],
  /** An open extension, which is expanded and not selected. */
  extendedData: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type EventField = keyof typeof MEMBERS;

/** Every field, in their fixed order. */
export const ALL_EVENT_FIELDS: readonly EventField[] = Object.keys(MEMBERS) as EventField[];

/** Needed whatever was selected, beside the id that Graph always answers: times, by which lists are ordered. */
const ALWAYS = ["start", "end", "isAllDay", "originalStartTimeZone", "originalEndTimeZone"];

/** The event fields among some names, in a fixed order, so that equal selections make equal keys; one list for one set. */
export const eventFieldsAmong = oncePerKey((names: ReadonlySet<string>): readonly EventField[] =>
  ALL_EVENT_FIELDS.filter((field) => names.has(field)),
);

/** The `$select` of Graph that some of our fields need; one list for one list. */
export const selectForFields = oncePerKey((fields: readonly EventField[]): readonly string[] => [
  ...ALWAYS,
  ...fields.flatMap((field) => MEMBERS[field]),
]);

/** The `$expand` of Graph that some of our fields need; undefined for none. */
export function expandForFields(fields: readonly EventField[]): string | undefined {
  return fields.includes("extendedData") ? EXTENDED_DATA_EXPANSION : undefined;
}

/** The members of a whole event that a read of some fields would have answered. */
export function pickedMembers<E extends GraphEvent>(event: E, fields: readonly EventField[]): E {
  const names = new Set<string>(["id", "@odata.etag", ...selectForFields(fields)]);
  if (fields.includes("extendedData")) names.add("extensions");
  return Object.fromEntries(Object.entries(event).filter(([name]) => names.has(name))) as E;
}
