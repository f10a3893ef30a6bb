import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { silentLogger } from "../../../../src/lib/logger.js";
import { EventIdentityRecorder } from "../../../../src/services/mailboxes/event-identity-recorder.js";
import type { AliasPlace } from "../../../../src/store/event-alias.repository.js";
import type { KnownEvent, SeenEvent } from "../../../../src/store/event-identity.repository.js";

const PLACE = { organizationId: "O", mailboxId: "M" };
const DAY_MS = 24 * 3_600_000;
const single = (id: string) => ({ id, iCalUId: `uid ${id}`, type: "singleInstance" as const });
/** In the form that Outlook gives it, of a series and of its occurrence on a day. */
const uidOf = (series: string, day = 0) =>
  `040000008200E00074C5B7101A82E008${day === 0 ? "00000000" : `07EA030${day}`}0123456789ABDC01000000000000000010000000${series.repeat(32)}`;
const ofList = (id: string, series: string, day: number) => ({ id, iCalUId: uidOf(series, day) });
const occurrence = (id: string, seriesMasterId: string) => ({
  id,
  iCalUId: `uid ${id}`,
  type: "occurrence" as const,
  seriesMasterId,
  originalStart: "2026-03-02T08:00:00Z",
});

/** A store of identities that counts its writes and can be held up or broken. */
class FakeIdentities {
  readonly writes: (readonly string[])[] = [];
  readonly rows = new Map<string, SeenEvent>();
  failure: Error | undefined;
  gate: Promise<void> = Promise.resolve();

  async find(_: AliasPlace, graphId: string): Promise<KnownEvent | null> {
    if (this.failure && !this.rows.has(graphId)) throw this.failure;
    return this.rows.get(graphId) ?? null;
  }

  async remember(seen: readonly SeenEvent[]): Promise<void> {
    await this.gate;
    if (this.failure) throw this.failure;
    this.writes.push(seen.map(({ graphId }) => graphId));
    for (const event of seen) this.rows.set(event.graphId, event);
  }

  async uidInSeries(_: AliasPlace, masterGraphId: string): Promise<string | null> {
    return [...this.rows.values()].find(({ slot }) => slot?.masterGraphId === masterGraphId)?.iCalUId ?? null;
  }

  async forget(_: AliasPlace, graphId: string, iCalUId: string | null): Promise<number> {
    if (this.failure) throw this.failure;
    this.rows.delete(graphId);
    let listed = 0;
    for (const [id, { slot, seriesUid }] of this.rows) {
      const isListed = seriesUid !== null && iCalUId === seriesUid;
      if (slot?.masterGraphId === graphId || isListed) this.rows.delete(id);
      if (isListed) listed += 1;
    }
    return listed;
  }
}

describe("the memory of which meetings ids are of", () => {
  let now: number;
  let identities: FakeIdentities;
  let warnings: unknown[];
  let recorder: EventIdentityRecorder;

  beforeEach(() => {
    vi.useFakeTimers();
    now = Date.parse("2026-03-02T08:00:00Z");
    identities = new FakeIdentities();
    warnings = [];
    const log = { ...silentLogger, warn: (...args: unknown[]) => void warnings.push(args) };
    recorder = new EventIdentityRecorder({ identities, clock: { now: () => now }, log });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const second = () => vi.advanceTimersByTimeAsync(1_000);

  test("writes in the background what was seen within a second, at once", async () => {
    for (const id of ["A", "B"]) recorder.seen(PLACE, [single(id)]);
    recorder.seen(PLACE, [single("C"), single("D")]);
    expect(identities.writes).toEqual([]);

    await second();

    expect(identities.writes).toEqual([["A", "B", "C", "D"]]);
  });

  test("writes nothing for an event that is read again, for a day", async () => {
    recorder.seen(PLACE, [single("A")]);
    await second();
    recorder.seen(PLACE, [single("A")]);
    await second();
    now += DAY_MS - 1;
    recorder.seen(PLACE, [single("A")]);
    await second();
    expect(identities.writes).toHaveLength(1);

    now += 1;
    recorder.seen(PLACE, [single("A")]);
    await second();

    expect(identities.writes).toHaveLength(2);
  });

  test("writes it again where more is known of it than a list told, and not where a list tells less", async () => {
    recorder.seen(PLACE, [{ id: "A", iCalUId: "u" }]);
    await second();
    recorder.seen(PLACE, [single("A")]);
    await second();
    recorder.seen(PLACE, [{ id: "A", iCalUId: "u" }]);
    await second();

    expect(identities.writes).toHaveLength(2);
    expect(identities.rows.get("A")?.kind).toBe("EVENT");
  });

  test("writes 500 a second, and tells what is not written yet", async () => {
    recorder.seen(
      PLACE,
      Array.from({ length: 1_200 }, (_, index) => single(`E${index}`)),
    );

    expect(await recorder.find(PLACE, "E1199")).toMatchObject({ iCalUId: "uid E1199", kind: "EVENT" });
    for (let count = 0; count < 4; count++) await second();

    expect(identities.writes.map(({ length }) => length)).toEqual([500, 500, 200]);
  });

  test("tells what is being written at that moment", async () => {
    let open = () => {};
    identities.gate = new Promise((resolve) => {
      open = resolve;
    });
    recorder.seen(PLACE, [single("A")]);
    await second();

    expect(await recorder.find(PLACE, "A")).toMatchObject({ iCalUId: "uid A" });
    open();
  });

  test("keeps no more than 20,000 waiting, and leaves the rest unremembered", async () => {
    const list = (name: string, length: number) => Array.from({ length }, (_, index) => single(`${name}${index}`));
    recorder.seen(PLACE, list("A", 15_000));
    recorder.seen(PLACE, list("B", 5_001));
    recorder.seen(PLACE, list("C", 5_000));

    expect(await recorder.find(PLACE, "B0")).toBeNull();
    expect(await recorder.find(PLACE, "C4999")).not.toBeNull();
  });

  test("leaves out what would not be found again", async () => {
    recorder.seen(PLACE, [{ iCalUId: "u" }, { id: "A" }, { id: "B", iCalUId: "u", type: "occurrence" }]);
    recorder.seen(PLACE, [{ id: "C", iCalUId: "u", seriesMasterId: "S", originalStart: "never" }]);
    await second();

    expect(identities.writes).toEqual([]);
  });

  test("writes the rest when it is closed, and nothing afterwards", async () => {
    recorder.seen(
      PLACE,
      Array.from({ length: 700 }, (_, index) => single(`E${index}`)),
    );
    await recorder.close();
    recorder.seen(PLACE, [single("late")]);
    await second();

    expect(identities.writes.flat()).toHaveLength(700);
  });

  test("survives a database that fails: told once, and remembered when it is seen again", async () => {
    identities.failure = new Error("disk full");
    for (const id of ["A", "B"]) {
      recorder.seen(PLACE, [single(id)]);
      await second();
    }
    expect(warnings).toHaveLength(1);

    identities.failure = undefined;
    recorder.seen(PLACE, [single("A")]);
    await second();

    expect(identities.writes).toEqual([["A"]]);
  });

  test("looks through long lists in turns, and forgets no event of theirs", async () => {
    const list = (name: string) => Array.from({ length: 700 }, (_, index) => ofList(`${name}${index}`, "A", 1));
    for (const name of ["A", "B", "C"]) recorder.seen(PLACE, list(name));
    await recorder.close();

    expect(identities.rows.size).toBe(2_100);
    expect(await recorder.find(PLACE, "C699")).toMatchObject({ kind: "LISTED" });
  });

  test("has room for single events when lists have filled it", async () => {
    recorder.seen(
      PLACE,
      Array.from({ length: 20_000 }, (_, index) => single(`E${index}`)),
    );
    recorder.seen(PLACE, [single("A"), single("B")]);
    recorder.seen(PLACE, [single("C")]);

    expect(await recorder.find(PLACE, "A")).toBeNull();
    expect(await recorder.find(PLACE, "C")).not.toBeNull();
  });

  describe("of what is removed", () => {
    test("is gone with the occurrences that only lists have told, and nothing else is", async () => {
      recorder.seen(PLACE, [{ ...single("S"), iCalUId: uidOf("A"), type: "seriesMaster" }]);
      recorder.seen(PLACE, [ofList("written", "A", 1), ofList("other", "B", 1)]);
      await second();
      recorder.seen(PLACE, [ofList("waiting", "A", 2), ofList("other too", "B", 2)]);

      await recorder.forget(PLACE, "S");
      recorder.seen(PLACE, [ofList("late", "A", 3), ofList("late other", "B", 3)]);
      await second();

      for (const id of ["S", "written", "waiting", "late"]) expect(await recorder.find(PLACE, id)).toBeNull();
      expect([...identities.rows.keys()]).toEqual(["other", "other too", "late other"]);
    });

    test("is known by an occurrence where the series itself was never seen", async () => {
      recorder.seen(PLACE, [ofList("listed", "A", 1), { ...occurrence("read", "S"), iCalUId: uidOf("A", 2) }]);
      await second();

      await recorder.forget(PLACE, "S");

      expect([...identities.rows.keys()]).toEqual([]);
    });

    test("leaves the others alone where it was never seen at all", async () => {
      recorder.seen(PLACE, [ofList("listed", "A", 1), single("E")]);
      await second();

      await recorder.forget(PLACE, "unseen");

      expect(await recorder.find(PLACE, "listed")).not.toBeNull();
    });

    test("takes the memory of another copy's occurrences along, until they are seen again", async () => {
      recorder.seen(PLACE, [
        ofList("of the copy", "A", 1),
        { ...single("S"), iCalUId: uidOf("A"), type: "seriesMaster" },
      ]);
      await second();
      await recorder.forget(PLACE, "S");
      now += 10 * 60_000;
      recorder.seen(PLACE, [ofList("of the copy", "A", 1), ofList("B", "B", 1)]);
      await second();

      expect(await recorder.find(PLACE, "of the copy")).not.toBeNull();
    });

    test("may be any series where the database cannot say which it is", async () => {
      recorder.seen(PLACE, [ofList("A", "A", 1), single("E")]);
      await second();
      identities.failure = new Error("disk full");

      await recorder.forget(PLACE, "S");

      expect(await recorder.find(PLACE, "A")).toBeNull();
      expect(await recorder.find(PLACE, "E")).not.toBeNull();
    });

    test("is gone at once, written, being written or waiting, with the occurrences of a series", async () => {
      let open = () => {};
      recorder.seen(PLACE, [occurrence("written", "S")]);
      await second();
      identities.gate = new Promise((resolve) => {
        open = resolve;
      });
      recorder.seen(PLACE, [occurrence("leaving", "S")]);
      await second();
      recorder.seen(PLACE, [occurrence("waiting", "S"), single("S"), single("other")]);

      const forgotten = recorder.forget(PLACE, "S");
      for (const id of ["S", "written", "leaving", "waiting"]) expect(await recorder.find(PLACE, id)).toBeNull();
      open();
      await forgotten;
      await second();

      expect([...identities.rows.keys()]).toEqual(["other"]);
    });

    test("does not come back by an answer from before, for ten minutes", async () => {
      await recorder.forget(PLACE, "A");
      recorder.seen(PLACE, [single("A")]);
      await second();
      expect(identities.writes).toEqual([]);

      now += 10 * 60_000;
      recorder.seen(PLACE, [single("A")]);
      await second();

      expect(identities.writes).toEqual([["A"]]);
    });

    test("is forgotten by this process where the database fails", async () => {
      recorder.seen(PLACE, [single("A")]);
      await second();
      identities.failure = new Error("disk full");

      await recorder.forget(PLACE, "A");

      expect(await recorder.find(PLACE, "A")).toBeNull();
      expect(warnings).toHaveLength(1);
    });

    test("is another one in another mailbox", async () => {
      await recorder.forget(PLACE, "A");
      recorder.seen({ ...PLACE, mailboxId: "N" }, [single("A")]);

      expect(await recorder.find({ ...PLACE, mailboxId: "N" }, "A")).not.toBeNull();
    });
  });
});
