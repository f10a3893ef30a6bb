import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { silentLogger } from "../../../src/lib/logger.js";
import { UNSEEN_MS } from "../../../src/store/data-source-access.js";
import { openDatabase } from "../../../src/store/database.js";
import { RowMemory, SharedCheck } from "../../../src/store/row-memory.js";
import { contoso, type TemporaryDatabase, temporaryDatabase } from "./temporary-database.js";

let temporary: TemporaryDatabase;

beforeAll(async () => {
  temporary = await temporaryDatabase();
});
afterAll(() => temporary[Symbol.asyncDispose]());

describe("rows that are read by id", () => {
  test("are the same as long as nothing is committed, and cannot be changed by whoever has them", async () => {
    const { db } = temporary;
    const { id } = await db.organizations.insert({ ...contoso, slug: "same" });
    const first = (await db.organizations.byIds([id], null)).get(id);

    expect((await db.organizations.byIds([id], null)).get(id)).toBe(first);
    expect(Object.isFrozen(first)).toBe(true);
  });

  test("are remembered for one organization and not for another", async () => {
    const { db } = temporary;
    const { id } = await db.organizations.insert({ ...contoso, slug: "own" });
    const other = await db.organizations.insert({ ...contoso, slug: "other" });

    expect((await db.organizations.byIds([id], id)).has(id)).toBe(true);
    expect((await db.organizations.byIds([id], other.id)).has(id)).toBe(false);
  });

  test("are read anew after a change, of this process or another", async () => {
    const { db } = temporary;
    const elsewhere = await openDatabase({ url: temporary.url, log: silentLogger });
    const { id, rowVersion } = await db.organizations.insert({ ...contoso, slug: "changing" });
    const nameIn = async (one: typeof db) => (await one.organizations.byIds([id], null)).get(id)?.name;

    expect([await nameIn(db), await nameIn(elsewhere)]).toEqual(["Contoso", "Contoso"]);
    await elsewhere.organizations.update(id, rowVersion, { name: "Changed elsewhere" });
    expect(await nameIn(elsewhere)).toBe("Changed elsewhere");
    await delay(UNSEEN_MS);
    expect(await nameIn(db)).toBe("Changed elsewhere");
    await db.organizations.delete(id);
    expect(await nameIn(db)).toBeUndefined();
    await delay(UNSEEN_MS);
    expect(await nameIn(elsewhere)).toBeUndefined();
    await elsewhere.close();
  });
});

describe("the memory of rows", () => {
  test("takes nothing that was read before the latest version was seen", () => {
    const memory = new RowMemory();
    memory.get(1, "a");
    memory.get(2, "a");
    memory.set(1, "a", { old: true });

    expect(memory.get(2, "a")).toBeUndefined();
  });
});

describe("a shared check", () => {
  /** A check that counts its runs, and a clock to turn by hand. */
  function counted(freshMs: number) {
    const state = { begun: 0, now: 0, ends: [] as (() => void)[] };
    const run = async () => {
      state.begun += 1;
      const mine = state.begun;
      await new Promise<void>((resolve) => state.ends.push(resolve));
      return mine;
    };
    return { state, check: new SharedCheck(run, freshMs, () => state.now) };
  }

  test("answers nobody with what was found before he asked, where nothing is fresh", async () => {
    const { state, check } = counted(0);
    const first = check.get();
    const [second, third] = [check.get(), check.get()];
    state.ends[0]?.();

    expect(await first).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    state.ends[1]?.();
    expect([await second, await third, state.begun]).toEqual([2, 2, 2]);
  });

  test("is good for as long as it is fresh, from its beginning on", async () => {
    const { state, check } = counted(10);
    const first = check.get();
    state.now = 9;
    const second = check.get();
    state.ends[0]?.();
    expect([await first, await second, await check.get(), state.begun]).toEqual([1, 1, 1, 1]);

    state.now = 10;
    const later = check.get();
    state.ends[1]?.();
    expect(await later).toBe(2);
  });

  test("that began before a change of our own tells nobody who asks after it", async () => {
    const { state, check } = counted(10);
    const before = check.get();
    check.outdate();
    const after = check.get();
    state.ends[0]?.();
    expect(await before).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    state.ends[1]?.();
    expect([await after, await check.get()]).toEqual([2, 2]);
  });

  test("that fails does not stop the next one, however fresh it is", async () => {
    let isBroken = true;
    const check = new SharedCheck(async () => {
      if (isBroken) throw new Error("broken");
      return "fine";
    }, 10_000);
    const [first, second] = [check.get(), check.get()];
    await expect(first).rejects.toThrow("broken");
    await expect(second).rejects.toThrow("broken");
    isBroken = false;
    expect(await check.get()).toBe("fine");
  });
});
