import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { zoned } from "../../../emulator/core/zoned-time.js";
import { eventBody, type GraphClient, type Json, startTenant } from "./kit.js";
import { seriesBody, window } from "./recurrence.kit.js";

const PROPERTY = "String {66f5a359-4659-4830-9070-00047ec6ac6e} Name Colour";

let started: Awaited<ReturnType<typeof startTenant>>;
let graph: GraphClient;
let base: string;
let ids: Record<string, string>;

beforeAll(async () => {
  started = await startTenant();
  graph = started.graph;
  base = `/users/${started.ann.id}`;
  ids = {};
  const bodies: Record<string, unknown>[] = [
    {
      subject: "Budget O'Neill",
      categories: ["Red", "Team"],
      sensitivity: "private",
      showAs: "oof",
      location: { displayName: "Attic" },
      singleValueExtendedProperties: [{ id: PROPERTY, value: "green" }],
    },
    { subject: "budget review", categories: ["Red"], isReminderOn: false, reminderMinutesBeforeStart: 30 },
    {
      subject: "Lunch",
      start: { dateTime: "2026-03-03T12:00:00", timeZone: "Europe/Berlin" },
      end: { dateTime: "2026-03-03T13:00:00", timeZone: "Europe/Berlin" },
      importance: "high",
    },
    seriesBody({}, {}, { subject: "Stand-up" }),
  ];
  for (const body of bodies) {
    const { json, status } = await graph.post(`${base}/events`, eventBody(body));
    expect(status).toBe(201);
    ids[json.subject] = json.id;
  }
});
afterAll(() => started.emulator.close());

const ask = (filter: string, path = `${base}/events`) => graph.get(`${path}?$filter=${encodeURIComponent(filter)}`);
const found = async (filter: string): Promise<string[]> => {
  const { status, json } = await ask(filter);
  expect(json.error).toBeUndefined();
  expect(status).toBe(200);
  return json.value.map(({ subject }: Json) => subject).sort();
};
const codeOf = ({ status, json }: { status: number; json: Json }) => [status, json.error?.code];

const BUDGETS = ["Budget O'Neill", "budget review"];
const ALL = [...BUDGETS, "Lunch", "Stand-up"].sort();

describe("$filter on events (sheet 2.4)", () => {
  test.each<[string, string[]]>([
    ["subject eq 'Lunch'", ["Lunch"]],
    ["subject eq 'lunch'", ["Lunch"]],
    ["'Lunch' eq subject", ["Lunch"]],
    ["subject ne 'Lunch'", [...BUDGETS, "Stand-up"].sort()],
    ["subject eq 'Budget O''Neill'", ["Budget O'Neill"]],
    ["startswith(subject,'budget')", BUDGETS],
    ["endsWith(subject, 'REVIEW')", ["budget review"]],
    ["contains(subject,'un')", ["Lunch"]],
    ["contains(subject,'un') eq false", [...BUDGETS, "Stand-up"].sort()],
    ["not contains(subject,'udge')", ["Lunch", "Stand-up"]],
    ["subject in ('Lunch','stand-up', 'x')", ["Lunch", "Stand-up"]],
    ["subject eq null", []],
    ["seriesMasterId eq null", ALL],
    ["seriesMasterId ne null", []],
    ["subject gt 'l'", ["Lunch", "Stand-up"]],
    ["type eq 'seriesMaster'", ["Stand-up"]],
    ["type in ('seriesMaster')", ["Stand-up"]],
    ["sensitivity eq microsoft.graph.sensitivity'private'", ["Budget O'Neill"]],
    ["showAs eq 'OOF'", ["Budget O'Neill"]],
    ["importance ge 'high'", ["Lunch"]],
    ["isOrganizer eq true", ALL],
    ["isOrganizer", ALL],
    ["not isReminderOn", ["budget review"]],
    ["isReminderOn ne true", ["budget review"]],
    ["reminderMinutesBeforeStart gt 15", ["budget review"]],
    ["reminderMinutesBeforeStart le 15.5", ["Budget O'Neill", "Lunch", "Stand-up"]],
    ["location/displayName eq 'attic'", ["Budget O'Neill"]],
    ["start/dateTime ge '2026-03-03T00:00:00'", ["Lunch"]],
    ["start/dateTime eq '2026-03-03T11:00'", ["Lunch"]],
    ["start/dateTime eq '2026-03-03T12:00:00+01:00'", ["Lunch"]],
    ["end/dateTime lt '2026-03-02T09:30:00.0000000'", ["Stand-up"]],
    ["lastModifiedDateTime ge 2026-03-02T08:00:00Z", ALL],
    ["lastModifiedDateTime gt 2026-03-02", ALL],
    ["lastModifiedDateTime lt 2026-03-02T09:00:00+01:00", []],
    ["categories/any(c:c eq 'team')", ["Budget O'Neill"]],
    ["categories/any()", BUDGETS],
    ["not categories/any()", ["Lunch", "Stand-up"]],
    ["categories/all(c: c eq 'Red')", ["Lunch", "Stand-up", "budget review"].sort()],
    ["categories/any(c: startswith(c,'re') and isReminderOn)", ["Budget O'Neill"]],
    [`singleValueExtendedProperties/Any(ep: ep/id eq '${PROPERTY}' and ep/value eq 'green')`, ["Budget O'Neill"]],
    [`singleValueExtendedProperties/any(ep: ep/id eq '${PROPERTY}' and ep/value eq 'red')`, []],
    ["subject eq 'Lunch' or subject eq 'Stand-up' and type eq 'singleInstance'", ["Lunch"]],
    ["(subject eq 'Lunch' or subject eq 'Stand-up') and type eq 'seriesMaster'", ["Stand-up"]],
    ["not (subject eq 'Lunch' or isReminderOn eq false)", ["Budget O'Neill", "Stand-up"]],
    ["SUBJECT eq 'Lunch'", ["Lunch"]],
  ])("%s", async (filter, expected) => {
    expect(await found(filter)).toEqual([...expected].sort());
  });

  test("ids are compared with their case", async () => {
    const id = ids.Lunch ?? "";
    expect(await found(`id eq '${id}'`)).toEqual(["Lunch"]);
    expect(await found(`id eq '${id.toLowerCase()}'`)).toEqual([]);
    const { iCalUId } = (await graph.get(`${base}/events/${id}`)).json;
    expect(await found(`iCalUId eq '${iCalUId}'`)).toEqual(["Lunch"]);
  });

  test("case counts in all text by the switch", async () => {
    started.emulator.switches.filterIgnoresCase = false;
    const shown = await found("startswith(subject,'budget')");
    started.emulator.switches.filterIgnoresCase = true;
    expect(shown).toEqual(["budget review"]);
  });

  test("@odata.count is of the matches, and nextLink keeps the filter", async () => {
    const filter = encodeURIComponent("startswith(subject,'budget')");
    const { json } = await graph.get(`${base}/events?$filter=${filter}&$count=true&$top=1&$orderby=subject`);
    expect(json["@odata.count"]).toBe(2);
    const next = await graph.get(json["@odata.nextLink"]);
    expect([...json.value, ...next.json.value].map(({ subject }: Json) => subject)).toEqual(BUDGETS);
  });

  test("a calendar view is filtered by its occurrences", async () => {
    const filter = encodeURIComponent("type eq 'occurrence' and start/dateTime gt '2026-03-29T00:00:00Z'");
    const { json } = await graph.get(`${base}/calendarView?${window("2026-03-01", "2026-06-01")}&$filter=${filter}`);
    expect(json.value.map(({ start }: Json) => start.dateTime.slice(5, 10))).toEqual(["03-30", "04-06"]);
    const byMaster = encodeURIComponent(`seriesMasterId eq '${ids["Stand-up"]}'`);
    const series = await graph.get(`${base}/calendarView?${window("2026-03-01", "2026-06-01")}&$filter=${byMaster}`);
    expect(series.json.value).toHaveLength(6);
  });

  test("/events compares a master's first start, so that a running series is missed", async () => {
    expect(await found("start/dateTime ge '2026-03-16T00:00:00'")).toEqual([]);
  });
});

describe("refused filters", () => {
  test.each([
    "attendees/any(a:a/emailAddress/address eq 'x@y.example')",
    "organizer/emailAddress/address eq 'x@y.example'",
    "body/content eq 'x'",
  ])("%s is UnsupportedEntityExpression", async (filter) => {
    expect(codeOf(await ask(filter))).toEqual([400, "UnsupportedEntityExpression"]);
  });

  test.each(["colour eq 'x'", "start/colour eq 'x'", "categories/any(c: d eq 'x')", "__proto__ eq null"])(
    "%s names what does not exist: ParseUri",
    async (filter) => {
      expect(codeOf(await ask(filter))).toEqual([400, "RequestBroker--ParseUri"]);
    },
  );

  test.each([
    "",
    "subject",
    "subject eq",
    "subject eq 'x",
    "subject eq 'x' and",
    "subject = 'x'",
    "subject eq 5",
    "isAllDay eq 'true'",
    "start eq '2026-03-02'",
    "start/dateTime eq 2026-03-02T00:00:00Z",
    "start/dateTime gt 'tomorrow'",
    "lastModifiedDateTime gt '2026-03-02T00:00:00Z'",
    "lastModifiedDateTime gt 2026-13-02T00:00:00Z",
    "showAs eq 'asleep'",
    "showAs in ('busy','asleep')",
    "categories eq 'Red'",
    "subject/any(s: s eq 'x')",
    "subject/length eq 1",
    "categories/any(c eq 'x')",
    "categories/most(c: c eq 'x')",
    "contains(subject)",
    "contains(isAllDay,'x')",
    "tolower(subject) eq 'x'",
    "subject in 'x'",
    "(subject eq 'x'",
    "subject eq 'x')",
  ])("'%s' is 400 BadRequest", async (filter) => {
    expect(codeOf(await ask(filter))).toEqual([400, "BadRequest"]);
  });

  test("nesting is followed 64 levels deep and no deeper, however deep it is", async () => {
    const nested = (depth: number) => `${"(".repeat(depth)}isAllDay${")".repeat(depth)}`;
    expect((await ask(nested(64))).status).toBe(200);
    expect(codeOf(await ask(nested(65)))).toEqual([400, "BadRequest"]);
    expect(codeOf(await ask(`${"not ".repeat(2_000)}isAllDay`))).toEqual([400, "BadRequest"]);
    expect((await ask(Array(500).fill("isAllDay").join(" or "))).status).toBe(200);
  });

  test("times of change are refused by the switch, as some reports have it", async () => {
    started.emulator.switches.filterByChangeTimes = false;
    const refused = await ask("lastModifiedDateTime gt 2026-03-02");
    started.emulator.switches.filterByChangeTimes = true;
    expect(codeOf(refused)).toEqual([400, "ErrorInvalidUrlQueryFilter"]);
  });
});

describe("$filter on calendars and users", () => {
  test("calendars by name, colour and default", async () => {
    await graph.post(`${base}/calendars`, { name: "Travel", color: "lightGreen" });
    const names = async (filter: string) =>
      (await ask(filter, `${base}/calendars`)).json.value.map(({ name }: Json) => name);
    expect(await names("name eq 'travel'")).toEqual(["Travel"]);
    expect(await names("isDefaultCalendar eq true")).toEqual(["Calendar"]);
    expect(await names("color eq 'lightGreen' and canEdit")).toEqual(["Travel"]);
    expect(codeOf(await ask("hexColor eq ''", `${base}/calendars`))).toEqual([400, "UnsupportedEntityExpression"]);
    expect(codeOf(await ask("shape eq ''", `${base}/calendars`))).toEqual([400, "RequestBroker--ParseUri"]);
  });

  test("users by name, address, id and state; contains is unknown to the directory", async () => {
    const names = async (filter: string) =>
      (await ask(filter, "/users")).json.value.map(({ userPrincipalName }: Json) => userPrincipalName);
    expect(await names("startswith(displayName,'AN')")).toEqual(["ann@quarry.example"]);
    expect(await names("mail eq 'ann@quarry.example' and accountEnabled eq true")).toEqual(["ann@quarry.example"]);
    expect(await names(`id eq '${started.ann.id}'`)).toEqual(["ann@quarry.example"]);
    expect(await names(`id in (${started.ann.id})`)).toEqual(["ann@quarry.example"]);
    expect(await names("proxyAddresses/any(p: p eq 'smtp:ann@quarry.example')")).toEqual(["ann@quarry.example"]);
    expect(await names("department eq 'Tax'")).toEqual([]);
    expect(codeOf(await ask("contains(displayName,'an')", "/users"))).toEqual([400, "BadRequest"]);
    expect(codeOf(await ask("mobilePhone eq null", "/users"))).toEqual([400, "Request_UnsupportedQuery"]);
    expect(codeOf(await ask("shoeSize eq 1", "/users"))).toEqual([400, "BadRequest"]);
  });

  test("events put there by a seed are found as well", async () => {
    started.emulator.add.addEvent(started.ann.mailbox, {
      subject: "Seeded",
      start: zoned("2026-04-02T09:00", "UTC"),
      end: zoned("2026-04-02T10:00", "UTC"),
    });
    expect(await found("start/dateTime ge '2026-04-01'")).toEqual(["Seeded"]);
  });
});
