import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { graphClient, START } from "./kit.js";
import {
  addWebApp,
  CHALLENGE,
  codeFor,
  REDIRECT,
  redeem,
  refresh,
  refused,
  SCOPE,
  startSignIns,
  VERIFIER,
} from "./sign-in-kit.js";

const DAY_MS = 86_400_000;
const CALENDARS = "openid profile offline_access Calendars.ReadWrite User.Read";

let world: Awaited<ReturnType<typeof startSignIns>>;
beforeAll(async () => {
  world = await startSignIns();
  world.tenant.userConsent = "all";
});
afterAll(() => world.emulator.close());

describe("redeeming a code (sheet 5.1)", () => {
  const ask = async (over: Record<string, string | undefined> = {}, form: Record<string, string> = {}) => {
    const { emulator, tenant, app, ann } = world;
    return redeem(emulator, tenant.id, app, await codeFor(emulator, tenant.id, app, ann.id, over), form);
  };

  test("the answer has every documented member, and refresh and ID token only when their scopes are asked for", async () => {
    const { json } = await ask({}, { client_info: "1" });
    expect(Object.keys(json)).toEqual([
      "token_type",
      "scope",
      "expires_in",
      "ext_expires_in",
      "access_token",
      "refresh_token",
      "id_token",
      "client_info",
    ]);
    expect(JSON.parse(Buffer.from(json.client_info, "base64url").toString())).toEqual({
      uid: world.ann.id,
      utid: world.tenant.id,
    });
    const bare = await ask({ scope: "User.Read" });
    expect(bare.json).not.toHaveProperty("refresh_token");
    expect(bare.json).not.toHaveProperty("id_token");
    expect(bare.json).not.toHaveProperty("client_info");
  });

  test("a code works once (54005), for ten minutes (70008), for its own client (70000)", async () => {
    const { emulator, tenant, app, ann, clock } = world;
    const code = await codeFor(emulator, tenant.id, app, ann.id);
    const stranger = addWebApp(emulator, tenant);
    expect(refused(await redeem(emulator, tenant.id, stranger, code))).toEqual([400, "invalid_grant", 70000]);
    expect((await redeem(emulator, tenant.id, app, code)).status).toBe(200);
    expect(refused(await redeem(emulator, tenant.id, app, code))).toEqual([400, "invalid_grant", 54005]);
    const late = await codeFor(emulator, tenant.id, app, ann.id);
    clock.advance(600_000);
    expect(refused(await redeem(emulator, tenant.id, app, late))).toEqual([400, "invalid_grant", 70008]);
    clock.reset();
    expect(refused(await redeem(emulator, tenant.id, app, "made-up"))).toEqual([400, "invalid_grant", 70000]);
  });

  test("the redirect URI must be the same (500112), and the credential good (7000215, 7000218)", async () => {
    expect(refused(await ask({}, { redirect_uri: `${REDIRECT}/` }))).toEqual([400, "invalid_grant", 500112]);
    expect(refused(await ask({}, { client_secret: "wrong" }))).toEqual([401, "invalid_client", 7000215]);
    expect(refused(await ask({}, { client_secret: "" }))).toEqual([401, "invalid_client", 7000218]);
    expect(refused(await ask({}, { redirect_uri: "" }))).toEqual([400, "invalid_request", 900144]);
  });

  test("PKCE: S256 and plain verifiers are checked, AADSTS501481; a failed try leaves the code good", async () => {
    const { emulator, tenant, app, ann } = world;
    const s256 = { code_challenge: CHALLENGE, code_challenge_method: "S256" };
    const code = await codeFor(emulator, tenant.id, app, ann.id, s256);
    for (const form of [{}, { code_verifier: CHALLENGE }] as Record<string, string>[]) {
      expect(refused(await redeem(emulator, tenant.id, app, code, form))).toEqual([400, "invalid_grant", 501481]);
    }
    expect((await redeem(emulator, tenant.id, app, code, { code_verifier: VERIFIER })).status).toBe(200);
    expect((await ask({ code_challenge: VERIFIER }, { code_verifier: VERIFIER })).status).toBe(200);
    expect(refused(await ask({}, { code_verifier: VERIFIER }))[2]).toBe(501481);
  });

  test("a code of another tenant is AADSTS700005; organizations and the user's own tenant are the same", async () => {
    const { emulator, tenant, other, ann, zoe } = world;
    const app = addWebApp(emulator, tenant, { signInAudience: "AzureADMultipleOrgs" });
    const code = await codeFor(emulator, "organizations", app, ann.id);
    expect(refused(await redeem(emulator, other.id, app, code))).toEqual([400, "invalid_grant", 700005]);
    expect((await redeem(emulator, tenant.id, app, code)).status).toBe(200);
    const asGuest = await codeFor(emulator, tenant.id, app, "zoe@harbour.example");
    expect(refused(await redeem(emulator, "organizations", app, asGuest))[2]).toBe(700005);
    expect(decodeJwt((await redeem(emulator, tenant.id, app, asGuest)).json.access_token).tid).toBe(tenant.id);
    expect(zoe.tenantId).toBe(other.id);
  });

  test("a public client sends no credential (700025); a single-page application redeems from a browser only", async () => {
    const { emulator, tenant, ann } = world;
    const app = addWebApp(emulator, tenant, {
      redirectUris: [
        { uri: "http://localhost/native", platform: "publicClient" },
        { uri: "https://spa.example/", platform: "spa" },
      ],
    });
    const native = { redirect_uri: "http://localhost/native" };
    const code = await codeFor(emulator, tenant.id, app, ann.id, native);
    expect(refused(await redeem(emulator, tenant.id, app, code, native))).toEqual([401, "invalid_client", 700025]);
    const { json } = await redeem(emulator, tenant.id, app, code, { ...native, client_secret: "" });
    expect(decodeJwt(json.access_token).appidacr).toBe("0");
    const spa = { redirect_uri: "https://spa.example/" };
    await expect(codeFor(emulator, tenant.id, app, ann.id, spa)).rejects.toThrow("AADSTS9002325");
    const spaCode = await codeFor(emulator, tenant.id, app, ann.id, {
      ...spa,
      code_challenge: CHALLENGE,
      code_challenge_method: "S256",
    });
    const form = { ...spa, client_secret: "", code_verifier: VERIFIER };
    expect(refused(await redeem(emulator, tenant.id, app, spaCode, form))[2]).toBe(9002327);
    const answer = await redeem(emulator, tenant.id, app, spaCode, form, { origin: "https://spa.example" });
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([200, "https://spa.example"]);
    const cross = await redeem(emulator, tenant.id, world.app, "x", {}, { origin: "https://spa.example" });
    expect(refused(cross)[2]).toBe(9002326);
    const day = { client_secret: "" };
    const origin = { origin: "https://spa.example" };
    world.clock.advance(DAY_MS / 2);
    const renewed = await refresh(emulator, tenant.id, app, answer.json.refresh_token, day, origin);
    expect(renewed.status).toBe(200);
    world.clock.advance(DAY_MS / 2);
    expect(refused(await refresh(emulator, tenant.id, app, renewed.json.refresh_token, day, origin))[2]).toBe(700084);
    world.clock.reset();
  });
});

describe("delegated tokens (sheet 4.2)", () => {
  test("the ID token verifies through the keys endpoint and has version 2.0 claims with the nonce", async () => {
    const { emulator, tenant, app, ann } = world;
    const code = await codeFor(emulator, tenant.id, app, ann.id, { nonce: "n-1", scope: `${SCOPE} email` });
    const { json } = await redeem(emulator, tenant.id, app, code);
    const keys = createRemoteJWKSet(new URL(`${emulator.loginUrl}/${tenant.id}/discovery/v2.0/keys`));
    const { payload } = await jwtVerify(json.id_token, keys, {
      currentDate: new Date(START),
      audience: app.appId,
      issuer: `${emulator.loginUrl}/${tenant.id}/v2.0`,
    });
    expect(payload).toMatchObject({
      ver: "2.0",
      tid: tenant.id,
      oid: ann.id,
      name: "ann",
      preferred_username: "ann@quarry.example",
      email: "ann@quarry.example",
      nonce: "n-1",
    });
    expect((payload.exp ?? 0) - START / 1000).toBe(3600);
  });

  test("name and object id need profile; the subject differs between applications", async () => {
    const { emulator, tenant, app, ann } = world;
    const claimsOf = async (of: typeof app) =>
      decodeJwt(
        (
          await redeem(
            emulator,
            tenant.id,
            of,
            await codeFor(emulator, tenant.id, of, ann.id, { scope: "openid User.Read" }),
          )
        ).json.id_token,
      );
    const first = await claimsOf(app);
    for (const name of ["oid", "name", "preferred_username", "nonce", "email"]) expect(first).not.toHaveProperty(name);
    expect((await claimsOf(addWebApp(emulator, tenant))).sub).not.toBe(first.sub);
  });

  test("the access token has version 1.0 claims with scp; scope is echoed in the spelling of the request", async () => {
    const { emulator, tenant, app, ann } = world;
    const scope = "openid https://graph.microsoft.com/User.Read";
    const { json } = await redeem(emulator, tenant.id, app, await codeFor(emulator, tenant.id, app, ann.id, { scope }));
    expect(decodeJwt(json.access_token)).toMatchObject({
      aud: "https://graph.microsoft.com",
      iss: `https://sts.windows.net/${tenant.id}/`,
      ver: "1.0",
      idtyp: "user",
      appidacr: "1",
      oid: ann.id,
      upn: "ann@quarry.example",
      scp: "User.Read openid",
    });
    expect(decodeJwt(json.access_token)).not.toHaveProperty("roles");
    expect(json.scope).toBe("https://graph.microsoft.com/User.Read openid");
  });

  test("a guest has another object id here, and client_info names who the guest is at home", async () => {
    const { emulator, tenant, app, guest, zoe } = world;
    const code = await codeFor(emulator, tenant.id, app, "zoe@harbour.example");
    const { json } = await redeem(emulator, tenant.id, app, code, { client_info: "1" });
    expect(decodeJwt(json.id_token)).toMatchObject({
      oid: guest.id,
      tid: tenant.id,
      preferred_username: "zoe@harbour.example",
    });
    expect(decodeJwt(json.access_token)).toMatchObject({ acct: 1, oid: guest.id });
    const info = JSON.parse(Buffer.from(json.client_info, "base64url").toString());
    expect(info).toEqual({ uid: zoe.id, utid: zoe.tenantId });
  });

  test("a personal account gets an opaque access token, which reads its own calendar and nobody else's", async () => {
    const { emulator, tenant, personal, pat, ann } = world;
    const app = addWebApp(emulator, tenant, { signInAudience: "AzureADandPersonalMicrosoftAccount" });
    const code = await codeFor(emulator, "consumers", app, "pat@postbox.example", { scope: CALENDARS });
    const { json } = await redeem(emulator, "consumers", app, code);
    expect(json.access_token).toMatch(/^EwB/);
    expect(json.access_token).not.toContain(".");
    expect(decodeJwt(json.id_token)).toMatchObject({ tid: personal.id, oid: pat.id });
    const graph = graphClient(emulator, json.access_token);
    expect((await graph.get("/me/calendar")).status).toBe(200);
    expect((await graph.get(`/users/${ann.id}/calendar`)).status).toBe(404);
    expect((await graphClient(emulator, "EwBmadeup").get("/me")).status).toBe(401);
  });
});

describe("Graph with a delegated token", () => {
  const clientWith = async (scope: string) => {
    const { emulator, tenant, ann } = world;
    const app = addWebApp(emulator, tenant);
    const { json } = await redeem(emulator, tenant.id, app, await codeFor(emulator, tenant.id, app, ann.id, { scope }));
    return graphClient(emulator, json.access_token);
  };

  test("/me is the user, with the scopes of the token and no more", async () => {
    const graph = await clientWith("User.Read Calendars.Read");
    expect((await graph.get("/me?$select=id,mail")).json).toMatchObject({
      id: world.ann.id,
      mail: "ann@quarry.example",
    });
    expect((await graph.get("/me/events")).status).toBe(200);
    expect((await graph.get(`/users/${world.ann.id}/events`)).status).toBe(200);
    expect((await graph.post("/me/events", { subject: "x" })).json.error.code).toBe("ErrorAccessDenied");
    expect((await graph.get(`/users/${world.root.id}/events`)).json.error.code).toBe("ErrorAccessDenied");
    expect((await graph.get("/users")).json.error.code).toBe("Authorization_RequestDenied");
    expect((await graph.get(`/users/${world.root.id}`)).json.error.code).toBe("Authorization_RequestDenied");
    const { json } = await graph.batch([{ id: "1", method: "GET", url: "/me/calendar" }]);
    expect(json.responses[0].status).toBe(200);
  });

  test("without User.Read the profile is refused", async () => {
    expect((await (await clientWith("Calendars.Read")).get("/me")).status).toBe(403);
  });
});
