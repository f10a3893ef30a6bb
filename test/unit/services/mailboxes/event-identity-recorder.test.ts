import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { silentLogger } from "../../../../src/lib/logger.js";
import { EventIdentityRecorder } from "../../../../src/services/mailboxes/event-identity-recorder.js";
import type { AliasPlace } from "../../../../src/store/event-alias.repository.js";
import type { KnownEvent, SeenEvent } from "../../../../src/store/event-identity.repository.js";

const PLACE = { organizationId: "O", mailboxId: "M" };
const DAY_MS = 24 * 3_600_000;
const single = (id: string) => ({ id, iCalUId: `uid ${id}`, type: "singleInstance" as const });
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
    return this.rows.get(graphId) ?? null;
  }

  async remember(seen: readonly SeenEvent[]): Promise<void> {
    await this.gate;
    if (this.failure) throw this.failure;
    this.writes.push(seen.map(({ graphId }) => graphId));
    for (const event of seen) this.rows.set(event.graphId, event);
  }

  async forget(_: AliasPlace, graphId: string): Promise<void> {
    if (this.failure) throw this.failure;
    this.rows.delete(graphId);
    for (const [id, { slot }] of this.rows) if (slot?.masterGraphId === graphId) this.rows.delete(id);
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

  describe("of what is removed", () => {
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
