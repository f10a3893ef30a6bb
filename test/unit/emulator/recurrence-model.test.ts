import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addPerson, type Json, startTenant } from "./kit.js";
import { bodyOfModel, MINUTES } from "./recurrence.kit.js";
import { type ModelSeries, modelStarts } from "./recurrence.model.js";

const ZONES = [
  "UTC",
  "Europe/Berlin",
  "Europe/London",
  "America/New_York",
  "America/Los_Angeles",
  "America/St_Johns",
  "Asia/Kolkata",
  "Asia/Tokyo",
  "Australia/Sydney",
  "Australia/Lord_Howe",
];
const DAY_MS = 86_400_000;
const FIRST = Date.UTC(2025, 0, 1) / DAY_MS;

let started: Awaited<ReturnType<typeof startTenant>>;
beforeAll(async () => {
  started = await startTenant();
});
afterAll(() => started.emulator.close());

const pattern = (type: string) =>
  fc.record({
    type: fc.constant(type),
    interval: fc.integer({ min: 1, max: type.endsWith("Yearly") ? 2 : 4 }),
    month: fc.integer({ min: 1, max: 12 }),
    dayOfMonth: fc.oneof(fc.integer({ min: 1, max: 28 }), fc.constantFrom(29, 30, 31)),
    daysOfWeek: fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }),
    firstDayOfWeek: fc.integer({ min: 0, max: 6 }),
    index: fc.constantFrom("first", "second", "third", "fourth", "last"),
  });

const seriesOf = (type: string, zone: string): fc.Arbitrary<ModelSeries> =>
  fc.integer({ min: FIRST, max: FIRST + 700 }).chain((startDay) =>
    fc.record({
      startDay: fc.constant(startDay),
      // Half of them at the hours when clocks are changed.
      minuteOfDay: fc.oneof(
        fc.constantFrom(0, 90, 120, 150, 165),
        fc.integer({ min: 0, max: 95 }).map((n) => n * 15),
      ),
      zone: fc.constant(zone),
      pattern: pattern(type),
      end: fc.oneof(
        fc.constant({ kind: "noEnd" as const }),
        fc.integer({ min: 800, max: 1_500 }).map((days) => ({ kind: "endDate" as const, day: startDay + days })),
        fc.integer({ min: 1, max: 60 }).map((count) => ({ kind: "numbered" as const, count })),
      ),
    }),
  );

// Statements 5 and 6; sheet 3.5.
test.each(["daily", "weekly", "absoluteMonthly", "relativeMonthly", "absoluteYearly", "relativeYearly"])(
  "a %s series takes place when a walk over all days says so, in ten zones",
  async (type) => {
    const { emulator, tenant, graph } = started;
    const mailbox = `/users/${addPerson(emulator, tenant, type.toLowerCase()).id}`;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ZONES).chain((zone) => seriesOf(type, zone)),
        fc.integer({ min: 0, max: 500 }),
        async (series, daysIn) => {
          const { status, json } = await graph.post(`${mailbox}/events`, bodyOfModel(series));
          expect(status).toBe(201);
          const from = (series.startDay + daysIn) * DAY_MS;
          const until = from + 380 * DAY_MS;
          const bounds = [from, until].map((at) => new Date(at).toISOString());
          const view = await graph.get(
            `${mailbox}/events/${json.id}/instances?startDateTime=${bounds[0]}&endDateTime=${bounds[1]}&$top=1000`,
          );
          const shown = view.json.value.map(({ start }: Json) => Date.parse(`${start.dateTime.slice(0, 23)}Z`));
          const expected = modelStarts(series, until / DAY_MS + 2).filter(
            (at) => at < until && at + MINUTES * 60_000 > from,
          );
          expect(shown).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  },
);
