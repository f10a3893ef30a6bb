import type { Office } from "./offices.js";
import type { Room } from "./party.js";

/** A stretch of a day, in minutes of the office's own clock. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

interface Booking extends Stretch {
  /** Days counted from a Monday; undefined for every week. */
  readonly day: number | undefined;
  /** Counted from Monday. */
  readonly weekday: number;
}

/** Books rooms so that none is taken twice. */
export class RoomBook {
  readonly #rooms = new Map<Office, Room[]>();
  readonly #bookings = new Map<Room, Booking[]>();

  constructor(rooms: readonly Room[]) {
    for (const room of rooms) this.#rooms.set(room.office, [...(this.#rooms.get(room.office) ?? []), room]);
  }

  /** A room of the office for so many people, on one day or on that weekday of every week; undefined when all are taken. */
  take(
    office: Office,
    people: number,
    stretch: Stretch,
    when: { day: number } | { weekday: number },
  ): Room | undefined {
    const wanted: Booking =
      "day" in when
        ? { ...stretch, day: when.day, weekday: ((when.day % 7) + 7) % 7 }
        : { ...stretch, day: undefined, weekday: when.weekday };
    const room = this.#rooms
      .get(office)
      ?.find((candidate) => candidate.capacity >= people && !this.#bookingsOf(candidate).some(clashesWith(wanted)));
    if (room !== undefined) this.#bookingsOf(room).push(wanted);
    return room;
  }

  #bookingsOf(room: Room): Booking[] {
    const bookings = this.#bookings.get(room) ?? [];
    this.#bookings.set(room, bookings);
    return bookings;
  }
}

const clashesWith = (wanted: Booking) => (other: Booking) =>
  wanted.weekday === other.weekday &&
  (wanted.day === undefined || other.day === undefined || wanted.day === other.day) &&
  wanted.from < other.until &&
  other.from < wanted.until;
