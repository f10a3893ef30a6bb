import { describe, expect, test } from "vitest";
import type { CalendarEvent } from "../../../../src/services/events/event.model.js";
import { BoundedTable } from "../../../../src/services/events/views/bounded-table.js";
import { EventKeeper } from "../../../../src/services/events/views/kept-events.js";
import { MemoryViewStore } from "../../../../src/services/events/views/memory-view-store.js";
import type { StoredView } from "../../../../src/services/events/views/view-store.js";

const HOUR_MS = 3_600_000;

/** An event whose parts are objects and texts of its own, as they are after reading an answer. */
function event(number: number, over: Partial<CalendarEvent> = {}): CalendarEvent {
  const time = (hour: number) => ({
    kind: "Timed" as const,
    instant: new Date(Date.UTC(2026, 2, 2) + hour * HOUR_MS),
    timeZone: "Europe/Berlin",
    timeZoneSource: "EVENT" as const,
  });
  return {
    kind: "Event",
    visibility: "FULL",
    mailboxId: "row",
    graphId: `event-${number}`,
    version: `W/"${number}"`,
    start: time(9),
    end: time(10),
    isAllDay: false,
    subject: `Subject ${number % 2}`,
    attendees: [
      {
        name: "Ann",
        address: "ann@one.example",
        type: "REQUIRED",
        response: "ACCEPTED",
        respondedAt: null,
        proposedTime: null,
      },
    ],
    ...over,
  };
}

const view = (events: readonly CalendarEvent[]): StoredView => ({
  fields: ["subject", "attendees"],
  asOf: 1,
  events,
  tracking: { kind: "none" },
});

describe("what is kept", () => {
  test("is equal to what was given, and says that it is kept", () => {
    const given = [event(1), event(2, { subject: null, attendees: [], categories: [], body: null, location: null })];
    const { events } = new EventKeeper().keep(given);
    expect(events.map(({ isKept, ...rest }) => [isKept, rest])).toEqual(given.map((each) => [true, each]));
  });

  test("is equal with every member that an event can have, and two people are one only when all of them is equal", () => {
    const at = (hour: number) => new Date(Date.UTC(2026, 1, 1, hour));
    const place = { displayName: "Quay 4", emailAddress: null, uri: null, type: "DEFAULT", address: null } as const;
    const near = { latitude: 1, longitude: 2, altitude: null, accuracy: null, altitudeAccuracy: null };
    const ann = { name: "Ann", address: "ann@one.example", type: "REQUIRED", response: "ACCEPTED" } as const;
    const { start, end } = event(1);
    if (start.kind !== "Timed" || end.kind !== "Timed") throw new Error("not timed");
    const given = [1, 2, 3].map((n) =>
      event(n, {
        location: { ...place, coordinates: n === 1 ? near : null, uniqueId: "Quay 4" },
        locations: [{ ...place, coordinates: null, uniqueId: `Quay ${n}` }],
        attendees: [{ ...ann, respondedAt: at(n), proposedTime: n === 3 ? { start, end } : null }],
        extendedData: [{ key: "n", value: String(n) }],
        reminder: { isOn: true, minutesBefore: n },
        createdAt: at(n),
        originalStart: null,
      }),
    );

    const { events } = new EventKeeper().keep(given);

    expect(events.map(({ isKept: _, ...rest }) => rest)).toEqual(given);
  });

  test("counts what an event of many members takes", () => {
    const bytesOf = (over: Partial<CalendarEvent>) => new EventKeeper().keep([event(1, over)]).bytes;
    expect(bytesOf({ extendedData: [{ key: "k", value: "v".repeat(2_000) }] })).toBeGreaterThan(bytesOf({}) + 2_000);
    expect(bytesOf({ createdAt: new Date(0), changedAt: new Date(0) })).toBeGreaterThan(bytesOf({}) + 50);
  });

  test("shares people and times between events, and is the same object when it is kept again", () => {
    const keeper = new EventKeeper();
    const [first, second] = keeper.keep([event(1), event(2)]).events;
    expect(first?.attendees?.[0]).toBe(second?.attendees?.[0]);
    expect(first?.start).toBe(second?.start);
    const again = keeper.keep([first ?? event(0), event(3)]).events;
    expect(again[0]).toBe(first);
  });

  test("has no members that were not read", () => {
    const { events } = new EventKeeper().keep([event(1)]);
    expect(Object.keys(events[0] ?? {}).sort()).toEqual([...Object.keys(event(1)), "isKept"].sort());
  });
});

describe("a table of equal values", () => {
  test("forgets what was not asked for while many others came, and keeps what was", () => {
    const table = new BoundedTable<object>(100);
    const first = table.share("first", () => ({}));
    const idle = table.share("idle", () => ({}));
    for (let number = 0; number < 1_000; number++) {
      table.share(`other ${number}`, () => ({}));
      expect(table.share("first", () => ({}))).toBe(first);
    }
    expect(table.share("idle", () => ({}))).not.toBe(idle);
    expect(table.size).toBeLessThanOrEqual(200);
  });
});

describe("the store in memory", () => {
  const key = (id: string, scope = "c1") => ({ scope, id });

  test("gives what was kept, and drops what belongs to a connection", async () => {
    const store = new MemoryViewStore(1_000_000);
    await store.set(key("a"), view([event(1)]));
    const kept = await store.set(key("b", "c2"), view([event(2)]));
    await store.drop("c1");
    expect(await store.get(key("a"))).toBeUndefined();
    expect(await store.get(key("b", "c2"))).toBe(kept);
    await store.drop();
    expect(store.bytes).toBe(0);
  });

  test("holds no more bytes than it may, and gives up what was not asked for longest", async () => {
    const store = new MemoryViewStore(20_000);
    for (let number = 0; number < 100; number++) {
      await store.set(key(`v${number}`), view([event(number), event(number + 1_000)]));
      await store.get(key("v0"));
      expect(store.bytes).toBeLessThanOrEqual(20_000);
    }
    expect(await store.get(key("v0"))).toBeDefined();
    expect(await store.get(key("v1"))).toBeUndefined();
  });

  test("does not keep a view that is larger than all it may hold", async () => {
    const store = new MemoryViewStore(2_000);
    const large = view(Array.from({ length: 50 }, (_, number) => event(number)));
    expect((await store.set(key("a"), large)).events).toHaveLength(50);
    expect(await store.get(key("a"))).toBeUndefined();
    await store.drop("c1");
  });

  test("counts long texts, but those that occurrences share only once", async () => {
    const body = (text: string) => ({ contentType: "TEXT" as const, content: text });
    const sizeOf = async (events: readonly CalendarEvent[]) => {
      const store = new MemoryViewStore(10_000_000);
      await store.set(key("a"), view(events));
      return store.bytes;
    };
    const bare = await sizeOf([event(1), event(2)]);
    const texts = ["x".repeat(5_000), "y".repeat(5_000)];
    const shared = await sizeOf([event(1, { body: body(`${texts[0]}`) }), event(2, { body: body(`${texts[0]}`) })]);
    const own = await sizeOf(texts.map((text, number) => event(number + 1, { body: body(text) })));
    expect(shared - bare).toBeGreaterThan(5_000);
    expect(shared - bare).toBeLessThan(6_000);
    expect(own - bare).toBeGreaterThan(10_000);
  });
});
