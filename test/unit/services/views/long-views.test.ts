import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { systemClock } from "../../../../src/lib/clock.js";
import { DAY_MS, MAX_REQUEST_DAYS, MAX_WINDOW_DAYS, partsOf } from "../../../../src/services/events/event-window.js";
import { EventViews } from "../../../../src/services/events/views/event-views.js";
import { ViewReads } from "../../../../src/services/events/views/view-reads.js";
import { HOUR_MS, type Meeting, MONDAY, newCall, place, question, readings, viewGraph } from "./kit.js";

const days = fc.integer({ min: MAX_REQUEST_DAYS + 1, max: MAX_WINDOW_DAYS });

/** Meetings that stand at the seams of a window from Monday on, on both sides and across, or just anywhere. */
const meetingsNear = (length: number): fc.Arbitrary<readonly Meeting[]> => {
  const seams = partsOf({ start: new Date(MONDAY), end: new Date(MONDAY + length * DAY_MS) }).flatMap(
    ({ start, end }) => [start, end].map((bound) => (bound.getTime() - MONDAY) / HOUR_MS),
  );
  const from = fc
    .tuple(fc.constantFrom(...seams), fc.integer({ min: -30, max: 30 }))
    .map(([seam, shift]) => seam + shift);
  return fc
    .array(fc.tuple(from, fc.constantFrom(0, 1, 24, 60, 24 * 2_000)), { maxLength: 20 })
    .map((found) =>
      found.map(([start, long], n) => ({ id: `e${n}`, from: start, until: start + long, isAllDay: false })),
    );
};

describe("a window longer than Graph answers [demand 31]", () => {
  test("is divided into windows that Graph answers, which overlap and leave nothing out", () => {
    fc.assert(
      fc.property(days, (length) => {
        const window = { start: new Date(MONDAY), end: new Date(MONDAY + length * DAY_MS) };
        const parts = partsOf(window);
        expect(parts[0]?.start).toEqual(window.start);
        expect(parts.at(-1)?.end).toEqual(window.end);
        for (const [index, { start, end }] of parts.entries()) {
          expect(end.getTime() - start.getTime()).toBeLessThanOrEqual(MAX_REQUEST_DAYS * DAY_MS);
          const next = parts[index + 1];
          if (next) expect(end.getTime() - next.start.getTime()).toBe(DAY_MS);
        }
      }),
    );
  });

  test("gives each event once and in order, also at the seams, however Graph reads bounds", async () => {
    const cases = days.chain((length) => fc.tuple(fc.constant(length), meetingsNear(length), readings));
    await fc.assert(
      fc.asyncProperty(cases, async ([length, held, reading]) => {
        const graph = viewGraph(held, reading);
        const reads = new ViewReads({ graph: graph.client, clock: systemClock });
        const views = new EventViews({ reads, cache: null, defaultMaxAgeSeconds: 0 });
        const asked = question(0, length * 24, "subject");

        const answer = await views.answer(place(), [asked], newCall()).get(asked);

        // The stand-in has no limit of its own, so one read of the whole window is the truth.
        const whole = await reads.readNow(place(), asked, newCall());
        expect(answer?.events).toEqual(whole.events);
        expect(graph.asked.length - 1).toBe(partsOf(asked).length);
      }),
      { numRuns: 60 },
    );
  });

  test("stands beside a short one of the same turn, and both are answered", async () => {
    const graph = viewGraph([{ id: "e", from: 10, until: 11, isAllDay: false }]);
    const reads = new ViewReads({ graph: graph.client, clock: systemClock });
    const views = new EventViews({ reads, cache: null, defaultMaxAgeSeconds: 0 });
    const asked = [question(0, 24), question(0, 24 * 4_000)];

    const answers = views.answer(place(), asked, newCall());

    for (const each of asked) expect((await answers.get(each))?.events).toHaveLength(1);
  });
});
