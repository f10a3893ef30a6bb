import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SECRET } from "./kit.js";
import { addWebApp, codeFor, redeem, refresh, refused, startSignIns } from "./sign-in-kit.js";

const DAY_MS = 86_400_000;

let world: Awaited<ReturnType<typeof startSignIns>>;
beforeAll(async () => {
  world = await startSignIns();
});
afterAll(() => world.emulator.close());

describe("refresh tokens (sheet 5.4)", () => {
  const start = async (user = world.ann) => {
    const { emulator, tenant } = world;
    const app = addWebApp(emulator, tenant);
    const { json } = await redeem(emulator, tenant.id, app, await codeFor(emulator, tenant.id, app, user.id));
    const use = (token: string = json.refresh_token, over: Record<string, string> = {}) =>
      refresh(emulator, tenant.id, app, token, over);
    return { app, token: json.refresh_token as string, use };
  };

  test("every use gives a new one, and the old one goes on working", async () => {
    const { token, use } = await start();
    const first = await use();
    expect([first.status, first.json.refresh_token === token]).toEqual([200, false]);
    expect(first.json).toHaveProperty("id_token");
    expect((await use(token)).status).toBe(200);
    expect((await use(first.json.refresh_token)).status).toBe(200);
  });

  test("ninety days without use end it (700082, bad_token); each use begins them again", async () => {
    const { clock } = world;
    const { token, use } = await start();
    clock.advance(89 * DAY_MS);
    expect((await use(token)).status).toBe(200);
    clock.advance(89 * DAY_MS);
    expect((await use(token)).status).toBe(200);
    clock.advance(90 * DAY_MS);
    const reply = await use(token);
    expect([...refused(reply), reply.json.suberror]).toEqual([400, "invalid_grant", 700082, "bad_token"]);
    clock.reset();
  });

  test("revoked sessions are AADSTS50173 bad_token, a disabled user 50057, a deleted one 50034", async () => {
    const { emulator, tenant, clock } = world;
    const ida = emulator.add.addUser(tenant, { userPrincipalName: "ida@quarry.example" });
    const { use } = await start(ida as typeof world.ann);
    ida.tokensValidFrom = clock.now() + 1;
    const revoked = await use();
    expect([...refused(revoked), revoked.json.suberror]).toEqual([400, "invalid_grant", 50173, "bad_token"]);
    ida.tokensValidFrom = 0;
    ida.accountEnabled = false;
    expect(refused(await use())).toEqual([400, "invalid_grant", 50057]);
    tenant.users.delete(ida.id);
    expect(refused(await use())).toEqual([400, "invalid_grant", 50034]);
  });

  test("withdrawn consent is 65001 consent_required, a disabled application 7000112, a second factor 50076 with claims", async () => {
    const { tenant, clock, emulator } = world;
    const liv = emulator.add.addUser(tenant, { userPrincipalName: "liv@quarry.example" });
    const { app, use } = await start(liv as typeof world.ann);
    const principal = tenant.servicePrincipals.get(app.appId);
    liv.secondFactorSince = clock.now() + 1;
    const second = await use();
    expect([...refused(second), second.json.suberror]).toEqual([400, "interaction_required", 50076, "basic_action"]);
    expect(JSON.parse(second.json.claims)).toHaveProperty("access_token");
    liv.secondFactorSince = undefined;
    if (principal !== undefined) principal.enabled = false;
    expect(refused(await use())).toEqual([400, "unauthorized_client", 7000112]);
    if (principal !== undefined) principal.enabled = true;
    principal?.userScopes.clear();
    const withdrawn = await use();
    expect([...refused(withdrawn), withdrawn.json.suberror]).toEqual([400, "invalid_grant", 65001, "consent_required"]);
  });

  test("it belongs to one client and person: other clients get 70000, and it works where the person is a guest", async () => {
    const { emulator, tenant, other, zoe, app } = world;
    const { token } = await start();
    expect(refused(await refresh(emulator, tenant.id, app, token))[2]).toBe(70000);
    expect(refused(await refresh(emulator, tenant.id, app, "made-up"))[2]).toBe(70000);
    const wide = addWebApp(emulator, tenant, { signInAudience: "AzureADMultipleOrgs" });
    emulator.add.consent(wide, tenant, []).adminScopes.add("User.Read");
    const atHome = await redeem(emulator, other.id, wide, await codeFor(emulator, other.id, wide, zoe.id));
    const asGuest = await refresh(emulator, tenant.id, wide, atHome.json.refresh_token);
    expect(decodeJwt(asGuest.json.access_token)).toMatchObject({ tid: tenant.id, oid: world.guest.id });
    zoe.tokensValidFrom = world.clock.now() + 1;
    const revoked = await refresh(emulator, tenant.id, wide, atHome.json.refresh_token);
    expect(refused(revoked)).toEqual([400, "invalid_grant", 50173]);
    zoe.tokensValidFrom = 0;
    const third = emulator.add.addTenant({ domains: ["third.example"] });
    expect(refused(await refresh(emulator, third.id, wide, atHome.json.refresh_token))).toEqual([
      400,
      "invalid_grant",
      50020,
    ]);
  });

  test("codes, tokens and the query of authorize requests stay out of the log; a reset forgets sign-ins", async () => {
    const own = await startSignIns();
    const code = await codeFor(own.emulator, own.tenant.id, own.app, own.ann.id);
    const { json } = await redeem(own.emulator, own.tenant.id, own.app, code);
    const text = JSON.stringify(own.emulator.log.entries());
    for (const hidden of [code, json.refresh_token, json.access_token, json.id_token, SECRET]) {
      expect(text).not.toContain(hidden);
    }
    own.emulator.reset();
    expect(own.emulator.store.signIns.refreshTokens.size).toBe(0);
    await own.emulator.close();
  });
});
