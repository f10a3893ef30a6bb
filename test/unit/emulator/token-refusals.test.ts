import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClock } from "../../../emulator/core/clock.js";
import type { App, Tenant } from "../../../emulator/core/directory.model.js";
import { createEmulator, type Emulator } from "../../../emulator/index.js";
import { askToken, clientForm, SECRET, START } from "./kit.js";

const GRAPH_SCOPE = "https://graph.microsoft.com/.default";

describe("the token endpoint", () => {
  let emulator: Emulator;
  let tenant: Tenant;
  let other: Tenant;
  let app: App;

  beforeAll(async () => {
    emulator = await createEmulator({ seed: "empty", clock: createClock(() => START) });
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
        form: () => ({ ...clientForm(app), grant_type: "password" }),
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
        name: "an assertion without its type",
        status: 400,
        error: "invalid_request",
        code: 900144,
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
});
