import "reflect-metadata";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAppError } from "../../../src/lib/app-error.js";
import { pageOfLists } from "../../../src/resolvers/common/merged-page.js";
import { pageOrder } from "../../../src/resolvers/event/view-cursor.js";
import { toEventFilter } from "../../../src/services/events/event-filter.js";
import type { EventOrder, StartOrder } from "../../../src/services/events/event-order.js";
import type { PageWindow } from "../../../src/services/page.js";

interface Item {
  readonly start: number;
  readonly id: string;
}

const BY_START: StartOrder<Item> = { startOf: ({ start }) => start, idOf: ({ id }) => id };
const ascending = (a: Item, b: Item) => a.start - b.start || (a.id < b.id ? -1 : Number(a.id > b.id));

/** Some lists, each with few distinct starts, so that many items start together. */
const lists: fc.Arbitrary<readonly (readonly Item[])[]> = fc
  .array(fc.array(fc.integer({ min: -3, max: 6 }), { maxLength: 12 }), { maxLength: 6 })
  .map((found) =>
    found.map((starts, list) => starts.map((start, n) => ({ start, id: `${list}-${n}` })).sort(ascending)),
  );
const orders = fc.constantFrom<EventOrder>("START_ASC", "START_DESC");
const filters = fc.constantFrom(null, toEventFilter({ isAllDay: true }));

/** Walks to the other end, and gives what was met and what each page said of its neighbours. */
function walk(held: readonly (readonly Item[])[], orderBy: EventOrder, size: number, name: "first" | "last") {
  const pages: { readonly nodes: readonly Item[]; readonly ahead: boolean; readonly behind: boolean }[] = [];
  const filter = null;
  for (let cursor: string | null = null; ; ) {
    const window: PageWindow = {
      [name]: size,
      ...(cursor !== null && { [name === "first" ? "after" : "before"]: cursor }),
    };
    const { nodes, pageInfo } = pageOfLists(held, window, pageOrder({ orderBy, filter }, window, BY_START));
    const { hasNextPage: next, hasPreviousPage: previous, startCursor, endCursor } = pageInfo;
    const [ahead, behind] = name === "first" ? [next, previous] : [previous, next];
    pages.push({ nodes, ahead, behind });
    if (!ahead) return pages;
    cursor = name === "first" ? endCursor : startCursor;
  }
}

describe("pages of many lists by start", () => {
  test("give the whole in order and once, from either end, in pages of any size [demand 25]", () => {
    fc.assert(
      fc.property(lists, orders, fc.integer({ min: 1, max: 9 }), (held, orderBy, size) => {
        const whole = held.flat().sort(ascending);
        if (orderBy === "START_DESC") whole.reverse();
        for (const name of ["first", "last"] as const) {
          const pages = walk(held, orderBy, size, name);
          const ordered = name === "first" ? pages : [...pages].reverse();
          expect(ordered.flatMap(({ nodes }) => nodes)).toEqual(whole);
          for (const [index, { nodes, ahead, behind }] of pages.entries()) {
            expect(behind).toBe(index > 0);
            expect(ahead).toBe(index < pages.length - 1);
            if (ahead) expect(nodes).toHaveLength(size);
          }
        }
      }),
    );
  });

  test("go on at the same place when items come and go", () => {
    fc.assert(
      fc.property(lists, lists, orders, fc.integer({ min: 1, max: 9 }), (before, after, orderBy, first) => {
        const kind = { orderBy, filter: null };
        const { nodes, pageInfo } = pageOfLists(before, { first }, pageOrder(kind, { first }, BY_START));
        const last = nodes.at(-1);
        if (last === undefined || pageInfo.endCursor === null) return;
        const window = { first: 100, after: pageInfo.endCursor };

        const page = pageOfLists(after, window, pageOrder(kind, window, BY_START));

        const compare = (item: Item) => ascending(item, last) * (orderBy === "START_ASC" ? 1 : -1);
        const whole = after.flat().sort((a, b) => ascending(a, b) * (orderBy === "START_ASC" ? 1 : -1));
        expect(page.nodes).toEqual(whole.filter((item) => compare(item) > 0).slice(0, 100));
      }),
    );
  });

  test("count what all pages hold, and share the items with their lists", () => {
    fc.assert(
      fc.property(lists, (held) => {
        const page = pageOfLists(held, { first: 3 }, pageOrder({ orderBy: "START_ASC", filter: null }, {}, BY_START));
        expect(page.totalCount).toBe(held.flat().length);
        for (const node of page.nodes) expect(held.flat().some((item) => item === node)).toBe(true);
      }),
    );
  });

  test("take a cursor for another order or filter as what it is, and say so", () => {
    fc.assert(
      fc.property(fc.tuple(orders, filters), fc.tuple(orders, filters), (one, other) => {
        const [orderBy, filter] = one;
        const { cursorOf } = pageOrder({ orderBy, filter }, {}, BY_START);
        const window = { first: 1, after: cursorOf({ start: 5, id: "x|y" }) };
        const use = () => pageOrder({ orderBy: other[0], filter: other[1] }, window, BY_START);
        if (one[0] === other[0] && one[1] === other[1]) {
          expect(use().after?.({ start: 5, id: "x|y" })).toBe(0);
          return;
        }
        try {
          use();
          expect.unreachable();
        } catch (error) {
          expect(isAppError(error, "INVALID_INPUT") && error.message).toContain("another `filter` or `orderBy`");
        }
      }),
    );
  });
});
