import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DataSourceAccess } from "../../../src/store/data-source-access.js";
import { openWriter } from "../../../src/store/data-sources.js";
import { EventAliasRepository } from "../../../src/store/event-alias.repository.js";
import { connectionOf, type TemporaryDatabase, temporaryDatabase } from "./temporary-database.js";

const YEAR_MS = 366 * 86_400_000;

describe("ids that took the place of others", () => {
  let temporary: TemporaryDatabase;
  let count = 0;

  beforeAll(async () => {
    temporary = await temporaryDatabase();
  });
  afterAll(() => temporary[Symbol.asyncDispose]());

  const newPlace = async () => {
    const { organizations, connections, mailboxes } = temporary.db;
    const slug = `alias-${++count}`;
    const { id: organizationId } = await organizations.insert({ name: slug, slug, emailDomains: [] });
    const { id: connectionId } = await connections.insert(connectionOf(organizationId));
    const address = `${slug}@a.example`;
    const box = await mailboxes.insert({ organizationId, connectionId, address, state: "ACTIVE" });
    return { organizationId, mailboxId: box.id };
  };
  const aliases = () => temporary.db.eventAliases;

  test("are known in their own mailbox and organization alone", async () => {
    const [mine, theirs] = [await newPlace(), await newPlace()];
    await aliases().note(mine, "move", [{ former: "A", present: "B" }]);

    expect(await aliases().presentOf(mine, "A")).toBe("B");
    expect(await aliases().presentOf(theirs, "A")).toBeNull();
    expect(await aliases().presentOf({ ...mine, organizationId: theirs.organizationId }, "A")).toBeNull();
    expect(await aliases().presentOf({ ...mine, mailboxId: theirs.mailboxId }, "A")).toBeNull();
  });

  test("noted again are noted once, and the latest successor counts", async () => {
    const place = await newPlace();
    for (const present of ["B", "B", "C"]) await aliases().note(place, present, [{ former: "A", present }]);

    expect(await aliases().presentOf(place, "A")).toBe("C");
  });

  test("go with their mailbox, and when they are old", async () => {
    const [gone, old] = [await newPlace(), await newPlace()];
    for (const place of [gone, old]) await aliases().note(place, "x", [{ former: "A", present: "B" }]);

    await temporary.db.mailboxes.delete(gone.mailboxId);
    expect(await aliases().presentOf(gone, "A")).toBeNull();
    await aliases().sweep(new Date(Date.now() - 60_000));
    expect(await aliases().presentOf(old, "A")).toBe("B");
    await aliases().sweep(new Date(Date.now() + YEAR_MS));
    expect(await aliases().presentOf(old, "A")).toBeNull();
  });

  test("of one mailbox are bounded: the oldest go first", async () => {
    const [place, other] = [await newPlace(), await newPlace()];
    const writer = await openWriter({ kind: "file", path: temporary.path });
    const access = new DataSourceAccess({ writer, reader: writer });
    const few = new EventAliasRepository(access, { now: Date.now }, 3);
    await few.note(other, "x", [{ former: "a0", present: "other" }]);
    const pairs = [0, 1, 2, 3, 4].map((n) => ({ former: `a${n}`, present: `b${n}` }));
    for (const pair of pairs) await few.note(place, pair.former, [pair]);

    const kept = await Promise.all(pairs.map(({ former }) => few.presentOf(place, former)));
    expect(kept).toEqual([null, null, "b2", "b3", "b4"]);
    expect(await few.presentOf(other, "a0")).toBe("other");
    await access.close();
  });

  /** What a change of one event comes to: done, taken back after it was noted, or broken off there and done later. */
  const change = fc.record({ event: fc.nat(2), end: fc.constantFrom("done", "takenBack", "resumed") });

  test("lead from every id that an event ever had to the one that works, in one step", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
        const place = await newPlace();
        const issued = [0, 1, 2].map((event) => [`${event}-0`]);
        const live = new Set(issued.map(([first = ""]) => first));
        const reached = async (id: string) => {
          let [at, steps] = [id, 0];
          for (; !live.has(at) && steps < 5; steps++) at = (await aliases().presentOf(place, at)) ?? "lost";
          return { at, steps };
        };
        for (const [index, { event, end }] of changes.entries()) {
          const ids = issued[event] ?? [];
          const former = ids.at(-1) ?? "";
          const present = `${event}-${index + 1}`;
          const note = () => aliases().note(place, `c${index}`, [{ former, present }]);
          await note();
          live.add(present);
          // Killed here, or after the deletion: each id works, or leads to one that does.
          for (const id of ids) expect(live).toContain((await reached(id)).at);
          if (end === "takenBack") {
            live.delete(present);
            await aliases().forget(place, `c${index}`);
          } else {
            if (end === "resumed") await note();
            live.delete(former);
            for (const id of ids) expect((await reached(id)).at).toBe(present);
            await aliases().shorten(place, `c${index}`);
            ids.push(present);
          }
          for (const id of ids) expect(await reached(id)).toEqual({ at: ids.at(-1), steps: id === ids.at(-1) ? 0 : 1 });
        }
      }),
      { numRuns: 15 },
    );
  });
});
