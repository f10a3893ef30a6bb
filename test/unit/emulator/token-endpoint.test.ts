import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClock } from "../../../emulator/core/clock.js";
import type { App, Tenant } from "../../../emulator/core/directory.model.js";
import { createEmulator, type Emulator } from "../../../emulator/index.js";
import { askToken, clientForm, SECRET, START } from "./kit.js";

const DAY_MS = 86_400_000;
const GRAPH_SCOPE = "https://graph.microsoft.com/.default";

describe("the token endpoint", () => {
  let emulator: Emulator;
  let tenant: Tenant;
  let app: App;
  const clock = createClock(() => START);

  beforeAll(async () => {
    emulator = await createEmulator({ seed: "empty", clock });
    tenant = emulator.add.addTenant({ domains: ["quarry.example"] });
    app = emulator.add.addApp(tenant, { displayName: "Gateway", secrets: [{ value: SECRET }] });
    emulator.add.consent(app, tenant, ["Calendars.ReadWrite"]);
  });
  afterAll(() => emulator.close());

  const ask = (form: Record<string, string>, where = tenant.id, headers?: Record<string, string>) =>
    askToken(emulator, where, form, headers);

  test("errors have the full member set, and repeat the client-request-id as correlation id", async () => {
    const id = "0f9d6a1e-7f54-4c8e-9a53-6d1c2b3a4f50";
    const { json, headers } = await ask(clientForm(app, "wrong"), tenant.id, { "client-request-id": id });
    expect(Object.keys(json).sort()).toEqual(
      ["correlation_id", "error", "error_codes", "error_description", "error_uri", "timestamp", "trace_id"].sort(),
    );
    expect(json.correlation_id).toBe(id);
    expect(json.timestamp).toBe("2026-03-02 08:00:00Z");
    expect(json.trace_id).toBe(headers.get("x-ms-request-id"));
    expect(json.error_description).toContain(
      `Trace ID: ${json.trace_id} Correlation ID: ${id} Timestamp: ${json.timestamp}`,
    );
    expect(json.error_description).not.toContain("wrong");
    expect(headers.get("x-ms-clitelem")).toBe("1,7000215,0,,");
  });

  test("checks come in Entra's order: the tenant before the client, the client before the secret, the secret before the scope", async () => {
    const worst = { grant_type: "client_credentials", client_id: "x", client_secret: "y", scope: "z" };
    expect((await ask(worst, "bad tenant")).json.error_codes).toEqual([900023]);
    expect((await ask(worst)).json.error_codes).toEqual([700016]);
    expect((await ask({ ...worst, client_id: app.appId })).json.error_codes).toEqual([7000215]);
    expect((await ask({ ...worst, client_id: app.appId, client_secret: SECRET })).json.error_codes).toEqual([1002012]);
  });

  test("a token answer has the documented members and headers, and no refresh or id token", async () => {
    const { status, json, headers } = await ask(clientForm(app));
    expect(status).toBe(200);
    expect(Object.keys(json)).toEqual(["token_type", "expires_in", "ext_expires_in", "access_token"]);
    expect([json.token_type, json.expires_in, json.ext_expires_in]).toEqual(["Bearer", 3599, 3599]);
    expect(headers.get("cache-control")).toBe("no-store, no-cache");
    expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
  });

  test("tokens carry version 1.0 claims, are back-dated by 300 seconds, and verify through the keys endpoint", async () => {
    const { json } = await ask(clientForm(app));
    const keys = createRemoteJWKSet(new URL(`${emulator.loginUrl}/${tenant.id}/discovery/v2.0/keys`));
    const { payload, protectedHeader } = await jwtVerify(json.access_token, keys, { currentDate: new Date(START) });
    const principal = tenant.servicePrincipals.get(app.appId);
    expect(protectedHeader.alg).toBe("RS256");
    expect(payload).toMatchObject({
      aud: "https://graph.microsoft.com",
      iss: `https://sts.windows.net/${tenant.id}/`,
      ver: "1.0",
      idtyp: "app",
      appid: app.appId,
      appidacr: "1",
      app_displayname: "Gateway",
      tid: tenant.id,
      oid: principal?.objectId,
      sub: principal?.objectId,
      roles: ["Calendars.ReadWrite"],
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3599 + 300);
    expect(payload.iat).toBe(START / 1000 - 300);
  });

  test("without consent a token is issued all the same, and has no roles", async () => {
    const bare = emulator.add.addApp(tenant, { secrets: [{ value: SECRET }] });
    emulator.add.consent(bare, tenant, []);
    const { status, json } = await ask(clientForm(bare));
    expect(status).toBe(200);
    expect(decodeJwt(json.access_token)).not.toHaveProperty("roles");
  });

  test("HTTP Basic with form-encoded halves is accepted", async () => {
    const odd = "s+e/c=r%e&t é:x";
    emulator.add.addSecret(app, { value: odd });
    const half = (text: string) => new URLSearchParams({ v: text }).toString().slice(2);
    const authorization = `Basic ${Buffer.from(`${app.appId}:${half(odd)}`).toString("base64")}`;
    const { status } = await ask({ grant_type: "client_credentials", scope: GRAPH_SCOPE }, tenant.id, {
      authorization,
    });
    expect(status).toBe(200);
  });

  test("the tenant may be named by a verified domain in any case, the client id in capitals", async () => {
    expect((await ask({ ...clientForm(app), client_id: app.appId.toUpperCase() }, "Quarry.Example")).status).toBe(200);
  });

  test("several secrets work side by side, each from its start until its end on the emulated clock", async () => {
    const rotating = emulator.add.addApp(tenant, {
      secrets: [
        { value: "old", endsAt: START + DAY_MS },
        { value: "new", startsAt: START + DAY_MS / 2 },
      ],
    });
    emulator.add.consent(rotating, tenant, []);
    const codeOf = async (secret: string) => (await ask(clientForm(rotating, secret))).json.error_codes?.[0] ?? "ok";
    expect([await codeOf("old"), await codeOf("new")]).toEqual(["ok", 7000215]);
    clock.advance(DAY_MS / 2);
    expect([await codeOf("old"), await codeOf("new")]).toEqual(["ok", "ok"]);
    clock.advance(DAY_MS / 2);
    expect([await codeOf("old"), await codeOf("new")]).toEqual([7000222, "ok"]);
    clock.reset();
  });

  test("the log counts token requests per client and holds neither secrets nor tokens", async () => {
    emulator.log.clear();
    const { json } = await ask(clientForm(app));
    await ask(clientForm(app, "wrong-secret-value"));
    const entries = emulator.log.entries({ service: "entra" });
    expect(entries.map(({ appId, tenantId, grantType, status }) => ({ appId, tenantId, grantType, status }))).toEqual([
      { appId: app.appId, tenantId: tenant.id, grantType: "client_credentials", status: 200 },
      { appId: app.appId, tenantId: tenant.id, grantType: "client_credentials", status: 401 },
    ]);
    const text = JSON.stringify(entries);
    for (const hidden of [SECRET, "wrong-secret-value", json.access_token]) expect(text).not.toContain(hidden);
  });
});
