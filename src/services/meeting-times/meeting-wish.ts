import { isKnownTimeZone } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import { assertRoomFilter } from "../rooms/room-filter.js";
import type { MeetingWish } from "./meeting-times.model.js";

/** Bounds of one search; together they keep it below a tenth of a second. */
const MAX = {
  people: 100,
  rooms: 100,
  windowDays: 62,
  durationMinutes: 1_440,
  stepMinutes: 1_440,
  bufferMinutes: 480,
  noticeMinutes: 62 * 1_440,
  results: 100,
  excluded: 100,
};
export const MOST_ROOMS = MAX.rooms;

const DAY_MS = 86_400_000;

/** Refuses what cannot be searched, before Microsoft is asked. @throws AppError INVALID_INPUT or LIMIT_EXCEEDED. */
export function assertMeetingWish(wish: MeetingWish): void {
  assertPeople(wish);
  assertWindow(wish);
  whole("durationMinutes", "A meeting lasts", wish.durationMinutes, 1, MAX.durationMinutes);
  whole("stepMinutes", "A step has", wish.stepMinutes, 5, MAX.stepMinutes);
  whole("bufferBeforeMinutes", "A buffer has", wish.bufferBeforeMinutes, 0, MAX.bufferMinutes);
  whole("bufferAfterMinutes", "A buffer has", wish.bufferAfterMinutes, 0, MAX.bufferMinutes);
  whole("minimumNoticeMinutes", "The notice has", wish.minimumNoticeMinutes, 0, MAX.noticeMinutes);
  if (wish.maxResults < 1 || wish.maxResults > MAX.results) {
    throw invalid(`1 to ${MAX.results} suggestions can be asked for.`, "maxResults");
  }
  if (!(wish.minimumOptionalShare >= 0 && wish.minimumOptionalShare <= 1)) {
    throw invalid("A share is from 0 (nobody) to 1 (all).", "minimumOptionalShare");
  }
  if (!isKnownTimeZone(wish.timeZone)) {
    throw invalid("This time zone is not known. Use an IANA name such as `Europe/Berlin`.", "timeZone");
  }
  assertRooms(wish);
}

function assertPeople({ required, optional }: MeetingWish): void {
  if (required.length + optional.length === 0) {
    throw invalid("Name at least one person, required or optional.", "required");
  }
  const people = required.length + optional.length;
  if (people > MAX.people) {
    throw tooMany(
      `${people} people were named; a search takes at most ${MAX.people}.`,
      "people",
      MAX.people,
      people,
      "required",
    );
  }
  const seen = new Set<string>();
  for (const [field, ids] of [
    ["required", required],
    ["optional", optional],
  ] as const) {
    ids.forEach((id, index) => {
      if (seen.has(id)) throw invalid("This person was named before.", field, String(index));
      seen.add(id);
    });
  }
}

function assertWindow({ start, end, excluded }: MeetingWish): void {
  const days = (end.getTime() - start.getTime()) / DAY_MS;
  if (days <= 0) throw invalid("`end` must be after `start`.", "end");
  if (days > MAX.windowDays) {
    const actual = Math.ceil(days);
    throw tooMany(
      `The window is ${actual} days long; a search takes at most ${MAX.windowDays}.`,
      "windowDays",
      MAX.windowDays,
      actual,
      "end",
    );
  }
  if (excluded.length > MAX.excluded) {
    throw tooMany(
      `At most ${MAX.excluded} ranges can be excluded.`,
      "excluded",
      MAX.excluded,
      excluded.length,
      "excluded",
    );
  }
  excluded.forEach((range, index) => {
    if (range.end <= range.start) throw invalid("`end` must be after `start`.", "excluded", String(index), "end");
  });
}

function assertRooms({ rooms, required, optional }: MeetingWish): void {
  if (rooms === null) return;
  if (rooms.mailboxIds.length > MAX.rooms) {
    throw tooMany(
      `At most ${MAX.rooms} rooms can be named.`,
      "rooms",
      MAX.rooms,
      rooms.mailboxIds.length,
      "rooms",
      "mailboxIds",
    );
  }
  const people = new Set([...required, ...optional]);
  const seen = new Set<string>();
  rooms.mailboxIds.forEach((id, index) => {
    if (people.has(id) || seen.has(id)) {
      throw invalid("This mailbox was named before.", "rooms", "mailboxIds", String(index));
    }
    seen.add(id);
  });
  if (rooms.mailboxIds.length === 0 && rooms.connectionId === null) {
    throw invalid("Name rooms, or the connection in whose tenant they are looked for.", "rooms", "connectionId");
  }
  if (!Number.isInteger(rooms.count) || rooms.count < 0 || rooms.count > MAX.rooms) {
    throw invalid(`0 to ${MAX.rooms} rooms can be needed.`, "rooms", "count");
  }
  assertRoomFilter(rooms.filter, ["rooms", "filter"]);
}

function whole(field: string, what: string, value: number, min: number, max: number): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  throw invalid(`${what} ${min} to ${max} minutes.`, field);
}

function invalid(message: string, ...path: readonly string[]): AppError {
  return new AppError("INVALID_INPUT", message, { path });
}

function tooMany(message: string, name: string, max: number, actual: number, ...path: readonly string[]): AppError {
  return new AppError("LIMIT_EXCEEDED", message, { path, limit: { name, max, actual } });
}
