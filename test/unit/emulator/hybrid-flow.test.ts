import { createHash } from "node:crypto";
import fc from "fast-check";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { App } from "../../../emulator/core/directory.model.js";
import { askToken, clientForm } from "./kit.js";
import { addWebApp, authorizePath, REDIRECT, redeem, refused, SCOPE, startSignIns, visit } from "./sign-in-kit.js";

let started: Awaited<ReturnType<typeof startSignIns>>;
let app: App;
beforeAll(async () => {
  started = await startSignIns();
  app = addWebApp(started.emulator, started.tenant, { issuesIdTokens: true });
});
afterAll(() => started.emulator.close());

const signIn = (over: Record<string, string | undefined>) =>
  visit(
    started.emulator,
    authorizePath(started.tenant.id, app, {
      response_type: "code id_token",
      nonce: "a-nonce",
      emulator_user: "ann@quarry.example",
      emulator_action: "approve",
      ...over,
    }),
  );

describe("ID tokens from the authorize endpoint (sheet 2.6)", () => {
  test("a registered application gets code and ID token in the fragment, joined by nonce and c_hash", async () => {
    const { to, members } = await signIn({ state: "s" });
    expect(to).toBe(REDIRECT);
    expect(Object.keys(members).sort()).toEqual(["code", "id_token", "session_state", "state"]);
    const { code = "", id_token: token = "" } = members;
    const half = createHash("sha256").update(code).digest().subarray(0, 16).toString("base64url");
    expect(decodeJwt(token)).toMatchObject({
      aud: app.appId,
      nonce: "a-nonce",
      c_hash: half,
      tid: started.tenant.id,
      preferred_username: "ann@quarry.example",
      ver: "2.0",
    });
    expect(decodeProtectedHeader(token).alg).toBe("RS256");
    const { status, json } = await redeem(started.emulator, started.tenant.id, app, code);
    expect(status).toBe(200);
    expect(decodeJwt(json.id_token).sub).toBe(decodeJwt(token).sub);
    expect(decodeJwt(json.id_token)).not.toHaveProperty("c_hash");
  });

  test("id_token alone brings no code, and form_post carries it too", async () => {
    const { members } = await signIn({ response_type: "id_token" });
    expect(Object.keys(members).sort()).toEqual(["id_token", "session_state"]);
    expect(decodeJwt(members.id_token ?? "")).not.toHaveProperty("c_hash");
    const posted = await signIn({ response_mode: "form_post" });
    expect([posted.page, posted.text.includes('name="id_token"')]).toEqual(["form-post", true]);
  });

  test("the fragment is a fragment, and no query", async () => {
    const path = authorizePath(started.tenant.id, app, {
      response_type: "id_token code",
      nonce: "n",
      emulator_user: "ann@quarry.example",
    });
    const response = await fetch(`${started.emulator.loginUrl}${path}`, { redirect: "manual" });
    const url = new URL(response.headers.get("location") ?? "");
    expect([url.search, url.hash.startsWith("#")]).toEqual(["", true]);
  });

  test.each([
    [{ response_type: "token" }, "unsupported_response_type", "AADSTS700054"],
    [{ response_type: "code token" }, "unsupported_response_type", "AADSTS700054"],
    [{ response_mode: "query" }, "invalid_request", "AADSTS70007"],
    [{ nonce: undefined }, "invalid_request", "AADSTS900144"],
    [{ scope: "User.Read" }, "invalid_request", "AADSTS70011"],
    [{ claims: "{" }, "invalid_request", "AADSTS90023"],
    [{ claims: "[]" }, "invalid_request", "AADSTS90023"],
    [{ claims: '{"id_token":7}' }, "invalid_request", "AADSTS90023"],
  ])("%j is refused with %s and %s", async (over, error, number) => {
    const { members } = await signIn(over);
    expect([members.error, members.error_description?.split(":")[0]]).toEqual([error, number]);
  });

  test("an application without the setting is refused, as before", async () => {
    const path = authorizePath(started.tenant.id, started.app, { response_type: "code id_token", nonce: "n" });
    const { members } = await visit(started.emulator, path);
    expect(members.error).toBe("unsupported_response_type");
  });
});

describe("the parameter claims (sheet 2.3 and 4)", () => {
  const cp1 = JSON.stringify({ access_token: { xms_cc: { values: ["cp1"] } } });
  const ask = (claims: string) => askToken(started.emulator, started.tenant.id, { ...clientForm(app), claims });

  test("the capability cp1 makes app-only tokens live about a day and shows in them", async () => {
    started.emulator.add.consent(app, started.tenant, ["Calendars.Read"]);
    const { json } = await ask(cp1);
    expect([json.expires_in, json.ext_expires_in, json.refresh_in]).toEqual([86_399, 86_399, 43_199]);
    const { xms_cc, exp = 0, iat = 0 } = decodeJwt(json.access_token);
    expect([xms_cc, exp - iat]).toEqual([["cp1"], 86_699]);
    const usual = await ask(
      JSON.stringify({ id_token: { login_hint: null }, access_token: { unheard: { value: 1 } } }),
    );
    expect(usual.json.expires_in).toBe(3_599);
    expect(decodeJwt(usual.json.access_token)).not.toHaveProperty("xms_cc");
  });

  test("it shows in delegated tokens too", async () => {
    const { members } = await signIn({ claims: cp1 });
    const { json } = await redeem(started.emulator, started.tenant.id, app, members.code ?? "", { claims: cp1 });
    expect(decodeJwt(json.access_token).xms_cc).toEqual(["cp1"]);
    expect(json.scope).toBe(SCOPE.replace("openid profile offline_access User.Read", "User.Read openid profile"));
  });

  test("whatever it holds, it is read or refused", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string({ minLength: 1 })), async (claims) => {
        const reply = await ask(claims);
        if (reply.status !== 200) expect(refused(reply)).toEqual([400, "invalid_request", 90023]);
      }),
      { numRuns: 40 },
    );
  });
});
