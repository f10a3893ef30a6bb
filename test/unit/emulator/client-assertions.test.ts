import { createHash, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ConfidentialClientApplication } from "@azure/msal-node";
import fc from "fast-check";
import { decodeJwt, exportJWK, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClock } from "../../../emulator/core/clock.js";
import type { App, Tenant } from "../../../emulator/core/directory.model.js";
import { selfSignedCertificate } from "../../../emulator/core/self-signed-certificate.js";
import { createEmulator, type Emulator } from "../../../emulator/index.js";
import { askToken, START } from "./kit.js";

const GRAPH_SCOPE = "https://graph.microsoft.com/.default";
const TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const NOW = START / 1000;

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const certificate = selfSignedCertificate({ commonName: "client", privateKey });
const digest = (name: string) => createHash(name).update(certificate).digest();
const other = generateKeyPairSync("rsa", { modulusLength: 2048 });

let emulator: Emulator;
let tenant: Tenant;
let app: App;
beforeAll(async () => {
  emulator = await createEmulator({ seed: "empty", clock: createClock(() => START) });
  tenant = emulator.add.addTenant({ domains: ["quarry.example"] });
  app = emulator.add.addApp(tenant);
  emulator.add.consent(app, tenant, ["Calendars.ReadWrite"]);
  emulator.add.addCertificate(app, certificate);
});
afterAll(() => emulator.close());

const form = (assertion: string, more: Record<string, string> = {}, of = app) => ({
  grant_type: "client_credentials",
  client_id: of.appId,
  scope: GRAPH_SCOPE,
  client_assertion_type: TYPE,
  client_assertion: assertion,
  ...more,
});
const codeOf = async (fields: Record<string, string>) => {
  const { status, json } = await askToken(emulator, tenant.id, fields);
  return status === 200 ? "ok" : [json.error, json.error_codes[0]];
};

describe("certificate assertions (sheet 3.1)", () => {
  const sign = (
    over: Record<string, unknown> = {},
    header: Record<string, unknown> = { alg: "PS256", "x5t#S256": digest("sha256").toString("base64url") },
    key: KeyObject = privateKey,
  ) =>
    new SignJWT({
      aud: `${emulator.loginUrl}/${tenant.id}/oauth2/v2.0/token`,
      iss: app.appId,
      sub: app.appId,
      jti: "0f9d6a1e-7f54-4c8e-9a53-6d1c2b3a4f50",
      nbf: NOW,
      iat: NOW,
      exp: NOW + 600,
      ...over,
    })
      .setProtectedHeader({ typ: "JWT", ...header } as never)
      .sign(key);

  test("PS256 with x5t#S256 and RS256 with x5t are accepted, and the token says appidacr 2", async () => {
    const modern = await askToken(emulator, tenant.id, form(await sign()));
    expect(modern.status).toBe(200);
    expect(decodeJwt(modern.json.access_token)).toMatchObject({ appidacr: "2", roles: ["Calendars.ReadWrite"] });
    expect(await codeOf(form(await sign({}, { alg: "RS256", x5t: digest("sha1").toString("base64url") })))).toBe("ok");
  });

  test("the same assertion may be sent again until it expires", async () => {
    const assertion = await sign();
    expect([await codeOf(form(assertion)), await codeOf(form(assertion))]).toEqual(["ok", "ok"]);
  });

  test("the audience may name the tenant by domain, and Microsoft's own host; any other is AADSTS700023", async () => {
    for (const aud of [
      `${emulator.loginUrl}/quarry.example/oauth2/v2.0/token`,
      `https://login.microsoftonline.com/${tenant.id}/oauth2/v2.0/token`,
      `https://login.microsoftonline.com/${tenant.id}/v2.0`,
    ]) {
      expect(await codeOf(form(await sign({ aud })))).toBe("ok");
    }
    const foreign = `${emulator.loginUrl}/11111111-2222-4333-8444-555555555555/oauth2/v2.0/token`;
    expect(await codeOf(form(await sign({ aud: foreign })))).toEqual(["invalid_client", 700023]);
    expect(await codeOf(form(await sign({ aud: undefined })))).toEqual(["invalid_client", 700023]);
  });

  test("an unregistered thumbprint and another key's signature are AADSTS700027 with status 401", async () => {
    const unknown = await sign({}, { alg: "PS256", "x5t#S256": "AAAA" });
    const forged = await sign({}, undefined, other.privateKey);
    for (const assertion of [unknown, forged, `${(await sign()).slice(0, -6)}AAAAAA`]) {
      const { status, json } = await askToken(emulator, tenant.id, form(assertion));
      expect([status, json.error, json.error_codes]).toEqual([401, "invalid_client", [700027]]);
    }
  });

  test("iss and sub must be the client id (700021) and equal (50048)", async () => {
    const id = "11111111-2222-4333-8444-555555555555";
    expect(await codeOf(form(await sign({ iss: id, sub: id })))).toEqual(["invalid_client", 700021]);
    expect(await codeOf(form(await sign({ sub: id })))).toEqual(["invalid_client", 50048]);
  });

  test("outside its time window an assertion is AADSTS700024, with five minutes for wrong clocks", async () => {
    expect(await codeOf(form(await sign({ nbf: NOW + 299 })))).toBe("ok");
    expect(await codeOf(form(await sign({ nbf: NOW + 301 })))).toEqual(["invalid_client", 700024]);
    expect(await codeOf(form(await sign({ nbf: NOW - 900, exp: NOW - 299 })))).toBe("ok");
    expect(await codeOf(form(await sign({ nbf: NOW - 900, exp: NOW - 300 })))).toEqual(["invalid_client", 700024]);
    expect(await codeOf(form(await sign({ exp: undefined })))).toEqual(["invalid_client", 700024]);
    expect(await codeOf(form(await sign({ exp: 1e300 })))).toBe("ok");
  });

  test("several certificates work side by side, each within its own validity", async () => {
    const rolling = emulator.add.addApp(tenant);
    emulator.add.consent(rolling, tenant, []);
    const expired = selfSignedCertificate({
      commonName: "old",
      privateKey,
      notBefore: new Date(START - 9e9),
      notAfter: new Date(START - 1000),
    });
    emulator.add.addCertificate(rolling, expired);
    emulator.add.addCertificate(rolling, certificate);
    const ids = { iss: rolling.appId, sub: rolling.appId };
    const old = { alg: "RS256", x5t: createHash("sha1").update(expired).digest("base64url") };
    expect(await codeOf(form(await sign(ids), {}, rolling))).toBe("ok");
    expect(await codeOf(form(await sign(ids, old), {}, rolling))).toEqual(["invalid_client", 700027]);
  });

  test("an assertion without its type, of another type, or that is no JWT is refused", async () => {
    const { client_assertion_type: _type, ...bare } = form(await sign());
    expect(await codeOf(bare)).toEqual(["invalid_request", 900144]);
    expect(await codeOf(form(await sign(), { client_assertion_type: "saml" }))).toEqual(["invalid_request", 90023]);
    expect(await codeOf(form("nonsense"))).toEqual(["invalid_client", 50027]);
  });

  test("no text in place of an assertion reaches a defect", async () => {
    const part = fc.oneof(
      fc.string(),
      fc.json().map((text) => Buffer.from(text).toString("base64url")),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 4 }), async (parts) => {
        const { status } = await askToken(emulator, tenant.id, form(parts.join(".")));
        expect([400, 401]).toContain(status);
      }),
      { numRuns: 40 },
    );
  });

  test("msal-node signs in with its clientCertificate", async () => {
    const real = await createEmulator();
    const home = real.add.addTenant({ domains: ["msal.example"] });
    const own = real.add.addApp(home);
    real.add.consent(own, home, ["Calendars.Read"]);
    real.add.addCertificate(own, certificate);
    const base = `${real.loginUrl}/{tenantid}`;
    const client = new ConfidentialClientApplication({
      auth: {
        clientId: own.appId,
        authority: `https://login.microsoftonline.com/${home.id}`,
        authorityMetadata: JSON.stringify({
          authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
          token_endpoint: `${base}/oauth2/v2.0/token`,
          issuer: `${base}/v2.0`,
          jwks_uri: `${base}/discovery/v2.0/keys`,
          end_session_endpoint: `${base}/oauth2/v2.0/logout`,
        }),
        clientCertificate: {
          thumbprintSha256: digest("sha256").toString("hex"),
          privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
        },
      },
    });
    const result = await client.acquireTokenByClientCredential({ scopes: [GRAPH_SCOPE] });
    expect(decodeJwt(result?.accessToken ?? "")).toMatchObject({ appidacr: "2", roles: ["Calendars.Read"] });
    await real.close();
  });
});

describe("federated assertions (sheet 3)", () => {
  let issuerServer: Server;
  let issuer: string;
  let worker: App;
  beforeAll(async () => {
    const jwk = { ...(await exportJWK(createPublicKey(privateKey))), kid: "k1", use: "sig" };
    issuerServer = createServer((request, response) => {
      const isDocument = request.url === "/.well-known/openid-configuration";
      response.end(JSON.stringify(isDocument ? { issuer, jwks_uri: `${issuer}/keys` } : { keys: [jwk] }));
    });
    await new Promise<void>((resolve) => issuerServer.listen(0, "127.0.0.1", resolve));
    issuer = `http://127.0.0.1:${(issuerServer.address() as AddressInfo).port}`;
    worker = emulator.add.addApp(tenant);
    emulator.add.consent(worker, tenant, []);
    emulator.add.addFederatedCredential(worker, { issuer, subject: "repo:quarry/gateway" });
  });
  afterAll(() => new Promise((resolve) => issuerServer.close(resolve)));

  const sign = (over: Record<string, unknown> = {}, key: KeyObject = privateKey) =>
    new SignJWT({
      iss: issuer,
      sub: "repo:quarry/gateway",
      aud: "api://AzureADTokenExchange",
      iat: NOW,
      exp: NOW + 600,
      ...over,
    })
      .setProtectedHeader({ alg: "RS256", kid: "k1", x5t: "ignored" })
      .sign(key);
  const codeWith = async (over: Record<string, unknown>, key?: KeyObject) =>
    codeOf(form(await sign(over, key), {}, worker));

  test("a token whose issuer, subject and audience match is accepted after its issuer's keys were fetched", async () => {
    const { status, json } = await askToken(emulator, tenant.id, form(await sign(), {}, worker));
    expect(status).toBe(200);
    expect(decodeJwt(json.access_token)).toMatchObject({ appidacr: "2", appid: worker.appId });
  });

  test("no credential is AADSTS70021, another issuer 700211, audience 700212, subject 700213; letter case counts", async () => {
    expect(await codeOf(form(await sign()))).toEqual(["invalid_client", 70021]);
    expect(await codeWith({ iss: `${issuer}/` })).toEqual(["invalid_client", 700211]);
    expect(await codeWith({ aud: "api://azureadtokenexchange" })).toEqual(["invalid_client", 700212]);
    expect(await codeWith({ aud: ["api://AzureADTokenExchange", "x"] })).toEqual(["invalid_client", 700212]);
    expect(await codeWith({ sub: "repo:Quarry/gateway" })).toEqual(["invalid_client", 700213]);
  });

  test("a foreign signature is AADSTS700027, an expired token 700024, a user's token 700229", async () => {
    expect(await codeWith({}, other.privateKey)).toEqual(["invalid_client", 700027]);
    expect(await codeWith({ iat: NOW - 4000, exp: NOW - 400 })).toEqual(["invalid_client", 700024]);
    expect(await codeWith({ scp: "Calendars.Read" })).toEqual(["invalid_client", 700229]);
  });

  test("keys may be registered instead; issuers elsewhere are never asked", async () => {
    const distant = "https://token.actions.example";
    const own = emulator.add.addApp(tenant);
    emulator.add.consent(own, tenant, []);
    emulator.add.addFederatedCredential(own, { issuer: distant, subject: "unread" });
    emulator.add.addFederatedCredential(own, {
      issuer: distant,
      subject: "read",
      keys: [{ ...(await exportJWK(createPublicKey(privateKey))), kid: "k1" }],
    });
    expect(await codeOf(form(await sign({ iss: distant, sub: "read" }), {}, own))).toBe("ok");
    expect(await codeOf(form(await sign({ iss: distant, sub: "unread" }), {}, own))).toEqual([
      "invalid_request",
      50166,
    ]);
  });
});

describe("the application's own obstacles", () => {
  test("Conditional Access for workload identities blocks with AADSTS53003 after everything else was right", async () => {
    const blocked = emulator.add.addApp(tenant, { secrets: [{ value: "s" }] });
    emulator.add.consent(blocked, tenant, []).blockedByPolicy = true;
    const fields = { grant_type: "client_credentials", client_id: blocked.appId, scope: GRAPH_SCOPE };
    expect(await codeOf({ ...fields, client_secret: "s" })).toEqual(["invalid_grant", 53003]);
    expect(await codeOf({ ...fields, client_secret: "t" })).toEqual(["invalid_client", 7000215]);
  });

  test("a new secret is unknown until it has been replicated, if the switch says so", async () => {
    const clock = createClock(() => START);
    const slow = await createEmulator({ seed: "empty", clock, switches: { secretReplicationSeconds: 60 } });
    const home = slow.add.addTenant({ domains: ["slow.example"] });
    const fresh = slow.add.addApp(home, { secrets: [{ value: "s" }] });
    slow.add.consent(fresh, home, []);
    const fields = { grant_type: "client_credentials", client_id: fresh.appId, client_secret: "s", scope: GRAPH_SCOPE };
    expect((await askToken(slow, home.id, fields)).json.error_codes).toEqual([7000215]);
    clock.advance(60_000);
    expect((await askToken(slow, home.id, fields)).status).toBe(200);
    await slow.close();
  });
});
