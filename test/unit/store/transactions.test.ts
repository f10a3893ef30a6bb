import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createApiKeyToken } from "../../../src/auth/api-keys.js";
import type { Database, Repositories } from "../../../src/store/database.js";
import { connectionOf, contoso, type TemporaryDatabase, temporaryDatabase } from "./temporary-database.js";

let temporary: TemporaryDatabase;
let db: Database;

beforeAll(async () => {
  temporary = await temporaryDatabase();
  db = temporary.db;
});
afterAll(() => temporary[Symbol.asyncDispose]());
beforeEach(async () => {
  for (const row of await all()) await db.organizations.delete(row.id);
});

const all = async () => (await db.organizations.page({ first: 200, filter: { organizationId: null } })).rows;
const named = (slug: string) => ({ ...contoso, slug });

describe("a transaction", () => {
  test("stores all of its rows together and gives back what the work returned", async () => {
    const made = await db.transaction(async ({ organizations, connections }) => {
      const organization = await organizations.insert(contoso);
      return connections.insert(connectionOf(organization.id));
    });

    expect(await db.connections.byIds([made.id], null)).toEqual(new Map([[made.id, made]]));
  });

  test("that throws leaves nothing and gives the error as it was", async () => {
    const reason = new Error("changed my mind");
    const work = db.transaction(async ({ organizations, connections }) => {
      const organization = await organizations.insert(contoso);
      await connections.insert(connectionOf(organization.id));
      throw reason;
    });

    await expect(work).rejects.toBe(reason);
    expect(await all()).toEqual([]);
  });

  test("that fails on a constraint leaves nothing, and the next one works", async () => {
    const work = db.transaction(async ({ organizations }) => {
      await organizations.insert(contoso);
      await organizations.insert(contoso);
    });

    await expect(work).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await all()).toEqual([]);
    await db.organizations.insert(contoso);
    expect(await all()).toHaveLength(1);
  });

  test("is seen by nobody until it is committed, and by itself at once", async () => {
    await db.transaction(async ({ organizations }) => {
      const made = await organizations.insert(contoso);
      expect(await organizations.bySlug("contoso")).toEqual(made);
      expect(await db.organizations.bySlug("contoso")).toBeNull();
    });

    expect(await db.organizations.bySlug("contoso")).not.toBeNull();
  });

  test("waits for all that was begun in it, so that no late write escapes it", async () => {
    const { keyHash, hint } = createApiKeyToken();
    const key = await db.apiKeys.insert({
      organizationId: null,
      name: "k",
      role: "OWNER",
      keyHash,
      hint,
      expiresAt: null,
    });
    const uses = [...Array.from({ length: 100 }, (_, n) => `gone-${n}`), key.id];
    let late: Promise<void> | undefined;
    const work = db.transaction(async ({ apiKeys }) => {
      late = apiKeys.touch(new Map(uses.map((id) => [id, new Date()])));
      throw new Error("fails early");
    });

    await expect(work).rejects.toThrow("fails early");
    await late;
    expect((await db.apiKeys.byHash(keyHash))?.lastUsedAt).toBeNull();
  });

  test("lends its repositories only while it is open", async () => {
    let kept: Repositories | undefined;
    await db.transaction(async (repositories) => {
      kept = repositories;
    });

    await expect(kept?.organizations.insert(contoso)).rejects.toThrow("has ended");
    expect(await all()).toEqual([]);
  });

  test("refuses the outer repositories for writing instead of waiting for itself", async () => {
    const work = db.transaction(() => db.organizations.insert(contoso));

    await expect(work).rejects.toThrow("A transaction is open here");
    await expect(db.organizations.insert(contoso)).resolves.toMatchObject({ slug: "contoso" });
  });
});

describe("many at once", () => {
  test("twenty transactions run one after the other, and each finds what the one before it stored", async () => {
    const counter = await db.organizations.insert({ ...contoso, name: "0" });
    let open = 0;
    const work = async ({ organizations }: Repositories) => {
      expect(++open).toBe(1);
      const row = (await organizations.byIds([counter.id], null)).get(counter.id);
      await new Promise((resolve) => setImmediate(resolve));
      await organizations.update(counter.id, row?.rowVersion ?? 0, { name: `${Number(row?.name) + 1}` });
      open--;
    };

    await Promise.all(Array.from({ length: 20 }, () => db.transaction(work)));

    expect((await all())[0]).toMatchObject({ name: "20", rowVersion: 21 });
  });

  test("transactions that fail between plain writes take none of those with them", async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        n % 2 === 0
          ? db.organizations.insert(named(`kept-${n}`))
          : db.transaction(async ({ organizations }) => {
              await organizations.insert(named(`lost-${n}`));
              throw new Error("no");
            }),
      ),
    );

    expect(results.map((result) => result.status === "fulfilled")).toEqual(results.map((_, n) => n % 2 === 0));
    expect((await all()).map((row) => row.slug)).toEqual(Array.from({ length: 10 }, (_, n) => `kept-${2 * n}`));
  });

  test("of many edits of one version, exactly one is made", async () => {
    const row = await db.organizations.insert(contoso);
    const edits = await Promise.all(
      Array.from({ length: 10 }, (_, n) => db.organizations.update(row.id, row.rowVersion, { name: `edit ${n}` })),
    );

    expect(edits.filter((edit) => edit !== null)).toHaveLength(1);
    expect((await all())[0]?.rowVersion).toBe(2);
  });
});
