import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { App } from "../../../emulator/core/directory.model.js";
import { addWebApp, authorizePath, REDIRECT, redeem, refresh, startSignIns, visit } from "./sign-in-kit.js";

let world: Awaited<ReturnType<typeof startSignIns>>;
beforeAll(async () => {
  world = await startSignIns();
});
afterAll(() => world.emulator.close());

const CALENDARS = "openid offline_access Calendars.ReadWrite";

function go(app: App, user: string, over: Record<string, string> = {}, where = world.tenant.id) {
  return visit(world.emulator, authorizePath(where, app, { emulator_user: user, ...over }));
}

describe("who may consent (sheet 5.2)", () => {
  test("by default users may not consent to Calendars.ReadWrite: they see Need admin approval, AADSTS90094", async () => {
    const app = addWebApp(world.emulator, world.tenant);
    const seen = await go(app, world.ann.id, { scope: CALENDARS });
    expect([seen.status, seen.page, seen.aadsts]).toEqual([200, "admin-approval", 90094]);
    expect(seen.text).toContain("Need admin approval");
    const back = await go(app, world.ann.id, { scope: CALENDARS, emulator_action: "refuse" });
    expect([back.to, back.members.error]).toEqual([REDIRECT, "access_denied"]);
    expect(back.members.error_description).toMatch(/^AADSTS90094/);
  });

  test("where the tenant has the consent workflow, they can file a request, AADSTS90095, until an administrator consents", async () => {
    const { emulator, other, zoe } = world;
    const boss = emulator.add.addUser(other, {
      userPrincipalName: "boss@harbour.example",
      directoryRoles: ["CloudApplicationAdministrator"],
    });
    const app = addWebApp(emulator, other);
    const ask = (user: string, over: Record<string, string> = {}) =>
      go(app, user, { scope: CALENDARS, ...over }, other.id);
    expect((await ask(zoe.id, { emulator_action: "request" })).page).toBe("admin-approval");
    other.adminConsentWorkflow = true;
    const offered = await ask(zoe.id);
    expect([offered.page, offered.aadsts]).toEqual(["admin-approval", 90095]);
    for (const emulator_reason of ["first", "I plan the <fair>"]) {
      expect((await ask(zoe.id, { emulator_action: "request", emulator_reason })).page).toBe("approval-requested");
    }
    expect(other.consentRequests).toEqual([
      expect.objectContaining({ appId: app.appId, userId: zoe.id, reason: "I plan the <fair>" }),
    ]);
    expect((await ask(zoe.id)).page).toBe("admin-approval");
    await ask(boss.id, { emulator_organization: "true" });
    expect(other.consentRequests).toEqual([]);
    expect((await ask(zoe.id)).members).toHaveProperty("code");
    other.adminConsentWorkflow = false;
  });

  test("they may consent to their own profile, and to calendars where the tenant's policy says so", async () => {
    const { emulator, other, zoe } = world;
    const app = addWebApp(emulator, other);
    expect((await go(app, zoe.id, { scope: "openid User.Read" }, other.id)).members).toHaveProperty("code");
    other.userConsent = "all";
    expect((await go(app, zoe.id, { scope: CALENDARS }, other.id)).members).toHaveProperty("code");
    expect((await go(app, zoe.id, { scope: "User.Read.All" }, other.id)).page).toBe("admin-approval");
    other.userConsent = "none";
    const strict = addWebApp(emulator, other);
    expect((await go(strict, zoe.id, { scope: "openid" }, other.id)).page).toBe("admin-approval");
    other.userConsent = "recommended";
  });

  test("an administrator may, for one or for the organization, and then nobody else is asked", async () => {
    const { emulator, tenant, root, ann } = world;
    const app = addWebApp(emulator, tenant);
    expect((await go(app, root.id, { scope: CALENDARS })).members).toHaveProperty("code");
    expect((await go(app, ann.id, { scope: CALENDARS })).page).toBe("admin-approval");
    const forAll = { scope: `${CALENDARS} User.Read`, emulator_organization: "true" };
    expect((await go(app, root.id, forAll)).members).toHaveProperty("code");
    expect([...(tenant.servicePrincipals.get(app.appId)?.adminScopes ?? [])]).toContain("User.Read");
    const again = addWebApp(emulator, tenant);
    await go(again, root.id, { ...forAll, scope: CALENDARS });
    expect((await go(again, ann.id, { scope: CALENDARS, emulator_action: "choose" })).members).toHaveProperty("code");
  });

  test("a user's wish to consent for the organization counts for that user only", async () => {
    const { emulator, tenant, ann } = world;
    const app = addWebApp(emulator, tenant);
    await go(app, ann.id, { emulator_organization: "true" });
    expect(tenant.servicePrincipals.get(app.appId)?.adminScopes.size).toBe(0);
  });

  test("a personal account consents to its own calendar", async () => {
    const app = addWebApp(world.emulator, world.tenant, { signInAudience: "AzureADandPersonalMicrosoftAccount" });
    expect((await go(app, world.pat.id, { scope: CALENDARS }, "common")).members).toHaveProperty("code");
  });
});

describe("the consent screen", () => {
  test("lists the permissions that are missing, and is not shown again once they are granted", async () => {
    const app = addWebApp(world.emulator, world.tenant);
    const choose = { emulator_action: "choose", scope: "openid offline_access User.Read" };
    const seen = await go(app, world.ann.id, choose);
    expect(seen.page).toBe("consent");
    for (const text of ["Sign you in and read your profile", "Maintain access to data", "<code>User.Read</code>"]) {
      expect(seen.text).toContain(text);
    }
    expect(seen.text).not.toContain("on behalf of your organization");
    expect((await go(app, world.root.id, choose)).text).toContain("on behalf of your organization");
    await go(app, world.ann.id, { scope: choose.scope });
    expect((await go(app, world.ann.id, choose)).members).toHaveProperty("code");
    expect((await go(app, world.ann.id, { ...choose, prompt: "consent" })).page).toBe("consent");
  });

  test("incremental consent: a later request asks for what is new, and the refresh token then works for it", async () => {
    const { emulator, tenant, ann } = world;
    const app = addWebApp(emulator, tenant);
    const first = await go(app, ann.id, { scope: "openid offline_access User.Read" });
    const { json } = await redeem(emulator, tenant.id, app, first.members.code ?? "");
    const early = await refresh(emulator, tenant.id, app, json.refresh_token, { scope: "User.ReadBasic.All" });
    expect([early.status, early.json.error, early.json.error_codes, early.json.suberror]).toEqual([
      400,
      "invalid_grant",
      [65001],
      "consent_required",
    ]);
    const second = await go(app, ann.id, { scope: "User.ReadBasic.All", emulator_action: "choose" });
    expect([second.page, second.text.includes("<code>User.Read</code>")]).toEqual(["consent", false]);
    await go(app, ann.id, { scope: "User.ReadBasic.All" });
    const later = await refresh(emulator, tenant.id, app, json.refresh_token, { scope: "User.ReadBasic.All" });
    expect(later.json.scope.split(" ")).toEqual(expect.arrayContaining(["User.ReadBasic.All", "User.Read"]));
  });

  test(".default asks for everything delegated that is registered, once", async () => {
    const app = addWebApp(world.emulator, world.tenant, {
      requiredPermissions: [
        { kind: "Scope", value: "User.Read" },
        { kind: "Scope", value: "User.ReadBasic.All" },
        { kind: "Role", value: "Calendars.ReadWrite" },
      ],
    });
    const scope = "openid https://graph.microsoft.com/.default";
    const seen = await go(app, world.ann.id, { scope, emulator_action: "choose" });
    expect(seen.text).toContain("<code>User.ReadBasic.All</code>");
    expect(seen.text).not.toContain("Calendars.ReadWrite");
    await go(app, world.ann.id, { scope });
    expect((await go(app, world.ann.id, { scope, emulator_action: "choose" })).members).toHaveProperty("code");
  });
});
