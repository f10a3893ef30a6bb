import "reflect-metadata";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "../../../src/lib/app-error.js";
import { pageOfList } from "../../../src/resolvers/common/list-page.js";
import { toRowWindow, toWindow } from "../../../src/resolvers/common/page-window.js";

const order = {
  cursorOf: (item: number) => `#${item}`,
  compare: (item: number, cursor: string) => (/^#-?\d+$/.test(cursor) ? item - Number(cursor.slice(1)) : undefined),
};

const lists = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { maxLength: 30 }).map((l) => l.sort((a, b) => a - b));
const sizes = fc.integer({ min: 1, max: 35 });
/** A place in the order, whether an item stands there or not: it may have been deleted. */
const places = fc.option(fc.integer({ min: -55, max: 55 }), { nil: undefined });

describe("a page of a list at hand", () => {
  test("forward is the slice behind the cursor, with honest bounds", () => {
    fc.assert(
      fc.property(lists, sizes, places, (list, first, place) => {
        const { nodes, edges, pageInfo } = pageOfList(
          list,
          { first, ...(place !== undefined && { after: `#${place}` }) },
          order,
        );

        const behind = place === undefined ? list : list.filter((item) => item > place);
        expect(nodes).toEqual(behind.slice(0, first));
        expect(pageInfo.hasNextPage).toBe(behind.length > first);
        expect(pageInfo.hasPreviousPage).toBe(behind.length < list.length);
        expect(edges.map(({ node }) => node)).toEqual(nodes);
        expect(pageInfo.startCursor).toBe(nodes.length > 0 ? `#${nodes[0]}` : null);
        expect(pageInfo.endCursor).toBe(nodes.length > 0 ? `#${nodes.at(-1)}` : null);
      }),
    );
  });

  test("backward is the slice before the cursor, with honest bounds", () => {
    fc.assert(
      fc.property(lists, sizes, places, (list, last, place) => {
        const { nodes, pageInfo } = pageOfList(
          list,
          { last, ...(place !== undefined && { before: `#${place}` }) },
          order,
        );

        const ahead = place === undefined ? list : list.filter((item) => item < place);
        expect(nodes).toEqual(ahead.slice(-last));
        expect(pageInfo.hasPreviousPage).toBe(ahead.length > last);
        expect(pageInfo.hasNextPage).toBe(ahead.length < list.length);
      }),
    );
  });

  test("following the cursors gives the whole list once", () => {
    fc.assert(
      fc.property(lists, sizes, (list, first) => {
        const found: number[] = [];
        for (let after: string | undefined, more = true; more; ) {
          const page = pageOfList(list, { first, ...(after !== undefined && { after }) }, order);
          found.push(...page.nodes);
          after = page.pageInfo.endCursor ?? undefined;
          more = page.pageInfo.hasNextPage;
        }
        expect(found).toEqual(list);
      }),
    );
  });

  test("a foreign cursor is refused by its argument's name", () => {
    expect(() => pageOfList([1], { first: 1, after: "x" }, order)).toThrow("`after` is not a cursor of this list");
    expect(() => pageOfList([1], { last: 1, before: "x" }, order)).toThrow("`before` is not a cursor of this list");
  });
});

describe("Relay's arguments as a window", () => {
  test.each([
    ["nothing", {}, { first: 50 }],
    ["nulls", { first: null, after: null, last: null, before: null }, { first: 50 }],
    ["first", { first: 3 }, { first: 3 }],
    ["after alone", { after: "c" }, { first: 50, after: "c" }],
    ["last", { last: 3 }, { last: 3 }],
    ["before alone", { before: "c" }, { last: 50, before: "c" }],
    ["the maximum", { first: 100 }, { first: 100 }],
  ])("%s", (_name, args, window) => {
    expect(toWindow(args, 100)).toEqual(window);
  });

  test("the default is never over the maximum", () => {
    expect(toWindow({}, 10)).toEqual({ first: 10 });
  });

  test.each([
    ["both sizes", { first: 1, last: 1 }, "INVALID_INPUT"],
    ["a cursor of the other direction", { first: 1, before: "c" }, "INVALID_INPUT"],
    ["none", { first: 0 }, "INVALID_INPUT"],
    ["less than none", { last: -5 }, "INVALID_INPUT"],
    ["too many", { last: 101 }, "LIMIT_EXCEEDED"],
  ])("%s is refused", (_name, args, code) => {
    expect(() => toWindow(args, 100)).toThrow(expect.objectContaining({ code }));
    expect(() => toWindow(args, 100)).toThrow(AppError);
  });

  test("cursors of rows are row ids", () => {
    expect(toRowWindow({ after: "01ARZ3NDEKTSV4RRFFQ69G5FAV" }, 100).after).toBe("01ARZ3NDEKTSV4RRFFQ69G5FAV");
    expect(() => toRowWindow({ before: "' OR 1=1 --" }, 100)).toThrow("`before` is not a cursor of this list");
  });
});
