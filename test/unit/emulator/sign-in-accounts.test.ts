import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { App } from "../../../emulator/core/directory.model.js";
import { addWebApp, authorizePath, type Seen, startSignIns, visit } from "./sign-in-kit.js";

let world: Awaited<ReturnType<typeof startSignIns>>;
beforeAll(async () => {
  world = await startSignIns();
});
afterAll(() => world.emulator.close());

const go = (over: Record<string, string | undefined> = {}, app: App = world.app, where = world.tenant.id) =>
  visit(world.emulator, authorizePath(where, app, over));
const page = ({ page: name, aadsts, to }: Seen) => [name, aadsts, to];
const asAnn = { emulator_user: "ann@quarry.example" };

describe("accounts", () => {
  const anyApp = () =>
    addWebApp(world.emulator, world.tenant, { signInAudience: "AzureADandPersonalMicrosoftAccount" });

  test("the picker offers members and guests of the tenant, hints narrow it, rooms and disabled people are left out", async () => {
    const { emulator, tenant } = world;
    emulator.add.addUser(tenant, { userPrincipalName: "gone@quarry.example", accountEnabled: false });
    emulator.add.addUser(tenant, { userPrincipalName: "room@quarry.example", mailbox: { purpose: "room" } });
    const all = (await go()).text;
    for (const shown of ["ann@quarry.example", "root@quarry.example", "zoe@harbour.example"])
      expect(all).toContain(shown);
    for (const hidden of ["gone@", "room@", "pat@"]) expect(all).not.toContain(hidden);
    const hinted = (await go({ login_hint: "ann@quarry.example" })).text;
    expect(hinted).not.toContain("root@");
    const app = anyApp();
    expect((await go({ domain_hint: "consumers" }, app, "common")).text).not.toContain("ann@");
    expect((await go({ domain_hint: "organizations" }, app, "common")).text).not.toContain("pat@");
    const harbour = (await go({ domain_hint: "harbour.example" }, app, "common")).text;
    expect([harbour.includes("zoe@"), harbour.includes("ann@")]).toEqual([true, false]);
  });

  test("a user of another tenant is AADSTS50020, an unknown one 50034, a disabled one 50057", async () => {
    const { emulator, tenant, other } = world;
    emulator.add.addUser(other, { userPrincipalName: "max@harbour.example" });
    emulator.add.addUser(tenant, { userPrincipalName: "off@quarry.example", accountEnabled: false });
    expect(page(await go({ emulator_user: "max@harbour.example" }))).toEqual(["error", 50020, undefined]);
    expect(page(await go({ emulator_user: "nobody@quarry.example" }))).toEqual(["error", 50034, undefined]);
    expect(page(await go({ emulator_user: "off@quarry.example" }))).toEqual(["error", 50057, undefined]);
  });

  test("account kinds: personal accounts at organizations and work accounts at consumers are AADSTS500208", async () => {
    const app = anyApp();
    expect(page(await go({ emulator_user: "pat@postbox.example" }, app, "organizations"))[1]).toBe(500208);
    expect(page(await go({ emulator_user: "ann@quarry.example" }, app, "consumers"))[1]).toBe(500208);
    expect((await go({ emulator_user: "pat@postbox.example" }, app, "common")).members).toHaveProperty("code");
    expect(
      (await go({ emulator_user: "pat@postbox.example" }, app, "9188040d-6c67-4c5b-b112-36a304b66dad")).members,
    ).toHaveProperty("code");
    const orgs = addWebApp(world.emulator, world.tenant, { signInAudience: "AzureADMultipleOrgs" });
    expect(page(await go({ emulator_user: "pat@postbox.example" }, orgs, "common"))[1]).toBe(500208);
  });

  test("a page's own choice is corrected on the page, and forms of other sites are refused", async () => {
    const path = authorizePath(world.tenant.id, world.app);
    const post = (origin: string) =>
      visit(world.emulator, path, {
        method: "POST",
        headers: { origin },
        body: new URLSearchParams({ emulator_action: "choose", emulator_user: "nobody@quarry.example" }),
      });
    const seen = await post(world.emulator.loginUrl);
    expect([seen.page, seen.aadsts]).toEqual(["accounts", 50034]);
    expect((await post("https://evil.example")).status).toBe(403);
  });
});

describe("sessions and prompt", () => {
  test("the browser that signed in is not asked again, unless prompt says login or select_account", async () => {
    const app = addWebApp(world.emulator, world.tenant);
    const { cookie } = await go(asAnn, app);
    const again = (over: Record<string, string>) =>
      visit(world.emulator, authorizePath(world.tenant.id, app, over), { headers: { cookie } });
    expect((await again({})).members).toHaveProperty("code");
    expect((await again({ prompt: "none" })).members).toHaveProperty("code");
    expect((await again({ prompt: "login" })).page).toBe("accounts");
    expect((await again({ prompt: "select_account" })).page).toBe("accounts");
    expect((await again({ prompt: "consent" })).page).toBe("consent");
    expect((await again({ login_hint: "root@quarry.example" })).page).toBe("accounts");
  });

  test("prompt=none without a session is login_required with AADSTS50058, also in machine mode", async () => {
    for (const over of [{}, asAnn]) {
      const { members } = await go({ prompt: "none", ...over });
      expect([members.error, members.error_description?.slice(0, 11)]).toEqual(["login_required", "AADSTS50058"]);
    }
  });

  test("prompt=none without consent is interaction_required with AADSTS65001; two sessions ask for a choice", async () => {
    const app = addWebApp(world.emulator, world.tenant);
    const { cookie } = await go(asAnn);
    const silent = (over: Record<string, string> = {}) =>
      visit(world.emulator, authorizePath(world.tenant.id, app, { prompt: "none", ...over }), { headers: { cookie } });
    const { members } = await silent();
    expect([members.error, members.error_description?.slice(0, 11)]).toEqual(["interaction_required", "AADSTS65001"]);
    await visit(world.emulator, authorizePath(world.tenant.id, app, { emulator_user: "root@quarry.example" }), {
      headers: { cookie },
    });
    expect((await silent()).members.error_description).toContain("AADSTS16000");
    expect((await silent({ login_hint: "root@quarry.example" })).members).toHaveProperty("code");
  });

  test("a second factor that is asked for later is AADSTS50076 to a silent request, and a sign-in gives it", async () => {
    const { emulator, tenant, app, clock } = world;
    const eve = emulator.add.addUser(tenant, { userPrincipalName: "eve@quarry.example" });
    const { cookie } = await go({ emulator_user: eve.id });
    eve.secondFactorSince = clock.now() + 1;
    clock.advance(1000);
    const silent = (value: string) =>
      visit(emulator, authorizePath(tenant.id, app, { prompt: "none" }), { headers: { cookie: value } });
    expect((await silent(cookie)).members).toMatchObject({ error: "interaction_required" });
    const fresh = await go({ emulator_user: eve.id });
    expect((await silent(fresh.cookie)).members).toHaveProperty("code");
    clock.reset();
  });
});
