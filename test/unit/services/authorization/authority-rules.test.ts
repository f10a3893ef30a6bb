import { describe, expect, test } from "vitest";
import { DelegatedClient } from "../../../../src/auth/delegated-client.js";
import { PERSONAL_ACCOUNTS_TENANT } from "../../../../src/auth/tenant-lookup.js";
import { isAppError } from "../../../../src/lib/app-error.js";
import { CLOUDS, type Cloud, cloudEndpoints } from "../../../../src/lib/clouds.js";
import { Secret } from "../../../../src/lib/secret.js";
import { isExpectedAccount } from "../../../../src/services/authorization/account-match.js";
import {
  assertMaySignIn,
  consentAuthority,
  delegatedScopes,
  missingPermissions,
  signInAuthority,
} from "../../../../src/services/authorization/authority-rules.js";
import { verifiedTenant } from "../../../../src/services/authorization/signed-in-tenant.js";
import type { PermissionLevel } from "../../../../src/services/connections/connection.model.js";
import { assertUsableRegistration } from "../../../../src/services/connections/connection-rules.js";

const TENANT = "7d1c5b52-4f0e-4c1a-9a6e-0d6a3c2f1b10";
const OTHER = "c3a8f7d4-6b21-4e5f-8d90-52b7e1a4c620";
const CLIENT = "3f6b2c18-9d47-4a35-b1c9-8e20d7f4a511";
const TYPES = ["SINGLE_TENANT", "MULTI_TENANT", "MULTI_TENANT_AND_PERSONAL", "PERSONAL_ONLY"] as const;
const EMULATOR = { loginUrl: "http://127.0.0.1:1", graphUrl: "http://127.0.0.1:2" };

const HOSTS: Readonly<Record<Exclude<Cloud, "EMULATOR">, string>> = {
  GLOBAL: "login.microsoftonline.com",
  US_GOV_L4: "login.microsoftonline.us",
  US_GOV_L5: "login.microsoftonline.us",
  CHINA: "login.partner.microsoftonline.cn",
};

/** Account type, access, flow: the authority, or why not. National clouds refuse personal audiences when saved. */
const TABLE = [
  ["SINGLE_TENANT", "DELEGATED", "sign-in", TENANT],
  ["SINGLE_TENANT", "DELEGATED", "consent", TENANT],
  ["SINGLE_TENANT", "DELEGATED", "consent of any tenant", /for one tenant only/],
  ["SINGLE_TENANT", "APPLICATION", "sign-in", /nobody has to sign in/],
  ["SINGLE_TENANT", "APPLICATION", "consent", TENANT],
  ["SINGLE_TENANT", "APPLICATION", "consent of any tenant", /connection's own tenant/],
  ["MULTI_TENANT", "DELEGATED", "sign-in", "organizations"],
  ["MULTI_TENANT", "DELEGATED", "consent", TENANT],
  ["MULTI_TENANT", "DELEGATED", "consent of any tenant", "organizations"],
  ["MULTI_TENANT", "APPLICATION", "sign-in", /nobody has to sign in/],
  ["MULTI_TENANT", "APPLICATION", "consent", TENANT],
  ["MULTI_TENANT", "APPLICATION", "consent of any tenant", /connection's own tenant/],
  ["MULTI_TENANT_AND_PERSONAL", "DELEGATED", "sign-in", "common"],
  ["MULTI_TENANT_AND_PERSONAL", "DELEGATED", "consent", TENANT],
  ["MULTI_TENANT_AND_PERSONAL", "DELEGATED", "consent of any tenant", "organizations"],
  ["MULTI_TENANT_AND_PERSONAL", "APPLICATION", "sign-in", /nobody has to sign in/],
  ["MULTI_TENANT_AND_PERSONAL", "APPLICATION", "consent", TENANT],
  ["MULTI_TENANT_AND_PERSONAL", "APPLICATION", "consent of any tenant", /connection's own tenant/],
  ["PERSONAL_ONLY", "DELEGATED", "sign-in", "consumers"],
  ["PERSONAL_ONLY", "DELEGATED", "consent", /no administrator/],
  ["PERSONAL_ONLY", "DELEGATED", "consent of any tenant", /no administrator/],
  ["PERSONAL_ONLY", "APPLICATION", "sign-in", /nobody could consent/],
  ["PERSONAL_ONLY", "APPLICATION", "consent", /nobody could consent/],
  ["PERSONAL_ONLY", "APPLICATION", "consent of any tenant", /nobody could consent/],
] as const;

const ALL = TABLE.flatMap((line) => CLOUDS.map((cloud) => [...line, cloud] as const));

function authorityOf(
  supportedAccountTypes: (typeof TYPES)[number],
  access: "DELEGATED" | "APPLICATION",
  flow: string,
  cloud: Cloud,
) {
  const row = { supportedAccountTypes, access, cloud, tenantId: TENANT, clientId: CLIENT };
  assertUsableRegistration(row);
  if (flow !== "sign-in") return consentAuthority(row, flow.endsWith("any tenant"));
  assertMaySignIn(row);
  return signInAuthority(row);
}

describe("account type × cloud × access × flow [demands 3, 4]", () => {
  test("the table has a line for every combination", () => {
    expect(new Set(TABLE.map((line) => line.slice(0, 3).join())).size).toBe(TYPES.length * 2 * 3);
  });

  test.each(ALL)("%s, %s, %s: %s in %s", async (types, access, flow, expected, cloud) => {
    const isNational = cloud === "US_GOV_L4" || cloud === "US_GOV_L5" || cloud === "CHINA";
    const hasPersonal = types === "MULTI_TENANT_AND_PERSONAL" || types === "PERSONAL_ONLY";
    const refusal =
      isNational && hasPersonal ? /Personal Microsoft accounts do not exist|nobody could consent/ : expected;
    if (typeof refusal !== "string") {
      expect(() => authorityOf(types, access, flow, cloud)).toThrow(refusal);
      return;
    }
    const authority = authorityOf(types, access, flow, cloud);
    expect(authority).toBe(refusal);
    if (flow !== "sign-in") return;
    const endpoints = cloudEndpoints(cloud, EMULATOR)!;
    const credential = {
      connectionId: "c",
      endpoints,
      isEmulator: cloud === "EMULATOR",
      tenantId: authority,
      clientId: CLIENT,
      proof: { kind: "CLIENT_SECRET" as const, secret: new Secret("not-in-the-address") },
      version: 1,
    };
    const address = await new DelegatedClient({ clock: { now: () => 0 } }).authorizationUrl(credential, {
      redirectUri: "https://gateway.example/connect/callback",
      scopes: delegatedScopes({ cloud, permissionLevel: "READ_WRITE" }, endpoints),
      state: "st",
      nonce: "no",
      verifier: "v".repeat(43),
      loginHint: "ann@contoso.example",
    });
    const url = new URL(address);
    const host = cloud === "EMULATOR" ? new URL(EMULATOR.loginUrl).host : HOSTS[cloud];
    expect([url.host, url.pathname]).toEqual([host, `/${authority}/oauth2/v2.0/authorize`]);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: CLIENT,
      response_type: "code",
      response_mode: "query",
      redirect_uri: "https://gateway.example/connect/callback",
      state: "st",
      nonce: "no",
      code_challenge_method: "S256",
      login_hint: "ann@contoso.example",
    });
    const scope = url.searchParams.get("scope") ?? "";
    const own = cloud === "GLOBAL" || cloud === "EMULATOR" ? "" : `${endpoints.graphUrl}/`;
    expect(scope.split(" ")).toEqual(
      expect.arrayContaining([`${own}Calendars.ReadWrite`, `${own}User.Read`, "offline_access", "openid"]),
    );
    expect(address).not.toContain("not-in-the-address");
    expect(url.searchParams.has("code_verifier")).toBe(false);
  });
});

describe("whose sign-in it is", () => {
  const endpoints = cloudEndpoints("GLOBAL", undefined)!;
  const issuer = (tenantId: string) => `https://login.microsoftonline.com/${tenantId}/v2.0`;
  const check = (types: (typeof TYPES)[number], tenantId: string, over: object = {}) =>
    verifiedTenant(
      { supportedAccountTypes: types, tenantId: TENANT },
      { endpoints, clientId: CLIENT },
      { tenantId, issuer: issuer(tenantId), audience: CLIENT, ...over },
    ).then(
      () => "taken",
      (error: unknown) => (isAppError(error) ? error.code : error),
    );

  test.each([
    ["SINGLE_TENANT", TENANT, "taken"],
    ["SINGLE_TENANT", OTHER, "CREDENTIAL_REFUSED"],
    ["SINGLE_TENANT", PERSONAL_ACCOUNTS_TENANT, "CREDENTIAL_REFUSED"],
    ["MULTI_TENANT", OTHER, "taken"],
    ["MULTI_TENANT", PERSONAL_ACCOUNTS_TENANT, "CREDENTIAL_REFUSED"],
    ["MULTI_TENANT_AND_PERSONAL", OTHER, "taken"],
    ["MULTI_TENANT_AND_PERSONAL", PERSONAL_ACCOUNTS_TENANT, "taken"],
    ["PERSONAL_ONLY", PERSONAL_ACCOUNTS_TENANT, "taken"],
    ["PERSONAL_ONLY", TENANT, "CREDENTIAL_REFUSED"],
  ] as const)("%s with an account of %s: %s", async (types, tenantId, expected) => {
    expect(await check(types, tenantId)).toBe(expected);
  });

  test("an ID token for another application, of another issuer or cloud is refused", async () => {
    expect(await check("MULTI_TENANT", OTHER, { audience: TENANT })).toBe("CREDENTIAL_REFUSED");
    expect(await check("MULTI_TENANT", OTHER, { issuer: issuer(TENANT) })).toBe("CREDENTIAL_REFUSED");
    const gov = { issuer: `https://login.microsoftonline.us/${OTHER}/v2.0` };
    expect(await check("MULTI_TENANT", OTHER, gov)).toBe("CREDENTIAL_REFUSED");
    expect(await check("MULTI_TENANT", "organizations")).toBe("CREDENTIAL_REFUSED");
  });
});

describe("whether it is the expected account", () => {
  const own = { id: TENANT, isOwn: true };
  const foreign = { id: OTHER, isOwn: false };
  const personal = { id: PERSONAL_ACCOUNTS_TENANT, isOwn: false };

  test.each([
    [
      "the sign-in name",
      "ann@contoso.example",
      { mail: null, userPrincipalName: "Ann@Contoso.example" },
      foreign,
      true,
    ],
    [
      "the mail address in the own tenant",
      "ann@c.example",
      { mail: "ANN@c.example", userPrincipalName: "a1@c.onmicrosoft.com" },
      own,
      true,
    ],
    [
      "the mail address of a personal account",
      "p@x.example",
      { mail: "p@x.example", userPrincipalName: "q@outlook.com" },
      personal,
      true,
    ],
    [
      "the mail address of the sign-in name's domain",
      "ann@f.example",
      { mail: "ann@f.example", userPrincipalName: "a1@f.example" },
      foreign,
      true,
    ],
    // Any administrator can write any address into an account of the own tenant: user-demands, part 3, note 5.
    [
      "a mail address that a foreign tenant merely claims",
      "ann@c.example",
      { mail: "ann@c.example", userPrincipalName: "evil@f.example" },
      foreign,
      false,
    ],
    ["another account", "ann@c.example", { mail: "bob@c.example", userPrincipalName: "bob@c.example" }, own, false],
    ["an account without addresses", "ann@c.example", { mail: null, userPrincipalName: null }, own, false],
    ["nothing expected", "", { mail: "", userPrincipalName: "" }, own, false],
  ] as const)("%s", (_name, expected, profile, tenant, result) => {
    expect(isExpectedAccount(expected, profile, tenant)).toBe(result);
  });
});

describe("permissions that a sign-in must grant", () => {
  const needs = (permissionLevel: PermissionLevel) => ({ access: "DELEGATED" as const, permissionLevel });

  test("count in whatever spelling, and what is missing is named", () => {
    const level = needs("READ_WRITE");
    expect(missingPermissions(level, ["https://graph.microsoft.us/calendars.readwrite", "User.Read"])).toEqual([]);
    expect(missingPermissions(level, ["openid", "User.Read"])).toEqual(["Calendars.ReadWrite"]);
  });

  test.each([
    ["FREE_BUSY", ["Calendars.ReadBasic"], []],
    ["FREE_BUSY", ["Calendars.ReadWrite"], []],
    ["READ", ["Calendars.Read"], []],
    ["READ", ["Calendars.ReadWrite"], []],
    ["READ", ["Calendars.ReadBasic"], ["Calendars.Read"]],
    ["READ_WRITE", ["Calendars.Read", "Calendars.ReadBasic"], ["Calendars.ReadWrite"]],
  ] as const)("%s with %s granted lacks %s: a stronger permission includes a weaker", (level, granted, missing) => {
    expect(missingPermissions(needs(level), [...granted, "User.Read"])).toEqual(missing);
  });

  test.each([
    ["FREE_BUSY", "Calendars.ReadBasic"],
    ["READ", "Calendars.Read"],
    ["READ_WRITE", "Calendars.ReadWrite"],
  ] as const)("%s asks for %s and for nothing stronger [demand 19]", (permissionLevel, scope) => {
    const endpoints = cloudEndpoints("CHINA", EMULATOR)!;
    const asked = delegatedScopes({ cloud: "CHINA", permissionLevel }, endpoints);
    expect(asked).toEqual([`${endpoints.graphUrl}/${scope}`, `${endpoints.graphUrl}/User.Read`]);
  });
});
