import type { Viewer } from "../../auth/viewer.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import { busySpans } from "../schedules/busy-blocks.js";
import type { Schedule } from "../schedules/schedule.model.js";
import type { ScheduleService } from "../schedules/schedule.service.js";
import { assertScheduleQuestion, DEFAULT_INTERVAL_MINUTES } from "../schedules/schedule-window.js";
import { overlapsAny } from "../scheduling/interval.js";
import type { Room, RoomAvailability, RoomList } from "./room.model.js";
import type { RoomDirectory } from "./room-directory.js";
import { assertRoomFilter, matches, type RoomFilter } from "./room-filter.js";

/** Most rooms whose schedules are read for one question: ten requests. */
const MOST_SCHEDULES = 200;

/** A time in which rooms have to be free. */
export interface RoomTime {
  readonly start: Date;
  readonly end: Date;
}

/** The rooms of a connection's tenant. Needs Place.Read.All beside the permission on calendars. */
export class RoomService {
  constructor(private readonly deps: { readonly directory: RoomDirectory; readonly schedules: ScheduleService }) {}

  /**
   * Rooms that match, by name; with `freeDuring` those that are free then. Rooms that may not be asked, or that
   * Microsoft knows nothing of, are not free: how many they are is told in the answer.
   */
  async list(
    viewer: Viewer,
    connectionId: string,
    { filter, freeDuring }: { readonly filter: RoomFilter; readonly freeDuring: RoomTime | null },
    call: Call,
  ): Promise<readonly Room[]> {
    assertRoomFilter(filter, ["filter"]);
    if (freeDuring !== null) assertFreeDuring(freeDuring);
    const rooms = await this.#matching(viewer, connectionId, filter, call);
    if (freeDuring === null) return rooms;
    const states = await this.#availability(viewer, rooms, freeDuring, call);
    const unknown = rooms.filter((room) => states.get(room) === "UNKNOWN").length;
    if (unknown > 0) {
      call.notices?.set(`ROOMS_UNKNOWN ${connectionId}`, {
        code: "ROOMS_UNKNOWN",
        message: `Of ${unknown} rooms it is not known whether they are free; they are left out. Specify them as mailboxes, or let the connection tell of rooms (\`freeBusyReach\`).`,
      });
    }
    return rooms.filter((room) => states.get(room) === "FREE");
  }

  /** Rooms that match, whether they are free or not. */
  matching(viewer: Viewer, connectionId: string, filter: RoomFilter, call: Call): Promise<readonly Room[]> {
    return this.#matching(viewer, connectionId, filter, call);
  }

  roomLists(viewer: Viewer, connectionId: string, call: Call): Promise<readonly RoomList[]> {
    return this.deps.directory.roomLists(viewer, connectionId, call);
  }

  async #matching(viewer: Viewer, connectionId: string, filter: RoomFilter, call: Call): Promise<readonly Room[]> {
    const rooms = await this.deps.directory.rooms(viewer, connectionId, filter.roomList ?? null, call);
    return rooms.filter((room) => matches(room, filter));
  }

  async #availability(
    viewer: Viewer,
    rooms: readonly Room[],
    time: RoomTime,
    call: Call,
  ): Promise<ReadonlyMap<Room, RoomAvailability>> {
    if (rooms.length > MOST_SCHEDULES) throw tooManyRooms(rooms.length);
    const known = rooms.filter((room) => room.address !== null);
    const keys = known.map(({ address, connectionId }) => ({
      ...time,
      intervalMinutes: DEFAULT_INTERVAL_MINUTES,
      subject: { kind: "room" as const, connectionId, address: address ?? "" },
    }));
    const schedules = await this.deps.schedules.getMany(viewer, keys, call);
    const states = new Map<Room, RoomAvailability>(rooms.map((room) => [room, "UNKNOWN"]));
    known.forEach((room, index) => {
      const schedule = schedules[index];
      if (schedule !== undefined) states.set(room, availabilityDuring(schedule, time));
    });
    return states;
  }
}

function availabilityDuring(schedule: Schedule, { start, end }: RoomTime): RoomAvailability {
  if (schedule.error !== null) return "UNKNOWN";
  const time = { start: start.getTime(), end: end.getTime() };
  const { busy, tentative, unknown } = busySpans(schedule);
  if (overlapsAny(busy, time)) return "BUSY";
  if (overlapsAny(unknown, time)) return "UNKNOWN";
  return overlapsAny(tentative, time) ? "TENTATIVE" : "FREE";
}

/** The field's own arguments are named in what is wrong with them. */
function assertFreeDuring(time: RoomTime): void {
  try {
    assertScheduleQuestion({ ...time, intervalMinutes: DEFAULT_INTERVAL_MINUTES });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, error.message, {
      ...error.facts,
      path: ["freeDuring", ...(error.facts.path ?? [])],
    });
  }
}

function tooManyRooms(actual: number): AppError {
  return new AppError(
    "LIMIT_EXCEEDED",
    `${actual} rooms match; at most ${MOST_SCHEDULES} are asked whether they are free. Narrow the filter.`,
    { path: ["filter"], limit: { name: "rooms", max: MOST_SCHEDULES, actual } },
  );
}
