import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isoText } from "../../../src/lib/iso-text.js";

const MINUTE_MS = 60_000;
const MOST_MINUTES = 8_640_000_000_000_000 / MINUTE_MS;

describe("isoText", () => {
  test("is what toISOString gives, for whole minutes of any year", () => {
    fc.assert(
      fc.property(fc.integer({ min: -MOST_MINUTES, max: MOST_MINUTES }), (minute) => {
        const date = new Date(minute * MINUTE_MS);
        expect(isoText(date)).toBe(date.toISOString());
      }),
    );
  });

  test("is what toISOString gives, for any millisecond", () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (date) => {
        expect(isoText(date)).toBe(date.toISOString());
      }),
    );
  });

  test("is right the second time too, beyond the instants that it remembers", () => {
    const dates = Array.from({ length: 45_000 }, (_, day) => new Date(day * 86_400_000 + (day % 1_440) * MINUTE_MS));
    expect([...dates, ...dates].filter((date) => isoText(date) !== date.toISOString())).toEqual([]);
  });

  test("refuses a date that is none", () => {
    expect(() => isoText(new Date(Number.NaN))).toThrow(RangeError);
  });
});
