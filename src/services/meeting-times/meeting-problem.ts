import { toIanaZone } from "../../graph/index.js";
import { busySpans } from "../schedules/busy-blocks.js";
import type { Schedule } from "../schedules/schedule.model.js";
import { type Interval, mergeIntervals } from "../scheduling/interval.js";
import type { SlotPerson, SlotProblem, SlotRoom } from "../scheduling/meeting-slots.js";
import { slotStarts } from "../scheduling/slot-grid.js";
import { workingTimes } from "../scheduling/working-hours.js";
import type { MeetingWish, TimeRange } from "./meeting-times.model.js";

const MINUTE_MS = 60_000;

/** Puts a wish and the schedules that belong to it into plain intervals. Schedules come in the order of the people. */
export function meetingProblem(
  wish: MeetingWish,
  schedules: {
    readonly required: readonly Schedule[];
    readonly optional: readonly Schedule[];
    readonly rooms: readonly Schedule[];
  },
  now: number,
): SlotProblem {
  const window = toInterval(wish);
  const durationMs = wish.durationMinutes * MINUTE_MS;
  const { zone } = toIanaZone(wish.timeZone);
  const asked = scheduleWindow(wish);
  const person = (isRequired: boolean) => (schedule: Schedule) => personOf(schedule, isRequired, wish, asked);
  return {
    starts: slotStarts(window, { durationMs, stepMs: wish.stepMinutes * MINUTE_MS, zone }),
    durationMs,
    bufferBeforeMs: wish.bufferBeforeMinutes * MINUTE_MS,
    bufferAfterMs: wish.bufferAfterMinutes * MINUTE_MS,
    earliest: now + wish.minimumNoticeMinutes * MINUTE_MS,
    excluded: mergeIntervals(wish.excluded.map(toInterval)),
    people: [...schedules.required.map(person(true)), ...schedules.optional.map(person(false))],
    rooms: schedules.rooms.map((schedule) => roomOf(schedule, asked)),
    roomsNeeded: wish.rooms?.count ?? 0,
    allowTentative: wish.allowTentative,
    allowUnknown: wish.allowUnknown,
    minOptionalShare: wish.minimumOptionalShare,
    maxResults: wish.maxResults,
  };
}

/** What has to be known of people: the window and the buffers around it. */
export function scheduleWindow(
  wish: Pick<MeetingWish, "start" | "end" | "bufferBeforeMinutes" | "bufferAfterMinutes">,
): TimeRange {
  return {
    start: new Date(wish.start.getTime() - wish.bufferBeforeMinutes * MINUTE_MS),
    end: new Date(wish.end.getTime() + wish.bufferAfterMinutes * MINUTE_MS),
  };
}

function personOf(schedule: Schedule, isRequired: boolean, { hours }: MeetingWish, asked: TimeRange): SlotPerson {
  const { workingHours, error } = schedule;
  return {
    isRequired,
    ...(error === null ? busySpans(schedule) : { busy: [], tentative: [], unknown: [toInterval(asked)] }),
    hours: hours === "ANY_HOURS" || workingHours === null ? null : workingTimes(workingHours, toInterval(asked)),
  };
}

/** A room is had or it is not: what is tentative or not known in it counts as taken. */
function roomOf(schedule: Schedule, asked: TimeRange): SlotRoom {
  if (schedule.error !== null) return { taken: [toInterval(asked)] };
  const { busy, tentative, unknown } = busySpans(schedule);
  return { taken: mergeIntervals([...busy, ...tentative, ...unknown]) };
}

function toInterval({ start, end }: TimeRange): Interval {
  return { start: start.getTime(), end: end.getTime() };
}
