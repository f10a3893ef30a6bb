import { placeOrder } from "../../services/rooms/place-order.js";
import type { Room, RoomList } from "../../services/rooms/room.model.js";
import { pageOfList } from "../common/list-page.js";
import type { PageArgs } from "../common/page-args.js";
import { toWindow } from "../common/page-window.js";
import type { RelayPage } from "../common/relay.js";

/** A page of places in their order; everything about paging is checked before anything is read. */
export async function placePage<T extends Room | RoomList>(
  args: PageArgs,
  maxPageSize: number,
  load: () => Promise<readonly T[]>,
): Promise<RelayPage<T>> {
  const window = toWindow(args, maxPageSize);
  return pageOfList<T>(await load(), window, { cursorOf, compare });
}

/** A place's order and not its id alone, so that a cursor outlives the place that it was taken from. */
function cursorOf(place: Room | RoomList): string {
  return Buffer.from(placeOrder(place), "utf8").toString("base64url");
}

function compare(place: Room | RoomList, cursor: string): number | undefined {
  const order = Buffer.from(cursor, "base64url").toString("utf8");
  if (!order.includes("|")) return undefined;
  const own = placeOrder(place);
  return own < order ? -1 : Number(own > order);
}
