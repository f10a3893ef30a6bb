import { setImmediate } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { createClock } from "../../../emulator/core/clock.js";
import type { EmulatorOptions } from "../../../emulator/index.js";
import { createEmulator } from "../../../emulator/index.js";
import { DEMO_TENANT_ID, DEMO_USERS, GATEWAY_APP } from "../../../emulator/seed/demo-ids.js";
import { addPerson, askToken, eventBody, graphClient, type Json, START, startTenant } from "./kit.js";

let started: Awaited<ReturnType<typeof startTenant>> | undefined;
afterEach(async () => {
  await started?.emulator.close();
  started = undefined;
});
const start = async (options?: EmulatorOptions) => {
  started = await startTenant(options);
  return started;
};

const reads = (user: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: String(index), method: "GET", url: `/users/${user}/calendar` }));
const byId = (json: Json): Record<string, Json> =>
  Object.fromEntries(json.responses.map((part: Json) => [part.id, part]));

describe("statement 19: the envelope", () => {
  test("20 requests are answered in any order, 21 are 400 and nothing runs", async () => {
    const { graph, ann, emulator } = await start();
    const { status, json } = await graph.batch(reads(ann.id, 20));
    expect(status).toBe(200);
    const order: string[] = json.responses.map(({ id }: { id: string }) => id);
    expect([...order].sort((a, b) => Number(a) - Number(b))).toEqual(reads(ann.id, 20).map(({ id }) => id));
    expect(order).not.toEqual(reads(ann.id, 20).map(({ id }) => id));
    emulator.log.clear();
    const tooMany = await graph.batch(reads(ann.id, 21));
    expect([tooMany.status, tooMany.json.error.code]).toEqual([400, "MaximumValueExceeded"]);
    expect(emulator.log.count({ kind: "part" })).toBe(0);
  });

  test("the order of answers is the same on every run, and again after a reset", async () => {
    const emulator = await createEmulator({ clock: createClock(() => START) });
    const order = async () => {
      const form = {
        grant_type: "client_credentials",
        client_id: GATEWAY_APP.clientId,
        client_secret: GATEWAY_APP.clientSecret,
        scope: "https://graph.microsoft.com/.default",
      };
      const { json: token } = await askToken(emulator, DEMO_TENANT_ID, form);
      const { json } = await graphClient(emulator, token.access_token).batch(reads(DEMO_USERS.mei.id, 12));
      return json.responses.map(({ id }: { id: string }) => id);
    };
    const first = await order();
    const second = await order();
    emulator.reset();
    expect(second).not.toEqual(first);
    expect([await order(), await order()]).toEqual([first, second]);
    await emulator.close();
  });

  const read = { id: "a", method: "GET", url: "/users" };
  test.each([
    ["no requests", []],
    ["requests that are no list", "x"],
    ["ids that differ only in case", [read, { ...read, id: "A" }]],
    ["a request without id", [{ method: "GET", url: "/users" }]],
    ["an id that is a number", [{ ...read, id: 1 }]],
    ["a request without method", [{ id: "a", url: "/users" }]],
    ["a request without url", [{ id: "a", method: "GET" }]],
    ["an absolute url", [{ ...read, url: "https://evil.example/v1.0/users" }]],
    [
      "a batch in a batch",
      [{ id: "a", method: "POST", url: "/$batch", body: {}, headers: { "Content-Type": "application/json" } }],
    ],
    ["a write without content type", [{ id: "a", method: "POST", url: "/users/x/events", body: {} }]],
    [
      "a write without body",
      [{ id: "a", method: "POST", url: "/users/x/events", headers: { "Content-Type": "application/json" } }],
    ],
    ["a null request", [null]],
    ["dependsOn an unknown id", [{ ...read, dependsOn: ["z"] }]],
    ["dependsOn itself", [{ ...read, dependsOn: ["a"] }]],
    [
      "a circle",
      [
        { ...read, dependsOn: ["b"] },
        { ...read, id: "b", dependsOn: ["a"] },
      ],
    ],
    ["two dependencies of one request", [read, { ...read, id: "b" }, { ...read, id: "c", dependsOn: ["a", "b"] }]],
    ["a chain beside an independent request", [read, { ...read, id: "b", dependsOn: ["a"] }, { ...read, id: "c" }]],
  ])("is refused as a whole for %s", async (_name, requests) => {
    const { graph, emulator } = await start();
    const { status, json } = await graph.batch(requests);
    expect([status, json.error?.code]).toEqual([400, "BadRequest"]);
    expect(emulator.log.count({ kind: "part" })).toBe(0);
  });

  test("malformed JSON is 400, another verb 405, and a missing token 401 for the whole batch", async () => {
    const { graph, emulator } = await start();
    expect((await graph.send("POST", "/$batch", "{")).status).toBe(400);
    expect((await graph.get("/$batch")).status).toBe(405);
    const bare = await fetch(`${emulator.graphUrl}/v1.0/$batch`, { method: "POST", body: "{}" });
    expect(bare.status).toBe(401);
  });
});

describe("the parts", () => {
  test("have their own status, headers and body, and failures leave the envelope 200", async () => {
    const { graph, ann } = await start();
    const url = `/users/${ann.id}/events`;
    const json = { "Content-Type": "application/json" };
    const { status, json: body } = await graph.batch([
      { id: "make", method: "POST", url: url.slice(1), headers: json, body: eventBody() },
      { id: "bad", method: "POST", url, headers: json, body: { nonsense: 1 } },
      {
        id: "list",
        method: "get",
        url: `${url}?$top=1&$select=subject`,
        headers: { Prefer: 'outlook.timezone="Asia/Tokyo"' },
      },
    ]);
    const parts = byId(body);
    expect(status).toBe(200);
    expect([parts.make.status, parts.make.headers.Location]).toEqual([201, expect.stringContaining(ann.id)]);
    expect([parts.bad.status, parts.bad.body.error.code]).toEqual([400, "RequestBodyRead"]);
    expect(parts.list.headers["Preference-Applied"]).toBe('outlook.timezone="Asia/Tokyo"');
    const gone = await graph.batch([{ id: "d", method: "DELETE", url: `${url}/${parts.make.body.id}` }]);
    expect(gone.json.responses).toEqual([{ id: "d", status: 204, headers: { "Cache-Control": "private" } }]);
  });

  test("do not inherit the envelope's Prefer", async () => {
    const { graph, ann } = await start();
    const { json } = await graph.send(
      "POST",
      "/$batch",
      { requests: reads(ann.id, 1) },
      { Prefer: 'IdType="ImmutableId"' },
    );
    expect(json.responses[0].headers).not.toHaveProperty("Preference-Applied");
  });

  test("are logged one by one under their envelope, with the envelope's client-request-id", async () => {
    const { graph, ann, emulator } = await start();
    emulator.log.clear();
    await graph.send("POST", "/$batch", { requests: reads(ann.id, 3) }, { "client-request-id": "one-call" });
    const [envelope] = emulator.log.entries({ kind: "http" });
    const parts = emulator.log.entries({ kind: "part" });
    expect(parts).toHaveLength(3);
    for (const part of parts) {
      expect(part).toMatchObject({
        envelope: envelope?.sequence,
        mailbox: "ann@quarry.example",
        clientRequestId: "one-call",
      });
    }
  });

  test("carry absolute next links that stay outside the batch", async () => {
    const { graph, ann, emulator } = await start();
    for (let i = 0; i < 3; i++) await graph.post(`/users/${ann.id}/events`, eventBody());
    const { json } = await graph.batch([{ id: "1", method: "GET", url: `/users/${ann.id}/events?$top=2` }]);
    const next: string = json.responses[0].body["@odata.nextLink"];
    expect(next.startsWith(`${emulator.graphUrl}/v1.0/users/`)).toBe(true);
    expect((await graph.get(next)).json.value).toHaveLength(1);
  });
});

describe("dependsOn", () => {
  test("statement 19: what depends on a failure is 424, down the chain", async () => {
    const { graph, ann } = await start();
    const url = `/users/${ann.id}/calendar`;
    const { json } = await graph.batch([
      { id: "c", method: "GET", url, dependsOn: ["b"] },
      { id: "b", method: "GET", url, dependsOn: ["A"] },
      { id: "a", method: "GET", url: "/users/nobody/calendar" },
    ]);
    const parts = byId(json);
    expect([parts.a.status, parts.b.status, parts.c.status]).toEqual([404, 424, 424]);
  });

  test("a fan runs after its first request, and a tangle runs when the switch allows it", async () => {
    const { graph, ann, emulator } = await start({ switches: { batchOrder: "finished" } });
    const url = `/users/${ann.id}/calendar`;
    const part = (id: string, ...dependsOn: string[]) => ({ id, method: "GET", url, dependsOn });
    const fan = await graph.batch([part("x", "first"), part("y", "first"), part("first")]);
    expect(fan.json.responses.map(({ id, status }: Json) => [id, status])).toEqual([
      ["first", 200],
      ["x", 200],
      ["y", 200],
    ]);
    emulator.switches.tangledDependsOn = "allow";
    const tangle = await graph.batch([part("z", "x", "y"), part("x"), part("y", "x")]);
    expect(tangle.json.responses.map(({ id }: Json) => id)).toEqual(["x", "y", "z"]);
  });
});

describe("statement 20: inner Outlook requests", () => {
  /** Sends a batch whose parts all hang, and waits until four of them are being worked on. */
  const sendHanging = async (requests: readonly unknown[]) => {
    const { emulator, token } = started as Awaited<ReturnType<typeof startTenant>>;
    const id = emulator.faults.always({ path: "*/calendar" }, { kind: "hang" });
    const caller = new AbortController();
    void fetch(`${emulator.graphUrl}/v1.0/$batch`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ requests }),
      signal: caller.signal,
    }).catch(() => undefined);
    const hits = () => emulator.faults.list().find((rule) => rule.id === id)?.hits;
    await expect.poll(hits).toBe(4);
    return { hits, id, leave: () => caller.abort() };
  };

  test("run four at a time, whatever mailboxes they name", async () => {
    const { emulator, tenant } = await start();
    const requests = Array.from({ length: 12 }, (_, index) => ({
      id: String(index),
      method: "GET",
      url: `/users/${addPerson(emulator, tenant, `p${index}`).id}/calendar`,
    }));
    const { hits, leave } = await sendHanging(requests);
    await setImmediate();
    expect(hits()).toBe(4);
    leave();
  });

  test("reach one mailbox four at a time", async () => {
    const { ann, graph, emulator } = await start({ latency: { graphMs: 10 } });
    const { json } = await graph.batch(reads(ann.id, 8));
    expect(json.responses.every(({ status }: Json) => status === 200)).toBe(true);
    expect(emulator.peakPerMailbox()).toBe(4);
  });

  test("go one at a time with dependsOn", async () => {
    const { ann, graph, emulator } = await start({ latency: { graphMs: 10 } });
    const chain = reads(ann.id, 4).map((part, index) =>
      index === 0 ? part : { ...part, dependsOn: [String(index - 1)] },
    );
    await graph.batch(chain);
    expect(emulator.peakPerMailbox()).toBe(1);
  });

  test("of a second batch on the same mailbox draw inner 429s while the first holds its four places", async () => {
    const { ann, graph, emulator } = await start();
    const { id, leave } = await sendHanging(reads(ann.id, 4));
    emulator.faults.remove(id);
    const { status, json } = await graph.batch(reads(ann.id, 2));
    expect(status).toBe(200);
    for (const part of json.responses) {
      expect([part.status, part.body.error.code]).toEqual([429, "ApplicationThrottled"]);
      expect(part.headers["Retry-After"]).toBe("1");
    }
    leave();
  });
});
