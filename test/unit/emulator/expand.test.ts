import { afterAll, beforeAll, expect, test } from "vitest";
import { eventBody, type GraphClient, graphClient, type Json, SECRET, startTenant, tokenFor } from "./kit.js";
import { seriesBody, window } from "./recurrence.kit.js";

const COLOUR = "String {66f5a359-4659-4830-9070-00047ec6ac6e} Name Colour";
const SHAPE = "String {66f5a359-4659-4830-9070-00047ec6ac6e} Name Shape";
const TAGS = "StringArray {66f5a359-4659-4830-9070-00047ec6ac6e} Name Tags";

let started: Awaited<ReturnType<typeof startTenant>>;
let graph: GraphClient;
let events: string;
let dressed: Json;

beforeAll(async () => {
  started = await startTenant();
  graph = started.graph;
  events = `/users/${started.ann.id}/events`;
  const { json, status } = await graph.post(
    events,
    eventBody({
      singleValueExtendedProperties: [
        { id: COLOUR, value: "green" },
        { id: SHAPE, value: "round" },
      ],
      multiValueExtendedProperties: [{ id: TAGS, value: ["a", "b"] }],
      extensions: [
        { "@odata.type": "microsoft.graph.openTypeExtension", extensionName: "com.quarry.ref", order: 7 },
        { "@odata.type": "microsoft.graph.openTypeExtension", extensionName: "com.quarry.other", open: true },
      ],
    }),
  );
  expect(status).toBe(201);
  dressed = json;
});
afterAll(() => started.emulator.close());

const codeOf = ({ status, json }: { status: number; json: Json }) => [status, json.error?.code];
const expanded = (what: string, path = `${events}/${dressed.id}`) =>
  graph.get(`${path}?$expand=${encodeURIComponent(what)}`);

// Sheet 1.9.
test("extended properties are not echoed, and read back by $expand with a filter on their id", async () => {
  expect(dressed).not.toHaveProperty("singleValueExtendedProperties");
  const { json } = await expanded(`singleValueExtendedProperties($filter=id eq '${COLOUR}')`);
  expect(json.singleValueExtendedProperties).toEqual([{ id: COLOUR, value: "green" }]);
  expect(json.subject).toBe("Planning");
  const multi = await expanded(`multiValueExtendedProperties($filter=id eq '${TAGS}')`);
  expect(multi.json.multiValueExtendedProperties).toEqual([{ id: TAGS, value: ["a", "b"] }]);
  const none = await expanded(
    "singleValueExtendedProperties($filter=id eq 'String {00000000-0000-0000-0000-000000000000} Name X')",
  );
  expect(none.json).not.toHaveProperty("singleValueExtendedProperties");
});

test("several names in one $expand, each with options of its own, in lists as well", async () => {
  const what = `extensions($filter=id eq 'com.quarry.ref'),singleValueExtendedProperties($filter=id eq '${SHAPE}'),attachments`;
  const { json } = await expanded(what, events);
  const shown = json.value.find(({ id }: Json) => id === dressed.id);
  expect(shown.extensions).toEqual([
    {
      "@odata.type": "#microsoft.graph.openTypeExtension",
      id: "Microsoft.OutlookServices.OpenTypeExtension.com.quarry.ref",
      extensionName: "com.quarry.ref",
      order: 7,
    },
  ]);
  expect(shown.singleValueExtendedProperties).toEqual([{ id: SHAPE, value: "round" }]);
  expect(shown.attachments).toEqual([]);
});

test("an extension is found by its short name and by both long forms of its id", async () => {
  for (const prefix of ["", "Microsoft.OutlookServices.OpenTypeExtension.", "microsoft.graph.openTypeExtension."]) {
    const { json } = await expanded(`extensions($filter=id eq '${prefix}com.quarry.other')`);
    expect(json.extensions.map(({ extensionName }: Json) => extensionName)).toEqual(["com.quarry.other"]);
  }
});

test("a PATCH replaces the properties it names and keeps the others", async () => {
  const { json } = await graph.post(
    events,
    eventBody({ singleValueExtendedProperties: [{ id: COLOUR, value: "red" }] }),
  );
  const id = COLOUR.replace("66f5a359", "66F5A359");
  await graph.patch(`${events}/${json.id}`, { singleValueExtendedProperties: [{ id: SHAPE, value: "flat" }] });
  await graph.patch(`${events}/${json.id}`, { singleValueExtendedProperties: [{ id, value: "blue" }] });
  const after = await expanded("singleValueExtendedProperties", `${events}/${json.id}`);
  expect(after.json.singleValueExtendedProperties).toEqual([
    { id: COLOUR, value: "blue" },
    { id: SHAPE, value: "flat" },
  ]);
});

test.each([
  [
    "an id that is none",
    { singleValueExtendedProperties: [{ id: "Colour", value: "x" }] },
    "ErrorPropertyValidationFailure",
  ],
  ["a value that is no text", { singleValueExtendedProperties: [{ id: COLOUR, value: 5 }] }, "RequestBodyRead"],
  ["one text where a list belongs", { multiValueExtendedProperties: [{ id: TAGS, value: "a" }] }, "RequestBodyRead"],
  ["an extension without a name", { extensions: [{}] }, "ErrorPropertyValidationFailure"],
])("refuses %s", async (_name, over, code) => {
  expect(codeOf(await graph.post(events, eventBody(over)))).toEqual([400, code]);
});

// Statement 7, sheet 3.6.
test("exceptionOccurrences come only with $select and $expand on a master read by its id", async () => {
  const { json: master } = await graph.post(events, seriesBody());
  const view = await graph.get(
    `/users/${started.ann.id}/events/${master.id}/instances?${window("2026-03-01", "2026-04-01")}`,
  );
  await graph.patch(`${events}/${view.json.value[1].id}`, { subject: "Special" });
  const read = (query: string, path = `${events}/${master.id}`) => graph.get(`${path}?${query}`);
  const both = "$select=subject,exceptionOccurrences&$expand=exceptionOccurrences";
  const { json } = await read(both);
  expect(json.exceptionOccurrences).toHaveLength(1);
  expect(json.exceptionOccurrences[0]).toMatchObject({
    type: "exception",
    subject: "Special",
    originalStart: "2026-03-09T08:00:00Z",
  });
  const narrow = await read(`${both}($select=subject)`);
  expect(Object.keys(narrow.json.exceptionOccurrences[0]).sort()).toEqual(["@odata.etag", "id", "subject"]);
  expect((await read("$expand=exceptionOccurrences")).json).not.toHaveProperty("exceptionOccurrences");
  expect((await read("$select=exceptionOccurrences")).json).not.toHaveProperty("exceptionOccurrences");
  const listed = (await read(both, events)).json.value.find(({ id }: Json) => id === master.id);
  expect(listed.exceptionOccurrences).toEqual([]);
});

test("occurrences inherit the extended properties of their master", async () => {
  const { json: master } = await graph.post(
    events,
    seriesBody({}, {}, { singleValueExtendedProperties: [{ id: COLOUR, value: "amber" }] }),
  );
  const { json } = await graph.get(
    `${events}/${master.id}/instances?${window("2026-03-01", "2026-03-08")}&$expand=singleValueExtendedProperties`,
  );
  expect(json.value[0].singleValueExtendedProperties).toEqual([{ id: COLOUR, value: "amber" }]);
});

test("calendar is expanded unless the switch goes by the schema", async () => {
  const { json } = await expanded("calendar");
  expect(json.calendar).toMatchObject({ name: "Calendar", isDefaultCalendar: true });
  started.emulator.switches.expandCalendar = false;
  const refused = await expanded("calendar");
  started.emulator.switches.expandCalendar = true;
  expect(codeOf(refused)).toEqual([400, "RequestBroker--ParseUri"]);
});

test.each([
  ["instances", "RequestBroker--ParseUri"],
  ["nothing", "RequestBroker--ParseUri"],
  ["", "BadRequest"],
  ["attachments(", "BadRequest"],
  ["attachments($levels=2)", "BadRequest"],
  ["extensions($filter=id eq)", "BadRequest"],
])("$expand=%s is refused", async (what, code) => {
  expect(codeOf(await expanded(what))).toEqual([400, code]);
});

test("the basic permission cannot read extended properties, extensions and attachments", async () => {
  const app = started.emulator.add.addApp(started.tenant, { secrets: [{ value: SECRET }] });
  started.emulator.add.consent(app, started.tenant, ["Calendars.ReadBasic"]);
  const basic = graphClient(started.emulator, await tokenFor(started.emulator, started.tenant, app));
  for (const what of ["attachments", "extensions", "singleValueExtendedProperties"]) {
    expect(codeOf(await basic.get(`${events}/${dressed.id}?$expand=${what}`))).toEqual([403, "ErrorAccessDenied"]);
  }
});
