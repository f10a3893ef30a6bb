import fc from "fast-check";
import ICAL from "ical.js";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { instantToWallTime, wallTimeToInstant } from "../../src/graph/index.js";
import { dateOf, dayOf } from "../../src/services/events/series/calendar-days.js";
import { toRrule } from "../../src/services/events/series/rrule-text.js";
import { ruleDays } from "../../src/services/events/series/rule-days.js";
import { eventInput, makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  type CreateEventInput,
  CreateSeriesDocument,
  DeleteEventDocument,
  type RecurrenceInput,
  SeriesInstancesDocument,
  type SeriesInstancesQuery,
  UpdateSeriesDocument,
} from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { patterns, ZONES } from "../unit/services/series/rules.js";

let gateway: TestGateway;
let organization: TestOrganization;

beforeAll(async () => {
  gateway = await startGateway();
  organization = await makeOrganization(gateway, { addresses: [DEMO_USERS.jonas.address] });
});
beforeEach(() => gateway.emulator.log.clear());
afterAll(() => gateway.close());

const create = async (over: Partial<CreateEventInput>) =>
  (await organization.writer.query(CreateSeriesDocument, { input: eventInput(organization, over) })).data.createEvent;

const noEnd = { type: "NO_END" } as const;
const daily = { type: "DAILY" } as const;

function instantsIn(node: SeriesInstancesQuery["node"]): readonly string[] {
  const nodes = node && "instances" in node ? node.instances?.nodes : undefined;
  return (nodes ?? []).map(({ start }) => (start.__typename === "Timed" ? start.instant : start.date));
}

describe("a bad recurrence reaches Graph with no request", () => {
  /** The event starts on Monday 2 March 2026 at nine in Berlin. */
  const CASES: readonly (readonly [string, RecurrenceInput, string[], RegExp])[] = [
    ["nothing", {}, ["recurrence"], /either `rrule`, or `pattern`/],
    ["both forms", { rrule: "FREQ=DAILY", pattern: daily, range: noEnd }, ["recurrence"], /not both/],
    ["a range alone", { range: noEnd }, ["recurrence", "pattern"], /`pattern`/],
    ["a pattern alone", { pattern: daily }, ["recurrence", "range"], /NO_END/],
    ["an unknown type", { pattern: { type: "UNKNOWN" }, range: noEnd }, ["recurrence", "pattern", "type"], /UNKNOWN/],
    [
      "an interval of 0",
      { pattern: { ...daily, interval: 0 }, range: noEnd },
      ["recurrence", "pattern", "interval"],
      /999/,
    ],
    [
      "an interval of 1,000",
      { pattern: { ...daily, interval: 1_000 }, range: noEnd },
      ["recurrence", "pattern", "interval"],
      /999/,
    ],
    [
      "weeks without days",
      { pattern: { type: "WEEKLY" }, range: noEnd },
      ["recurrence", "pattern", "daysOfWeek"],
      /needs/,
    ],
    [
      "an unknown day",
      { pattern: { type: "WEEKLY", daysOfWeek: ["UNKNOWN"] }, range: noEnd },
      ["recurrence", "pattern", "daysOfWeek"],
      /UNKNOWN/,
    ],
    [
      "days of a daily pattern",
      { pattern: { ...daily, daysOfWeek: ["MONDAY"] }, range: noEnd },
      ["recurrence", "pattern", "daysOfWeek"],
      /has no `daysOfWeek`/,
    ],
    [
      "months without a day",
      { pattern: { type: "ABSOLUTE_MONTHLY" }, range: noEnd },
      ["recurrence", "pattern", "dayOfMonth"],
      /1 and 31/,
    ],
    [
      "day 32",
      { pattern: { type: "ABSOLUTE_MONTHLY", dayOfMonth: 32 }, range: noEnd },
      ["recurrence", "pattern", "dayOfMonth"],
      /1 and 31/,
    ],
    [
      "years without a month",
      { pattern: { type: "ABSOLUTE_YEARLY", dayOfMonth: 2 }, range: noEnd },
      ["recurrence", "pattern", "month"],
      /1 and 12/,
    ],
    [
      "month 13",
      { pattern: { type: "ABSOLUTE_YEARLY", dayOfMonth: 2, month: 13 }, range: noEnd },
      ["recurrence", "pattern", "month"],
      /1 and 12/,
    ],
    [
      "an unknown index",
      { pattern: { type: "RELATIVE_MONTHLY", daysOfWeek: ["MONDAY"], index: "UNKNOWN" }, range: noEnd },
      ["recurrence", "pattern", "index"],
      /UNKNOWN/,
    ],
    ["an unknown range", { pattern: daily, range: { type: "UNKNOWN" } }, ["recurrence", "range", "type"], /UNKNOWN/],
    [
      "an end without its date",
      { pattern: daily, range: { type: "END_DATE" } },
      ["recurrence", "range", "endDate"],
      /needs `endDate`/,
    ],
    [
      "a date without its end",
      { pattern: daily, range: { ...noEnd, endDate: "2026-04-01" } },
      ["recurrence", "range", "endDate"],
      /has no `endDate`/,
    ],
    [
      "an end before the start",
      { pattern: daily, range: { type: "END_DATE", endDate: "2026-03-01" } },
      ["recurrence", "range", "endDate"],
      /before the first/,
    ],
    [
      "an end after the year 4500",
      { pattern: daily, range: { type: "END_DATE", endDate: "4500-09-02" } },
      ["recurrence", "range"],
      /4500-09-01/,
    ],
    [
      "a count that is missing",
      { pattern: daily, range: { type: "NUMBERED" } },
      ["recurrence", "range", "numberOfOccurrences"],
      /needs/,
    ],
    [
      "a count of 0",
      { pattern: daily, range: { type: "NUMBERED", numberOfOccurrences: 0 } },
      ["recurrence", "range", "numberOfOccurrences"],
      /1 or more/,
    ],
    [
      "a count of 10,000",
      { pattern: daily, range: { type: "NUMBERED", numberOfOccurrences: 10_000 } },
      ["recurrence", "range"],
      /9999/,
    ],
    [
      "a count without its range",
      { pattern: daily, range: { ...noEnd, numberOfOccurrences: 3 } },
      ["recurrence", "range", "numberOfOccurrences"],
      /has no/,
    ],
    [
      "another start",
      { pattern: daily, range: { ...noEnd, startDate: "2026-03-03" } },
      ["recurrence", "range", "startDate"],
      /2026-03-02/,
    ],
    [
      "an unknown zone",
      { pattern: daily, range: { ...noEnd, recurrenceTimeZone: "Mars/Olympus" } },
      ["recurrence", "range", "recurrenceTimeZone"],
      /not known/,
    ],
    [
      "a range without an occurrence",
      { pattern: { type: "WEEKLY", daysOfWeek: ["FRIDAY"] }, range: { type: "END_DATE", endDate: "2026-03-03" } },
      ["recurrence", "range"],
      /no occurrence/,
    ],
    [
      "a text that misses the start",
      { rrule: "FREQ=WEEKLY;BYDAY=TU" },
      ["recurrence", "rrule"],
      /MONDAY 2026-03-02.*2026-03-03/,
    ],
    ["a text that Microsoft cannot keep", { rrule: "FREQ=YEARLY;BYWEEKNO=20" }, ["recurrence", "rrule"], /BYWEEKNO/],
  ];

  test.each(CASES)("%s", async (_name, recurrence, path, message) => {
    const { event, errors } = await create({ recurrence });

    expect(event).toBeNull();
    expect(errors).toMatchObject([{ __typename: "InvalidInputError", path, message: expect.stringMatching(message) }]);
    expect(gateway.emulator.log.entries()).toEqual([]);
  });

  test("nor on a change, whatever the event is", async () => {
    const { id } = await makeEvent(organization);
    gateway.emulator.log.clear();

    for (const recurrence of [{}, { rrule: "FREQ=HOURLY" }, { pattern: { type: "WEEKLY" as const }, range: noEnd }]) {
      const { data } = await organization.writer.query(UpdateSeriesDocument, { input: { id, recurrence } });
      expect(data.updateEvent.errors).toMatchObject([{ code: "INVALID_INPUT" }]);
    }
    expect(gateway.emulator.log.entries()).toEqual([]);
  });
});

describe("instances", () => {
  test("are where ical.js has them by the text, on the clock of the series' zone through its changes [user-demands 29]", async () => {
    await fc.assert(
      fc.asyncProperty(
        patterns.filter(({ type, dayOfMonth }) => !(type.startsWith("ABSOLUTE") && (dayOfMonth ?? 0) > 28)),
        fc.constantFrom(...ZONES),
        fc.integer({ min: dayOf("2026-01-01"), max: dayOf("2026-12-31") }),
        fc.constantFrom("00:30:00", "02:30:00", "09:00:00", "23:15:00"),
        async (drawn, timeZone, from, time) => {
          const pattern = { ...drawn, interval: Math.min(drawn.interval, 3) };
          const range = {
            type: "NO_END",
            startDate: dateOf(from),
            endDate: null,
            numberOfOccurrences: null,
            recurrenceTimeZone: timeZone,
          } as const;
          const date = dateOf(ruleDays({ pattern, range }).next().value ?? 0);
          const rrule = `${toRrule({ pattern, range }, { time, isAllDay: false })};COUNT=12`;
          const start = { dateTime: `${date}T${time}`, timeZone };
          const end = { dateTime: `${date}T${time.slice(0, 3)}59:00`, timeZone };
          const { event, errors } = await create({ start, end, recurrence: { rrule } });
          expect([rrule, errors]).toEqual([rrule, []]);

          const iterator = ICAL.Recur.fromString(rrule).iterator(ICAL.Time.fromDateTimeString(start.dateTime));
          const expected: string[] = [];
          for (let at = iterator.next(); at !== null; at = iterator.next()) {
            expected.push(wallTimeToInstant(at.toString(), timeZone).toISOString());
          }
          const last = new Date(Date.parse(expected.at(-1)!) + 86_400_000).toISOString();
          const window = { start: `${dateOf(dayOf(date) - 2)}T00:00:00Z`, end: last, first: 50 };
          const { node } = await organization.reader.data(SeriesInstancesDocument, { id: event!.id, ...window });
          const shown = instantsIn(node);
          expect([rrule, timeZone, shown]).toEqual([rrule, timeZone, expected]);
          await organization.writer.data(DeleteEventDocument, { input: { id: event!.id } });
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  test("keep nine o'clock in New York for a series made in Berlin with a zone of its own", async () => {
    const { event, errors } = await create({
      start: { dateTime: "2026-03-02T15:00:00", timeZone: "Europe/Berlin" },
      end: { dateTime: "2026-03-02T16:00:00", timeZone: "Europe/Berlin" },
      recurrence: {
        pattern: daily,
        range: { type: "NUMBERED", numberOfOccurrences: 10, recurrenceTimeZone: "America/New_York" },
      },
    });
    expect(errors).toEqual([]);

    const window = { start: "2026-03-01T00:00:00Z", end: "2026-04-01T00:00:00Z" };
    const { node } = await organization.reader.data(SeriesInstancesDocument, { id: event!.id, ...window });
    const shown = instantsIn(node);
    const walls = shown.map((one) => instantToWallTime(new Date(one), "America/New_York").local.slice(11));
    expect(walls).toEqual(Array(10).fill("09:00:00"));
  });
});
