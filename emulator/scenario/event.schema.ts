import { z } from "zod";
import { ATTENDEE_TYPES, IMPORTANCES, SENSITIVITIES, SHOW_AS } from "../core/mailbox.model.js";
import { DAYS_OF_WEEK, PATTERN_TYPES, RANGE_TYPES, WEEK_INDEXES } from "../core/recurrence.js";
import { address, clockTime, date, localTime, minutes, text, zone } from "./leaf.schema.js";

const Attendee = z.strictObject({
  address,
  name: text.optional(),
  type: z.enum(ATTENDEE_TYPES).optional(),
  response: z
    .enum(["accepted", "tentativelyAccepted", "declined", "notResponded"])
    .describe("What the attendee has answered; default accepted.")
    .optional(),
});

const Recurrence = z.strictObject({
  pattern: z.strictObject({
    type: z.enum(PATTERN_TYPES),
    interval: z.int().positive().default(1),
    daysOfWeek: z.array(z.enum(DAYS_OF_WEEK)).min(1).optional(),
    dayOfMonth: z.int().min(1).max(31).optional(),
    month: z.int().min(1).max(12).optional(),
    index: z.enum(WEEK_INDEXES).optional(),
    firstDayOfWeek: z.enum(DAYS_OF_WEEK).optional(),
  }),
  range: z
    .strictObject({
      type: z.enum(RANGE_TYPES),
      endDate: date.optional(),
      numberOfOccurrences: z.int().positive().optional(),
    })
    .describe("Default: without end.")
    .optional(),
});

/** An event, or a meeting with everybody's copies of it. */
export const EventEntry = z
  .strictObject({
    subject: text,
    calendar: text.describe("Name of one of the person's further calendars; default the default calendar.").optional(),
    start: localTime.describe("Local time in `timeZone`.").optional(),
    day: z.int().describe("In place of `start`: days from the Monday of the clock's week; with `at`.").optional(),
    at: clockTime.describe("Time of `day`; without it the event takes the whole day.").optional(),
    minutes: minutes.describe("Default 60.").optional(),
    days: z.int().positive().describe("How many days an event takes that takes whole days; default 1.").optional(),
    timeZone: zone.describe("Default: the person's.").optional(),
    body: z.string().describe("HTML.").optional(),
    location: text.optional(),
    room: address.describe("A room to book, which accepts.").optional(),
    attendees: z.array(Attendee).optional(),
    recurrence: Recurrence.optional(),
    moved: z
      .array(z.strictObject({ date, start: localTime, minutes: minutes.optional() }))
      .describe("Occurrences that take place at another time.")
      .optional(),
    cancelled: z.array(date).describe("Dates of occurrences that were cancelled.").optional(),
    online: z.boolean().optional(),
    showAs: z.enum(SHOW_AS).optional(),
    sensitivity: z.enum(SENSITIVITIES).optional(),
    importance: z.enum(IMPORTANCES).optional(),
    categories: z.array(text).optional(),
    reminderMinutes: z.int().nonnegative().nullable().describe("Null for no reminder; default 15.").optional(),
  })
  .superRefine((event, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if ((event.start === undefined) === (event.day === undefined)) {
      fault("start", "An event needs either `start` or `day`.");
    }
    if (event.at !== undefined && event.day === undefined) fault("at", "`at` goes with `day`.");
    const isTimed = event.start?.includes("T") === true || event.at !== undefined;
    if (event.days !== undefined && isTimed) fault("days", "`days` is for events without a time of day.");
    if (event.minutes !== undefined && !isTimed) fault("minutes", "`minutes` is for events with a time of day.");
    for (const member of ["moved", "cancelled"] as const) {
      if (event[member] !== undefined && event.recurrence === undefined)
        fault(member, "Only a series has occurrences.");
    }
  });
export type EventEntry = z.infer<typeof EventEntry>;
