import { describe, expect, test } from "vitest";
import type { DeltaItem } from "../../../../src/graph/index.js";
import { foldRound, type Round, type TrackedEvents } from "../../../../src/services/events/views/tracked-events.js";
import { question } from "./kit.js";

const WEEK = question(0, 168);
const NOTHING: TrackedEvents = { events: [], seriesOf: new Map() };
const utc = (day: number, hour: number) => ({
  dateTime: `2026-03-0${day}T${String(hour).padStart(2, "0")}:00:00.0000000`,
  timeZone: "UTC",
});

function whole(id: string, day: number, over: Partial<DeltaItem> = {}): DeltaItem {
  return {
    id,
    type: "singleInstance",
    isAllDay: false,
    subject: `Subject ${id}`,
    start: utc(day, 9),
    end: utc(day, 10),
    ...over,
  };
}
const master = (id: string, subject = "Series") => whole(id, 2, { type: "seriesMaster", subject });
const stub = (id: string, of: string, day: number): DeltaItem => ({
  id,
  type: "occurrence",
  seriesMasterId: of,
  start: utc(day, 9),
  end: utc(day, 10),
  "@odata.etag": `W/"${id}"`,
});
const gone = (id: string): DeltaItem => ({ id, "@removed": { reason: "deleted" } });

const fold = (known: TrackedEvents, items: readonly DeltaItem[], over: Partial<Round> = {}) =>
  foldRound(known, { mailboxId: "row", window: WEEK, fields: ["subject"], items, isWhole: false, ...over });
const first = (...items: readonly DeltaItem[]) => {
  const folded = fold(NOTHING, items, { isWhole: true });
  if (folded === undefined) throw new Error("nothing was told");
  return folded;
};
const shown = (tracked: TrackedEvents | undefined) =>
  tracked?.events.map(({ graphId, subject }) => `${graphId}: ${subject}`).sort();

describe("a round folded into what is known", () => {
  test("fills occurrences from their master, in whatever order they come, and does not show the master", () => {
    const folded = first(stub("o1", "m", 2), master("m"), stub("o2", "m", 3), whole("a", 4));
    expect(shown(folded)).toEqual(["a: Subject a", "o1: Series", "o2: Series"]);
    expect(folded.events.find(({ graphId }) => graphId === "o1")).toMatchObject({ version: 'W/"o1"' });
  });

  test("without items leaves everything as it is, the very objects", () => {
    const known = first(whole("a", 2));
    expect(fold(known, [])).toBe(known);
  });

  test("replaces the whole series of a master that comes again, exceptions too", () => {
    const exception = whole("o3", 5, { type: "exception", seriesMasterId: "m" });
    const known = first(master("m"), stub("o1", "m", 2), stub("o2", "m", 3), exception, whole("a", 4));
    expect(shown(fold(known, [master("m", "Renamed"), stub("o1", "m", 2)]))).toEqual(["a: Subject a", "o1: Renamed"]);
  });

  test("drops a removed event, all of a removed series, and ignores ids it never knew", () => {
    const known = first(master("m"), stub("o1", "m", 2), whole("a", 4), whole("b", 5));
    expect(shown(fold(known, [gone("m"), gone("b"), gone("never")]))).toEqual(["a: Subject a"]);
  });

  test("takes the last of several items of one event", () => {
    const known = first(whole("a", 2));
    const items = [whole("a", 2, { subject: "x" }), gone("a"), whole("a", 2, { subject: "y" })];
    expect(shown(fold(known, items))).toEqual(["a: y"]);
    expect(shown(fold(known, [...items, gone("a")]))).toEqual([]);
  });

  test("lets a single event become a series, and a series a single event", () => {
    const single = first(whole("m", 2));
    const series = fold(single, [master("m"), stub("o1", "m", 2), stub("o2", "m", 3)]);
    expect(shown(series)).toEqual(["o1: Series", "o2: Series"]);
    expect(shown(fold(series ?? NOTHING, [whole("m", 4)]))).toEqual(["m: Subject m"]);
  });

  test("drops what is told to be outside of the window by now", () => {
    const known = first(whole("a", 2));
    expect(shown(fold(known, [whole("a", 2, { start: utc(1, 9), end: utc(1, 10) })]))).toEqual([]);
  });

  test("has only the members that a calendar view would have", () => {
    const [event] = first(whole("a", 2, { importance: "high", bodyPreview: "secret" })).events;
    expect(event).not.toHaveProperty("importance");
    expect(event).not.toHaveProperty("bodyPreview");
  });

  test("is not enough where an occurrence's master is missing, or its own fields are not known", () => {
    expect(fold(NOTHING, [stub("o1", "m", 2)], { isWhole: true })).toBeUndefined();
    const items = [master("m"), stub("o1", "m", 2)];
    expect(fold(NOTHING, items, { isWhole: true, fields: ["iCalUId"] })).toBeUndefined();
    const read = { events: first(...items).events.map((event) => ({ ...event, iCalUId: "u1" })), seriesOf: new Map() };
    expect(fold(read, items, { isWhole: true, fields: ["iCalUId"] })?.events).toMatchObject([{ iCalUId: "u1" }]);
  });
});
