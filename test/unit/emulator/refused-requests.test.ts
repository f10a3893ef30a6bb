import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { delegatedClient } from "./delegated.kit.js";
import { eventBody, graphClient, type Json, SECRET, startTenant, tokenFor } from "./kit.js";
import { codeOf } from "./meeting-kit.js";

let started: Awaited<ReturnType<typeof startTenant>>;
let base: string;
let event: string;
beforeAll(async () => {
  started = await startTenant();
  base = `/users/${started.ann.id}`;
  event = `${base}/events/${(await started.graph.post(`${base}/events`, eventBody())).json.id}`;
});
afterAll(() => started.emulator.close());

describe("paths and methods", () => {
  test.each([
    ["/nonsense", "nonsense"],
    ["/users/x/nonsense/more", "nonsense"],
    ["/me/nonsense", undefined],
    ["/users/x/calendar/nonsense", "nonsense"],
    ["/users/x/events/y/nonsense", "nonsense"],
    ["/users/x/events/$ref", undefined],
  ])("%s is 400 and names the segment that there is not", async (path, segment) => {
    const { status, json } = await started.graph.get(path);
    expect(status).toBe(path.startsWith("/users/x/events/$ref") ? 404 : 400);
    if (segment !== undefined) {
      expect(json.error).toMatchObject({
        code: "RequestBroker--ParseUri",
        message: `Resource not found for the segment '${segment}'.`,
      });
    }
  });

  test("broken percent-encoding and other versions are 400", async () => {
    const { graphUrl } = started.emulator;
    const headers = { authorization: `Bearer ${started.token}` };
    for (const path of ["/v1.0/users/%E0%A4%A", "/v1.0/%", "/v1.0", "/beta/users", "/v1.0//"]) {
      expect([path, (await fetch(`${graphUrl}${path}`, { headers })).status]).toEqual([path, 400]);
    }
  });

  test.each([
    ["PUT", "/events"],
    ["DELETE", "/events"],
    ["PATCH", "/calendars"],
    ["POST", "/calendarView"],
    ["DELETE", "/mailboxSettings"],
    ["GET", "/findMeetingTimes"],
    ["GET", "/calendar/getSchedule"],
    ["PUT", "/outlook/masterCategories"],
    ["GET", "/translateExchangeIds"],
    ["PROPFIND", "/events"],
  ])("%s on %s is 405 with the methods that are allowed", async (method, path) => {
    const reply = await started.graph.send(method, `${base}${path}`);
    expect(codeOf(reply)).toEqual([405, "Request_BadRequest"]);
    expect(reply.headers.get("allow")).toMatch(/^[A-Z]+(, [A-Z]+)*$/);
  });

  test("writes of users are 403 without User.ReadWrite.All, by app-only and delegated tokens alike", async () => {
    const { emulator, tenant, ann, graph } = started;
    const own = await delegatedClient(emulator, ann, "User.Read Calendars.ReadWrite");
    const refused = [403, "Authorization_RequestDenied"];
    for (const client of [graph, own]) {
      expect(codeOf(await client.post("/users", { displayName: "New" }))).toEqual(refused);
      expect(codeOf(await client.patch(base, { jobTitle: "Boss" }))).toEqual(refused);
      expect(codeOf(await client.delete(base))).toEqual(refused);
    }
    expect(codeOf(await own.patch("/me", { jobTitle: "Boss" }))).toEqual(refused);
    const app = emulator.add.addApp(tenant, { secrets: [{ value: SECRET }] });
    emulator.add.consent(app, tenant, ["User.ReadWrite.All"]);
    const writer = graphClient(emulator, await tokenFor(emulator, tenant, app));
    expect(codeOf(await writer.patch(base, { jobTitle: "Boss" }))).toEqual([501, "NotImplemented"]);
    expect(codeOf(await graph.send("PUT", base))).toEqual([405, "Request_BadRequest"]);
  });
});

describe("headers", () => {
  test.each([
    "",
    "Bearer",
    "Bearer ",
    "Basic YTpi",
    "Bearer a.b.c",
    "Bearer a b",
    "bearer\t",
    "Bearer ..",
    "Bearer 💥",
  ])("Authorization %j is 401 InvalidAuthenticationToken", async (authorization) => {
    const response = await fetch(`${started.emulator.graphUrl}/v1.0${base}/events`, {
      headers: { authorization: Buffer.from(authorization).toString("latin1") },
    });
    expect([response.status, ((await response.json()) as Json).error.code]).toEqual([
      401,
      "InvalidAuthenticationToken",
    ]);
  });

  test.each(['W/"other"', '"other"', "other", "W/", ",", '""', 'W/"a", W/"b"', "*x"])(
    "If-Match %j never passes as the event's own version",
    async (etag) => {
      const reply = await started.graph.patch(event, { importance: "low" }, { "If-Match": etag });
      expect(codeOf(reply)).toEqual([412, "ErrorIrresolvableConflict"]);
    },
  );

  test("If-Match of the current version, in a list, and a star pass", async () => {
    const { "@odata.etag": etag } = (await started.graph.get(event)).json;
    expect((await started.graph.patch(event, { importance: "low" }, { "If-Match": `W/"x", ${etag}` })).status).toBe(
      200,
    );
    expect((await started.graph.patch(event, { importance: "low" }, { "If-Match": etag })).status).toBe(412);
    expect((await started.graph.patch(event, { importance: "low" }, { "If-Match": "*" })).status).toBe(200);
  });

  test.each(["outlook.timezone", 'outlook.timezone=""', "=,;=", "IdType", 'x="', "odata.maxpagesize=-1"])(
    "Prefer %j is ignored or refused",
    async (prefer) => {
      expect([200, 400]).toContain((await started.graph.get(`${base}/events`, { Prefer: prefer })).status);
    },
  );

  test("a client-request-id that is no header value of ours is still answered", async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const outgoing = request(
        `${started.emulator.graphUrl}/v1.0${base}/events`,
        { headers: { authorization: `Bearer ${started.token}`, "client-request-id": "caf\u00e9" } },
        (incoming) => {
          incoming.resume();
          resolve(incoming.statusCode);
        },
      );
      outgoing.once("error", reject);
      outgoing.end();
    });
    expect(status).toBe(200);
  });
});

describe("deep queries", () => {
  test.each([
    `${"(".repeat(500)}isAllDay eq true${")".repeat(500)}`,
    `${"not ".repeat(500)}isAllDay`,
    `${"contains(".repeat(300)}subject`,
    `categories/any(a:${"categories/any(b:".repeat(100)}`,
  ])("a $filter that is nested too deeply is 400", async (filter) => {
    expect(codeOf(await started.graph.get(`${base}/events?$filter=${encodeURIComponent(filter)}`))).toEqual([
      400,
      "BadRequest",
    ]);
  });

  test("a long chain is no deep one, and a URL beyond what HTTP takes is refused before Graph", async () => {
    const chain = new Array(300).fill("isAllDay eq true").join(" or ");
    expect((await started.graph.get(`${base}/events?$filter=${encodeURIComponent(chain)}`)).status).toBe(200);
    const endless = new Array(3_000).fill("isAllDay eq true").join(" or ");
    expect((await started.graph.get(`${base}/events?$filter=${encodeURIComponent(endless)}`)).status).toBe(431);
  });
});
