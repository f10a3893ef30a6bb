import { parse } from "graphql";
import { describe, expect, test } from "vitest";
import { createDocumentStore, createPersistedStore } from "../../../src/api/document-stores.js";

const document = (n: number) => parse(`query Number${n} { viewer { role } }`);

describe("the store of documents", () => {
  test("gives the very document that was stored, because compiled operations go by it", async () => {
    const store = createDocumentStore();
    const stored = document(1);
    await store.set("1", stored);
    expect(await store.get("1")).toBe(stored);
    expect(await store.get("2")).toBeUndefined();
    expect(await store.delete("1")).toBe(true);
    expect(await store.get("1")).toBeUndefined();
  });

  test("drops what was used longest ago when its memory is spent", async () => {
    const store = createDocumentStore(30_000);
    for (const n of [1, 2]) await store.set(String(n), document(n));
    await store.get("1");
    await store.set("3", document(3));
    const held = await Promise.all(["1", "2", "3"].map(async (key) => (await store.get(key)) !== undefined));
    expect(held).toEqual([true, false, true]);
  });

  test("does not store a document that is larger than all its memory", async () => {
    const store = createDocumentStore(9_000);
    await store.set("1", document(1));
    expect(await store.get("1")).toBeUndefined();
  });
});

test("persisted documents are bounded by their length", async () => {
  const store = createPersistedStore(2_000);
  for (let n = 0; n < 10; n += 1) await store.set(String(n), "x".repeat(300));
  expect(await store.get("9")).toBe("x".repeat(300));
  expect(await store.get("0")).toBeUndefined();
});
