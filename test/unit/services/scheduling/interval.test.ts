import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Interval,
  isWithinAny,
  mergeIntervals,
  overlapsAny,
  subtractIntervals,
} from "../../../../src/services/scheduling/interval.js";

const LENGTH = 60;
const spans = fc.array(
  fc.tuple(fc.integer({ min: 0, max: LENGTH }), fc.integer({ min: -2, max: 20 })).map(([start, length]) => ({
    start,
    end: Math.min(start + length, LENGTH),
  })),
  { maxLength: 6 },
);

const minutesOf = (intervals: readonly Interval[]) =>
  Array.from({ length: LENGTH }, (_, minute) => intervals.some(({ start, end }) => start <= minute && minute < end));

describe("intervals", () => {
  test("merged hold the same minutes, in order and apart", () => {
    fc.assert(
      fc.property(spans, (intervals) => {
        const merged = mergeIntervals(intervals);
        expect(minutesOf(merged)).toEqual(minutesOf(intervals));
        merged.slice(1).forEach(({ start }, index) => {
          expect(start).toBeGreaterThan(merged[index]!.end);
        });
      }),
    );
  });

  test("less others hold the minutes that the others lack", () => {
    fc.assert(
      fc.property(spans, spans, (from, taken) => {
        const left = subtractIntervals(mergeIntervals(from), mergeIntervals(taken));
        const lost = minutesOf(taken);
        expect(minutesOf(left)).toEqual(minutesOf(from).map((isIn, minute) => isIn && !lost[minute]));
      }),
    );
  });

  test("overlap a span, or hold it, as their minutes do", () => {
    fc.assert(
      fc.property(spans, fc.nat(50), fc.integer({ min: 1, max: 9 }), (intervals, start, length) => {
        const merged = mergeIntervals(intervals);
        const inside = minutesOf(merged).slice(start, start + length);
        expect(overlapsAny(merged, { start, end: start + length })).toBe(inside.includes(true));
        expect(isWithinAny(merged, { start, end: start + length })).toBe(!inside.includes(false));
      }),
    );
  });
});
