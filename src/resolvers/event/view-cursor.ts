import { AppError } from "../../lib/app-error.js";
import type { EventFilter } from "../../services/events/event-filter.js";
import { compareTexts, type EventOrder, type StartOrder } from "../../services/events/event-order.js";
import type { PageWindow } from "../../services/page.js";
import type { MergeOrder, Place } from "../common/merged-page.js";
import { foreignCursor } from "../common/page-window.js";

const CURSOR = /^([\w-]{0,20})\|(-?\d{1,16})\|(.+)$/s;

/** What a list is besides its places: a cursor of one is none of another. */
export interface ListKind {
  readonly orderBy: EventOrder;
  readonly filter: EventFilter | null;
}

/**
 * The order of a page's list. A cursor is a place in it and not an item, so it outlives the item that it was taken from;
 * and it names the list's order and filter.
 *
 * @throws AppError INVALID_INPUT for cursors of the window that are not of this list.
 */
export function pageOrder<T>(kind: ListKind, window: PageWindow, { startOf, idOf }: StartOrder<T>): MergeOrder<T> {
  const tag = tagOf(kind);
  const placeAt = (name: "after" | "before"): Place<T> | undefined => {
    const cursor = window[name];
    if (cursor === undefined) return undefined;
    const { start, id } = parsed(cursor, name, tag);
    return (item) => startOf(item) - start || compareTexts(idOf(item), id);
  };
  return {
    compare: (a, b) => startOf(a) - startOf(b) || compareTexts(idOf(a), idOf(b)),
    cursorOf: (item) => Buffer.from(`${tag}|${startOf(item)}|${idOf(item)}`, "utf8").toString("base64url"),
    after: placeAt("after"),
    before: placeAt("before"),
    isDescending: kind.orderBy === "START_DESC",
  };
}

function parsed(cursor: string, name: "after" | "before", tag: string) {
  const [, own, start, id] = CURSOR.exec(Buffer.from(cursor, "base64url").toString("utf8")) ?? [];
  if (own === undefined || id === undefined) throw foreignCursor(name);
  if (own === tag) return { start: Number(start), id };
  throw new AppError(
    "INVALID_INPUT",
    `\`${name}\` is a cursor of a list with another \`filter\` or \`orderBy\`. Ask with those that it was answered for, or begin anew.`,
    { path: [name] },
  );
}

function tagOf({ orderBy, filter }: ListKind): string {
  return `${orderBy === "START_DESC" ? "d" : ""}${filter?.key ?? ""}`;
}
