import { type ArgumentCost, UPSTREAM_REQUEST } from "./argument-cost.js";
import { meetingTimesCost, roomsCost, schedulesCost, sharedScheduleCost } from "./schedule-costs.js";
import { viewCost, viewOfManyCost } from "./view-costs.js";

/** What one field adds to the cost of an operation, each time that it is resolved. */
export interface FieldWeight {
  readonly cost: number;
  /** An argument that holds a list: the cost of what lies below is counted once for each of its items. */
  readonly perItemOf?: string;
  /** What the values of its arguments add, and how many objects they ask for; not told where they are faulty. */
  readonly ofArguments?: (args: Readonly<Record<string, unknown>>) => ArgumentCost;
}

/** Weights by `Type.field`. A field that is not here weighs 1 when it gives an object, and nothing when it does not. */
export type CostWeights = Readonly<Record<string, number | FieldWeight>>;

/**
 * The gateway's own weights. A query that waits for Graph weighs one request for each mailbox or calendar it asks; a
 * mutation that writes there weighs more, because Exchange serves writes more slowly than reads.
 */
export const COST_WEIGHTS: CostWeights = {
  "Query.node": 1,
  "Query.nodes": { cost: 0, perItemOf: "ids" },
  "Mailbox.calendars": UPSTREAM_REQUEST,
  "Mailbox.settings": UPSTREAM_REQUEST,
  "Mailbox.calendarView": { cost: 0, ofArguments: viewCost },
  "Calendar.calendarView": { cost: 0, ofArguments: viewCost },
  "Organization.calendarView": { cost: 0, ofArguments: viewOfManyCost },
  "Organization.meetings": { cost: 0, ofArguments: viewOfManyCost },
  "Mailbox.seriesMasters": UPSTREAM_REQUEST,
  "Calendar.seriesMasters": UPSTREAM_REQUEST,
  "Event.instances": { cost: 0, ofArguments: viewCost },
  "Event.exceptions": UPSTREAM_REQUEST,
  "Event.cancelledOccurrences": UPSTREAM_REQUEST,
  "Recurrence.exdates": UPSTREAM_REQUEST,
  // One request a series, which its occurrences share.
  "Event.seriesMaster": 20,
  "ConnectionConfig.directoryUsers": UPSTREAM_REQUEST,
  "ConnectionConfig.directoryGroups": UPSTREAM_REQUEST,
  "ConnectionConfig.directoryGroup": UPSTREAM_REQUEST,
  "DirectoryGroup.members": UPSTREAM_REQUEST,
  "Mutation.createMailbox": UPSTREAM_REQUEST,
  "Mutation.createMailboxes": 5 * UPSTREAM_REQUEST,
  "Mutation.refreshMailbox": UPSTREAM_REQUEST,
  "Mailbox.schedule": { cost: 0, ofArguments: sharedScheduleCost },
  "Room.schedule": { cost: 0, ofArguments: sharedScheduleCost },
  "Organization.schedules": { cost: 0, ofArguments: schedulesCost },
  "Organization.findMeetingTimes": { cost: 0, ofArguments: meetingTimesCost },
  "ConnectionConfig.rooms": { cost: 0, ofArguments: roomsCost },
  "ConnectionConfig.roomLists": UPSTREAM_REQUEST,
  "Schedule.items": 10,
  "Schedule.busy": 10,
  "Mutation.verifyConnection": 3 * UPSTREAM_REQUEST,
  "Mutation.createEvent": 2 * UPSTREAM_REQUEST,
  "Mutation.updateEvent": 2 * UPSTREAM_REQUEST,
  "Mutation.deleteEvent": 2 * UPSTREAM_REQUEST,
  "Event.attachments": UPSTREAM_REQUEST,
  "Mutation.deleteAttachment": 2 * UPSTREAM_REQUEST,
  "Mutation.cancelEvent": 3 * UPSTREAM_REQUEST,
  "Mutation.respondToEvent": 3 * UPSTREAM_REQUEST,
  "Mutation.forwardEvent": 2 * UPSTREAM_REQUEST,
  "Mutation.snoozeReminder": 2 * UPSTREAM_REQUEST,
  "Mutation.dismissReminder": 2 * UPSTREAM_REQUEST,
  "Mutation.addAttendees": 3 * UPSTREAM_REQUEST,
  "Mutation.removeAttendees": 3 * UPSTREAM_REQUEST,
  "Mutation.updateAttendee": 3 * UPSTREAM_REQUEST,
  "Mutation.moveEvent": 6 * UPSTREAM_REQUEST,
  "RespondToEventPayload.event": UPSTREAM_REQUEST,
  "ForwardEventPayload.event": UPSTREAM_REQUEST,
  "SnoozeReminderPayload.event": UPSTREAM_REQUEST,
  "DismissReminderPayload.event": UPSTREAM_REQUEST,
  "AddAttendeesPayload.event": UPSTREAM_REQUEST,
  "RemoveAttendeesPayload.event": UPSTREAM_REQUEST,
  "UpdateAttendeePayload.event": UPSTREAM_REQUEST,
  "MoveEventPayload.event": UPSTREAM_REQUEST,
  "Mailbox.calendarGroups": UPSTREAM_REQUEST,
  "CalendarGroup.calendars": UPSTREAM_REQUEST,
  "Calendar.permissions": UPSTREAM_REQUEST,
  "Mailbox.categories": UPSTREAM_REQUEST,
  "Mutation.createCategory": 2 * UPSTREAM_REQUEST,
  "Mutation.updateCategory": 2 * UPSTREAM_REQUEST,
  "Mutation.deleteCategory": 2 * UPSTREAM_REQUEST,
  "Mutation.updateMailboxSettings": 2 * UPSTREAM_REQUEST,
  "Mutation.createCalendar": 2 * UPSTREAM_REQUEST,
  "Mutation.updateCalendar": 2 * UPSTREAM_REQUEST,
  "Mutation.deleteCalendar": 3 * UPSTREAM_REQUEST,
  "Mutation.createCalendarGroup": 2 * UPSTREAM_REQUEST,
  "Mutation.renameCalendarGroup": 2 * UPSTREAM_REQUEST,
  "Mutation.deleteCalendarGroup": 4 * UPSTREAM_REQUEST,
  "Mutation.shareCalendar": 4 * UPSTREAM_REQUEST,
  "Mutation.updateCalendarPermission": 3 * UPSTREAM_REQUEST,
  "Mutation.removeCalendarPermission": 3 * UPSTREAM_REQUEST,
};
