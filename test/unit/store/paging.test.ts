import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectionOf, contoso, type TemporaryDatabase, temporaryDatabase } from "./temporary-database.js";

let temporary: TemporaryDatabase;
let organizationId: string;
let ids: readonly string[];

beforeAll(async () => {
  temporary = await temporaryDatabase();
  // Rows of two organizations lie between each other, so that a filter that is lost shows.
  const made = await temporary.db.transaction(async ({ organizations, connections }) => {
    const own = await organizations.insert(contoso);
    const other = await organizations.insert({ ...contoso, slug: "other" });
    const own_ids: string[] = [];
    for (let n = 0; n < 13; n++) {
      own_ids.push((await connections.insert(connectionOf(own.id, `c${n}`))).id);
      await connections.insert(connectionOf(other.id, `c${n}`));
    }
    return { own, own_ids };
  });
  organizationId = made.own.id;
  ids = made.own_ids;
});
afterAll(() => temporary[Symbol.asyncDispose]());

describe("a page", () => {
  const page = (window: { first?: number; last?: number; after?: string; before?: string }) =>
    temporary.db.connections.page({ ...window, filter: { organizationId } });

  test("is the slice of all rows that its window names, and knows what lies on either side", async () => {
    const position = fc.option(fc.nat(12), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(fc.nat(15), fc.boolean(), position, position, async (size, forward, after, before) => {
        const start = after === undefined ? 0 : after + 1;
        const end = before === undefined ? ids.length : before;
        const inside = ids.slice(start, Math.max(start, end));
        const expected = forward ? inside.slice(0, size) : inside.slice(Math.max(0, inside.length - size));
        const cut = expected.length < inside.length;

        const result = await page({
          ...(forward ? { first: size } : { last: size }),
          ...(after === undefined ? {} : { after: ids[after] ?? "" }),
          ...(before === undefined ? {} : { before: ids[before] ?? "" }),
        });

        expect(result.rows.map((row) => row.id)).toEqual(expected);
        expect(result.hasNextPage).toBe((forward && cut) || before !== undefined);
        expect(result.hasPreviousPage).toBe((!forward && cut) || after !== undefined);
      }),
      { numRuns: 150 },
    );
  });

  test.each([1, 4, 13, 20])("by page of %i, forward and backward, shows each row once", async (size) => {
    const forward: string[] = [];
    for (let after: string | undefined, more = true; more; after = forward.at(-1)) {
      const result = await page({ first: size, ...(after === undefined ? {} : { after }) });
      forward.push(...result.rows.map((row) => row.id));
      more = result.hasNextPage;
    }
    const backward: string[] = [];
    for (let before: string | undefined, more = true; more; before = backward[0]) {
      const result = await page({ last: size, ...(before === undefined ? {} : { before }) });
      backward.unshift(...result.rows.map((row) => row.id));
      more = result.hasPreviousPage;
    }

    expect(forward).toEqual(ids);
    expect(backward).toEqual(ids);
  });

  test("a cursor whose row is gone still marks its place", async () => {
    const between = `${ids[4]?.slice(0, -1)}~`;
    const result = await page({ first: 2, after: between });

    expect(result.rows[0]?.id).toBe(ids.find((id) => id > between));
    expect(result.hasPreviousPage).toBe(true);
  });

  test.each([{}, { first: 1, last: 1 }, { first: -1 }, { last: 1.5 }, { first: Number.NaN }])(
    "of the size %j is refused",
    async (window) => {
      await expect(async () => page(window)).rejects.toThrow(/page/);
    },
  );
});
