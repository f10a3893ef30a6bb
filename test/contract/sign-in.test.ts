import { type AuthenticationResult, ConfidentialClientApplication, CryptoProvider } from "@azure/msal-node";
import { Client } from "@microsoft/microsoft-graph-client";
import type { Calendar, Event, User } from "@microsoft/microsoft-graph-types";
import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { App } from "../../emulator/core/directory.model.js";
import { GRAPH_SCOPE, graphErrorOf } from "./kit/clients.js";
import { emulatedTenant, isRealTenant, NEEDS_EMULATOR } from "./kit/target.js";
import { meeting, newSubject } from "./kit/week.js";

const SECRET = "a-secret-of-the-contract-tests";
const REDIRECT = "http://localhost/contract/callback";
const DELEGATED = ["Calendars.ReadWrite", "User.Read"];

/** Where an account without an interface is chosen: a parameter of the emulator's own, passed on by MSAL. */
const asUser = (user: string, action = "approve") => ({ emulator_user: user, emulator_action: action });

describe.skipIf(isRealTenant)(`signing in with MSAL Node ${NEEDS_EMULATOR}`, () => {
  let target: Awaited<ReturnType<typeof emulatedTenant>>;
  let app: App;
  let admin: string;
  beforeAll(async () => {
    target = await emulatedTenant();
    const { store, add } = target.emulator;
    const tenant = store.tenants.get(target.tenantId);
    if (tenant === undefined) throw new Error("The demo tenant is missing.");
    app = add.addApp(tenant, {
      secrets: [{ value: SECRET }],
      redirectUris: [REDIRECT],
      requiredPermissions: [
        { kind: "Role", value: "Calendars.ReadWrite" },
        ...DELEGATED.map((value) => ({ kind: "Scope", value }) as const),
      ],
    });
    admin = `contract.admin@${tenant.domains[0]}`;
    add.addUser(tenant, { userPrincipalName: admin, directoryRoles: ["GlobalAdministrator"] });
  });
  afterAll(() => target.close());

  const newApp = () =>
    new ConfidentialClientApplication({
      auth: {
        clientId: app.appId,
        clientSecret: SECRET,
        authority: `${target.loginUrl}/${target.tenantId}`,
        knownAuthorities: [new URL(target.loginUrl).host],
      },
    });

  /** Follows a link as a browser does, up to the redirect to the application. */
  async function follow(url: string): Promise<{ status: number; page: string | null; members: URLSearchParams }> {
    const answer = await fetch(url, { redirect: "manual" });
    const location = answer.headers.get("location");
    return {
      status: answer.status,
      page: answer.headers.get("x-emulator-page"),
      members: location === null ? new URLSearchParams() : new URL(location).searchParams,
    };
  }

  /** The whole code flow with PKCE and a nonce, as MSAL's documentation has it. */
  async function signIn(client: ConfidentialClientApplication, user: string): Promise<AuthenticationResult> {
    const crypto = new CryptoProvider();
    const { verifier, challenge } = await crypto.generatePkceCodes();
    const nonce = crypto.createNewGuid();
    const request = { scopes: DELEGATED, redirectUri: REDIRECT };
    const url = await client.getAuthCodeUrl({
      ...request,
      state: "the-state",
      nonce,
      codeChallenge: challenge,
      codeChallengeMethod: "S256",
      extraQueryParameters: asUser(user),
    });
    const { members } = await follow(url);
    const code = members.get("code") ?? "";
    return client.acquireTokenByCode(
      { ...request, code, codeVerifier: verifier, nonce, state: "the-state" },
      { code, state: members.get("state") ?? "" },
    );
  }

  const approve = (user: string) => {
    const query = { client_id: app.appId, redirect_uri: REDIRECT, state: "approval", ...asUser(user) };
    return follow(`${target.loginUrl}/${target.tenantId}/adminconsent?${new URLSearchParams(query)}`);
  };

  const graphFor = (result: AuthenticationResult) =>
    Client.initWithMiddleware({
      baseUrl: `${target.graphUrl}/`,
      customHosts: new Set([new URL(target.graphUrl).hostname]),
      authProvider: { getAccessToken: async () => result.accessToken },
    });

  test("a user who may not consent to calendars is sent to an administrator", async () => {
    const url = await newApp().getAuthCodeUrl({
      scopes: DELEGATED,
      redirectUri: REDIRECT,
      extraQueryParameters: asUser(target.mailbox),
    });
    const seen = await follow(url);

    expect(seen.members.has("code")).toBe(false);
    expect(seen.page).toBe("admin-approval");
  });

  test("an administrator approves once; then the application and its users get tokens that Graph takes", async () => {
    const approval = await approve(admin);
    const client = newApp();
    const own = await client.acquireTokenByClientCredential({ scopes: [GRAPH_SCOPE] });
    const delegated = await signIn(client, target.mailbox);

    expect(Object.fromEntries(approval.members)).toEqual({
      admin_consent: "True",
      tenant: target.tenantId,
      state: "approval",
    });
    expect(decodeJwt(own?.accessToken ?? "").roles).toEqual(["Calendars.ReadWrite"]);
    expect(delegated.scopes.map((scope) => scope.replace("https://graph.microsoft.com/", ""))).toEqual(
      expect.arrayContaining(DELEGATED),
    );
    expect(delegated.account?.username.toLowerCase()).toBe(target.mailbox.toLowerCase());
  });

  test("the ID token holds what MSAL and jose check: issuer, audience, nonce and signature", async () => {
    await approve(admin);
    const { idToken, account } = await signIn(newApp(), target.mailbox);
    const issuer = `${target.loginUrl}/${target.tenantId}/v2.0`;
    const { jwks_uri } = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as {
      jwks_uri: string;
    };

    const { payload } = await jwtVerify(idToken, createRemoteJWKSet(new URL(jwks_uri)), {
      issuer,
      audience: app.appId,
      algorithms: ["RS256"],
    });

    expect(payload).toMatchObject({ tid: target.tenantId, oid: account?.localAccountId, ver: "2.0" });
  });

  test("a signed-in user has a /me with a calendar to write to, and no other mailbox", async () => {
    await approve(admin);
    const graph = graphFor(await signIn(newApp(), target.mailbox));

    const me: User = await graph.api("/me").get();
    const calendar: Calendar = await graph.api("/me/calendar").get();
    const event: Event = await graph.api("/me/events").post(meeting(newSubject("of mine")));
    const foreign = await graphErrorOf(graph.api(`/users/${target.attendee}/events`).get());

    expect(me.userPrincipalName).toBe(target.mailbox);
    expect(calendar.isDefaultCalendar).toBe(true);
    expect(event.isOrganizer).toBe(true);
    expect(foreign).toMatchObject({ statusCode: 403, code: "ErrorAccessDenied" });
  });

  test("MSAL renews by refresh token, silently and with the next refresh token each time", async () => {
    await approve(admin);
    const client = newApp();
    const first = await signIn(client, target.mailbox);
    if (first.account === null) throw new Error("MSAL knows no account.");
    const request = { account: first.account, scopes: DELEGATED };

    const cached = await client.acquireTokenSilent(request);
    const second = await client.acquireTokenSilent({ ...request, forceRefresh: true });
    const third = await client.acquireTokenSilent({ ...request, forceRefresh: true });

    expect(cached).toMatchObject({ fromCache: true, accessToken: first.accessToken });
    expect(new Set([first, second, third].map(({ accessToken }) => accessToken)).size).toBe(3);
    expect(await graphFor(third).api("/me").get()).toMatchObject({ userPrincipalName: target.mailbox });
    expect(
      target.emulator.log.entries({ service: "entra" }).filter((entry) => entry.grantType === "refresh_token"),
    ).toHaveLength(2);
  });

  test("a code works once", async () => {
    await approve(admin);
    const client = newApp();
    const request = { scopes: DELEGATED, redirectUri: REDIRECT };
    const url = await client.getAuthCodeUrl({ ...request, extraQueryParameters: asUser(target.mailbox) });
    const code = (await follow(url)).members.get("code") ?? "";
    await client.acquireTokenByCode({ ...request, code });

    await expect(newApp().acquireTokenByCode({ ...request, code })).rejects.toMatchObject({
      errorCode: "invalid_grant",
      errorMessage: expect.stringContaining("AADSTS54005"),
    });
  });

  test("a user who refuses comes back with access_denied", async () => {
    const url = await newApp().getAuthCodeUrl({
      scopes: ["User.Read"],
      redirectUri: REDIRECT,
      prompt: "consent",
      extraQueryParameters: asUser(target.mailbox, "refuse"),
    });

    expect((await follow(url)).members.get("error")).toBe("access_denied");
  });
});
