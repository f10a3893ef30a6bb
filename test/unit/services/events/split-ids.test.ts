import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateOf, dayOf } from "../../../../src/services/events/series/calendar-days.js";
import { pairsOf } from "../../../../src/services/events/series/split-ids.js";

const pairing = {
  formerZone: "Europe/Berlin",
  presentZone: "Europe/Berlin",
  from: "2026-03-16",
  shiftDays: 0,
  isFirstOnly: false,
};
const former = new Map([
  ["2026-03-09", "old-9"],
  ["2026-03-16", "old-16"],
  ["2026-03-23", "old-23"],
  ["2026-03-30", "old-30"],
]);

describe("occurrences on both sides of a cut", () => {
  test("belong together by their slot; those before the cut stay what they are", () => {
    const present = new Map([
      ["2026-03-16", "new-16"],
      ["2026-03-30", "new-30"],
    ]);

    expect(pairsOf(former, present, pairing)).toEqual([
      { former: "old-16", present: "new-16" },
      { former: "old-30", present: "new-30" },
    ]);
  });

  test("with a rule of its own, only the one that was named goes on", () => {
    const present = new Map([
      ["2026-03-16", "new-16"],
      ["2026-03-23", "new-23"],
    ]);

    expect(pairsOf(former, present, { ...pairing, isFirstOnly: true })).toEqual([
      { former: "old-16", present: "new-16" },
    ]);
  });

  test("moved by days, each is the one that many days away", () => {
    const shift = fc.integer({ min: -40, max: 40 });
    fc.assert(
      fc.property(shift, fc.uniqueArray(fc.nat(300), { minLength: 1 }), (shiftDays, offsets) => {
        const days = offsets.map((offset) => dayOf(pairing.from) + offset);
        const old = new Map(days.map((day) => [dateOf(day), `old-${day}`]));
        const anew = new Map(days.map((day) => [dateOf(day + shiftDays), `new-${day}`]));

        expect(pairsOf(old, anew, { ...pairing, shiftDays })).toEqual(
          days.map((day) => ({ former: `old-${day}`, present: `new-${day}` })),
        );
      }),
    );
  });
});
