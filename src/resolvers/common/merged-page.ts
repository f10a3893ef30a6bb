import type { PageWindow } from "../../services/page.js";
import { type RelayPage, relayPage } from "./relay.js";

/** Items before a place in the order compare below zero, items behind it above. */
export type Place<T> = (item: T) => number;

export interface MergeOrder<T> {
  /** Total over all lists; each list ascends by it. */
  compare(a: T, b: T): number;
  cursorOf(item: T): string;
  /** The places that the window's cursors name. */
  readonly after: Place<T> | undefined;
  readonly before: Place<T> | undefined;
  /** The whole is given from its end to its start. */
  readonly isDescending: boolean;
}

/** A page of a list that is known to its end. */
export interface CountedPage<T> extends RelayPage<T> {
  readonly totalCount: number;
}

/** The part of a list that is not yet given: from `from` to before `to`. */
interface Run<T> {
  readonly items: readonly T[];
  from: number;
  to: number;
}

/**
 * A page of many sorted lists as if they were one. Only the page is put together: however long the lists are, what it
 * costs goes with its size and with how many they are.
 */
export function pageOfLists<T>(
  lists: readonly (readonly T[])[],
  { first, last }: PageWindow,
  order: MergeOrder<T>,
): CountedPage<T> {
  const { compare, cursorOf, isDescending } = order;
  const [above, below] = isDescending ? [order.before, order.after] : [order.after, order.before];
  const runs = lists.map((items): Run<T> => {
    const from = above === undefined ? 0 : firstIndex(items, (item) => above(item) > 0);
    const to = below === undefined ? items.length : firstIndex(items, (item) => below(item) >= 0);
    return { items, from: Math.min(from, to), to };
  });
  const isLower = runs.some(({ from }) => from > 0);
  const isHigher = runs.some(({ items, to }) => to < items.length);
  const ascends = (last === undefined) !== isDescending;
  const found = take(runs, first ?? last ?? 0, ascends, compare);
  const nodes = ascends === isDescending ? found.reverse() : found;
  const left = runs.some(({ from, to }) => from < to);
  const [lower, higher] = ascends ? [isLower, isHigher || left] : [isLower || left, isHigher];
  const [hasPreviousPage, hasNextPage] = isDescending ? [higher, lower] : [lower, higher];
  const totalCount = lists.reduce((sum, { length }) => sum + length, 0);
  return Object.assign(relayPage(nodes, cursorOf, { hasNextPage, hasPreviousPage }), { totalCount });
}

/** The lowest, or the highest, that are left, in that order; they are taken off their runs. */
function take<T>(runs: readonly Run<T>[], size: number, ascends: boolean, compare: (a: T, b: T) => number): T[] {
  const found: T[] = [];
  while (found.length < size) {
    let best: Run<T> | undefined;
    let bestItem: T | undefined;
    for (const run of runs) {
      const item = run.from < run.to ? run.items[ascends ? run.from : run.to - 1] : undefined;
      if (item === undefined) continue;
      if (bestItem !== undefined && compare(item, bestItem) < 0 !== ascends) continue;
      best = run;
      bestItem = item;
    }
    if (best === undefined || bestItem === undefined) break;
    found.push(bestItem);
    if (ascends) best.from += 1;
    else best.to -= 1;
  }
  return found;
}

/** Where a sorted list begins to match; its length where it never does. */
function firstIndex<T>(items: readonly T[], matches: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && matches(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
