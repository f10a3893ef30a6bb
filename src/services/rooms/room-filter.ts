import { AppError } from "../../lib/app-error.js";
import type { Room } from "./room.model.js";

/** Things that a room may have. */
export type RoomFeature = "AUDIO" | "VIDEO" | "DISPLAY" | "WHEEL_CHAIR_ACCESS";

/** Which rooms are wanted; what is left out does not matter. Texts are compared whole and in any case. */
export interface RoomFilter {
  readonly minCapacity?: number | null | undefined;
  readonly building?: string | null | undefined;
  readonly floorNumber?: number | null | undefined;
  readonly floorLabel?: string | null | undefined;
  readonly city?: string | null | undefined;
  readonly features?: readonly RoomFeature[] | null | undefined;
  readonly tags?: readonly string[] | null | undefined;
  /** Address of a room list whose rooms alone are meant. */
  readonly roomList?: string | null | undefined;
}

const HAS: Readonly<Record<RoomFeature, (room: Room) => boolean>> = {
  AUDIO: ({ audioDeviceName }) => audioDeviceName !== null,
  VIDEO: ({ videoDeviceName }) => videoDeviceName !== null,
  DISPLAY: ({ displayDeviceName }) => displayDeviceName !== null,
  WHEEL_CHAIR_ACCESS: ({ isWheelChairAccessible }) => isWheelChairAccessible === true,
};

/** Whether a room is wanted. Of what Microsoft does not tell of a room, nothing is assumed: it does not match. */
export function matches(room: Room, filter: RoomFilter): boolean {
  const tags = new Set(room.tags.map(folded));
  return (
    (filter.minCapacity == null || (room.capacity ?? -1) >= filter.minCapacity) &&
    isSame(room.building, filter.building) &&
    (filter.floorNumber == null || room.floorNumber === filter.floorNumber) &&
    isSame(room.floorLabel, filter.floorLabel) &&
    isSame(room.postalAddress?.city ?? null, filter.city) &&
    (filter.features ?? []).every((feature) => HAS[feature](room)) &&
    (filter.tags ?? []).every((tag) => tags.has(folded(tag)))
  );
}

/** @throws AppError INVALID_INPUT that names the field below `path`. */
export function assertRoomFilter({ minCapacity, roomList }: RoomFilter, path: readonly string[]): void {
  if (minCapacity != null && minCapacity < 0) {
    throw new AppError("INVALID_INPUT", "A capacity is 0 or more.", { path: [...path, "minCapacity"] });
  }
  if (roomList != null && !/^[^\s@]+@[^\s@]+$/.test(roomList)) {
    throw new AppError("INVALID_INPUT", "A room list is named by its address, such as rooms@example.com.", {
      path: [...path, "roomList"],
    });
  }
}

function isSame(text: string | null, wanted: string | null | undefined): boolean {
  return wanted == null || (text !== null && folded(text) === folded(wanted));
}

function folded(text: string): string {
  return text.trim().toLowerCase();
}
