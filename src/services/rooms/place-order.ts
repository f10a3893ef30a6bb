import type { Room, RoomList } from "./room.model.js";

/** Where a place stands in lists: by name, and by id among namesakes. */
export function placeOrder({ displayName, placeId }: Room | RoomList): string {
  return `${(displayName ?? "").toLowerCase()}|${placeId}`;
}
