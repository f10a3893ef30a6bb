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
  let other: Tenant;
  let app: App;
  const clock = createClock(() => START);

  beforeAll(async () => {
    emulator = await createEmulator({ seed: "empty", clock });
    tenant = emulator.add.addTenant({ domains: ["quarry.example"] });
    other = emulator.add.addTenant({ domains: ["slate.example"] });
    app = emulator.add.addApp(tenant, { displayName: "Gateway", secrets: [{ value: SECRET }] });
    emulator.add.consent(app, tenant, ["Calendars.ReadWrite"]);
  });
  afterAll(() => emulator.close());

  const ask = (form: Record<string, string>, where = tenant.id, headers?: Record<string, string>) =>
    askToken(emulator, where, form, headers);

  describe("refuses, each case with its status, OAuth error and AADSTS number", () => {
    interface Case {
      readonly name: string;
      readonly status: number;
      readonly error: string;
      readonly code: number;
      readonly where?: () => string;
      form(): Record<string, string>;
    }
    const without = (member: string) => {
      const form = clientForm(app);
      delete form[member];
      return form;
    };
    const inTenant = (build: () => App) => () => clientForm(build());
    const cases: readonly Case[] = [
      {
        name: "a missing grant_type",
        status: 400,
        error: "invalid_request",
        code: 900144,
        form: () => without("grant_type"),
      },
      {
        name: "a missing client_id",
        status: 400,
        error: "invalid_request",
        code: 900144,
        form: () => without("client_id"),
      },
      { name: "a missing scope", status: 400, error: "invalid_request", code: 900144, form: () => without("scope") },
      {
        name: "the v1 resource parameter",
        status: 400,
        error: "invalid_request",
        code: 901002,
        form: () => ({ ...clientForm(app), resource: "https://graph.microsoft.com" }),
      },
      {
        name: "a grant that does not exist",
        status: 400,
        error: "unsupported_grant_type",
        code: 70003,
        form: () => ({ ...clientForm(app), grant_type: "magic" }),
      },
      {
        name: "a grant named like an object's own member",
        status: 400,
        error: "unsupported_grant_type",
        code: 70003,
        form: () => ({ ...clientForm(app), grant_type: "constructor" }),
      },
      {
        name: "a grant that is not emulated",
        status: 400,
        error: "unsupported_grant_type",
        code: 70003,
        form: () => ({ ...clientForm(app), grant_type: "refresh_token" }),
      },
      {
        name: "a tenant text that is no GUID and no domain",
        status: 400,
        error: "invalid_request",
        code: 900023,
        where: () => "not_a_tenant",
        form: () => clientForm(app),
      },
      {
        name: "a tenant GUID of zeros",
        status: 400,
        error: "invalid_request",
        code: 900021,
        where: () => "00000000-0000-0000-0000-000000000000",
        form: () => clientForm(app),
      },
      {
        name: "an unknown tenant GUID",
        status: 400,
        error: "invalid_request",
        code: 90002,
        where: () => "11111111-2222-4333-8444-555555555555",
        form: () => clientForm(app),
      },
      {
        name: "an unknown domain",
        status: 400,
        error: "invalid_request",
        code: 90002,
        where: () => "nowhere.example",
        form: () => clientForm(app),
      },
      {
        name: "client credentials at common",
        status: 400,
        error: "invalid_request",
        code: 50059,
        where: () => "common",
        form: () => clientForm(app),
      },
      {
        name: "client credentials at organizations",
        status: 400,
        error: "invalid_request",
        code: 50059,
        where: () => "organizations",
        form: () => clientForm(app),
      },
      {
        name: "client credentials at consumers",
        status: 400,
        error: "invalid_request",
        code: 50059,
        where: () => "consumers",
        form: () => clientForm(app),
      },
      {
        name: "the tenant of personal accounts",
        status: 400,
        error: "unauthorized_client",
        code: 700016,
        where: () => "9188040d-6c67-4c5b-b112-36a304b66dad",
        form: () => clientForm(app),
      },
      {
        name: "an unknown client",
        status: 400,
        error: "unauthorized_client",
        code: 700016,
        form: () => ({ ...clientForm(app), client_id: "11111111-2222-4333-8444-555555555555" }),
      },
      {
        name: "a single-tenant app in another tenant",
        status: 400,
        error: "unauthorized_client",
        code: 700016,
        where: () => other.id,
        form: () => clientForm(app),
      },
      {
        name: "an app limited to personal accounts",
        status: 400,
        error: "invalid_request",
        code: 9002331,
        form: inTenant(() =>
          emulator.add.addApp(tenant, { signInAudience: "PersonalMicrosoftAccount", secrets: [{ value: SECRET }] }),
        ),
      },
      {
        name: "a multi-tenant app without service principal",
        status: 401,
        error: "invalid_client",
        code: 7000229,
        form: inTenant(() =>
          emulator.add.addApp(other, { signInAudience: "AzureADMultipleOrgs", secrets: [{ value: SECRET }] }),
        ),
      },
      {
        name: "a disabled service principal",
        status: 400,
        error: "unauthorized_client",
        code: 7000112,
        form: inTenant(() => {
          const disabled = emulator.add.addApp(tenant, { secrets: [{ value: SECRET }] });
          emulator.add.consent(disabled, tenant, []).enabled = false;
          return disabled;
        }),
      },
      {
        name: "no credential",
        status: 401,
        error: "invalid_client",
        code: 7000218,
        form: () => without("client_secret"),
      },
      {
        name: "an assertion, which no app has registered",
        status: 401,
        error: "invalid_client",
        code: 700027,
        form: () => ({ ...without("client_secret"), client_assertion: "a.b.c" }),
      },
      {
        name: "a wrong secret",
        status: 401,
        error: "invalid_client",
        code: 7000215,
        form: () => clientForm(app, "wrong"),
      },
      {
        name: "the Secret ID in place of the value",
        status: 401,
        error: "invalid_client",
        code: 7000215,
        form: () => clientForm(app, app.secrets[0]?.keyId),
      },
      {
        name: "a secret with a trailing blank",
        status: 401,
        error: "invalid_client",
        code: 7000215,
        form: () => clientForm(app, `${SECRET} `),
      },
      {
        name: "a scope without /.default",
        status: 400,
        error: "invalid_scope",
        code: 1002012,
        form: () => ({ ...clientForm(app), scope: "Calendars.ReadWrite" }),
      },
      {
        name: "two scopes",
        status: 400,
        error: "invalid_scope",
        code: 70011,
        form: () => ({ ...clientForm(app), scope: `${GRAPH_SCOPE} https://x.example/.default` }),
      },
      {
        name: "another cloud's resource",
        status: 400,
        error: "invalid_resource",
        code: 500011,
        form: () => ({ ...clientForm(app), scope: "https://graph.microsoft.us/.default" }),
      },
    ];

    test.each(cases)("$name", async ({ status, error, code, where, form }) => {
      const reply = await ask(form(), where?.());
      expect([reply.status, reply.json.error, reply.json.error_codes]).toEqual([status, error, [code]]);
      expect(reply.json.error_description).toMatch(new RegExp(`^AADSTS${code}: `));
    });

    test("a body that is no form counts as empty", async () => {
      const reply = await ask(clientForm(app), tenant.id, { "content-type": "application/json" });
      expect(reply.json.error_codes).toEqual([900144]);
    });

    test("a verb other than POST", async () => {
      const response = await fetch(`${emulator.loginUrl}/${tenant.id}/oauth2/v2.0/token`);
      expect(await response.json()).toMatchObject({ error_codes: [900561] });
    });
  });

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
