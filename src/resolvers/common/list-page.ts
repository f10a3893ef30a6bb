import type { PageWindow } from "../../services/page.js";
import type { CountedPage } from "./merged-page.js";
import { foreignCursor } from "./page-window.js";
import { relayPage } from "./relay.js";

/**
 * A page of a list that is wholly at hand. A cursor names a place in the list's order and not an item, so it stays good
 * when items come or go.
 */
export function pageOfList<T>(
  sorted: readonly T[],
  window: PageWindow,
  order: {
    cursorOf(item: T): string;
    /** Negative, zero or positive as the item stands before, at or behind the cursor; undefined for a foreign cursor. */
    compare(item: T, cursor: string): number | undefined;
  },
): CountedPage<T> {
  const from = window.after === undefined ? 0 : firstIndex(sorted, (item) => place(item, "after") > 0);
  const to = window.before === undefined ? sorted.length : firstIndex(sorted, (item) => place(item, "before") >= 0);
  const isBackward = window.last !== undefined;
  const start = isBackward ? Math.max(from, to - (window.last ?? 0)) : from;
  const end = isBackward ? to : Math.min(to, from + (window.first ?? 0));
  const items = sorted.slice(start, Math.max(start, end));
  const bounds = { hasNextPage: end < sorted.length, hasPreviousPage: start > 0 };
  return Object.assign(relayPage(items, order.cursorOf, bounds), { totalCount: sorted.length });

  function place(item: T, name: "after" | "before"): number {
    const compared = order.compare(item, window[name] ?? "");
    if (compared === undefined) throw foreignCursor(name);
    return compared;
  }
}

function firstIndex<T>(items: readonly T[], matches: (item: T) => boolean): number {
  const index = items.findIndex(matches);
  return index === -1 ? items.length : index;
}
