import { assertCan } from "../../auth/permissions.js";
import type { Viewer } from "../../auth/viewer.js";
import { toIanaZone } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import type { Clock } from "../../lib/clock.js";
import type { Database } from "../../store/database.js";
import { notFound } from "../outcomes.js";
import type { Room } from "../rooms/room.model.js";
import type { RoomService } from "../rooms/room.service.js";
import type { Schedule, ScheduleKey, ScheduleSubject } from "../schedules/schedule.model.js";
import type { ScheduleService } from "../schedules/schedule.service.js";
import { DEFAULT_INTERVAL_MINUTES } from "../schedules/schedule-window.js";
import { overlapsAny } from "../scheduling/interval.js";
import { findSlots, type Slot, type SlotProblem, statusAt } from "../scheduling/meeting-slots.js";
import { meetingProblem, scheduleWindow } from "./meeting-problem.js";
import { reasonForNothing, reasonsFor } from "./meeting-reasons.js";
import type {
  MeetingPerson,
  MeetingRoom,
  MeetingSuggestion,
  MeetingTimes,
  MeetingWish,
  RoomWish,
} from "./meeting-times.model.js";
import { assertMeetingWish, MOST_ROOMS } from "./meeting-wish.js";

export interface MeetingTimesDeps {
  readonly db: Database;
  readonly schedules: ScheduleService;
  readonly rooms: RoomService;
  readonly clock: Clock;
}

type Named = ReadonlyMap<string, { readonly organizationId: string; readonly address: string }>;

interface Candidate {
  readonly subject: ScheduleSubject;
  readonly room: Room | null;
}

/** Finds times for meetings from free and busy times alone, so that it works with application permission. */
export class MeetingTimesService {
  constructor(private readonly deps: MeetingTimesDeps) {}

  /** Never fails for one person's sake: whose time is not known is said in the answer. @throws AppError for bad input. */
  async find(viewer: Viewer, organizationId: string, wish: MeetingWish, call: Call): Promise<MeetingTimes> {
    assertMeetingWish(wish);
    assertCan(viewer, "event:read", organizationId);
    const mailboxes = await this.#mailboxes(viewer, organizationId, wish);
    const candidates =
      wish.rooms === null ? [] : await this.#candidates(viewer, organizationId, wish.rooms, mailboxes, call);
    const mailbox = (mailboxId: string): ScheduleSubject => ({ kind: "mailbox", mailboxId });
    const window = scheduleWindow(wish);
    const keys = [
      ...wish.required.map(mailbox),
      ...wish.optional.map(mailbox),
      ...candidates.map(({ subject }) => subject),
    ].map((subject): ScheduleKey => ({ subject, ...window, intervalMinutes: DEFAULT_INTERVAL_MINUTES }));
    const schedules = await this.deps.schedules.getMany(viewer, keys, call);
    const optionalFrom = wish.required.length;
    const roomsFrom = optionalFrom + wish.optional.length;
    const parts = {
      required: schedules.slice(0, optionalFrom),
      optional: schedules.slice(optionalFrom, roomsFrom),
      rooms: schedules.slice(roomsFrom),
    };
    const people = [...parts.required.map(personOf(true)), ...parts.optional.map(personOf(false))];
    const rooms = parts.rooms.map((schedule, index) => roomOf(schedule, candidates[index]?.room ?? null));
    const problem = meetingProblem(wish, parts, this.deps.clock.now());
    const { slots, emptiedBy, busyStarts } = findSlots(problem);
    return {
      people,
      rooms,
      suggestions: slots.map((slot) => suggestion(slot, wish, { problem, people, rooms })),
      emptyReasons: emptiedBy === null ? [] : [reasonForNothing(emptiedBy, wish, { people, rooms, busyStarts })],
    };
  }

  /** Mailboxes of other organizations are as if they were not there, also for an OWNER: nobody meets across them. */
  async #mailboxes(viewer: Viewer, organizationId: string, wish: MeetingWish): Promise<Named> {
    const named = [
      ...wish.required.map((id, index) => ({ id, path: ["required", String(index)] })),
      ...wish.optional.map((id, index) => ({ id, path: ["optional", String(index)] })),
      ...(wish.rooms?.mailboxIds ?? []).map((id, index) => ({ id, path: ["rooms", "mailboxIds", String(index)] })),
    ];
    const rows = await this.deps.db.mailboxes.byIds(
      named.map(({ id }) => id),
      viewer.organizationId,
    );
    for (const { id, path } of named) {
      if (rows.get(id)?.organizationId !== organizationId) throw notFound("mailbox", path);
    }
    return rows;
  }

  async #candidates(
    viewer: Viewer,
    organizationId: string,
    { mailboxIds, connectionId, filter }: RoomWish,
    mailboxes: Named,
    call: Call,
  ): Promise<readonly Candidate[]> {
    const named = mailboxIds.map((mailboxId): Candidate => ({ subject: { kind: "mailbox", mailboxId }, room: null }));
    if (connectionId === null) return named;
    const row = (await this.deps.db.connections.byIds([connectionId], viewer.organizationId)).get(connectionId);
    if (row?.organizationId !== organizationId) throw notFound("connection", ["rooms", "connectionId"]);
    const matching = await this.deps.rooms.matching(viewer, connectionId, filter, call);
    const known = new Set(mailboxIds.map((id) => mailboxes.get(id)?.address));
    const found = matching.flatMap((room): Candidate[] =>
      room.address === null || known.has(room.address)
        ? []
        : [{ subject: { kind: "room", connectionId, address: room.address }, room }],
    );
    const actual = named.length + found.length;
    if (actual > MOST_ROOMS) {
      throw new AppError(
        "LIMIT_EXCEEDED",
        `${actual} rooms match; a search takes at most ${MOST_ROOMS}. Narrow the filter.`,
        {
          path: ["rooms", "filter"],
          limit: { name: "rooms", max: MOST_ROOMS, actual },
        },
      );
    }
    // The smallest that will do comes first in every suggestion.
    return [...named, ...found.sort((a, b) => (a.room?.capacity ?? 0) - (b.room?.capacity ?? 0))];
  }
}

function suggestion(
  slot: Slot,
  wish: MeetingWish,
  facts: {
    readonly problem: SlotProblem;
    readonly people: readonly MeetingPerson[];
    readonly rooms: readonly MeetingRoom[];
  },
): MeetingSuggestion {
  const { problem } = facts;
  const attendance = facts.people.flatMap((person, index) => {
    const times = problem.people[index];
    if (times === undefined) return [];
    const { status, isInHours } = statusAt(times, slot, problem);
    return { person, status, isInWorkingHours: isInHours };
  });
  const rooms = facts.rooms.filter((_, index) => !overlapsAny(problem.rooms[index]?.taken ?? [], slot));
  return {
    start: new Date(slot.start),
    end: new Date(slot.end),
    timeZone: toIanaZone(wish.timeZone).zone,
    score: slot.score,
    reasons: reasonsFor(attendance, rooms, wish),
    attendance,
    rooms,
  };
}

function personOf(isRequired: boolean) {
  return ({ address, mailboxId, asOf, source, error, workingHours }: Schedule): MeetingPerson => ({
    address,
    mailboxId,
    asOf,
    source,
    error,
    isRequired,
    workingHours,
  });
}

function roomOf({ address, mailboxId, asOf, source, error }: Schedule, room: Room | null): MeetingRoom {
  return {
    address,
    mailboxId,
    asOf,
    source,
    error,
    displayName: room?.displayName ?? null,
    capacity: room?.capacity ?? null,
  };
}
