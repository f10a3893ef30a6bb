import { ConfidentialClientApplication, ServerError } from "@azure/msal-node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createEmulator, type Emulator } from "../../../emulator/index.js";
import { DEMO_DOMAIN, DEMO_TENANT_ID, DEMO_USERS, EXPIRED_APP, GATEWAY_APP } from "../../../emulator/seed/demo-ids.js";
import { graphClient, type Json } from "./kit.js";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await createEmulator();
});
afterAll(() => emulator.close());

const get = async (path: string) => {
  const response = await fetch(`${emulator.loginUrl}${path}`);
  return { status: response.status, json: (await response.json()) as Json };
};

describe("discovery", () => {
  test("the OpenID document names this server's endpoints with the tenant's GUID, also when asked by domain", async () => {
    const { status, json } = await get(`/${DEMO_DOMAIN}/v2.0/.well-known/openid-configuration`);
    const base = `${emulator.loginUrl}/${DEMO_TENANT_ID}`;
    expect(status).toBe(200);
    expect(json).toMatchObject({
      issuer: `${base}/v2.0`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      tenant_region_scope: "EU",
      token_endpoint_auth_methods_supported: ["client_secret_post", "private_key_jwt", "client_secret_basic"],
    });
  });

  test("at common the issuer holds the literal placeholder", async () => {
    const { json } = await get("/common/v2.0/.well-known/openid-configuration");
    expect(json.issuer).toBe(`${emulator.loginUrl}/{tenantid}/v2.0`);
    expect(json.tenant_region_scope).toBeNull();
  });

  test("an unknown tenant is 400 with AADSTS90002, which checks a tenant ID without credentials", async () => {
    const { status, json } = await get("/11111111-2222-4333-8444-555555555555/v2.0/.well-known/openid-configuration");
    expect([status, json.error, json.error_codes]).toEqual([400, "invalid_tenant", [90002]]);
  });

  test("the keys endpoint publishes the public half only", async () => {
    const { json } = await get(`/${DEMO_TENANT_ID}/discovery/v2.0/keys`);
    expect(json.keys).toHaveLength(1);
    expect(Object.keys(json.keys[0]).sort()).toEqual(["alg", "e", "issuer", "kid", "kty", "n", "use", "x5c", "x5t"]);
  });

  test("instance discovery knows Microsoft's host and this one, and refuses others with AADSTS50049", async () => {
    const ask = (host: string) =>
      get(
        `/common/discovery/instance?api-version=1.1&authorization_endpoint=${encodeURIComponent(`${host}/${DEMO_TENANT_ID}/oauth2/v2.0/authorize`)}`,
      );
    const { json } = await ask("https://login.microsoftonline.com");
    expect(json.metadata[0].preferred_cache).toBe("login.windows.net");
    expect(json.tenant_discovery_endpoint).toContain(DEMO_TENANT_ID);
    expect((await ask(emulator.loginUrl)).status).toBe(200);
    expect((await ask("https://login.evil.example")).json).toMatchObject({
      error: "invalid_instance",
      error_codes: [50049],
    });
  });
});

describe("@azure/msal-node with authorityMetadata", () => {
  const client = (clientId: string, clientSecret: string) => {
    const base = `${emulator.loginUrl}/{tenantid}`;
    return new ConfidentialClientApplication({
      auth: {
        clientId,
        clientSecret,
        authority: `https://login.microsoftonline.com/${DEMO_TENANT_ID}`,
        authorityMetadata: JSON.stringify({
          token_endpoint: `${base}/oauth2/v2.0/token`,
          authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
          issuer: `${base}/v2.0`,
          jwks_uri: `${base}/discovery/v2.0/keys`,
          end_session_endpoint: `${base}/oauth2/v2.0/logout`,
        }),
      },
    });
  };
  const scopes = ["https://graph.microsoft.com/.default"];

  test("gets a token in one request and reuses it, and Graph accepts it", async () => {
    emulator.log.clear();
    const app = client(GATEWAY_APP.clientId, GATEWAY_APP.clientSecret);
    const first = await app.acquireTokenByClientCredential({ scopes });
    const second = await app.acquireTokenByClientCredential({ scopes });
    expect(second?.fromCache).toBe(true);
    expect(emulator.log.count({ service: "entra" })).toBe(1);
    const { status } = await graphClient(emulator, first?.accessToken ?? "").get(
      `/users/${DEMO_USERS.mei.id}/calendar`,
    );
    expect(status).toBe(200);
  });

  test("reports a refused secret with the AADSTS number and the HTTP status", async () => {
    const failure = await client(EXPIRED_APP.clientId, EXPIRED_APP.clientSecret)
      .acquireTokenByClientCredential({ scopes })
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ServerError);
    expect(failure).toMatchObject({ errorCode: "invalid_client", errorNo: 7000222, status: 401 });
  });
});
