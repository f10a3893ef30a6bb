/**
 * Which members of Graph's event each of our fields is read from. Only members behind selected fields are asked for:
 * the whole resource is about three times as large.
 */
const MEMBERS = {
  subject: ["subject"],
  bodyPreview: ["bodyPreview"],
  body: ["body"],
  location: ["location"],
  organizer: ["organizer"],
  attendees: ["attendees"],
  showAs: ["showAs"],
  sensitivity: ["sensitivity"],
  importance: ["importance"],
  type: ["type"],
  categories: ["categories"],
  isCancelled: ["isCancelled"],
  isOrganizer: ["isOrganizer"],
  response: ["responseStatus"],
  iCalUId: ["iCalUId"],
  webLink: ["webLink"],
  onlineMeeting: ["onlineMeeting"],
  recurrence: ["recurrence"],
  originalStart: ["originalStart"],
  seriesMaster: ["seriesMasterId"],
  instances: ["type"],
  exceptions: ["type"],
  cancelledOccurrences: ["type"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type EventField = keyof typeof MEMBERS;

/** Every field, for answers to writes. */
const ALL_EVENT_FIELDS: readonly EventField[] = Object.keys(MEMBERS) as EventField[];

/** Needed whatever was selected: identity and times, by which lists are ordered. */
const ALWAYS = ["id", "start", "end", "isAllDay", "originalStartTimeZone", "originalEndTimeZone"];

/** The event fields among some names, in a fixed order, so that equal selections make equal keys. */
export function eventFieldsAmong(names: ReadonlySet<string>): readonly EventField[] {
  return ALL_EVENT_FIELDS.filter((field) => names.has(field));
}

/** The `$select` of Graph that some of our fields need. */
export function selectForFields(fields: readonly EventField[]): readonly string[] {
  return [...ALWAYS, ...fields.flatMap((field) => MEMBERS[field])];
}
