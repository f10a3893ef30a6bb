import { DAY_MS, MAX_REQUEST_DAYS, MAX_WINDOW_DAYS, partsOf } from "../../services/events/event-window.js";
import { MAX_MAILBOXES_PER_VIEW } from "../../services/mailboxes/mailbox-selection.service.js";

/** What one field adds to the cost of an operation, each time that it is resolved. */
export interface FieldWeight {
  readonly cost: number;
  /** An argument that holds a list: the cost of what lies below is counted once for each of its items. */
  readonly perItemOf?: string;
  /** How many times the cost is due with these arguments; undefined where execution will refuse them. Default: once. */
  readonly times?: (args: Readonly<Record<string, unknown>> | undefined) => number;
}

/** Weights by `Type.field`. A field that is not here weighs 1 when it gives an object, and nothing when it does not. */
export type CostWeights = Readonly<Record<string, number | FieldWeight>>;

/** One request to Microsoft, in units of one object of an answer. */
export const UPSTREAM_REQUEST = 100;

/** One request for each calendar and each part of its window. */
const VIEW: FieldWeight = { cost: UPSTREAM_REQUEST, times: (args) => requestsOf(args) };

/** The same for each mailbox that is named, or as many as there may be. */
const VIEW_OF_MANY: FieldWeight = {
  cost: UPSTREAM_REQUEST,
  times: (args) => mailboxesOf(args) * requestsOf(args),
};

/**
 * The gateway's own weights. A query that waits for Graph weighs one request for each mailbox or calendar it asks; a
 * mutation that writes there weighs more, because Exchange serves writes more slowly than reads.
 */
export const COST_WEIGHTS: CostWeights = {
  "Query.node": 1,
  "Query.nodes": { cost: 0, perItemOf: "ids" },
  "Mailbox.calendars": UPSTREAM_REQUEST,
  "Mailbox.calendarView": VIEW,
  "Calendar.calendarView": VIEW,
  "Organization.calendarView": VIEW_OF_MANY,
  "Organization.meetings": VIEW_OF_MANY,
  "ConnectionConfig.directoryUsers": UPSTREAM_REQUEST,
  "ConnectionConfig.directoryGroups": UPSTREAM_REQUEST,
  "ConnectionConfig.directoryGroup": UPSTREAM_REQUEST,
  "DirectoryGroup.members": UPSTREAM_REQUEST,
  "Mutation.createMailbox": UPSTREAM_REQUEST,
  "Mutation.createMailboxes": 5 * UPSTREAM_REQUEST,
  "Mutation.refreshMailbox": UPSTREAM_REQUEST,
  "Mutation.verifyConnection": 3 * UPSTREAM_REQUEST,
  "Mutation.createEvent": 2 * UPSTREAM_REQUEST,
  "Mutation.updateEvent": 2 * UPSTREAM_REQUEST,
  "Mutation.deleteEvent": 2 * UPSTREAM_REQUEST,
};

function requestsOf(args: Readonly<Record<string, unknown>> | undefined): number {
  const { start, end } = args ?? {};
  if (!(start instanceof Date && end instanceof Date)) return 1;
  const days = (end.getTime() - start.getTime()) / DAY_MS;
  // What is too long is refused with its own number.
  return days > MAX_REQUEST_DAYS && days <= MAX_WINDOW_DAYS ? partsOf({ start, end }).length : 1;
}

function mailboxesOf(args: Readonly<Record<string, unknown>> | undefined): number {
  const ids = args?.mailboxIds;
  return Array.isArray(ids) ? ids.length : MAX_MAILBOXES_PER_VIEW;
}
