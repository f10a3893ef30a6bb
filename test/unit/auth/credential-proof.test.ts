import { createHash, X509Certificate } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compactVerify, decodeJwt, decodeProtectedHeader, UnsecuredJWT } from "jose";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { AppCredential } from "../../../src/auth/app-token.js";
import { AppTokenSource } from "../../../src/auth/app-token-source.js";
import type { CredentialProof } from "../../../src/auth/credential-proof.js";
import { FederatedTokenFiles } from "../../../src/auth/federated-token-files.js";
import { isAppError } from "../../../src/lib/app-error.js";
import { type Call, newMeter } from "../../../src/lib/call.js";
import { Secret } from "../../../src/lib/secret.js";
import { pairOf, rsaKey } from "../../kit/certificates.js";
import { refusal, startTokenServer, type TokenServer } from "./token-server.js";

const TENANT = "11111111-2222-4333-8444-555555555555";
const CLIENT = "66666666-7777-4888-9999-aaaaaaaaaaaa";

let server: TokenServer;
let source: AppTokenSource;
let folder: string;

beforeEach(async () => {
  server = await startTokenServer();
  source = new AppTokenSource({ clock: { now: Date.now } });
  folder = await mkdtemp(join(tmpdir(), "gateway-proof-"));
});
afterEach(async () => {
  await server[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const credential = (proof: CredentialProof): AppCredential => ({
  connectionId: "connection-1",
  endpoints: { loginUrl: server.url, graphUrl: server.url, graphScope: "https://graph.microsoft.com/.default" },
  isEmulator: true,
  tenantId: TENANT,
  clientId: CLIENT,
  proof,
  version: 1,
});
const call = (): Call => ({
  signal: new AbortController().signal,
  requestId: "3f6b2c18-9d47-4a35-b1c9-8e20d7f4a511",
  traceparent: "",
  meter: newMeter(),
});
const lastForm = () => server.requests.at(-1)!.form;

test("a certificate signs with PS256 under its SHA-256 thumbprint, for the tenant's token address", async () => {
  const { certificatePem, privateKeyPem, thumbprintSha256 } = pairOf(rsaKey());
  const proof = { kind: "CERTIFICATE", thumbprintSha256, privateKeyPem: new Secret(privateKeyPem) } as const;

  await source.tokenFor(credential(proof), call());

  const form = lastForm();
  expect(form.get("client_secret")).toBeNull();
  expect(form.get("client_assertion_type")).toBe("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
  const jwt = form.get("client_assertion") ?? "";
  const certificate = new X509Certificate(certificatePem);
  expect(decodeProtectedHeader(jwt)).toMatchObject({
    alg: "PS256",
    typ: "JWT",
    "x5t#S256": createHash("sha256").update(certificate.raw).digest("base64url"),
  });
  await expect(compactVerify(jwt, certificate.publicKey, { algorithms: ["PS256"] })).resolves.toBeDefined();
  expect(decodeJwt(jwt)).toMatchObject({ iss: CLIENT, sub: CLIENT, aud: `${server.url}/${TENANT}/oauth2/v2.0/token` });
});

test("a federated credential sends the file's token as it is, and a missing file is told without asking", async () => {
  const files = new FederatedTokenFiles([folder]);
  const path = join(folder, "token");
  const tokenOf = (jti: string) => new UnsecuredJWT({ iss: "https://i.example", sub: "s", aud: "a", jti }).encode();
  const proof = { kind: "FEDERATED", token: () => files.tokenIn(path) } as const;

  const missing = await source.tokenFor(credential(proof), call()).catch((error: unknown) => error);
  expect(isAppError(missing, "CONNECTION_UNUSABLE")).toBe(true);
  expect(server.requests).toHaveLength(0);

  for (const jti of ["one", "two, which is longer"]) {
    await writeFile(path, tokenOf(jti));
    await source.tokenFor(credential(proof), call(), { fresh: true });
    expect(lastForm().get("client_assertion")).toBe(tokenOf(jti));
  }
});

test("trying one out asks Entra each time, and leaves the token that is held as it is", async () => {
  const held = credential({ kind: "CLIENT_SECRET", secret: new Secret("held") });
  const token = await source.tokenFor(held, call());
  const trial = credential({ kind: "CLIENT_SECRET", secret: new Secret("trial") });

  await source.tryOut(trial, call());
  expect(lastForm().get("client_secret")).toBe("trial");
  server.next(refusal(401, "invalid_client", 7000215));
  await expect(source.tryOut(trial, call())).rejects.toMatchObject({ facts: { aadsts: 7000215 } });

  expect(await source.tokenFor(held, call())).toBe(token);
  expect(server.requests).toHaveLength(3);
});
