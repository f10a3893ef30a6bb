import { pageOfList } from "./list-page.js";
import type { PageArgs } from "./page-args.js";
import { toWindow } from "./page-window.js";
import type { RelayPage } from "./relay.js";

/** A page of a list that is short and seldom changes, such as a mailbox's calendars: its cursors hold positions. */
export async function positionPage<T extends object>(
  args: PageArgs,
  maxPageSize: number,
  load: () => Promise<readonly T[]>,
): Promise<RelayPage<T>> {
  const window = toWindow(args, maxPageSize);
  const items = await load();
  const positions = new Map(items.map((item, index) => [item, index]));
  return pageOfList(items, window, {
    cursorOf: (item) => String(positions.get(item)),
    compare: (item, cursor) => (/^\d{1,6}$/.test(cursor) ? (positions.get(item) ?? 0) - Number(cursor) : undefined),
  });
}
