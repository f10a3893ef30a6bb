import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { zoned } from "../../../emulator/core/zoned-time.js";
import { addPerson, type GraphClient, type Json, type Mailbox, startTenant } from "./kit.js";

let started: Awaited<ReturnType<typeof startTenant>>;
let graph: GraphClient;
beforeAll(async () => {
  started = await startTenant();
  graph = started.graph;
});
afterAll(() => started.emulator.close());

let people = 0;
const person = () => {
  people += 1;
  const user = addPerson(started.emulator, started.tenant, `reader${people}`);
  return { mailbox: user.mailbox, base: `/users/${user.id}` };
};
const put = (mailbox: Mailbox, start: string, end: string, subject = start, zone = "UTC") =>
  started.emulator.add.addEvent(mailbox, { subject, start: zoned(start, zone), end: zoned(end, zone) });
const subjects = (json: Json): string[] => json.value.map(({ subject }: { subject: string }) => subject);
const codeOf = (reply: { status: number; json: Json }) => [reply.status, reply.json.error?.code];
const window = (from: string, until: string) =>
  `startDateTime=${encodeURIComponent(from)}&endDateTime=${encodeURIComponent(until)}`;

describe("paging", () => {
  test("statement 1: 25 events without $top come as 10, 10 and 5, the first two with a nextLink that holds $skip", async () => {
    const { mailbox, base } = person();
    for (let hour = 0; hour < 25; hour++)
      put(
        mailbox,
        `2026-03-${hour + 1 < 10 ? "0" : ""}${hour + 1}T09:00`,
        `2026-03-${hour + 1 < 10 ? "0" : ""}${hour + 1}T10:00`,
      );
    const sizes: number[] = [];
    const seen = new Set<string>();
    let next: string | undefined = `${base}/events?$select=subject`;
    while (next !== undefined) {
      const { json }: { json: Json } = await graph.get(next);
      sizes.push(json.value.length);
      for (const subject of subjects(json)) seen.add(subject);
      next = json["@odata.nextLink"];
      if (next !== undefined) {
        expect(next.startsWith(`${started.emulator.graphUrl}/v1.0/`)).toBe(true);
        expect(new URL(next).searchParams.get("$skip")).toBe(String(seen.size));
        expect(new URL(next).searchParams.get("$select")).toBe("subject");
      }
    }
    expect(sizes).toEqual([10, 10, 5]);
    expect(seen.size).toBe(25);
  });

  test("$top, $skip and $count work with and without the dollar sign; the count is of all matches", async () => {
    const { mailbox, base } = person();
    for (const day of ["01", "02", "03", "04"]) put(mailbox, `2026-03-${day}T09:00`, `2026-03-${day}T10:00`, day);
    const { json } = await graph.get(`${base}/events?orderby=start/dateTime&top=2&$skip=1&$count=true`);
    expect(subjects(json)).toEqual(["02", "03"]);
    expect(json["@odata.count"]).toBe(4);
    const last = await graph.get(`${base}/events?$top=4`);
    expect(last.json["@odata.nextLink"]).toBeUndefined();
  });

  test.each([
    "$top=-1",
    "$top=ten",
    "$skip=1.5",
    "$count=perhaps",
    "$top=1&top=2",
    "$top=",
    "$skip=-1",
    "$top=4294967296",
    "$nonsense=1",
  ])("refuses %s", async (query) => {
    expect(codeOf(await graph.get(`${person().base}/events?${query}`))).toEqual([400, "BadRequest"]);
  });
});

describe("$select and $orderby", () => {
  test("$select shows the named members with id and ETag, and they follow in the context", async () => {
    const { mailbox, base } = person();
    put(mailbox, "2026-03-02T09:00", "2026-03-02T10:00", "One");
    const { json } = await graph.get(`${base}/events?$select=subject,start`);
    expect(Object.keys(json.value[0]).sort()).toEqual(["@odata.etag", "id", "start", "subject"]);
    expect(json["@odata.context"]).toMatch(/\$metadata#users\('[\w-]+'\)\/events\(subject,start\)$/);
  });

  test("an unknown property is 400 RequestBroker--ParseUri, and a complex one cannot be sorted by", async () => {
    const { base } = person();
    expect(codeOf(await graph.get(`${base}/events?$select=subject,nonsense`))).toEqual([
      400,
      "RequestBroker--ParseUri",
    ]);
    expect(codeOf(await graph.get(`${base}/calendars?$select=nonsense`))).toEqual([400, "RequestBroker--ParseUri"]);
    expect(codeOf(await graph.get(`${base}/events?$orderby=start`))).toEqual([400, "BadRequest"]);
    expect(codeOf(await graph.get(`${base}/events?$orderby=subject sideways`))).toEqual([400, "BadRequest"]);
  });

  test("$orderby takes several primitive paths with directions", async () => {
    const { mailbox, base } = person();
    put(mailbox, "2026-03-02T09:00", "2026-03-02T10:00", "b");
    put(mailbox, "2026-03-03T09:00", "2026-03-03T10:00", "a");
    put(mailbox, "2026-03-04T09:00", "2026-03-04T10:00", "a");
    const { json } = await graph.get(`${base}/events?$orderby=subject,start/dateTime desc`);
    expect(json.value.map((event: Json) => event.start.dateTime.slice(0, 10))).toEqual([
      "2026-03-04",
      "2026-03-03",
      "2026-03-02",
    ]);
  });
});

describe("calendarView", () => {
  test("statement 3: both bounds are required, 1,826 days are refused and 1,825 are not", async () => {
    const { base } = person();
    const view = (query: string) => graph.get(`${base}/calendarView?${query}`);
    expect(codeOf(await view(""))).toEqual([400, "ErrorInvalidParameter"]);
    expect(codeOf(await view("startDateTime=2026-01-01T00:00:00Z"))).toEqual([400, "ErrorInvalidParameter"]);
    expect(codeOf(await view(window("yesterday", "2026-01-01")))).toEqual([400, "ErrorInvalidParameter"]);
    expect(codeOf(await view(window("2026-01-02", "2026-01-01")))).toEqual([400, "ErrorInvalidParameter"]);
    // An offset whose plus sign is not encoded arrives as a blank.
    expect(codeOf(await view("startDateTime=2026-01-01T00:00:00+02:00&endDateTime=2026-01-02"))).toEqual([
      400,
      "ErrorInvalidParameter",
    ]);
    const start = Date.UTC(2026, 0, 1);
    const daysOn = (days: number) => new Date(start + days * 86_400_000).toISOString();
    expect((await view(window(daysOn(0), daysOn(1825)))).status).toBe(200);
    expect(codeOf(await view(window(daysOn(0), daysOn(1826))))).toEqual([400, "ErrorInvalidRequest"]);
  });

  test("statement 4: bounds with an offset select by instant, whatever zone is preferred for showing", async () => {
    const { mailbox, base } = person();
    put(mailbox, "2026-03-02T22:30", "2026-03-02T23:30", "late");
    const inside = window("2026-03-03T00:00:00+02:00", "2026-03-04T00:00:00+02:00");
    for (const zone of ["UTC", "Tokyo Standard Time"]) {
      const { json, headers } = await graph.get(`${base}/calendarView?${inside}`, {
        Prefer: `outlook.timezone="${zone}"`,
      });
      expect(subjects(json)).toEqual(["late"]);
      expect(json.value[0].start.timeZone).toBe(zone);
      expect(json.value[0].start.dateTime).toMatch(/^[\d-]+T[\d:]+\.\d{7}$/);
      expect(headers.get("preference-applied")).toBe(`outlook.timezone="${zone}"`);
    }
    const { json } = await graph.get(`${base}/calendarView?${window("2026-03-03T00:00:00", "2026-03-04T00:00:00")}`);
    expect(subjects(json)).toEqual([]);
  });

  test("holds whatever overlaps the half-open window, oldest first", async () => {
    const { mailbox, base } = person();
    put(mailbox, "2026-03-02T08:00", "2026-03-02T09:00", "touches the start");
    put(mailbox, "2026-03-02T11:00", "2026-03-02T12:00", "inside");
    put(mailbox, "2026-03-02T08:30", "2026-03-02T09:30", "reaches in");
    put(mailbox, "2026-03-02T16:30", "2026-03-03T00:00", "reaches out");
    put(mailbox, "2026-03-02T17:00", "2026-03-02T18:00", "touches the end");
    put(mailbox, "2026-03-02T09:00", "2026-03-02T09:00", "no length");
    const { json } = await graph.get(
      `${base}/calendar/calendarview?${window("2026-03-02T09:00:00Z", "2026-03-02T17:00:00Z")}`,
    );
    expect(subjects(json)).toEqual(["reaches in", "no length", "inside", "reaches out"]);
  });

  test("gives no value for createdDateTime and lastModifiedDateTime when they are selected", async () => {
    const { mailbox, base } = person();
    put(mailbox, "2026-03-02T11:00", "2026-03-02T12:00");
    const view = `${base}/calendarView?${window("2026-03-02", "2026-03-03")}`;
    const selected = await graph.get(`${view}&$select=subject,lastModifiedDateTime,createdDateTime`);
    expect(Object.keys(selected.json.value[0]).sort()).toEqual(["@odata.etag", "id", "subject"]);
    expect((await graph.get(view)).json.value[0].lastModifiedDateTime).toBe("2026-03-02T08:00:00.0000000Z");
    const event = `${base}/events/${selected.json.value[0].id}?$select=lastModifiedDateTime`;
    expect((await graph.get(event)).json.lastModifiedDateTime).toBe("2026-03-02T08:00:00.0000000Z");
  });

  test("an unknown zone in Prefer is 400 TimeZoneNotSupportedException", async () => {
    const reply = await graph.get(`${person().base}/events`, { Prefer: 'outlook.timezone="Nowhere Time"' });
    expect(codeOf(reply)).toEqual([400, "TimeZoneNotSupportedException"]);
  });

  test("several preferences in one header are all applied", async () => {
    const { headers } = await graph.get(`${person().base}/events`, {
      Prefer: 'IdType="ImmutableId", outlook.timezone="Europe/Paris"; outlook.body-content-type=text',
    });
    expect(headers.get("preference-applied")).toBe(
      'IdType="ImmutableId", outlook.timezone="Europe/Paris", outlook.body-content-type="text"',
    );
  });
});

describe("calendars", () => {
  test("are listed, created, renamed and deleted; the default one stays", async () => {
    const { base } = person();
    const created = await graph.post(`${base}/calendars`, { name: "Travel", color: "LightGreen" });
    expect(created.status).toBe(201);
    expect(created.json).toMatchObject({
      name: "Travel",
      color: "lightGreen",
      isDefaultCalendar: false,
      isRemovable: true,
    });
    expect(codeOf(await graph.post(`${base}/calendars`, { name: "travel" }))).toEqual([409, "ErrorFolderExists"]);
    expect(codeOf(await graph.post(`${base}/calendars`, {}))).toEqual([400, "BadRequest"]);
    expect(codeOf(await graph.post(`${base}/calendars`, { name: "x", size: 1 }))).toEqual([400, "RequestBodyRead"]);
    const path = `${base}/calendars/${created.json.id}`;
    expect((await graph.patch(path, { name: "Trips" })).json.name).toBe("Trips");
    expect((await graph.get(`${base}/calendars`)).json.value).toHaveLength(2);
    expect((await graph.delete(path)).status).toBe(204);
    expect(codeOf(await graph.get(path))).toEqual([404, "ErrorItemNotFound"]);
    const main = (await graph.get(`${base}/calendar`)).json;
    expect(main).toMatchObject({ isDefaultCalendar: true, isRemovable: false, isTallyingResponses: true });
    expect(codeOf(await graph.delete(`${base}/calendars/${main.id}`))).toEqual([400, "ErrorInvalidRequest"]);
  });

  test("making another calendar the default moves /events to it", async () => {
    const { base } = person();
    const { json } = await graph.post(`${base}/calendars`, { name: "New" });
    await graph.patch(`${base}/calendars/${json.id}`, { isDefaultCalendar: true });
    expect((await graph.get(`${base}/calendar`)).json.id).toBe(json.id);
    const defaults = (await graph.get(`${base}/calendars`)).json.value.filter((each: Json) => each.isDefaultCalendar);
    expect(defaults).toHaveLength(1);
  });
});

describe("users", () => {
  test("page by $skiptoken and refuse $skip", async () => {
    const names: string[] = [];
    let next: string | undefined = "/users?$select=userPrincipalName&$top=5";
    while (next !== undefined) {
      const { json }: { json: Json } = await graph.get(next);
      names.push(...json.value.map((user: Json) => user.userPrincipalName));
      next = json["@odata.nextLink"];
      if (next !== undefined) expect(new URL(next).searchParams.has("$skiptoken")).toBe(true);
    }
    expect(new Set(names).size).toBe(started.tenant.users.size);
    expect((await graph.get("/users?$skip=1")).status).toBe(400);
    expect((await graph.get("/users?$skiptoken=made-up")).status).toBe(400);
  });

  test("are found by id and by principal name in any case, with the default members", async () => {
    const { json } = await graph.get("/users/ANN@quarry.example");
    expect(json.id).toBe(started.ann.id);
    expect(json).not.toHaveProperty("department");
    expect(codeOf(await graph.get("/users/nobody@quarry.example"))).toEqual([404, "Request_ResourceNotFound"]);
    expect(codeOf(await graph.get("/users/nobody@quarry.example/calendar"))).toEqual([404, "ErrorInvalidUser"]);
  });
});
