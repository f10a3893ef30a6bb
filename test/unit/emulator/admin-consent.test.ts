import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { App } from "../../../emulator/core/directory.model.js";
import { graphClient, tokenFor } from "./kit.js";
import { addWebApp, authorizePath, REDIRECT, startSignIns, visit } from "./sign-in-kit.js";

let world: Awaited<ReturnType<typeof startSignIns>>;
beforeAll(async () => {
  world = await startSignIns();
});
afterAll(() => world.emulator.close());

const REGISTERED = [
  { kind: "Role", value: "Calendars.ReadWrite" },
  { kind: "Role", value: "User.Read.All" },
  { kind: "Scope", value: "Calendars.ReadWrite" },
] as const;

const daemon = (over: Parameters<typeof addWebApp>[2] = {}) =>
  addWebApp(world.emulator, world.tenant, { requiredPermissions: REGISTERED, ...over });

function ask(form: "v1" | "v2", app: App, over: Record<string, string | undefined> = {}, where = world.tenant.id) {
  const all = {
    client_id: app.appId,
    redirect_uri: REDIRECT,
    state: "st",
    ...(form === "v2" ? { scope: "https://graph.microsoft.com/.default" } : {}),
    emulator_user: "root@quarry.example",
    ...over,
  };
  const set = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const path = form === "v1" ? "adminconsent" : "v2.0/adminconsent";
  return visit(world.emulator, `/${where}/${path}?${new URLSearchParams(set)}`);
}

const rolesOf = async (app: App) =>
  decodeJwt<{ roles?: string[] }>(await tokenFor(world.emulator, world.tenant, app)).roles;

describe("approval (sheet 2.8)", () => {
  test("the first form grants everything registered; new tokens have the roles, and Graph takes them", async () => {
    const app = daemon();
    world.emulator.add.consent(app, world.tenant, []);
    expect(await rolesOf(app)).toBeUndefined();
    const { status, to, members } = await ask("v1", app);
    expect([status, to, members]).toEqual([
      302,
      REDIRECT,
      { admin_consent: "True", tenant: world.tenant.id, state: "st" },
    ]);
    expect(await rolesOf(app)).toEqual(["Calendars.ReadWrite", "User.Read.All"]);
    const graph = graphClient(world.emulator, await tokenFor(world.emulator, world.tenant, app));
    expect((await graph.get(`/users/${world.ann.id}/events`)).status).toBe(200);
    const seen = await visit(
      world.emulator,
      authorizePath(world.tenant.id, app, {
        scope: "Calendars.ReadWrite",
        emulator_user: world.ann.id,
        emulator_action: "choose",
      }),
    );
    expect(seen.members).toHaveProperty("code");
  });

  test("the second form returns its scope, and .default means everything registered", async () => {
    const app = daemon();
    const { members } = await ask("v2", app, {}, "organizations");
    expect(members).toEqual({
      admin_consent: "True",
      tenant: world.tenant.id,
      scope: "https://graph.microsoft.com/.default",
      state: "st",
    });
    expect(await rolesOf(app)).toEqual(["Calendars.ReadWrite", "User.Read.All"]);
  });

  test("scopes named in the second form are delegated ones only", async () => {
    const app = daemon();
    await ask("v2", app, { scope: "Calendars.ReadWrite User.Read" });
    const principal = world.tenant.servicePrincipals.get(app.appId);
    expect([...(principal?.adminScopes ?? [])]).toEqual(["Calendars.ReadWrite", "User.Read"]);
    expect(await rolesOf(app)).toBeUndefined();
  });

  test("a multitenant application is installed where the administrator is; domain and common work in the first form", async () => {
    const { emulator, other } = world;
    const chief = emulator.add.addUser(other, {
      userPrincipalName: "chief@harbour.example",
      directoryRoles: ["PrivilegedRoleAdministrator"],
    });
    const app = daemon({ signInAudience: "AzureADMultipleOrgs" });
    expect((await ask("v1", app, { emulator_user: chief.id }, "common")).members.tenant).toBe(other.id);
    expect(other.servicePrincipals.get(app.appId)?.roles.size).toBe(2);
    expect((await ask("v1", app, { emulator_user: chief.id }, "harbour.example")).members.tenant).toBe(other.id);
  });

  test("consent to everything takes back what is no longer listed, users' own consents stay", async () => {
    const app = daemon();
    const principal = world.emulator.add.consent(app, world.tenant, ["Mail.Read"]);
    principal.userScopes.set(world.ann.id, new Set(["User.Read"]));
    await ask("v1", app);
    expect([...principal.roles]).toEqual(["Calendars.ReadWrite", "User.Read.All"]);
    expect(principal.userScopes.get(world.ann.id)?.has("User.Read")).toBe(true);
  });

  test("without redirect_uri the first registered one is used", async () => {
    expect((await ask("v1", daemon(), { redirect_uri: undefined })).to).toBe(REDIRECT);
  });
});

describe("refusal", () => {
  test("as seen in reality: access_denied with AADSTS65004, admin_consent=True and no tenant, in both forms", async () => {
    for (const form of ["v1", "v2"] as const) {
      for (const emulator_action of ["refuse", "cancel"]) {
        const app = daemon();
        const { to, members } = await ask(form, app, { emulator_action });
        expect(to).toBe(REDIRECT);
        expect(members).toEqual({
          error: "access_denied",
          error_description: expect.stringMatching(/^AADSTS65004: /),
          error_uri: expect.stringContaining("65004"),
          admin_consent: "True",
          state: "st",
        });
        expect(world.tenant.servicePrincipals.has(app.appId)).toBe(false);
      }
    }
  });

  test("as documented, if the switch says so: permission_denied in the first form, consent_required in the second", async () => {
    world.emulator.switches.adminConsentRefusal = "documented";
    const refuse = { emulator_action: "refuse" };
    expect(Object.keys((await ask("v1", daemon(), refuse)).members)).toEqual(["error", "error_description", "state"]);
    expect((await ask("v1", daemon(), refuse)).members.error).toBe("permission_denied");
    expect((await ask("v2", daemon(), refuse)).members).toMatchObject({
      error: "consent_required",
      admin_consent: "True",
      state: "st",
    });
    world.emulator.switches.adminConsentRefusal = "seen";
  });

  test("an administrator of another directory returns access_denied with AADSTS50020", async () => {
    const chief = world.emulator.add.addUser(world.other, {
      userPrincipalName: "other-chief@harbour.example",
      directoryRoles: ["GlobalAdministrator"],
    });
    for (const where of [world.tenant.id, "common"]) {
      const { members } = await ask("v1", daemon(), { emulator_user: chief.id }, where);
      expect([members.error, members.error_description?.slice(0, 12)]).toEqual(["access_denied", "AADSTS50020:"]);
      expect(members).not.toHaveProperty("tenant");
    }
  });

  test("who is no administrator, or not enough of one, ends on Need admin approval", async () => {
    const { emulator, tenant } = world;
    const cloud = emulator.add.addUser(tenant, {
      userPrincipalName: "cloud@quarry.example",
      directoryRoles: ["CloudApplicationAdministrator"],
    });
    expect((await ask("v1", daemon(), { emulator_user: world.ann.id })).page).toBe("admin-approval");
    expect((await ask("v1", daemon(), { emulator_user: cloud.id })).page).toBe("admin-approval");
    const delegatedOnly = daemon({ requiredPermissions: [{ kind: "Scope", value: "Calendars.Read" }] });
    expect((await ask("v1", delegatedOnly, { emulator_user: cloud.id })).members.tenant).toBe(tenant.id);
  });
});

describe("errors that stay on a page", () => {
  test("unknown client, redirect mismatch, no address at all, missing scope, personal accounts", async () => {
    const app = daemon();
    const cases: [Awaited<ReturnType<typeof ask>>, number][] = [
      [await ask("v1", app, { client_id: "11111111-2222-4333-8444-555555555555" }), 700016],
      [await ask("v1", app, {}, world.other.id), 700016],
      [await ask("v1", app, { redirect_uri: "https://evil.example" }), 50011],
      [await ask("v1", daemon({ redirectUris: [] }), { redirect_uri: undefined }), 500113],
      [await ask("v2", app, { scope: undefined }), 900144],
      [await ask("v2", app, { scope: "Calendars.Imagine" }), 650053],
      [await ask("v1", app, {}, "11111111-2222-4333-8444-555555555555"), 90002],
      [await ask("v1", app, {}, "consumers"), 500208],
    ];
    for (const [seen, code] of cases) expect([seen.page, seen.aadsts]).toEqual(["error", code]);
  });

  test("the second form at common fails with a text about response_type, which leads astray", async () => {
    const seen = await ask("v2", daemon(), {}, "common");
    expect([seen.page, seen.aadsts, seen.text.includes("response_type")]).toEqual(["error", 900144, true]);
  });
});

describe("the pages", () => {
  test("choose an administrator, then review: application and delegated permissions are named as such", async () => {
    const app = daemon();
    const first = await ask("v1", app, { emulator_user: undefined });
    expect(first.page).toBe("accounts");
    expect(first.text.indexOf("root@quarry.example")).toBeLessThan(first.text.indexOf("ann@quarry.example"));
    const second = await ask("v1", app, { emulator_action: "choose" });
    expect(second.page).toBe("admin-consent");
    expect(second.text).toContain("Read and write calendars in all mailboxes");
    expect(second.text).toContain("Have full access to your calendars");
    expect(second.text.match(/application permission/g)).toHaveLength(2);
  });
});

describe("sign-out (sheet 2.9)", () => {
  const signOut = (query: Record<string, string>, cookie: string) =>
    visit(world.emulator, `/${world.tenant.id}/oauth2/v2.0/logout?${new URLSearchParams(query)}`, {
      headers: { cookie },
    });
  const signInAs = async (app: App) =>
    (await visit(world.emulator, authorizePath(world.tenant.id, app, { emulator_user: world.ann.id }))).cookie;
  const silent = async (app: App, cookie: string) =>
    (await visit(world.emulator, authorizePath(world.tenant.id, app, { prompt: "none" }), { headers: { cookie } }))
      .members;

  test("ends the session and returns to a registered address with the state", async () => {
    const app = daemon();
    const cookie = await signInAs(app);
    expect(await silent(app, cookie)).toHaveProperty("code");
    const seen = await signOut({ post_logout_redirect_uri: REDIRECT, state: "s" }, cookie);
    expect([seen.status, seen.to, seen.members]).toEqual([302, REDIRECT, { state: "s" }]);
    expect((await silent(app, cookie)).error).toBe("login_required");
  });

  test("an address that no application of the session has registered is not followed", async () => {
    const app = daemon();
    const cookie = await signInAs(app);
    const seen = await signOut({ post_logout_redirect_uri: "https://evil.example/" }, cookie);
    expect([seen.status, seen.page]).toEqual([200, "signed-out"]);
    expect((await silent(app, cookie)).error).toBe("login_required");
    expect((await signOut({ post_logout_redirect_uri: REDIRECT }, "")).page).toBe("signed-out");
    expect(
      (await signOut({ id_token_hint: "nonsense", client_id: app.appId, post_logout_redirect_uri: REDIRECT }, "")).to,
    ).toBe(REDIRECT);
  });
});
