import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addPerson, type GraphClient, type Json, startTenant } from "./kit.js";
import { seriesBody, window } from "./recurrence.kit.js";

let started: Awaited<ReturnType<typeof startTenant>>;
let graph: GraphClient;
let people = 0;
beforeAll(async () => {
  started = await startTenant();
  graph = started.graph;
});
afterAll(() => started.emulator.close());

const mailbox = () => {
  people += 1;
  return `/users/${addPerson(started.emulator, started.tenant, `person${people}`).id}`;
};
const create = (pattern: Record<string, unknown>, range: Record<string, unknown> = {}, over = {}) =>
  graph.post(`${mailbox()}/events`, seriesBody(pattern, range, over));
const codeOf = ({ status, json }: { status: number; json: Json }) => [status, json.error?.code];
const invalid = [400, "ErrorPropertyValidationFailure"];

describe("what a recurrence must have (sheet 3.5, statement 6)", () => {
  const whole: Record<string, Record<string, unknown>> = {
    daily: { interval: 2 },
    weekly: { interval: 1, daysOfWeek: ["monday"] },
    absoluteMonthly: { interval: 1, dayOfMonth: 2 },
    relativeMonthly: { interval: 1, daysOfWeek: ["monday"] },
    absoluteYearly: { interval: 1, dayOfMonth: 2, month: 3 },
    relativeYearly: { interval: 1, daysOfWeek: ["monday"], month: 3 },
  };
  const cases = Object.entries(whole).flatMap(([type, members]) =>
    ["type", ...Object.keys(members)].map((missing) => [type, missing] as const),
  );

  test.each(Object.keys(whole))("a %s pattern with its required members is taken", async (type) => {
    const { status, json } = await create({ daysOfWeek: undefined, ...whole[type], type });
    expect(status).toBe(201);
    expect(json.type).toBe("seriesMaster");
    expect(json.recurrence.pattern).toMatchObject({ type, ...whole[type] });
  });

  test.each(cases)("a %s pattern without %s is refused", async (type, missing) => {
    const pattern = { daysOfWeek: undefined, ...whole[type], type, [missing]: undefined };
    expect(codeOf(await create(pattern))).toEqual(invalid);
  });

  test.each([
    ["no type", { type: undefined }],
    ["no startDate", { startDate: undefined }],
    ["an endDate range without endDate", { type: "endDate" }],
    ["a numbered range without a number", { numberOfOccurrences: undefined }],
    ["a numbered range of zero", { numberOfOccurrences: 0 }],
    ["a startDate unlike the start's date", { startDate: "2026-03-03" }],
    ["an endDate before the first occurrence", { type: "endDate", endDate: "2026-03-01" }],
  ])("a range with %s is refused", async (_name, range) => {
    expect(codeOf(await create({}, range))).toEqual(invalid);
  });

  test("members that the type does not use are ignored, but have to be legal", async () => {
    expect((await create({ dayOfMonth: 0, month: 0, index: "last" })).status).toBe(201);
    expect(codeOf(await create({ month: 13 }))).toEqual(invalid);
    expect(codeOf(await create({ interval: 0 }))).toEqual(invalid);
    expect(codeOf(await create({ index: "fifth" }))).toEqual([400, "RequestBodyRead"]);
    expect(codeOf(await create({}, { endDate: "soon" }))).toEqual([400, "RequestBodyRead"]);
    expect(codeOf(await create({}, { recurrenceTimeZone: "Mars" }))).toEqual([400, "TimeZoneNotSupportedException"]);
  });

  test("firstDayOfWeek may be left out, unless the switch asks for it", async () => {
    const { json } = await create({ firstDayOfWeek: undefined });
    expect(json.recurrence.pattern.firstDayOfWeek).toBe("sunday");
    started.emulator.switches.weeklyNeedsFirstDay = true;
    expect(codeOf(await create({ firstDayOfWeek: undefined }))).toEqual(invalid);
    started.emulator.switches.weeklyNeedsFirstDay = false;
  });

  test("an end after 1 September 4500 is ErrorRecurrenceEndDateTooBig, by date and by number", async () => {
    const tooBig = [400, "ErrorRecurrenceEndDateTooBig"];
    expect((await create({}, { type: "endDate", endDate: "4500-09-01" })).status).toBe(201);
    expect(codeOf(await create({}, { type: "endDate", endDate: "4500-09-02" }))).toEqual(tooBig);
    expect(codeOf(await create({ interval: 2_147_483_647 }, { numberOfOccurrences: 2 }))).toEqual(tooBig);
    expect(codeOf(await create({ type: "daily" }, { numberOfOccurrences: 2_147_483_647 }))).toEqual(tooBig);
  });

  test("unused members read back as zero values", async () => {
    const numbered = await create({ dayOfMonth: 9, month: 9, index: "third" });
    expect(numbered.json.recurrence).toEqual({
      pattern: {
        type: "weekly",
        interval: 1,
        month: 0,
        dayOfMonth: 0,
        daysOfWeek: ["monday"],
        firstDayOfWeek: "monday",
        index: "first",
      },
      range: {
        type: "numbered",
        startDate: "2026-03-02",
        endDate: "0001-01-01",
        recurrenceTimeZone: "Europe/Berlin",
        numberOfOccurrences: 6,
      },
    });
    const dated = await create({}, { type: "endDate", endDate: "2026-05-05" });
    expect(dated.json.recurrence.range).toMatchObject({ endDate: "2026-05-05", numberOfOccurrences: 0 });
  });

  test("what was read back can be written again", async () => {
    const base = mailbox();
    const { json } = await graph.post(`${base}/events`, seriesBody());
    const again = await graph.patch(`${base}/events/${json.id}`, { recurrence: json.recurrence });
    expect(again.status).toBe(200);
    expect(again.json.recurrence).toEqual(json.recurrence);
  });
});

describe("when a series takes place (sheet 3.5)", () => {
  const starts = async (
    pattern: Record<string, unknown>,
    range: Record<string, unknown>,
    from: string,
    until: string,
    times?: { start: string; end: string; zone?: string },
  ) => {
    const base = mailbox();
    const zone = times?.zone ?? "Europe/Berlin";
    const over = times && {
      start: { dateTime: times.start, timeZone: zone },
      end: { dateTime: times.end, timeZone: zone },
    };
    const made = await graph.post(`${base}/events`, seriesBody(pattern, range, over));
    expect(made.status).toBe(201);
    const { json } = await graph.get(`${base}/calendarView?${window(from, until)}`);
    return json.value.map(({ start }: Json) => start.dateTime.slice(0, 16));
  };

  test("statement 5: nine o'clock stays nine in its zone when the clock changes, and shifts in UTC", async () => {
    const shown = await starts({}, { type: "noEnd" }, "2026-03-20", "2026-04-07");
    expect(shown).toEqual(["2026-03-23T08:00", "2026-03-30T07:00", "2026-04-06T07:00"]);
  });

  test("a time inside the gap of spring moves forward by the gap and keeps its length", async () => {
    const base = mailbox();
    await graph.post(
      `${base}/events`,
      seriesBody(
        { type: "daily", interval: 1 },
        { startDate: "2026-03-28", numberOfOccurrences: 3 },
        {
          start: { dateTime: "2026-03-28T02:15:00", timeZone: "Europe/Berlin" },
          end: { dateTime: "2026-03-28T02:45:00", timeZone: "Europe/Berlin" },
        },
      ),
    );
    const { json } = await graph.get(`${base}/calendarView?${window("2026-03-27", "2026-04-02")}`, {
      Prefer: 'outlook.timezone="Europe/Berlin"',
    });
    expect(json.value.map(({ start, end }: Json) => [start.dateTime.slice(5, 16), end.dateTime.slice(11, 16)])).toEqual(
      [
        ["03-28T02:15", "02:45"],
        ["03-29T03:15", "03:45"],
        ["03-30T02:15", "02:45"],
      ],
    );
  });

  test("a start alone inside the gap never passes its end", async () => {
    const base = mailbox();
    await graph.post(
      `${base}/events`,
      seriesBody(
        { type: "daily", interval: 1 },
        { startDate: "2026-03-28", numberOfOccurrences: 2 },
        {
          start: { dateTime: "2026-03-28T02:30:00", timeZone: "Europe/Berlin" },
          end: { dateTime: "2026-03-28T03:15:00", timeZone: "Europe/Berlin" },
        },
      ),
    );
    const { json } = await graph.get(`${base}/calendarView?${window("2026-03-29", "2026-03-30")}`);
    expect(json.value.map(({ start, end }: Json) => [start.dateTime, end.dateTime])).toEqual([
      ["2026-03-29T01:30:00.0000000", "2026-03-29T02:15:00.0000000"],
    ]);
  });

  test("the series follows recurrenceTimeZone where it names another zone than the event", async () => {
    const shown = await starts(
      {},
      { type: "noEnd", recurrenceTimeZone: "Eastern Standard Time" },
      "2026-03-01",
      "2026-03-17",
      { start: "2026-03-02T14:00:00", end: "2026-03-02T15:00:00", zone: "UTC" },
    );
    // New York's clock went forward on 8 March 2026.
    expect(shown).toEqual(["2026-03-02T14:00", "2026-03-09T13:00", "2026-03-16T13:00"]);
  });

  test("firstDayOfWeek decides which days share a week of a longer interval", async () => {
    const days = { interval: 2, daysOfWeek: ["sunday", "monday"] };
    const range = { numberOfOccurrences: 4 };
    const monday = await starts({ ...days, firstDayOfWeek: "monday" }, range, "2026-03-01", "2026-06-01");
    expect(monday.map((text: string) => text.slice(5, 10))).toEqual(["03-02", "03-08", "03-16", "03-22"]);
    const sunday = await starts({ ...days, firstDayOfWeek: "sunday" }, range, "2026-03-01", "2026-06-01");
    expect(sunday.map((text: string) => text.slice(5, 10))).toEqual(["03-02", "03-15", "03-16", "03-29"]);
  });

  const endOfMonth = { start: "2026-01-31T09:00:00", end: "2026-01-31T10:00:00" };
  test("the 31st falls on the last day of a shorter month, or is left out by the switch", async () => {
    const pattern = { type: "absoluteMonthly", interval: 1, dayOfMonth: 31 };
    const range = { startDate: "2026-01-31", numberOfOccurrences: 4 };
    const dates = async () =>
      (await starts(pattern, range, "2026-01-01", "2027-01-01", endOfMonth)).map((text: string) => text.slice(5, 10));
    expect(await dates()).toEqual(["01-31", "02-28", "03-31", "04-30"]);
    started.emulator.switches.shortMonths = "skip";
    expect(await dates()).toEqual(["01-31", "03-31", "05-31", "07-31"]);
    started.emulator.switches.shortMonths = "lastDay";
  });

  test("of several days a relative pattern takes one: the last weekday of each month", async () => {
    const shown = await starts(
      { type: "relativeMonthly", index: "last", daysOfWeek: ["monday", "tuesday", "wednesday", "thursday", "friday"] },
      { numberOfOccurrences: 3 },
      "2026-03-01",
      "2026-12-01",
    );
    expect(shown.map((text: string) => text.slice(5, 10))).toEqual(["03-31", "04-30", "05-29"]);
  });

  test("by the switch it takes the earliest of each day's nth", async () => {
    started.emulator.switches.severalDays = "earliestDay";
    const shown = await starts(
      { type: "relativeMonthly", index: "last", daysOfWeek: ["monday", "friday"] },
      { numberOfOccurrences: 2 },
      "2026-03-01",
      "2026-12-01",
    );
    started.emulator.switches.severalDays = "nthOfSet";
    expect(shown.map((text: string) => text.slice(5, 10))).toEqual(["03-27", "04-24"]);
  });

  test("the first occurrence may be later than startDate; master and range begin there", async () => {
    const { json } = await create({ daysOfWeek: ["thursday"] }, { numberOfOccurrences: 2 });
    expect(json.start.dateTime).toBe("2026-03-05T08:00:00.0000000");
    expect(json.recurrence.range.startDate).toBe("2026-03-05");
  });

  test("a series without end is there in thirty years as fast as tomorrow", async () => {
    const shown = await starts({ type: "daily", interval: 1 }, { type: "noEnd" }, "2056-03-01", "2056-03-04");
    expect(shown).toHaveLength(3);
  });

  test("an all-day series keeps its dates over the change of clocks", async () => {
    const base = mailbox();
    const day = (dateTime: string) => ({ dateTime, timeZone: "Europe/Berlin" });
    await graph.post(
      `${base}/events`,
      seriesBody(
        { type: "daily", interval: 1 },
        { startDate: "2026-03-28", numberOfOccurrences: 3 },
        {
          isAllDay: true,
          start: day("2026-03-28T00:00:00"),
          end: day("2026-03-29T00:00:00"),
        },
      ),
    );
    const { json } = await graph.get(`${base}/calendarView?${window("2026-03-27", "2026-04-02")}`);
    expect(
      json.value.map(({ start, end }: Json) => `${start.dateTime.slice(5, 16)} ${end.dateTime.slice(5, 16)}`),
    ).toEqual(["03-28T00:00 03-29T00:00", "03-29T00:00 03-30T00:00", "03-30T00:00 03-31T00:00"]);
  });
});
