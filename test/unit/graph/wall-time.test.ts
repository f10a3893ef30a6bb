import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { graphDateTimeToInstant, wallTimeToInstant } from "../../../src/graph/index.js";

const ZONES = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "America/St_Johns",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "Pacific/Apia",
  "America/Santiago",
];

/** What a clock on the wall shows, by another road than the code under test: one formatted text. */
function shownIn(zone: string, instant: Date): string {
  const options = { timeZone: zone, dateStyle: "short", timeStyle: "medium", hourCycle: "h23" } as const;
  return new Intl.DateTimeFormat("sv-SE", options).format(instant).replace(" ", "T");
}

describe("wall time to instant", () => {
  test.each(ZONES)("in %s the instant found shows the wall time again, and none before it does", (zone) => {
    const instants = fc.integer({ min: Date.UTC(1995, 0), max: Date.UTC(2037, 0) });
    fc.assert(
      fc.property(instants, (seconds) => {
        const instant = new Date(Math.floor(seconds / 1_000) * 1_000);
        const wallTime = shownIn(zone, instant);
        const found = wallTimeToInstant(wallTime, zone);
        expect(shownIn(zone, found)).toBe(wallTime);
        expect(found.getTime()).toBeLessThanOrEqual(instant.getTime());
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ["a time in the spring gap moves forward", "2026-03-29T02:30:00", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
    ["a time in the autumn overlap is the first", "2026-10-25T02:30:00", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
    ["the gap west of Greenwich", "2026-03-08T02:15:00", "America/New_York", "2026-03-08T07:15:00.000Z"],
    ["the overlap west of Greenwich", "2026-11-01T01:15:00", "America/New_York", "2026-11-01T05:15:00.000Z"],
    ["a change of half an hour", "2026-10-04T02:10:00", "Australia/Lord_Howe", "2026-10-03T15:40:00.000Z"],
    ["a skipped day", "2011-12-30T12:00:00", "Pacific/Apia", "2011-12-30T22:00:00.000Z"],
    ["midnight", "2026-01-05T00:00", "Asia/Kathmandu", "2026-01-04T18:15:00.000Z"],
    ["milliseconds", "2026-01-05T00:00:00.1239999", "UTC", "2026-01-05T00:00:00.123Z"],
  ])("%s", (_, wallTime, zone, expected) => {
    expect(wallTimeToInstant(wallTime, zone).toISOString()).toBe(expected);
  });

  test.each([
    "",
    "2026-02-30T00:00:00",
    "2026-01-01",
    "2026-13-01T00:00:00",
    "2026-01-01T24:00:00",
    "2026-01-01T00:00:60",
  ])("%j is refused", (text) => expect(() => wallTimeToInstant(text, "UTC")).toThrow(RangeError));

  test("an unknown zone is refused", () => {
    expect(() => wallTimeToInstant("2026-01-01T00:00:00", "Mars/Olympus")).toThrow(RangeError);
  });
});

describe("Graph's pair of time and zone", () => {
  test.each([
    ["2026-03-02T09:00:00.0000000", "UTC", "2026-03-02T09:00:00.000Z"],
    ["2026-07-02T09:00:00.0000000", "W. Europe Standard Time", "2026-07-02T07:00:00.000Z"],
    ["2026-03-02T09:00:00.0000000", "tzone://Microsoft/Custom", "2026-03-02T09:00:00.000Z"],
    ["2026-03-02T09:00:00Z", "Tokyo Standard Time", "2026-03-02T09:00:00.000Z"],
    ["2026-03-02T09:00:00+02:00", "UTC", "2026-03-02T07:00:00.000Z"],
  ])("%s in %s is %s", (dateTime, timeZone, expected) => {
    expect(graphDateTimeToInstant({ dateTime, timeZone }).toISOString()).toBe(expected);
  });

  test("a text with a zone letter that is no time is refused", () => {
    expect(() => graphDateTimeToInstant({ dateTime: "soonZ", timeZone: "UTC" })).toThrow(RangeError);
  });
});
