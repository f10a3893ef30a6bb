import { AppError } from "../../lib/app-error.js";
import type { Page, PageWindow } from "../../services/page.js";
import type { PageArgs } from "./page-args.js";
import { type RelayPage, relayPage } from "./relay.js";

const DEFAULT_PAGE_SIZE = 50;
const ROW_CURSOR = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/**
 * Relay's arguments as a window with its size. Cursors are not looked at.
 *
 * @throws AppError INVALID_INPUT or LIMIT_EXCEEDED that says what to change.
 */
export function toWindow(args: PageArgs, maxSize: number): PageWindow {
  const { first, after, last, before } = args;
  const isBackward = isGiven(last) || isGiven(before);
  if (isBackward && (isGiven(first) || isGiven(after))) {
    throw new AppError("INVALID_INPUT", "Use `first` with `after`, or `last` with `before`, not both pairs.", {
      path: ["first"],
    });
  }
  const size = sizeOf(isBackward ? "last" : "first", isBackward ? last : first, maxSize);
  if (isBackward) return { last: size, ...(isGiven(before) && { before }) };
  return { first: size, ...(isGiven(after) && { after }) };
}

/** A window over rows of ours, whose cursors are row ids. */
export function toRowWindow(args: PageArgs, maxSize: number): PageWindow {
  const window = toWindow(args, maxSize);
  for (const name of ["after", "before"] as const) {
    const cursor = window[name];
    if (cursor !== undefined && !ROW_CURSOR.test(cursor)) throw foreignCursor(name);
  }
  return window;
}

/** A page of rows of ours as a Relay connection. */
export function toRowPage<T extends { readonly id: string }>(page: Page<T>): RelayPage<T> {
  return relayPage(page.items, ({ id }) => id, page);
}

export function foreignCursor(name: "after" | "before"): AppError {
  return new AppError("INVALID_INPUT", `\`${name}\` is not a cursor of this list. Use a cursor as it was answered.`, {
    path: [name],
  });
}

function sizeOf(name: string, given: number | null | undefined, maxSize: number): number {
  const size = given ?? Math.min(DEFAULT_PAGE_SIZE, maxSize);
  if (size < 1) throw new AppError("INVALID_INPUT", `\`${name}\` must be 1 or more.`, { path: [name] });
  if (size <= maxSize) return size;
  throw new AppError("LIMIT_EXCEEDED", `\`${name}\` is ${size}; a page holds at most ${maxSize}.`, {
    path: [name],
    limit: { name: "pageSize", max: maxSize, actual: size },
  });
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== undefined && value !== null;
}
