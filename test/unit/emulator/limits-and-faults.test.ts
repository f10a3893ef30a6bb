import { afterEach, describe, expect, test } from "vitest";
import { createClock } from "../../../emulator/core/clock.js";
import type { FaultAction } from "../../../emulator/core/faults.js";
import { RequestLimits } from "../../../emulator/graph/limits.js";
import type { Emulator, EmulatorOptions } from "../../../emulator/index.js";
import {
  addPerson,
  askToken,
  clientForm,
  graphClient,
  type Json,
  SECRET,
  START,
  startTenant,
  tokenFor,
} from "./kit.js";

let started: Awaited<ReturnType<typeof startTenant>> | undefined;
afterEach(async () => {
  await started?.emulator.close();
  started = undefined;
});
const start = async (options?: EmulatorOptions) => {
  started = await startTenant(options);
  return started;
};
const codeOf = (reply: { status: number; json: Json }) => [reply.status, reply.json.error?.code];

/** Opens four requests that stay open by a fault; returns what makes their caller leave. */
async function holdOpen(emulator: Emulator, url: string, token: string, action: FaultAction): Promise<() => void> {
  const caller = new AbortController();
  emulator.faults.add({ times: 4, action });
  const headers = { authorization: `Bearer ${token}` };
  for (let call = 0; call < 4; call++) void fetch(url, { headers, signal: caller.signal }).catch(() => undefined);
  await expect.poll(() => emulator.faults.list().length).toBe(0);
  return () => caller.abort();
}

describe("statement 21: throttling", () => {
  test("a fifth concurrent call on one app and mailbox is 429; another mailbox or app is not hit", async () => {
    const { emulator, tenant, ann, graph, token } = await start();
    const bob = addPerson(emulator, tenant, "bob");
    const second = emulator.add.addApp(tenant, { secrets: [{ value: SECRET }] });
    emulator.add.consent(second, tenant, ["Calendars.Read"]);
    const other = graphClient(emulator, await tokenFor(emulator, tenant, second));
    const path = `/users/${ann.id}/calendar`;
    const release = await holdOpen(emulator, `${emulator.graphUrl}/v1.0${path}`, token, { kind: "hang" });
    const refused = await graph.get(path);
    expect(codeOf(refused)).toEqual([429, "ApplicationThrottled"]);
    expect(refused.json.error.message).toContain("MailboxConcurrency");
    expect((await graph.get(`/users/${bob.id}/calendar`)).status).toBe(200);
    expect((await other.get(path)).status).toBe(200);
    release();
    await expect.poll(async () => (await graph.get(path)).status).toBe(200);
  });

  test("the call over the limit of ten minutes is 429 until the window has passed; refused calls count too", async () => {
    const clock = createClock(() => START);
    const { ann, graph } = await start({ clock, switches: { mailboxRequests: 3, retryAfterForm: "decimal" } });
    const path = `/users/${ann.id}/calendar`;
    const statuses: number[] = [];
    for (let i = 0; i < 3; i++) statuses.push((await graph.get(path)).status);
    expect(statuses).toEqual([200, 200, 200]);
    const refused = await graph.get(path);
    expect(codeOf(refused)).toEqual([429, "ApplicationThrottled"]);
    expect(refused.json.error.message).toContain("RequestRate");
    expect(refused.headers.get("retry-after")).toBe("600.128");
    clock.advance(599_000);
    expect((await graph.get(path)).status).toBe(429);
    clock.advance(1_000);
    expect((await graph.get(path)).status).toBe(200);
  });

  test("call 10,001 within ten minutes is refused by default", async () => {
    const { emulator } = await start();
    const limits = new RequestLimits(emulator.world);
    for (let call = 1; call <= 10_000; call++) limits.enter("app", "mailbox")();
    expect(() => limits.enter("app", "mailbox")).toThrow(/RequestRate/);
    expect(() => limits.enter("app", "other")()).not.toThrow();
  });

  test("the limit over all mailboxes is off, and 429 TooManyRequests when it is on", async () => {
    const { emulator, graph } = await start();
    emulator.switches.globalRequests = 1;
    expect((await graph.get("/users")).status).toBe(200);
    expect(codeOf(await graph.get("/users"))).toEqual([429, "TooManyRequests"]);
  });
});

describe("latency", () => {
  test("takes the service time of each request, and jitter spreads it by the seed", async () => {
    const { ann, graph, emulator } = await start({ latency: { graphMs: 20, jitterSigma: 0.5 } });
    for (let i = 0; i < 4; i++) await graph.get(`/users/${ann.id}/calendar`);
    const times = emulator.log.entries({ service: "graph" }).map(({ tookMs }) => tookMs);
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(2);
  });
});

describe("latency of single routes", () => {
  test("takes the place of the service's own where method and path match", async () => {
    const { ann, graph, emulator } = await start();
    const hour = 3_600_000;
    const routes = [
      { method: "post", path: "*", ms: hour },
      { method: "get", path: "*/CALENDAR", ms: 20 },
    ];
    const settings = await fetch(`${emulator.url}/emulator/settings`, {
      method: "PATCH",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ latency: { graphMs: hour, routes } }),
    });
    expect(settings.status).toBe(200);
    expect((await graph.get(`/users/${ann.id}/calendar`)).status).toBe(200);
    expect(emulator.log.entries({ service: "graph" })[0]?.tookMs).toBeGreaterThanOrEqual(15);
  });
});

describe("faults", () => {
  test("an error is answered once, with Retry-After and Graph's body, then the real answer returns", async () => {
    const { emulator, ann, graph } = await start();
    emulator.faults.once(
      { mailbox: "ANN@quarry.example", path: "*/calendar" },
      { kind: "error", status: 429, retryAfterSeconds: 2.5 },
    );
    const refused = await graph.get(`/users/${ann.id}/calendar`);
    expect(codeOf(refused)).toEqual([429, "ApplicationThrottled"]);
    expect(refused.headers.get("retry-after")).toBe("2.5");
    expect(refused.json.error.innerError).toHaveProperty("request-id");
    expect((await graph.get(`/users/${ann.id}/calendar`)).status).toBe(200);
  });

  test("a fault hits N matching requests, or always until it is removed", async () => {
    const { emulator, ann, graph } = await start();
    const statuses = async (count: number) => {
      const found: number[] = [];
      for (let i = 0; i < count; i++) found.push((await graph.get(`/users/${ann.id}/calendar`)).status);
      return found;
    };
    emulator.faults.add({ match: { method: "get" }, times: 2, action: { kind: "error", status: 503 } });
    expect(await statuses(3)).toEqual([503, 503, 200]);
    const id = emulator.faults.always({ method: "GET" }, { kind: "error", status: 504 });
    expect(await statuses(3)).toEqual([504, 504, 504]);
    expect(emulator.faults.remove(id)).toBe(true);
    expect(await statuses(1)).toEqual([200]);
    expect(() => emulator.faults.add({ times: 0, action: { kind: "hang" } })).toThrow(RangeError);
  });

  test("a fault hits one part of a batch and leaves the others", async () => {
    const { emulator, tenant, ann, graph } = await start();
    const bob = addPerson(emulator, tenant, "bob");
    emulator.faults.once({ mailbox: bob.id }, { kind: "error", status: 429, retryAfterSeconds: 7 });
    const { status, json } = await graph.batch(
      [ann, bob].map(({ id }) => ({ id, method: "GET", url: `/users/${id}/calendar` })),
    );
    const parts = Object.fromEntries(json.responses.map((part: Json) => [part.id, part]));
    expect([status, parts[ann.id].status, parts[bob.id].status]).toEqual([200, 200, 429]);
    expect(parts[bob.id].headers["Retry-After"]).toBe("7");
  });

  test("an envelope can be hit as a whole", async () => {
    const { emulator, ann, graph } = await start();
    emulator.faults.once({ path: "*/$batch" }, { kind: "error", status: 429, retryAfterSeconds: 1 });
    expect(codeOf(await graph.batch([{ id: "1", method: "GET", url: `/users/${ann.id}/calendar` }]))).toEqual([
      429,
      "TooManyRequests",
    ]);
    expect(emulator.log.count({ kind: "part" })).toBe(0);
  });

  test("HTML and empty answers look like a proxy's; in a batch HTML is base64", async () => {
    const { emulator, ann, graph } = await start();
    emulator.faults.once({}, { kind: "html" });
    const html = await graph.get(`/users/${ann.id}/calendar`);
    expect([html.status, html.headers.get("content-type")]).toEqual([500, "text/html"]);
    expect(html.json).toMatch(/^<!DOCTYPE html>/);
    emulator.faults.once({}, { kind: "empty" });
    const empty = await graph.get(`/users/${ann.id}/calendar`);
    expect([empty.status, empty.json]).toEqual([200, {}]);
    emulator.faults.once({ mailbox: ann.id }, { kind: "html", status: 502 });
    const { json } = await graph.batch([{ id: "1", method: "GET", url: `/users/${ann.id}/calendar` }]);
    expect(Buffer.from(json.responses[0].body, "base64").toString()).toMatch(/^<!DOCTYPE html>/);
  });

  test("a reset cuts the connection, a hang holds it until the caller leaves, and both are in the log with status 0", async () => {
    const { emulator, ann, graph, token } = await start();
    emulator.faults.once({}, { kind: "reset" });
    await expect(graph.get(`/users/${ann.id}/calendar`)).rejects.toThrow();
    emulator.faults.once({}, { kind: "hang" });
    const url = `${emulator.graphUrl}/v1.0/users/${ann.id}/calendar`;
    const signal = AbortSignal.timeout(40);
    await expect(fetch(url, { headers: { authorization: `Bearer ${token}` }, signal })).rejects.toThrow();
    await expect.poll(() => emulator.log.entries({ service: "graph" }).map(({ status }) => status)).toEqual([0, 0]);
    expect((await graph.get(`/users/${ann.id}/calendar`)).status).toBe(200);
  });

  test("a delay holds its place at the mailbox, and passes to the real answer", async () => {
    const { emulator, ann, graph, token } = await start();
    const path = `/users/${ann.id}/calendar`;
    const release = await holdOpen(emulator, `${emulator.graphUrl}/v1.0${path}`, token, { kind: "delay", ms: 60_000 });
    expect((await graph.get(path)).status).toBe(429);
    release();
    emulator.faults.once({}, { kind: "delay", ms: 5 });
    await expect.poll(async () => (await graph.get(path)).json.name).toBe("Calendar");
  });

  test("a token endpoint's fault is written in Entra's form", async () => {
    const { emulator, tenant, app } = await start();
    emulator.faults.once({ service: "entra", appId: app.appId }, { kind: "error", status: 429, retryAfterSeconds: 9 });
    const busy = await askToken(emulator, tenant.id, clientForm(app));
    expect([busy.status, busy.json.error, busy.json.error_codes]).toEqual([429, "temporarily_unavailable", [90055]]);
    expect(busy.headers.get("retry-after")).toBe("9");
    emulator.faults.once({ service: "entra" }, { kind: "error", status: 400, code: "invalid_grant", aadsts: 53003 });
    expect((await askToken(emulator, tenant.id, clientForm(app))).json.error_codes).toEqual([53003]);
    emulator.faults.once({ service: "entra" }, { kind: "reset" });
    await expect(askToken(emulator, tenant.id, clientForm(app))).rejects.toThrow();
    expect((await askToken(emulator, tenant.id, clientForm(app))).status).toBe(200);
  });
});
