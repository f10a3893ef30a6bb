import { createHash, generateKeyPairSync } from "node:crypto";
import { AuthError, ServerError } from "@azure/msal-node";
import { createRemoteJWKSet, decodeJwt, errors, type JWTPayload, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { selfSignedCertificate } from "../../emulator/core/self-signed-certificate.js";
import { SECOND_GATEWAY_APP, UNCONSENTED_APP } from "../../emulator/seed/demo-ids.js";
import { GRAPH_SCOPE, graphToken, msalApp } from "./kit/clients.js";
import { emulatedTenant, isRealTenant, NEEDS_EMULATOR, openTarget, type Target } from "./kit/target.js";

const SCOPES = { scopes: [GRAPH_SCOPE] };

/** What discovery says of the tenant, as a relying party reads it. */
async function discovered(target: Target): Promise<{ issuer: string; jwks_uri: string; token_endpoint: string }> {
  const answer = await fetch(`${target.loginUrl}/${target.tenantId}/v2.0/.well-known/openid-configuration`);
  return (await answer.json()) as { issuer: string; jwks_uri: string; token_endpoint: string };
}

async function refusalOf(work: Promise<unknown>): Promise<AuthError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AuthError)) throw new Error("MSAL was not refused.", { cause: error });
  return error;
}

describe("MSAL Node", () => {
  let target: Target;
  beforeAll(async () => {
    target = await openTarget();
  });
  afterAll(() => target.close());

  test("gets a token with a client secret, and the next one from its own cache", async () => {
    const app = msalApp(target);

    const first = await app.acquireTokenByClientCredential(SCOPES);
    const second = await app.acquireTokenByClientCredential(SCOPES);

    expect(first).toMatchObject({ tokenType: "Bearer", fromCache: false });
    expect(first?.expiresOn?.getTime()).toBeGreaterThan(Date.now() + 50 * 60_000);
    expect(second).toMatchObject({ fromCache: true, accessToken: first?.accessToken });
  });

  test("gets a new token when it is told to skip its cache", async () => {
    const app = msalApp(target);
    await app.acquireTokenByClientCredential(SCOPES);

    expect(await app.acquireTokenByClientCredential({ ...SCOPES, skipCache: true })).toMatchObject({
      fromCache: false,
    });
  });

  test("understands a wrong secret as invalid_client with the AADSTS number of the case", async () => {
    const error = await refusalOf(graphToken(msalApp(target, { clientSecret: "no-secret-of-this-application" })));

    expect(error).toBeInstanceOf(ServerError);
    expect(error.errorCode).toBe("invalid_client");
    expect(error.errorMessage).toContain("AADSTS7000215");
    expect(error.correlationId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("understands an application that the tenant does not know as unauthorized_client", async () => {
    const clientId = "9d5b1c70-4e2f-4f6a-8c3d-000000000000";
    const error = await refusalOf(graphToken(msalApp(target, { clientId })));

    expect(error.errorCode).toBe("unauthorized_client");
    expect(error.errorMessage).toContain("AADSTS700016");
  });

  test("finds no authority for a tenant that does not exist", async () => {
    const authority = `${target.loginUrl}/5f0c3a8e-77d1-4b52-9c11-000000000000`;
    const error = await refusalOf(graphToken(msalApp(target, { authority })));

    expect(`${error.errorCode} ${error.errorMessage}`).toMatch(/endpoints_resolution_error|AADSTS90002/);
  });

  test("refuses a scope that names a permission, because the server does", async () => {
    const scopes = ["https://graph.microsoft.com/Calendars.ReadWrite"];
    const error = await refusalOf(msalApp(target).acquireTokenByClientCredential({ scopes }));

    expect(error.errorCode).toBe("invalid_scope");
    expect(error.errorMessage).toContain("AADSTS1002012");
  });
});

describe.skipIf(isRealTenant)(`MSAL Node ${NEEDS_EMULATOR}`, () => {
  let target: Awaited<ReturnType<typeof emulatedTenant>>;
  beforeAll(async () => {
    target = await emulatedTenant();
  });
  afterAll(() => target.close());

  test("signs in with a certificate, by the assertion that it makes itself", async () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const certificate = selfSignedCertificate({ commonName: "contract", privateKey });
    const tenant = target.emulator.store.tenants.get(target.tenantId);
    if (tenant === undefined) throw new Error("The demo tenant is missing.");
    const registered = target.emulator.add.addApp(tenant);
    target.emulator.add.consent(registered, tenant, ["Calendars.ReadWrite"]);
    target.emulator.add.addCertificate(registered, certificate);
    const clientCertificate = {
      thumbprintSha256: createHash("sha256").update(certificate).digest("hex"),
      privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    };

    const token = await graphToken(msalApp(target, { clientId: registered.appId, clientCertificate }));

    expect(decodeJwt(token)).toMatchObject({ appid: registered.appId, appidacr: "2", roles: ["Calendars.ReadWrite"] });
  });

  test("gets a token without roles for an application that nobody consented to", async () => {
    const { clientId, clientSecret } = UNCONSENTED_APP;
    const token = await graphToken(msalApp(target, { clientId, clientSecret }));

    expect(decodeJwt(token).roles).toBeUndefined();
  });

  test("meets an application of another tenant as one that is not in this directory", async () => {
    const { clientId, clientSecret } = SECOND_GATEWAY_APP;
    const error = await refusalOf(graphToken(msalApp(target, { clientId, clientSecret })));

    expect(error.errorMessage).toContain("AADSTS700016");
  });

  test("hands an outage of the token endpoint on as temporarily_unavailable", async () => {
    const app = msalApp(target);
    target.emulator.faults.once({ service: "entra", path: "*/oauth2/v2.0/token" }, { kind: "error", status: 503 });

    const error = await refusalOf(graphToken(app));

    expect(error.errorCode).toBe("temporarily_unavailable");
    expect(error.errorMessage).toContain("AADSTS90033");
  });

  test("holds its requests back for the seconds that a throttled token endpoint names", async () => {
    const app = msalApp(target);
    target.emulator.faults.once(
      { service: "entra", path: "*/oauth2/v2.0/token" },
      { kind: "error", status: 429, retryAfterSeconds: 30 },
    );
    await refusalOf(graphToken(app));
    const before = target.emulator.log.count({ service: "entra", pathEnd: "/oauth2/v2.0/token" });

    await refusalOf(graphToken(app));

    expect(target.emulator.log.count({ service: "entra", pathEnd: "/oauth2/v2.0/token" })).toBe(before);
  });
});

describe("jose", () => {
  let target: Target;
  let token: string;
  beforeAll(async () => {
    target = await openTarget();
    token = await graphToken(msalApp(target));
  });
  afterAll(() => target.close());

  // Microsoft signs Graph's tokens in a form of its own and asks others not to verify them.
  test.skipIf(isRealTenant)(`verifies the token through the published keys ${NEEDS_EMULATOR}`, async () => {
    const { issuer, jwks_uri } = await discovered(target);
    const keys = createRemoteJWKSet(new URL(jwks_uri));
    const claims: JWTPayload = decodeJwt(token);

    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer: String(claims.iss),
      audience: ["https://graph.microsoft.com", "00000003-0000-0000-c000-000000000000"],
      algorithms: ["RS256"],
    });

    expect(protectedHeader).toMatchObject({ typ: "JWT", alg: "RS256" });
    expect(payload).toMatchObject({ tid: target.tenantId, appid: target.clientId, idtyp: "app" });
    expect(payload.roles).toContain("Calendars.ReadWrite");
    expect(issuer).toContain(target.tenantId);
  });

  test.skipIf(isRealTenant)(
    `refuses the token with another audience or a changed claim ${NEEDS_EMULATOR}`,
    async () => {
      const { jwks_uri } = await discovered(target);
      const keys = createRemoteJWKSet(new URL(jwks_uri));
      const [header, , signature] = token.split(".");
      const forged = Buffer.from(JSON.stringify({ ...decodeJwt(token), roles: ["Mail.ReadWrite"] })).toString(
        "base64url",
      );

      await expect(jwtVerify(token, keys, { audience: target.clientId })).rejects.toThrow(
        errors.JWTClaimValidationFailed,
      );
      await expect(jwtVerify(`${header}.${forged}.${signature}`, keys)).rejects.toThrow(
        errors.JWSSignatureVerificationFailed,
      );
    },
  );

  test("reads the claims that an application token carries", () => {
    const claims = decodeJwt(token);

    expect(claims).toMatchObject({ tid: target.tenantId, appid: target.clientId });
    expect(claims.roles).toContain("Calendars.ReadWrite");
    expect(claims.scp).toBeUndefined();
  });
});
