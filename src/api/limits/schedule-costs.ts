import { type ArgumentCost, UPSTREAM_REQUEST } from "./argument-cost.js";

/** getSchedule opens up to 20 calendars at Microsoft, and weighs as two requests. */
const SCHEDULE_REQUEST = 2 * UPSTREAM_REQUEST;
/** The conservative settings of a request, whatever an installation has set. */
const ADDRESSES = 20;
const DAY_MS = 86_400_000;
const DAYS = 42;
/** Rooms that one search or `freeDuring` may ask at most, and the pages of the directory before them. */
const SEARCHED_ROOMS = 100;
const FREE_ROOMS = 200;
const DIRECTORY = 3 * UPSTREAM_REQUEST;

type Arguments = Readonly<Record<string, unknown>>;

/** The schedules of a list of mailboxes and addresses. */
export function schedulesCost(args: Arguments): ArgumentCost {
  const items = lengthOf(args.mailboxIds) + lengthOf(args.addresses);
  return { cost: Math.ceil(items / ADDRESSES) * pieces(args) * SCHEDULE_REQUEST, items };
}

/** One of many schedules, which share their requests. */
export function sharedScheduleCost(args: Arguments): ArgumentCost {
  return { cost: (SCHEDULE_REQUEST / ADDRESSES) * pieces(args), items: 1 };
}

export function roomsCost(args: Arguments): ArgumentCost {
  const free = args.freeDuring ? (FREE_ROOMS / ADDRESSES) * SCHEDULE_REQUEST : 0;
  return { cost: DIRECTORY + free };
}

/** The schedules that are read, and everybody's part in each suggestion. */
export function meetingTimesCost(args: Arguments): ArgumentCost {
  const input = objectOf(args.input);
  const rooms = objectOf(input.rooms);
  const isSearched = typeof rooms.connectionId === "string";
  const people = lengthOf(input.required) + lengthOf(input.optional);
  const asked = people + lengthOf(rooms.mailboxIds) + (isSearched ? SEARCHED_ROOMS : 0);
  const requests = Math.ceil(asked / ADDRESSES) * pieces(input);
  const results = typeof input.maxResults === "number" ? Math.max(input.maxResults, 0) : 0;
  return { cost: requests * SCHEDULE_REQUEST + (isSearched ? DIRECTORY : 0) + results * asked, items: 1 };
}

function pieces({ start, end }: Arguments): number {
  if (!(start instanceof Date && end instanceof Date)) return 1;
  return Math.max(1, Math.ceil((end.getTime() - start.getTime()) / (DAYS * DAY_MS)));
}

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}

function objectOf(value: unknown): Arguments {
  return typeof value === "object" && value !== null ? (value as Arguments) : {};
}
