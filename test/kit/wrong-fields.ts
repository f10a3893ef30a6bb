import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";

/** A value that a field must not have, for the member of the input that it stands in. */
export interface WrongValue {
  readonly over: Readonly<Record<string, unknown>>;
  readonly path: readonly string[];
  /** What the sentence must name or say to do. */
  readonly says: RegExp;
}

const wrong = (over: WrongValue["over"], path: string, says: RegExp): WrongValue => ({
  over,
  path: path.split("."),
  says,
});

const LONG = "n".repeat(256);
const COMMENT = "c".repeat(10_001);
const SLOT = { start: "2031-03-03T09:00:00Z", end: "2031-03-03T10:00:00Z" };
const address = DEMO_USERS.mei.address;
const nine = { dateTime: "2026-03-02T09:00:00", timeZone: "Europe/Berlin" };
const ten = { dateTime: "2026-03-02T10:00:00", timeZone: "Europe/Berlin" };

/** Fields that mean the same wherever they stand. */
export const EVERYWHERE: Readonly<Record<string, WrongValue>> = {
  id: wrong({ id: "x" }, "id", /id/),
  mailboxId: wrong({ mailboxId: "x" }, "mailboxId", /id/),
  calendarId: wrong({ calendarId: "x" }, "calendarId", /id/),
  groupId: wrong({ groupId: "x" }, "groupId", /id/),
  idempotencyKey: wrong({ idempotencyKey: "two words" }, "idempotencyKey", /without spaces/),
  expectedVersion: wrong({ expectedVersion: "latest" }, "expectedVersion", /version/i),
  comment: wrong({ comment: COMMENT }, "comment", /10.?000/),
};

const attendee = (over: object) => ({ attendees: [{ address, ...over }] });
const PEOPLE: readonly WrongValue[] = [
  wrong(attendee({ address: "Mei" }), "attendees.0.address", /ann@example\.com/),
  wrong(attendee({ name: LONG }), "attendees.0.name", /255/),
  wrong(attendee({ type: "UNKNOWN" }), "attendees.0.type", /UNKNOWN/),
];

const place = (over: object) => ({ locations: [{ displayName: "Quay", ...over }] });
const spot = (over: object) => place({ coordinates: { latitude: 0, longitude: 0, ...over } });
const postal = (member: string) =>
  wrong(place({ address: { [member]: LONG } }), `locations.0.address.${member}`, /255/);
const rule = (pattern: object, range: object = {}) => ({
  recurrence: { pattern: { type: "DAILY", ...pattern }, range: { type: "NO_END", ...range } },
});

/** Of new events and of changes alike. */
export const EVENT_MEMBERS: readonly WrongValue[] = [
  wrong({ subject: LONG }, "subject", /255/),
  wrong({ body: { content: "a\u0000" } }, "body.content", /control/),
  wrong({ body: { content: "a", contentType: "UNKNOWN" } }, "body.contentType", /UNKNOWN/),
  wrong({ start: { ...nine, dateTime: "2026-02-30T09:00:00" }, end: ten }, "start.dateTime", /wall-clock time/),
  wrong({ start: { ...nine, timeZone: "Mars/Olympus" }, end: ten }, "start.timeZone", /IANA name/),
  wrong({ start: nine, end: { ...ten, dateTime: "2026-02-30T09:00:00" } }, "end.dateTime", /wall-clock time/),
  wrong({ start: nine, end: { ...ten, timeZone: "Mars/Olympus" } }, "end.timeZone", /IANA name/),
  wrong({ location: LONG }, "location", /255/),
  wrong(place({ displayName: " " }), "locations.0.displayName", /name/),
  wrong(place({ emailAddress: "room" }), "locations.0.emailAddress", /ann@example\.com|address/),
  wrong(place({ uri: "u".repeat(2_001) }), "locations.0.uri", /2.?000/),
  wrong(place({ type: "UNKNOWN" }), "locations.0.type", /UNKNOWN/),
  ...["street", "city", "state", "postalCode", "countryOrRegion"].map(postal),
  wrong(spot({ latitude: 91 }), "locations.0.coordinates.latitude", /90/),
  wrong(spot({ longitude: 181 }), "locations.0.coordinates.longitude", /180/),
  wrong({ categories: ["Blue", " "] }, "categories.1", /name|empty/),
  wrong({ extendedData: [{ key: "a-b" }] }, "extendedData.0.key", /letter/),
  wrong({ extendedData: [{ key: "a", value: "v".repeat(2_001) }] }, "extendedData.0.value", /2.?000/),
  wrong({ importance: "UNKNOWN" }, "importance", /Choose another/),
  wrong({ sensitivity: "UNKNOWN" }, "sensitivity", /UNKNOWN/),
  wrong({ showAs: "UNKNOWN" }, "showAs", /UNKNOWN/),
  wrong({ onlineMeeting: { provider: "UNKNOWN" } }, "onlineMeeting.provider", /UNKNOWN/),
  wrong({ reminder: { minutesBefore: -1 } }, "reminder.minutesBefore", /0/),
  wrong({ recurrence: { rrule: "FREQ=HOURLY" } }, "recurrence.rrule", /HOURLY/),
  wrong(rule({ type: "UNKNOWN" }), "recurrence.pattern.type", /UNKNOWN/),
  wrong(rule({ interval: 0 }), "recurrence.pattern.interval", /1/),
  wrong(rule({ type: "ABSOLUTE_MONTHLY", dayOfMonth: 32 }), "recurrence.pattern.dayOfMonth", /31/),
  wrong(rule({ type: "ABSOLUTE_YEARLY", dayOfMonth: 2, month: 13 }), "recurrence.pattern.month", /12/),
  wrong(rule({ type: "WEEKLY", daysOfWeek: ["UNKNOWN"] }), "recurrence.pattern.daysOfWeek", /UNKNOWN/),
  wrong(
    rule({ type: "WEEKLY", daysOfWeek: ["MONDAY"], firstDayOfWeek: "UNKNOWN" }),
    "recurrence.pattern.firstDayOfWeek",
    /UNKNOWN/,
  ),
  wrong(
    rule({ type: "RELATIVE_MONTHLY", daysOfWeek: ["MONDAY"], index: "UNKNOWN" }),
    "recurrence.pattern.index",
    /UNKNOWN/,
  ),
  wrong(rule({}, { type: "UNKNOWN" }), "recurrence.range.type", /UNKNOWN/),
  wrong(rule({}, { type: "END_DATE" }), "recurrence.range.endDate", /needs/),
  wrong(rule({}, { type: "NUMBERED", numberOfOccurrences: 0 }), "recurrence.range.numberOfOccurrences", /1 or more/),
  wrong(rule({}, { recurrenceTimeZone: "Mars/Olympus" }), "recurrence.range.recurrenceTimeZone", /not known/),
];

/** Of new events alone, whose first date is known before Microsoft is asked. */
const FIRST_DATE = wrong(rule({}, { startDate: "2026-03-03" }), "recurrence.range.startDate", /2026-03-02/);

const hours = (workingHours: object) => ({ workingHours });
const replies = (automaticReplies: object) => ({ automaticReplies });
const book = "x".repeat(50_001);
const MAILBOX_SETTINGS: readonly WrongValue[] = [
  wrong({ timeZone: "Mars/Olympus" }, "timeZone", /IANA name/),
  wrong(hours({ startTime: "24:00" }), "workingHours.startTime", /`09:00`/),
  wrong(hours({ endTime: "noon" }), "workingHours.endTime", /`09:00`/),
  wrong(hours({ timeZone: "Mars/Olympus" }), "workingHours.timeZone", /IANA name/),
  wrong(replies({ status: "UNKNOWN" }), "automaticReplies.status", /UNKNOWN/),
  wrong(replies({ externalAudience: "UNKNOWN" }), "automaticReplies.externalAudience", /UNKNOWN/),
  wrong(replies({ internalMessage: book }), "automaticReplies.internalMessage", /50,000/),
  wrong(replies({ externalMessage: book }), "automaticReplies.externalMessage", /50,000/),
  wrong(replies({ status: "SCHEDULED", end: SLOT.end }), "automaticReplies.start", /needs a start/),
  wrong(replies({ status: "SCHEDULED", start: SLOT.start }), "automaticReplies.end", /needs an end/),
  wrong({ locale: "English, please" }, "locale", /`en-GB`/),
  wrong({ dateFormat: "dd/MM" }, "dateFormat", /year/),
  wrong({ timeFormat: "HH" }, "timeFormat", /minutes/),
  wrong({ delegateMeetingMessageDeliveryOptions: "UNKNOWN" }, "delegateMeetingMessageDeliveryOptions", /UNKNOWN/),
];

/** The members of one mutation's input that no other table has. */
export const WRONG_FIELDS: Readonly<Record<string, readonly WrongValue[]>> = {
  addAttendees: PEOPLE,
  cancelEvent: [],
  createCalendar: [wrong({ name: " " }, "name", /name/), wrong({ color: "UNKNOWN" }, "color", /UNKNOWN/)],
  createCalendarGroup: [wrong({ name: " " }, "name", /name/)],
  createCategory: [wrong({ displayName: " " }, "displayName", /name/), wrong({ color: "UNKNOWN" }, "color", /UNKNOWN/)],
  createEvent: [...EVENT_MEMBERS, ...PEOPLE, FIRST_DATE],
  deleteAttachment: [],
  deleteCalendar: [],
  deleteCalendarGroup: [],
  deleteCategory: [],
  deleteEvent: [],
  dismissReminder: [],
  forwardEvent: [
    wrong({ to: [{ address: "Mei" }] }, "to.0.address", /ann@example\.com/),
    wrong({ to: [{ address, name: LONG }] }, "to.0.name", /255/),
  ],
  moveEvent: [],
  removeAttendees: [wrong({ addresses: ["Mei"] }, "addresses", /ann@example\.com/)],
  removeCalendarPermission: [],
  renameCalendarGroup: [wrong({ name: " " }, "name", /name/)],
  respondToEvent: [
    wrong({ response: "DECLINE", proposedNewTime: { ...SLOT, end: SLOT.start } }, "proposedNewTime.end", /after/),
  ],
  shareCalendar: [
    wrong({ address: "Mei" }, "address", /ann@example\.com/),
    wrong({ name: LONG }, "name", /255/),
    wrong({ role: "UNKNOWN" }, "role", /UNKNOWN/),
  ],
  snoozeReminder: [wrong({ until: "2020-01-01T00:00:00Z" }, "until", /passed|future/)],
  updateAttendee: [
    wrong({ address: "Mei" }, "address", /ann@example\.com/),
    wrong({ type: "UNKNOWN" }, "type", /UNKNOWN/),
  ],
  updateCalendar: [wrong({ name: " " }, "name", /name/), wrong({ color: "UNKNOWN" }, "color", /UNKNOWN/)],
  updateCalendarPermission: [wrong({ role: "UNKNOWN" }, "role", /UNKNOWN/)],
  updateCategory: [wrong({ color: "UNKNOWN" }, "color", /UNKNOWN/)],
  updateEvent: EVENT_MEMBERS,
  updateMailboxSettings: MAILBOX_SETTINGS,
};

/** Fields that can be wrong in no way that the schema's types let through, by input type. */
export const NEVER_WRONG: Readonly<Record<string, string>> = {
  "GeoCoordinatesInput.accuracy": "any number of metres",
  "GeoCoordinatesInput.altitude": "any number of metres",
  "GeoCoordinatesInput.altitudeAccuracy": "any number of metres",
  "ProposedTimeInput.start": "an instant; what can be wrong of it is told of the end",
};
