import { createPublicKey, type KeyObject } from "node:crypto";
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportJWK, SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { rsaKey } from "../kit/certificates.js";
import { type Connected, connect } from "../kit/credentials.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import { AddCredentialDocument, type FederatedInput, VerifyConnectionDocument } from "../kit/generated/operations.js";

const ISSUER = "https://oidc.cluster.example/id";
const AUDIENCE = "api://AzureADTokenExchange";
const SUBJECT = "system:serviceaccount:calendar:gateway";

describe("federated credentials", () => {
  let gateway: TestGateway;
  let folder: string;
  let key: KeyObject;
  let jwk: Record<string, unknown>;
  const tokens: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "gateway-federated-"));
    await mkdir(join(folder, "tokens"));
    await mkdir(join(folder, "elsewhere"));
    key = rsaKey();
    jwk = { ...(await exportJWK(createPublicKey(key))), kid: "k1" };
    gateway = await startGateway({ env: { FEDERATED_TOKEN_DIRS: join(folder, "tokens") } });
  });
  beforeEach(() => gateway.emulator.log.clear());
  afterAll(async () => {
    await gateway.close();
    await rm(folder, { recursive: true, force: true });
  });

  const token = async (over: Record<string, unknown> = {}, lifeSeconds = 600) => {
    const now = Math.floor(Date.now() / 1_000);
    const claims = { iss: ISSUER, sub: SUBJECT, aud: AUDIENCE, iat: now, exp: now + lifeSeconds, ...over };
    const text = await new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "k1" }).sign(key);
    tokens.push(text);
    return text;
  };
  const write = async (name: string, text: string) => {
    const path = join(folder, name);
    // Put in place at once, as a projected token is.
    await writeFile(`${path}.new`, text);
    await rename(`${path}.new`, path);
    return path;
  };
  const start = async (subject = SUBJECT) => {
    const connected = await connect(gateway, "one~secret-0001");
    gateway.emulator.add.addFederatedCredential(connected.app, { issuer: ISSUER, subject, keys: [jwk] });
    gateway.emulator.log.clear();
    return connected;
  };
  const add = async ({ organization, connectionId }: Connected, federated: FederatedInput) =>
    (await organization.admin.query(AddCredentialDocument, { input: { connectionId, federated } })).data.addCredential;

  test("the token of the file signs the application in, and the file is read again when it changes", async () => {
    const connected = await start();
    const tokenFile = await write("tokens/identity", `${await token()}\n`);

    const { credential, errors } = await add(connected, { tokenFile });

    expect(errors).toEqual([]);
    expect(credential).toMatchObject({
      kind: "FEDERATED",
      state: "CURRENT",
      hint: "identity",
      expiresAt: null,
      federated: { file: tokenFile, issuer: ISSUER, subject: SUBJECT, audience: AUDIENCE },
    });
    connected.app.secrets.length = 0;
    expect(await connected.read()).toEqual([]);

    const verify = async () => {
      const { admin, connectionId: id } = connected.organization;
      const { verifyConnection } = await admin.data(VerifyConnectionDocument, { input: { id } });
      return verifyConnection.verification!.checks.find(({ name }) => name === "CREDENTIAL");
    };
    await write("tokens/identity", await token({ sub: "somebody else" }));
    expect(await verify()).toMatchObject({ state: "FAILED", upstreamCode: "AADSTS700213" });
    await write("tokens/identity", await token({ jti: "the next one" }));
    expect(await verify()).toMatchObject({ state: "PASSED" });
    await rm(tokenFile);
    expect(await verify()).toMatchObject({ state: "FAILED", upstreamCode: null });
    expect((await verify())!.observed).toContain("missing");
  });

  test("links inside an allowed folder are followed, as Kubernetes makes them; links out of it are not", async () => {
    const connected = await start();
    await mkdir(join(folder, "tokens/..2026"));
    await write("tokens/..2026/linked", await token());
    await symlink("..2026", join(folder, "tokens/..data"));
    await symlink("..data/linked", join(folder, "tokens/linked"));
    const outside = await write("elsewhere/token", await token());
    await symlink(outside, join(folder, "tokens/escape"));

    expect((await add(connected, { tokenFile: join(folder, "tokens/escape") })).errors).toMatchObject([
      { code: "CONNECTION_UNUSABLE", message: expect.stringContaining("not below a directory") },
    ]);
    expect((await add(connected, { tokenFile: join(folder, "tokens/linked") })).errors).toEqual([]);
  });

  test("a path elsewhere is refused alike, whether there is a file or not", async () => {
    const connected = await start();
    await write("elsewhere/secret", await token());
    const paths = [
      join(folder, "elsewhere/secret"),
      join(folder, "elsewhere/missing"),
      `${folder}/tokens/../elsewhere/secret`,
      `${folder}/tokens`,
      `${folder}/tokens-of-others/x`,
      "tokens/identity",
      "/etc/passwd",
      `${folder}/tokens/a\0b`,
      "",
    ];
    const messages = new Set<string>();
    for (const tokenFile of paths) {
      const { errors } = await add(connected, { tokenFile });
      expect(errors).toMatchObject([{ code: "CONNECTION_UNUSABLE", path: ["federated", "tokenFile"] }]);
      messages.add(errors[0]!.message);
    }
    expect(messages.size).toBe(1);
    expect(gateway.emulator.log.entries()).toEqual([]);
  });

  test.each([
    ["a missing file", undefined, /missing/],
    ["no token", "hello", /holds no token/],
    ["far too much", "x".repeat(70_000), /larger than 65536/],
  ])("%s is told before anything is asked", async (name, text, message) => {
    const connected = await start();
    const path = `tokens/${name.replaceAll(" ", "-")}`;
    const tokenFile = text === undefined ? join(folder, path) : await write(path, text);

    const { errors } = await add(connected, { tokenFile });

    expect(errors[0]!.message).toMatch(message);
    expect(gateway.emulator.log.entries()).toEqual([]);
  });

  test("issuer, subject and audience that were entered must be the token's, letter by letter", async () => {
    const connected = await start();
    const tokenFile = await write("tokens/compared", await token());

    const wrong = await add(connected, { tokenFile, subject: SUBJECT.toUpperCase() });
    expect(wrong.errors).toMatchObject([
      {
        code: "INVALID_INPUT",
        path: ["federated", "subject"],
        message: expect.stringContaining("upper and lower case"),
      },
    ]);
    expect((await add(connected, { tokenFile, issuer: `${ISSUER}/` })).errors).toMatchObject([
      { path: ["federated", "issuer"] },
    ]);
    const foreign = await write("tokens/foreign", await token({ aud: "api://other" }));
    expect((await add(connected, { tokenFile: foreign })).errors).toMatchObject([{ path: ["federated", "audience"] }]);
    expect(gateway.emulator.log.entries()).toEqual([]);
  });

  test("a registration that does not know the subject refuses, and nothing changes", async () => {
    const connected = await start("another:subject");
    const tokenFile = await write("tokens/unknown", await token());

    const { errors } = await add(connected, { tokenFile });

    expect(errors).toMatchObject([{ code: "CREDENTIAL_REFUSED", upstreamCode: "AADSTS700213" }]);
    expect((await connected.show()).credentials).toHaveLength(1);
  });

  test("no answer, log line or error ever holds a token", () => {
    const texts = [...gateway.answers, ...gateway.logLines];
    for (const text of texts) for (const one of tokens) expect(text.includes(one)).toBe(false);
    for (const text of texts) expect(text).not.toMatch(/eyJ[\w-]{20,}/);
  });
});
