import { ConfidentialClientApplication, CryptoProvider, InteractionRequiredAuthError } from "@azure/msal-node";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createEmulator, type Emulator } from "../../../emulator/index.js";
import {
  CONNECT_APP,
  DEMO_REDIRECT_URIS,
  DEMO_TENANT_ID,
  DEMO_USERS,
  GUEST,
  PERSONAL_USER,
  SECOND_TENANT_ADMIN,
  SECOND_TENANT_ID,
  UNCONSENTED_APP,
} from "../../../emulator/seed/demo-ids.js";
import { graphClient } from "./kit.js";
import { visit } from "./sign-in-kit.js";

const SCOPES = ["Calendars.ReadWrite", "User.Read"];
const REDIRECT = DEMO_REDIRECT_URIS.signIn.replace("localhost", "localhost:3999");

let emulator: Emulator;
beforeAll(async () => {
  emulator = await createEmulator();
});
afterAll(() => emulator.close());

/** Setup A of the sheet, section 9.2: the authority as in production, metadata with the emulator's endpoints. */
function msal(authority: string, credentials: typeof CONNECT_APP = CONNECT_APP) {
  const base = `${emulator.loginUrl}/{tenantid}`;
  return new ConfidentialClientApplication({
    auth: {
      ...credentials,
      authority: `https://login.microsoftonline.com/${authority}`,
      authorityMetadata: JSON.stringify({
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        token_endpoint: `${base}/oauth2/v2.0/token`,
        issuer: `${base}/v2.0`,
        jwks_uri: `${base}/discovery/v2.0/keys`,
        end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      }),
    },
  });
}

/** Signs in as that user, approving what is asked, and hands the code to MSAL. */
async function signIn(client: ConfidentialClientApplication, user: string, more: Record<string, string> = {}) {
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  const request = { scopes: SCOPES, redirectUri: REDIRECT, state: "st-1", nonce: "no-1" };
  const url = await client.getAuthCodeUrl({ ...request, codeChallenge: challenge, codeChallengeMethod: "S256" });
  const { to, members } = await visit(emulator, `${url}&${new URLSearchParams({ emulator_user: user, ...more })}`);
  expect([to, members.state]).toEqual([REDIRECT, "st-1"]);
  const result = await client.acquireTokenByCode(
    { ...request, code: members.code ?? "", codeVerifier: verifier },
    { code: members.code ?? "", state: members.state ?? "", nonce: "no-1" },
  );
  return result;
}

describe("msal-node signs people in", () => {
  test("after the administrator's consent: code with PKCE, a cached token, a refresh, and the calendar", async () => {
    const client = msal(DEMO_TENANT_ID);
    await signIn(client, DEMO_USERS.oskar.address, { emulator_organization: "true" });
    const result = await signIn(client, DEMO_USERS.mei.address);
    expect(result.account).toMatchObject({
      homeAccountId: `${DEMO_USERS.mei.id}.${DEMO_TENANT_ID}`,
      username: DEMO_USERS.mei.address,
      tenantId: DEMO_TENANT_ID,
    });
    expect(result.scopes).toEqual(expect.arrayContaining(SCOPES));
    const graph = graphClient(emulator, result.accessToken);
    expect((await graph.get("/me")).json.id).toBe(result.uniqueId);
    expect((await graph.get("/me/events?$top=1")).json.value).toHaveLength(1);

    const { account } = result;
    if (account === null) throw new Error("MSAL knows no account.");
    const silent = { account, scopes: SCOPES };
    emulator.log.clear();
    const cached = await client.acquireTokenSilent(silent);
    expect([cached.fromCache, emulator.log.count({ pathEnd: "/token" })]).toEqual([true, 0]);
    const renewed = await client.acquireTokenSilent({ ...silent, forceRefresh: true });
    expect([renewed.fromCache, emulator.log.count({ pathEnd: "/token" })]).toEqual([false, 1]);
    expect(renewed.accessToken).not.toBe(result.accessToken);
    expect((await graphClient(emulator, renewed.accessToken).get("/me/calendar")).status).toBe(200);
  });

  test("the ID token verifies with jose through the keys that discovery names", async () => {
    const result = await signIn(msal(SECOND_TENANT_ID), SECOND_TENANT_ADMIN.address);
    const discovery = `${emulator.loginUrl}/${SECOND_TENANT_ID}/v2.0/.well-known/openid-configuration`;
    const document = (await (await fetch(discovery)).json()) as { jwks_uri: string; issuer: string };
    const { payload } = await jwtVerify(result.idToken, createRemoteJWKSet(new URL(document.jwks_uri)), {
      issuer: document.issuer,
      audience: CONNECT_APP.clientId,
    });
    expect(payload).toMatchObject({ nonce: "no-1", oid: SECOND_TENANT_ADMIN.id, tid: SECOND_TENANT_ID });
  });

  test("revoked sessions make acquireTokenSilent ask for interaction, with AADSTS50173", async () => {
    const client = msal("common");
    const { account } = await signIn(client, PERSONAL_USER.address);
    const user = emulator.store.tenants.get(account?.tenantId ?? "")?.users.get(PERSONAL_USER.id);
    if (account === null || user === undefined) throw new Error("There is no personal account.");
    user.tokensValidFrom = emulator.clock.now() + 60_000;
    const silent = client.acquireTokenSilent({ account, scopes: SCOPES, forceRefresh: true });
    await expect(silent).rejects.toBeInstanceOf(InteractionRequiredAuthError);
    await expect(client.acquireTokenSilent({ account, scopes: SCOPES, forceRefresh: true })).rejects.toThrow();
    user.tokensValidFrom = 0;
  });

  test("a personal account gets an opaque token at consumers", async () => {
    const result = await signIn(msal("consumers"), PERSONAL_USER.address);
    expect(result.accessToken).toMatch(/^EwB/);
    expect(result.account?.tenantId).toBe("9188040d-6c67-4c5b-b112-36a304b66dad");
    expect((await graphClient(emulator, result.accessToken).get("/me")).json.mail).toBe(PERSONAL_USER.address);
  });

  test("for a guest, homeAccountId names the home identity and localAccountId the one here (sheet 5.3)", async () => {
    await signIn(msal(DEMO_TENANT_ID), DEMO_USERS.oskar.address, { emulator_organization: "true" });
    const { account } = await signIn(msal(DEMO_TENANT_ID), GUEST.address);
    expect(account).toMatchObject({
      homeAccountId: `${SECOND_TENANT_ADMIN.id}.${SECOND_TENANT_ID}`,
      localAccountId: GUEST.id,
      tenantId: DEMO_TENANT_ID,
    });
  });
});

test("the demo's application that waits for consent gets its roles when the demo's administrator approves", async () => {
  const query = new URLSearchParams({
    client_id: UNCONSENTED_APP.clientId,
    redirect_uri: DEMO_REDIRECT_URIS.adminConsent,
    state: "st-2",
    emulator_user: DEMO_USERS.oskar.address,
  });
  const { members } = await visit(emulator, `/${DEMO_TENANT_ID}/adminconsent?${query}`);
  expect(members).toEqual({ admin_consent: "True", tenant: DEMO_TENANT_ID, state: "st-2" });
  const client = msal(DEMO_TENANT_ID, UNCONSENTED_APP);
  const result = await client.acquireTokenByClientCredential({ scopes: ["https://graph.microsoft.com/.default"] });
  const path = `/users/${DEMO_USERS.ines.id}/calendar`;
  expect((await graphClient(emulator, result?.accessToken ?? "").get(path)).status).toBe(200);
});
