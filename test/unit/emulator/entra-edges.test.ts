import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_SWITCHES } from "../../../emulator/core/switches.js";
import { askToken, clientForm } from "./kit.js";
import { codeFor, redeem, refresh, startSignIns, visit } from "./sign-in-kit.js";

let world: Awaited<ReturnType<typeof startSignIns>>;
beforeAll(async () => {
  world = await startSignIns();
});
afterAll(() => world.emulator.close());

const delegated = async (scope: string) => {
  const { emulator, tenant, app, ann } = world;
  const code = await codeFor(emulator, tenant.id, app, ann.id, { scope });
  return (await redeem(emulator, tenant.id, app, code)).json;
};

describe("userinfo", () => {
  const ask = async (token: string) => {
    const response = await fetch(`${world.emulator.loginUrl}/oidc/userinfo`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: response.status, json: await response.json() };
  };

  test("tells what the token's OpenID scopes allow, with the subject of the ID token", async () => {
    const { access_token, id_token } = await delegated("openid profile email User.Read");
    const { sub } = JSON.parse(Buffer.from(id_token.split(".")[1], "base64url").toString());
    expect((await ask(access_token)).json).toMatchObject({ sub, name: "ann", email: "ann@quarry.example" });
    expect((await ask((await delegated("openid User.Read")).access_token)).json).toEqual({ sub });
  });

  test("refuses tokens without openid, expired ones and nonsense", async () => {
    const { access_token } = await delegated("User.Read");
    const { access_token: expired } = await delegated("openid User.Read");
    expect([(await ask(access_token)).status, (await ask("x.y.z")).status]).toEqual([401, 401]);
    world.clock.advance(3_600_000);
    expect((await ask(expired)).status).toBe(401);
    world.clock.reset();
  });
});

test("section 2.7: the device code flow is not offered", async () => {
  const { emulator, tenant } = world;
  const seen = await visit(emulator, `/${tenant.id}/oauth2/v2.0/devicecode`, { method: "POST" });
  expect(seen.status).toBe(501);
});

test("section 10.10: after so many equal token requests in a minute, AADSTS50196 as invalid_grant", async () => {
  const { emulator, tenant, app, clock } = world;
  emulator.add.consent(app, tenant, []);
  emulator.switches.tokenRequestsPerMinute = 3;
  const ask = () => askToken(emulator, tenant.id, clientForm(app));
  for (let count = 0; count < 3; count += 1) expect((await ask()).status).toBe(200);
  const { status, json } = await ask();
  expect([status, json.error, json.error_codes]).toEqual([400, "invalid_grant", [50196]]);
  expect((await askToken(emulator, "quarry.example", clientForm(app))).status).toBe(200);
  clock.advance(60_000);
  expect((await ask()).status).toBe(200);
  clock.reset();
  emulator.switches.tokenRequestsPerMinute = undefined;
});

test("every switch can be set through the control surface", async () => {
  const { emulator } = world;
  for (const [name, value] of Object.entries(DEFAULT_SWITCHES)) {
    const response = await fetch(`${emulator.url}/emulator/settings`, {
      method: "PATCH",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ switches: { [name]: value ?? null } }),
    });
    expect([name, response.status]).toEqual([name, 200]);
  }
});

test("no form reaches a defect at the token endpoint", async () => {
  const { emulator, tenant, app } = world;
  const { refresh_token } = await delegated("openid offline_access User.Read");
  const names = [
    "code",
    "refresh_token",
    "redirect_uri",
    "scope",
    "code_verifier",
    "client_secret",
    "client_info",
    "claims",
  ];
  const grants = ["authorization_code", "refresh_token", "client_credentials"];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...grants),
      fc.dictionary(fc.constantFrom(...names), fc.string({ unit: "binary" }), { maxKeys: 4 }),
      async (grant_type, members) => {
        const form = { ...clientForm(app), refresh_token, code: "x", ...members, grant_type };
        expect((await askToken(emulator, tenant.id, form)).status).toBeLessThan(500);
      },
    ),
    { numRuns: 60 },
  );
  expect((await refresh(emulator, tenant.id, app, refresh_token)).status).toBe(200);
});

test("faults find authorize requests by the application in their query", async () => {
  const { emulator, tenant, app, ann } = world;
  emulator.faults.once({ service: "entra", path: "*/authorize", appId: app.appId }, { kind: "html", status: 503 });
  await expect(codeFor(emulator, tenant.id, app, ann.id)).rejects.toThrow("503");
  expect(await codeFor(emulator, tenant.id, app, ann.id)).not.toBe("");
});
