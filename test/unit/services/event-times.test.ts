import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderOf, toEventTime as toTime } from "../../../src/services/events/event-times.js";
import { zoneOfBound } from "../../../src/services/events/event-zone.js";

type Time = Parameters<typeof toTime>[0];
const toEventTime = (time: Time, zone: string | null | undefined, isAllDay: boolean) =>
  toTime(time, zoneOfBound(zone, null), isAllDay);

const utc = (dateTime: string) => ({ dateTime, timeZone: "UTC" });

describe("a bound of an event", () => {
  test("is an instant with the zone that the event was made in", () => {
    expect(toEventTime(utc("2026-03-02T08:00:00.0000000"), "W. Europe Standard Time", false)).toEqual({
      kind: "Timed",
      instant: new Date("2026-03-02T08:00:00Z"),
      timeZone: "Europe/Berlin",
      timeZoneSource: "EVENT",
    });
  });

  test("is read in the zone that it was answered in", () => {
    const time = { dateTime: "2026-03-02T09:00:00", timeZone: "Tokyo Standard Time" };

    expect(toEventTime(time, "Tokyo Standard Time", false)).toMatchObject({
      instant: new Date("2026-03-02T00:00:00Z"),
      timeZone: "Asia/Tokyo",
    });
  });

  test.each(["tzone://Microsoft/Custom", "Customized Time Zone", "Mars/Olympus", ""])(
    "falls back to UTC for the zone %j, and says so [demand 27]",
    (zone) => {
      expect(toEventTime(utc("2026-03-02T08:00:00"), zone, false)).toEqual({
        kind: "Timed",
        instant: new Date("2026-03-02T08:00:00Z"),
        timeZone: "UTC",
        timeZoneSource: "FALLBACK_UTC",
      });
    },
  );

  test("without a zone of its own is in UTC", () => {
    for (const zone of [null, undefined]) {
      expect(toEventTime(utc("2026-03-02T08:00:00"), zone, false)).toMatchObject({ timeZone: "UTC" });
    }
  });

  test("that Microsoft left out is an error with a sentence", () => {
    for (const time of [null, undefined, {}, { dateTime: "", timeZone: "UTC" }]) {
      expect(() => toEventTime(time as never, "UTC", false)).toThrow("without its times");
    }
  });

  describe("of an all-day event", () => {
    test.each(["UTC", "Pacific Standard Time", "New Zealand Standard Time", "tzone://Microsoft/Custom"])(
      "keeps the date of a midnight that was answered as it is, made in %s [demand 28]",
      (zone) => {
        for (const text of ["2026-03-02T00:00:00.0000000", "2026-03-02T00:00:00", "2026-03-02T00:00"]) {
          expect(toEventTime(utc(text), zone, true)).toEqual({ kind: "AllDay", date: "2026-03-02" });
        }
      },
    );

    test.each([
      ["Pacific Standard Time", "2026-03-02T08:00:00"],
      ["W. Europe Standard Time", "2026-03-01T23:00:00"],
      ["India Standard Time", "2026-03-01T18:30:00"],
      ["New Zealand Standard Time", "2026-03-01T11:00:00"],
    ])("is read in its own zone when it was shifted, made in %s [demand 28]", (zone, shifted) => {
      expect(toEventTime(utc(`${shifted}.0000000`), zone, true)).toEqual({ kind: "AllDay", date: "2026-03-02" });
    });

    test("has the date of its zone on every day of the year, across changes of clocks", () => {
      const zones = ["Pacific Standard Time", "W. Europe Standard Time", "India Standard Time", "Tokyo Standard Time"];
      const iana = ["America/Los_Angeles", "Europe/Berlin", "Asia/Kolkata", "Asia/Tokyo"];
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 364 }), fc.nat(zones.length - 1), (day, index) => {
          const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
          const midnight = midnightIn(iana[index]!, date);

          const shifted = new Date(midnight).toISOString().slice(0, 19);

          expect(toEventTime(utc(shifted), zones[index]!, true)).toEqual({ kind: "AllDay", date });
        }),
      );
    });
  });

  test("stands in lists by its instant, and a date by its midnight in UTC", () => {
    const at = (text: string) => toEventTime(utc(text), "UTC", false);

    expect(orderOf({ kind: "AllDay", date: "2026-03-02" })).toBe(Date.UTC(2026, 2, 2));
    expect(orderOf(at("2026-03-02T00:00:01"))).toBe(Date.UTC(2026, 2, 2) + 1_000);
  });
});

/** The instant at which a date begins in a zone, found by trying every quarter of an hour. */
function midnightIn(timeZone: string, date: string): number {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  const from = Date.parse(`${date}T00:00:00Z`) - 14 * 3_600_000;
  for (let at = from; ; at += 900_000) if (format.format(at) === `${date} 00:00`) return at;
}
