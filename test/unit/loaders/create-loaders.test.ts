import { describe, expect, test } from "vitest";
import { createLoaders } from "../../../src/loaders/create-loaders.js";
import type { Services } from "../../../src/services/create-services.js";
import { fakeContext } from "../api/execution/fake-services.js";

interface Read {
  readonly ids: readonly string[];
}

/** Organizations that count how often they are read; there are no other services. */
function loadersOver(reads: Read[]) {
  const getMany = async (_viewer: unknown, ids: readonly string[]) => {
    reads.push({ ids });
    return new Map(ids.map((id) => [id, { id }]));
  };
  const { viewer, call } = fakeContext();
  return createLoaders({ organizations: { getMany } } as object as Services, viewer, call);
}

describe("the loaders of a request", () => {
  test("read once what is asked for twice, however a loader is reached", async () => {
    const reads: Read[] = [];
    const loaders = loadersOver(reads);
    const [one, other] = await Promise.all([loaders.organizationById.load("a"), loaders.organizationById.load("b")]);
    expect(await loaders.organizationById.load("a")).toBe(one);
    expect(one).not.toBe(other);
    expect(reads).toEqual([{ ids: ["a", "b"] }]);
  });

  test("read again what was asked for before they were cleared", async () => {
    const reads: Read[] = [];
    const loaders = loadersOver(reads);
    await loaders.organizationById.load("a");
    loaders.clearAll();
    await loaders.organizationById.load("a");
    expect(reads).toHaveLength(2);
  });

  test("are another request's own", () => {
    expect(loadersOver([]).organizationById).not.toBe(loadersOver([]).organizationById);
  });
});
