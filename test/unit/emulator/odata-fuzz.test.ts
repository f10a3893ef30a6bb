import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Json, startTenant } from "./kit.js";
import { seriesBody } from "./recurrence.kit.js";

let started: Awaited<ReturnType<typeof startTenant>>;
let base: string;
beforeAll(async () => {
  started = await startTenant();
  base = `/users/${started.ann.id}`;
  await started.graph.post(`${base}/events`, seriesBody({}, {}, { categories: ["Red"] }));
});
afterAll(() => started.emulator.close());

const sane = async (path: string) => {
  const { status, json } = await started.graph.get(path);
  expect([200, 400]).toContain(status);
  if (status === 400) expect(json.error.code).not.toBe("EmulatorDefect");
  return { status, json };
};
const words = fc.constantFrom(
  ..."subject start/dateTime isAllDay categories attendees c c:c any all ( ) , / : ' 'Red' null true 5 -1.5 eq ne gt and or not in contains startswith 2026-03-02 2026-03-02T08:00:00Z constructor __proto__ toString".split(
    " ",
  ),
);

test("whatever words a filter or an expansion is made of, it is answered or refused", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(words, { maxLength: 12 }), fc.constantFrom("filter", "expand"), async (parts, option) => {
      await sane(`${base}/events?$${option}=${encodeURIComponent(parts.join(" "))}`);
    }),
    { numRuns: 80 },
  );
});

test("whatever text a filter, an expansion or an order is, it is answered or refused", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.constantFrom("filter", "expand", "orderby", "select"),
      async (text, option) => {
        await sane(
          `${base}/calendarView?startDateTime=2026-03-01&endDateTime=2026-04-01&$${option}=${encodeURIComponent(text)}`,
        );
      },
    ),
    { numRuns: 80 },
  );
});

test("any text can be quoted in a filter, and finds what has it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", minLength: 1, maxLength: 20 }), async (subject) => {
      const { json } = await started.graph.post(`${base}/events`, seriesBody({}, {}, { subject, recurrence: null }));
      const filter = encodeURIComponent(`subject eq '${subject.replaceAll("'", "''")}'`);
      const answer = await sane(`${base}/events?$filter=${filter}&$top=1000&$select=id`);
      expect(answer.json.value.map(({ id }: Json) => id)).toContain(json.id);
    }),
    { numRuns: 20 },
  );
});

test("whatever a recurrence holds, the answer is a series or one of Graph's refusals", async () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 1 }),
    fc.constantFrom(
      "daily",
      "weekly",
      "absoluteYearly",
      "relativeMonthly",
      "endDate",
      "noEnd",
      "numbered",
      "0001-01-01",
    ),
    fc.constantFrom<unknown>(0, 1, 31, 2_147_483_647, -1, ["monday"], "last", "2026-03-02", "9999-12-31", "UTC"),
  );
  const keys = ["type", "interval", "month", "dayOfMonth", "daysOfWeek", "firstDayOfWeek", "index"];
  const ranges = ["type", "startDate", "endDate", "numberOfOccurrences", "recurrenceTimeZone"];
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.constantFrom(...keys), value),
      fc.dictionary(fc.constantFrom(...ranges), value),
      async (pattern, range) => {
        const { status, json } = await started.graph.post(`${base}/events`, seriesBody(pattern, range));
        expect([201, 400]).toContain(status);
        if (status === 400) expect(json.error.code).not.toBe("EmulatorDefect");
        else await sane(`${base}/events/${json.id}/instances?startDateTime=2029-01-01&endDateTime=2033-01-01`);
      },
    ),
    { numRuns: 80 },
  );
});
