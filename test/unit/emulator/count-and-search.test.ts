import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addPerson, eventBody, type Json, startTenant } from "./kit.js";
import { codeOf } from "./meeting-kit.js";
import { seriesBody } from "./recurrence.kit.js";

let started: Awaited<ReturnType<typeof startTenant>>;
let base: string;
const EVENTUAL = { ConsistencyLevel: "eventual" };
beforeAll(async () => {
  started = await startTenant();
  const { emulator, tenant, graph, ann } = started;
  base = `/users/${ann.id}`;
  for (let hour = 0; hour < 12; hour++) await graph.post(`${base}/events`, eventBody({ subject: `Planning ${hour}` }));
  await graph.post(`${base}/events`, seriesBody({}, {}, { subject: "Series" }));
  for (const [name, displayName] of [
    ["guthrie", "Guthrie McGowan"],
    ["onevideo", "OneVideo Room-Team"],
    ["video1", "Video 365"],
  ] as const) {
    emulator.add.addUser(tenant, { userPrincipalName: `${name}@quarry.example`, displayName, jobTitle: "Curator" });
  }
  addPerson(emulator, tenant, "zed");
});
afterAll(() => started.emulator.close());

const get = (path: string, headers?: Record<string, string>) => started.graph.get(path, headers);
const names = (json: Json): string[] => json.value.map(({ displayName }: Json) => displayName);
const search = (text: string, rest = "") => get(`/users?$search=${encodeURIComponent(text)}${rest}`, EVENTUAL);

describe("the $count segment", () => {
  test("answers the number of a list as plain text, whatever the page size", async () => {
    const counted = await get(`${base}/events/$count`);
    expect([counted.status, counted.headers.get("content-type"), counted.json]).toEqual([200, "text/plain", "13"]);
    expect((await get(`${base}/events/%24count?$top=2&$skip=5&$orderby=subject&$select=id`)).json).toBe("13");
    expect(
      (await get(`${base}/events/$count?$filter=${encodeURIComponent("startswith(subject,'Planning 1')")}`)).json,
    ).toBe("3");
    const window = "startDateTime=2026-03-01&endDateTime=2026-03-03";
    expect((await get(`${base}/calendar/calendarView/$count?${window}`)).json).toBe("13");
    expect((await get(`${base}/calendars/$count`)).json).toBe("1");
    expect((await get(`${base}/calendarGroups/$count`)).json).toBe("1");
    const master = (await get(`${base}/events?$filter=subject eq 'Series'`)).json.value[0];
    const days = "startDateTime=2026-03-02&endDateTime=2026-03-05";
    const { json } = await get(`${base}/events/${master.id}/instances?${days}`);
    expect((await get(`${base}/events/${master.id}/instances/$count?${days}`)).json).toBe(String(json.value.length));
    expect((await get(`${base}/events/${master.id}/attachments/$count`)).json).toBe("0");
  });

  test("refuses what the list refuses, and is no segment of a single item", async () => {
    expect(codeOf(await get(`${base}/calendarView/$count`))).toEqual([400, "ErrorInvalidParameter"]);
    expect(codeOf(await get(`${base}/events/$count?$filter=nonsense eq 1`))).toEqual([400, "RequestBroker--ParseUri"]);
    expect(codeOf(await get(`${base}/calendar/$count`))).toEqual([400, "RequestBroker--ParseUri"]);
    expect((await started.graph.post(`${base}/events/$count`, {})).status).toBe(405);
  });

  test("counts users with ConsistencyLevel: eventual only; $count=true alone is ignored", async () => {
    expect(codeOf(await get("/users/$count"))).toEqual([400, "Request_BadRequest"]);
    const all = started.tenant.users.size;
    expect((await get("/users/$count", EVENTUAL)).json).toBe(String(all));
    expect((await get("/users/$count?$filter=jobTitle ne 'Curator'", EVENTUAL)).json).toBe(String(all - 3));
    expect((await get("/users?$count=true")).json).not.toHaveProperty("@odata.count");
    expect((await get("/users?$count=true", EVENTUAL)).json["@odata.count"]).toBe(all);
  });

  test("comes as base64 in a batch, like any text", async () => {
    const { json } = await started.graph.batch([{ id: "1", method: "GET", url: `${base}/events/$count` }]);
    expect(Buffer.from(json.responses[0].body, "base64").toString()).toBe("13");
  });
});

describe("$search", () => {
  test("is refused on calendars, which the documentation does not name", async () => {
    const window = "startDateTime=2026-03-01&endDateTime=2026-03-03";
    for (const path of [`/events?`, `/calendarView?${window}&`, "/calendars?", "/calendarGroups?"]) {
      expect(codeOf(await get(`${base}${path}$search="x"`))).toEqual([400, "ErrorInvalidUrlQuery"]);
    }
  });

  test("of users needs ConsistencyLevel: eventual", async () => {
    expect(codeOf(await get('/users?$search="displayName:Guth"'))).toEqual([400, "Request_UnsupportedQuery"]);
    expect(names((await search('"displayName:Guth"')).json)).toEqual(["Guthrie McGowan"]);
  });

  test("finds words of a display name in any order, cut where case, digits and signs change", async () => {
    const found = async (text: string) => names((await search(`"displayName:${text}"`)).json);
    expect(await found("gowan guthrie")).toEqual(["Guthrie McGowan"]);
    expect(await found("video")).toEqual(["OneVideo Room-Team", "Video 365"]);
    expect(await found("OneVideo")).toEqual(["OneVideo Room-Team"]);
    expect(await found("roomteam")).toEqual(["OneVideo Room-Team"]);
    expect(await found("36")).toEqual(["Video 365"]);
    expect(await found("thrie")).toEqual([]);
  });

  test("looks at the beginning of other members; AND, OR and parentheses join clauses, $filter narrows them", async () => {
    expect(names((await search('"mail:onev" OR "mail:guth"')).json)).toEqual(["Guthrie McGowan", "OneVideo Room-Team"]);
    expect(names((await search('"jobTitle:cur" AND ("displayName:365" OR "displayName:mc")')).json)).toEqual([
      "Guthrie McGowan",
      "Video 365",
    ]);
    const narrowed = await search('"jobTitle:cur"', "&$filter=startswith(mail,'vid')&$count=true");
    expect([names(narrowed.json), narrowed.json["@odata.count"]]).toEqual([["Video 365"], 1]);
    expect((await get(`/users/$count?$search="jobTitle:cur"`, EVENTUAL)).json).toBe("3");
  });

  test.each([
    "displayName:ann",
    '"ann"',
    '"displayName:"',
    '"nonsense:x"',
    '"accountEnabled:true"',
    '"displayName:a" or "mail:b"',
    '("displayName:a"',
    '"displayName:a" "mail:b"',
    "",
    "(".repeat(40),
  ])("refuses %s", async (text) => {
    expect(codeOf(await search(text))).toEqual([400, "BadRequest"]);
  });

  test("whatever it holds, it is answered or refused", async () => {
    const words = fc.constantFrom('"', "displayName:", "mail:x", '"mail:x"', "AND", "OR", "(", ")", "\\", " ", "é");
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 9 }), async (parts) => {
        expect([200, 400]).toContain((await search(parts.join(""))).status);
      }),
      { numRuns: 60 },
    );
  });
});

describe("advanced queries of users", () => {
  test.each([
    "$filter=displayName ne 'x'",
    "$filter=not startswith(displayName,'x')",
    "$filter=endswith(mail,'example')",
    "$filter=proxyAddresses/any(p:endswith(p,'example'))",
    "$filter=businessPhones/$count eq 0",
    "$filter=startswith(displayName,'x')&$orderby=displayName",
    "$orderby=jobTitle",
  ])("%s needs $count=true and ConsistencyLevel: eventual", async (query) => {
    const refused = [400, "Request_UnsupportedQuery"];
    expect(codeOf(await get(`/users?${query}`))).toEqual(refused);
    expect(codeOf(await get(`/users?${query}&$count=true`))).toEqual(refused);
    expect(codeOf(await get(`/users?${query}`, EVENTUAL))).toEqual(refused);
    expect((await get(`/users?${query}&$count=true`, EVENTUAL)).status).toBe(200);
  });

  test.each([
    "$filter=jobTitle eq 'Curator' OR startsWith(mail, 'zed')",
    "$filter=mail in ('zed@quarry.example')",
    "$orderby=userPrincipalName",
  ])("%s does not", async (query) => {
    expect((await get(`/users?${query}`)).json.value.length).toBeGreaterThan(0);
  });

  test("the size of a collection is compared, of users alone", async () => {
    const query = "$filter=proxyAddresses/$count eq 1&$count=true";
    expect((await get(`/users?${query}`, EVENTUAL)).json["@odata.count"]).toBe(started.tenant.users.size);
    expect(codeOf(await get(`/users?$filter=mail/$count eq 1&$count=true`, EVENTUAL))).toEqual([400, "BadRequest"]);
    expect(codeOf(await get(`${base}/events?$filter=categories/$count eq 0`))).toEqual([400, "BadRequest"]);
  });

  test("a page has between 1 and 999 users", async () => {
    for (const top of [0, 1000]) expect(codeOf(await get(`/users?$top=${top}`))).toEqual([400, "BadRequest"]);
    expect((await get("/users?$top=999")).status).toBe(200);
  });
});

test("calendars and calendar groups expand nothing", async () => {
  for (const path of ["calendars?$expand=events", "calendarGroups?$expand=calendars", "calendar?$expand=events"]) {
    expect(codeOf(await get(`${base}/${path}`))).toEqual([400, "RequestBroker--ParseUri"]);
  }
});
