import { spawn } from "node:child_process";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createClock } from "../../../emulator/core/clock.js";
import { createEmulator, type Emulator } from "../../../emulator/index.js";
import { DEMO_TENANT_ID, DEMO_USERS, GATEWAY_APP } from "../../../emulator/seed/demo-ids.js";
import { askToken, type Json, START } from "./kit.js";

let emulator: Emulator | undefined;
afterEach(async () => {
  vi.unstubAllEnvs();
  await emulator?.close();
  emulator = undefined;
});
const start = async () => {
  emulator = await createEmulator({ clock: createClock(() => START) });
  return emulator;
};

const control = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(`${emulator?.url}/emulator${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, json: (await response.json()) as Json };
};
const demoForm = {
  grant_type: "client_credentials",
  client_id: GATEWAY_APP.clientId,
  client_secret: GATEWAY_APP.clientSecret,
  scope: "https://graph.microsoft.com/.default",
};

describe("the control surface", () => {
  test("lists its endpoints with a purpose each", async () => {
    await start();
    const { json } = await control("GET", "");
    expect(json.endpoints.length).toBeGreaterThan(10);
    for (const { purpose } of json.endpoints) expect(purpose).not.toBe("");
  });

  test("shows the state without any secret", async () => {
    await start();
    const { json } = await control("GET", "/state");
    const tenant = json.tenants.find(({ id }: Json) => id === DEMO_TENANT_ID);
    const ines = tenant.users.find(({ id }: Json) => id === DEMO_USERS.ines.id);
    expect(ines).toMatchObject({ calendars: 2, timeZone: "GMT Standard Time" });
    expect(ines.events).toBeGreaterThan(20);
    const gateway = json.apps.find(({ appId }: Json) => appId === GATEWAY_APP.clientId);
    expect(gateway.secrets[0].hint).toBe(GATEWAY_APP.clientSecret.slice(0, 3));
    expect(JSON.stringify(json)).not.toContain(GATEWAY_APP.clientSecret);
  });

  test("arms, lists and disarms faults, and refuses a bad one with a sentence", async () => {
    const { loginUrl } = await start();
    const armed = await control("POST", "/faults", {
      match: { service: "entra" },
      action: { kind: "error", status: 503, retryAfterSeconds: 1 },
    });
    expect(armed).toEqual({ status: 200, json: { id: 1 } });
    expect((await control("GET", "/faults")).json.faults).toHaveLength(1);
    expect((await fetch(`${loginUrl}/common/v2.0/.well-known/openid-configuration`)).status).toBe(503);
    expect((await control("GET", "/faults")).json.faults).toEqual([]);
    const { json } = await control("POST", "/faults", { times: "always", action: { kind: "hang" } });
    expect((await control("DELETE", `/faults/${json.id}`)).status).toBe(200);
    expect((await control("DELETE", `/faults/${json.id}`)).status).toBe(404);
    for (const body of [
      { action: { kind: "explode" } },
      { action: { kind: "error", status: 99 } },
      { times: 0, action: { kind: "hang" } },
      [],
    ]) {
      const refused = await control("POST", "/faults", body);
      expect(refused.status).toBe(400);
      expect(refused.json.error).not.toBe("");
    }
  });

  test("moves the clock, which decides what has expired", async () => {
    const { loginUrl } = await start();
    expect((await control("GET", "/clock")).json).toEqual({ now: "2026-03-02T08:00:00.000Z", offsetMs: 0 });
    await control("POST", "/clock", { advanceMs: 2 * 365 * 86_400_000 });
    expect((await askToken({ loginUrl } as Emulator, DEMO_TENANT_ID, demoForm)).json.error_codes).toEqual([7000222]);
    expect((await control("POST", "/clock", { set: "2026-03-02T09:00:00Z" })).json.offsetMs).toBe(3_600_000);
    expect((await control("POST", "/clock", { reset: true })).json.offsetMs).toBe(0);
    for (const body of [{}, { set: "whenever" }, { advanceMs: "1" }])
      expect((await control("POST", "/clock", body)).status).toBe(400);
  });

  test("changes switches and latency; null turns a limit off", async () => {
    const { switches, latency } = await start();
    await control("PATCH", "/settings", {
      switches: { mailboxConcurrency: null, tokenLifetimeSeconds: 600 },
      latency: { graphMs: 5 },
    });
    expect([switches.mailboxConcurrency, switches.tokenLifetimeSeconds, latency.graphMs]).toEqual([undefined, 600, 5]);
    expect((await control("PATCH", "/settings", { switches: { nonsense: 1 } })).status).toBe(400);
  });

  test("every switch can be changed over HTTP", async () => {
    const { switches } = await start();
    const before = { ...switches };
    const all = Object.fromEntries(Object.entries(switches).map(([name, value]) => [name, value ?? null]));
    expect(await control("PATCH", "/settings", { switches: all })).toMatchObject({ status: 200 });
    expect(switches).toEqual(before);
  });

  test("shows the log by filters and empties it", async () => {
    const running = await start();
    await askToken(running, DEMO_TENANT_ID, demoForm);
    await askToken(running, "nowhere.example", demoForm);
    expect((await control("GET", "/log?service=entra")).json.count).toBe(2);
    expect((await control("GET", "/log?status=400&pathEnd=/token")).json.count).toBe(1);
    expect((await control("GET", "/log?service=graph")).json.count).toBe(0);
    await control("DELETE", "/log");
    expect((await control("GET", "/log")).json.count).toBe(0);
  });

  test("resets everything to the state at start", async () => {
    const running = await start();
    const before = (await control("GET", "/state")).json;
    running.add.addTenant({ domains: ["extra.example"] });
    running.faults.always({}, { kind: "hang" });
    running.switches.defaultTop = 1;
    running.clock.advance(5_000);
    await control("POST", "/reset");
    expect((await control("GET", "/state")).json).toEqual(before);
    expect([running.faults.list().length, running.switches.defaultTop, running.clock.now()]).toEqual([0, 10, START]);
  });

  test("refuses pages of other origins, other content types, broken JSON and unknown paths", async () => {
    const { url } = await start();
    expect((await control("POST", "/reset", undefined, { origin: "https://evil.example" })).status).toBe(403);
    expect((await fetch(`${url}/emulator/clock`, { method: "POST", body: "{}" })).status).toBe(415);
    const broken = await fetch(`${url}/emulator/clock`, {
      method: "POST",
      body: "{",
      headers: { "content-type": "application/json" },
    });
    expect(broken.status).toBe(400);
    expect((await control("GET", "/nothing")).status).toBe(404);
    expect((await control("PUT", "/clock")).status).toBe(405);
  });
});

describe("manners", () => {
  test("it refuses to start in production mode and on an address that others can reach", async () => {
    await expect(createEmulator({ host: "0.0.0.0" })).rejects.toThrow(/loopback/);
    vi.stubEnv("NODE_ENV", "production");
    await expect(createEmulator()).rejects.toThrow(/production/);
  });

  test("a port that is taken rejects instead of crashing", async () => {
    const { url } = await start();
    await expect(createEmulator({ port: Number(new URL(url).port) })).rejects.toThrow(/EADDRINUSE/);
  });

  test("a body over 4 MB is 413", async () => {
    const { url } = await start();
    const response = await fetch(`${url}/v1.0/$batch`, { method: "POST", body: "x".repeat(4 * 1024 * 1024 + 1) });
    expect(response.status).toBe(413);
  });

  test("closing cuts open connections", async () => {
    const running = await start();
    running.faults.always({}, { kind: "hang" });
    const pending = askToken(running, DEMO_TENANT_ID, demoForm);
    await expect.poll(() => running.faults.list().length).toBe(1);
    await running.close();
    await expect(pending).rejects.toThrow();
    emulator = undefined;
  });

  test("the command prints the URLs and the demo credentials, and ends on SIGTERM", async () => {
    const child = spawn(process.execPath, ["--import", "tsx", "emulator/cli.ts", "--port", "0"], {
      env: { ...process.env, NODE_ENV: "test" },
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    await expect.poll(() => output, { timeout: 10_000 }).toContain(GATEWAY_APP.clientSecret);
    expect(output).toMatch(/Graph URL\s+http:\/\/127\.0\.0\.1:\d+/);
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  });
});
