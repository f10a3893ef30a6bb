import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DataSourceAccess } from "../../../src/store/data-source-access.js";
import { openWriter } from "../../../src/store/data-sources.js";
import type { AliasPlace } from "../../../src/store/event-alias.repository.js";
import { EventIdentityRepository, type SeenEvent } from "../../../src/store/event-identity.repository.js";
import { connectionOf, type TemporaryDatabase, temporaryDatabase } from "./temporary-database.js";

const SLOT = { masterGraphId: "S", originalStart: 1_772_438_400_000, timeZone: "W. Europe Standard Time" };

describe("which meetings ids are of", () => {
  let temporary: TemporaryDatabase;
  let count = 0;

  beforeAll(async () => {
    temporary = await temporaryDatabase();
  });
  afterAll(() => temporary[Symbol.asyncDispose]());

  const newPlace = async () => {
    const { organizations, connections, mailboxes } = temporary.db;
    const slug = `identity-${++count}`;
    const { id: organizationId } = await organizations.insert({ name: slug, slug, emailDomains: [] });
    const { id: connectionId } = await connections.insert(connectionOf(organizationId));
    const address = `${slug}@a.example`;
    const box = await mailboxes.insert({ organizationId, connectionId, address, state: "ACTIVE" });
    return { organizationId, mailboxId: box.id };
  };
  const seen = (place: AliasPlace, graphId: string, over: Partial<SeenEvent> = {}): SeenEvent => ({
    place,
    graphId,
    iCalUId: "u",
    kind: "EVENT",
    slot: null,
    seenAt: 100,
    seriesUid: null,
    ...over,
  });
  const identities = () => temporary.db.eventIdentities;

  test("is known in their own mailbox and organization alone", async () => {
    const [mine, theirs] = [await newPlace(), await newPlace()];
    await identities().remember([seen(mine, "A"), seen(mine, "B", { kind: "OCCURRENCE", slot: SLOT })]);

    expect(await identities().find(mine, "A")).toEqual({ iCalUId: "u", kind: "EVENT", slot: null });
    expect(await identities().find(mine, "B")).toEqual({ iCalUId: "u", kind: "OCCURRENCE", slot: SLOT });
    expect(await identities().find(theirs, "A")).toBeNull();
    expect(await identities().find({ ...mine, organizationId: theirs.organizationId }, "A")).toBeNull();
    expect(await identities().find({ ...mine, mailboxId: theirs.mailboxId }, "A")).toBeNull();
  });

  test("is what was seen last; a list that tells less takes nothing away", async () => {
    const place = await newPlace();
    await identities().remember([seen(place, "A", { kind: "LISTED" }), seen(place, "A")]);
    await identities().remember([seen(place, "B", { kind: "OCCURRENCE", slot: SLOT })]);
    await identities().remember([seen(place, "B", { kind: "LISTED" }), seen(place, "A", { iCalUId: "v" })]);

    expect(await identities().find(place, "A")).toMatchObject({ kind: "EVENT", iCalUId: "v" });
    expect(await identities().find(place, "B")).toMatchObject({ kind: "OCCURRENCE", slot: SLOT });
  });

  test("is forgotten with a series for its occurrences too, and for those alone", async () => {
    const [place, other] = [await newPlace(), await newPlace()];
    const occurrence = { kind: "OCCURRENCE", slot: SLOT } as const;
    await identities().remember([seen(place, "S"), seen(place, "O", occurrence), seen(place, "A")]);
    await identities().remember([seen(other, "S"), seen(other, "O", occurrence)]);

    await identities().forget(place, "S", "u");

    const known = async (where: AliasPlace, ...ids: readonly string[]) =>
      (await Promise.all(ids.map((id) => identities().find(where, id)))).map((found) => found !== null);
    expect(await known(place, "S", "O", "A")).toEqual([false, false, true]);
    expect(await known(other, "S", "O")).toEqual([true, true]);
  });

  test("is forgotten by the series' `iCalUId` for occurrences that have no other link to it", async () => {
    const [place, other] = [await newPlace(), await newPlace()];
    const listed = (id: string, seriesUid: string) => ({ kind: "LISTED", iCalUId: `dated ${id}`, seriesUid }) as const;
    for (const at of [place, other]) {
      await identities().remember([
        seen(at, "S"),
        seen(at, "A", listed("A", "u")),
        seen(at, "B", listed("B", "v")),
        seen(at, "C", { kind: "OCCURRENCE", slot: SLOT, iCalUId: "dated C" }),
      ]);
    }

    expect(await identities().uidInSeries(place, "S")).toBe("dated C");
    expect(await identities().uidInSeries(place, "T")).toBeNull();
    expect(await identities().forget(place, "T", null)).toBe(0);
    expect(await identities().forget(place, "S", "u")).toBe(1);

    const known = async (where: AliasPlace) =>
      (await Promise.all(["A", "B", "C"].map((id) => identities().find(where, id)))).map((found) => found !== null);
    expect(await known(place)).toEqual([false, true, false]);
    expect(await known(other)).toEqual([true, true, true]);
  });

  test("is not written again for a day where nothing more is told", async () => {
    const place = await newPlace();
    const DAY_MS = 24 * 3_600_000;
    const lastSeen = async () => {
      const writer = await openWriter({ kind: "file", path: temporary.path });
      const [row] = await writer.query("SELECT last_seen_at AS at FROM event_identity WHERE mailbox_id = ?", [
        place.mailboxId,
      ]);
      await writer.destroy();
      return row.at;
    };
    await identities().remember([seen(place, "A", { kind: "LISTED" })]);
    await identities().remember([seen(place, "A", { kind: "LISTED", seenAt: 99 + DAY_MS })]);
    expect(await lastSeen()).toBe(100);
    await identities().remember([seen(place, "A", { seenAt: 99 + DAY_MS })]);
    expect(await lastSeen()).toBe(99 + DAY_MS);
    await identities().remember([seen(place, "A", { kind: "LISTED", seenAt: 99 + 2 * DAY_MS })]);
    expect(await lastSeen()).toBe(99 + 2 * DAY_MS);
  });

  test("goes with its mailbox, and when it was not seen for long", async () => {
    const [gone, old] = [await newPlace(), await newPlace()];
    await identities().remember([seen(gone, "A"), seen(old, "A", { seenAt: 9 }), seen(old, "B", { seenAt: 10 })]);

    await temporary.db.mailboxes.delete(gone.mailboxId);
    expect(await identities().find(gone, "A")).toBeNull();

    expect(await identities().sweep(new Date(10))).toBe(1);
    expect(await identities().find(old, "A")).toBeNull();
    expect(await identities().find(old, "B")).not.toBeNull();
  });

  test("is kept for other mailboxes where one is gone meanwhile", async () => {
    const [gone, there] = [await newPlace(), await newPlace()];
    await temporary.db.mailboxes.delete(gone.mailboxId);

    await identities().remember([seen(gone, "A"), seen(there, "A")]);

    expect(await identities().find(there, "A")).not.toBeNull();
  });

  test("is bounded per mailbox: what was not seen for longest goes first", async () => {
    const [place, other] = [await newPlace(), await newPlace()];
    const writer = await openWriter({ kind: "file", path: temporary.path });
    const bounded = new EventIdentityRepository(new DataSourceAccess({ writer, reader: writer }), 3);
    await bounded.remember([seen(other, "A", { seenAt: 0 })]);
    await bounded.remember(["A", "B", "C", "D"].map((id, index) => seen(place, id, { seenAt: 10 - index })));

    const ids = ["A", "B", "C", "D"];
    const found = await Promise.all(ids.map((id) => identities().find(place, id)));

    expect(found.map((known) => known !== null)).toEqual([true, true, true, false]);
    expect(await identities().find(other, "A")).not.toBeNull();
    await writer.destroy();
  });
});
