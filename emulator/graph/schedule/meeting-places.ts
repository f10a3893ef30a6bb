import type { Tenant, User } from "../../core/directory.model.js";
import type { LocationRow } from "../../core/mailbox.model.js";
import type { Window } from "../events/occurrences.js";
import { type BusyTimes, busyTimesOf } from "./availability.js";
import type { MeetingTimesRequest, WantedLocation } from "./meeting-times-body.js";

/** A room with its calendar. */
interface Room {
  readonly location: Partial<LocationRow>;
  readonly address: string;
  readonly names: readonly string[];
  readonly capacity: number;
  readonly busy: BusyTimes;
}

/** Finds places for the spans of a search. */
export class MeetingPlaces {
  /** By size: the smallest room that holds everybody is the best one. */
  readonly #rooms: readonly Room[];

  constructor(
    tenant: Tenant,
    window: Window,
    readonly request: MeetingTimesRequest,
  ) {
    const people = 1 + request.attendees.filter(({ type }) => type !== "resource").length;
    this.#rooms = [...tenant.users.values()]
      .flatMap((user) => (user.mailbox?.purpose === "room" ? [roomOf(user, window)] : []))
      .sort((a, b) => Number(a.capacity < people) - Number(b.capacity < people) || a.capacity - b.capacity);
  }

  /** Whether the request asks for any place at all. */
  get areWanted(): boolean {
    const { locations, suggestLocation, isLocationRequired } = this.request;
    return locations.length > 0 || suggestLocation || isLocationRequired;
  }

  /** The places of a span: those that are named, or free rooms in their stead. */
  during(from: number, until: number): readonly Partial<LocationRow>[] {
    if (!this.areWanted) return [];
    const taken = new Set<string>();
    const found = this.request.locations.flatMap((wanted) => this.#resolve(wanted, from, until, taken));
    if (found.length > 0 || !(this.request.suggestLocation || this.request.isLocationRequired)) return found;
    return this.#free(from, until, taken);
  }

  #resolve(wanted: WantedLocation, from: number, until: number, taken: Set<string>): readonly Partial<LocationRow>[] {
    if (!wanted.resolveAvailability) return [wanted.location];
    const room = this.#named(wanted);
    // A place that is no room of the organization has no calendar that could be busy.
    if (room === undefined) return [wanted.location];
    if (taken.has(room.address) || room.busy.during(from, until) !== "free") return this.#free(from, until, taken);
    taken.add(room.address);
    return [{ ...room.location, ...wanted.location }];
  }

  #free(from: number, until: number, taken: Set<string>): readonly Partial<LocationRow>[] {
    const room = this.#rooms.find(({ address, busy }) => !taken.has(address) && busy.during(from, until) === "free");
    if (room === undefined) return [];
    taken.add(room.address);
    return [room.location];
  }

  #named({ address, location }: WantedLocation): Room | undefined {
    const wanted = (address ?? location.displayName ?? "").toLowerCase();
    return this.#rooms.find((room) => room.names.includes(wanted));
  }
}

function roomOf(user: User, window: Window): Room {
  const address = user.mail ?? user.userPrincipalName;
  const { capacity } = user.mailbox?.place ?? {};
  return {
    location: { displayName: user.displayName, locationEmailAddress: address },
    address,
    names: [address, user.userPrincipalName, user.displayName].map((name) => name.toLowerCase()),
    // A room of unknown size may hold anybody, but those that surely do come first.
    capacity: typeof capacity === "number" ? capacity : Number.MAX_SAFE_INTEGER,
    busy: busyTimesOf(user.mailbox, window),
  };
}
