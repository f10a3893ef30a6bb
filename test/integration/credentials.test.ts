import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { pairOf, pfxOf, rsaKey, type TestPair } from "../kit/certificates.js";
import { type Connected, connect } from "../kit/credentials.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  AddCredentialDocument,
  type AddCredentialInput,
  GenerateCertificateDocument,
  PromoteCredentialDocument,
  RetireCredentialDocument,
  UpdateConnectionDocument,
  VerifyConnectionDocument,
} from "../kit/generated/operations.js";

const DAY_MS = 86_400_000;
const [FIRST, SECOND, THIRD] = ["one~secret-0001", "two~secret-0002", "thr~secret-0003"] as const;

describe("credentials of a connection", () => {
  let gateway: TestGateway;
  let pair: TestPair;

  beforeAll(async () => {
    gateway = await startGateway();
    pair = pairOf(rsaKey());
  });
  beforeEach(() => gateway.emulator.log.clear());
  afterAll(() => gateway.close());

  const start = (...secrets: readonly [string, ...string[]]) => connect(gateway, ...secrets);
  const add = async ({ organization, connectionId }: Connected, input: Omit<AddCredentialInput, "connectionId">) =>
    (await organization.admin.query(AddCredentialDocument, { input: { connectionId, ...input } })).data.addCredential;
  const promote = async ({ organization }: Connected, id: string) =>
    (await organization.admin.query(PromoteCredentialDocument, { input: { id } })).data.promoteCredential;
  const retire = async ({ organization }: Connected, id: string) =>
    (await organization.admin.query(RetireCredentialDocument, { input: { id } })).data.retireCredential;
  const generate = async ({ organization, connectionId }: Connected) =>
    (await organization.admin.data(GenerateCertificateDocument, { input: { connectionId } })).generateCertificate;
  const verify = async ({ organization, connectionId: id }: Connected) =>
    (await organization.admin.data(VerifyConnectionDocument, { input: { id } })).verifyConnection;
  const states = async (connected: Connected) =>
    (await connected.show()).credentials.map(({ kind, hint, state }) => [kind, hint.slice(0, 3), state]);

  test("a new secret is tried, takes over, and the old one stays until it is retired [demand 9]", async () => {
    const connected = await start(FIRST, SECOND);
    expect(await connected.read()).toEqual([]);
    gateway.emulator.log.clear();

    const clientSecretExpiresAt = new Date(Date.now() + 200.5 * DAY_MS).toISOString();
    const { credential, connection, errors } = await add(connected, { clientSecret: SECOND, clientSecretExpiresAt });

    expect(errors).toEqual([]);
    expect(connected.tokenRequests()).toBe(1);
    expect(credential).toMatchObject({ state: "CURRENT", hint: "two", version: 2, daysLeft: 200, certificate: null });
    expect(connection!.credential!.id).toBe(credential!.id);
    const [old] = connection!.credentials;
    expect(old).toMatchObject({ state: "RETIRING", hint: "one" });
    connected.app.secrets.shift();
    expect(await connected.read()).toEqual([]);
    expect(await retire(connected, old!.id)).toMatchObject({ retiredId: old!.id, errors: [] });
    expect(await states(connected)).toEqual([["CLIENT_SECRET", "two", "CURRENT"]]);
    expect(await connected.read()).toEqual([]);
  });

  test("a secret that Entra refuses changes nothing and says why, whatever token is cached [demand 11]", async () => {
    const connected = await start(FIRST);
    await verify(connected);
    const before = await connected.show();

    const { credential, connection, errors } = await add(connected, { clientSecret: "wrong" });

    expect([credential, connection]).toEqual([null, null]);
    expect(errors).toMatchObject([
      {
        code: "CREDENTIAL_REFUSED",
        upstreamCode: "AADSTS7000215",
        message: expect.stringContaining("secret is wrong"),
      },
    ]);
    expect(await connected.show()).toEqual(before);
    expect(before.state).toBe("ACTIVE");
    gateway.emulator.log.clear();
    expect(await connected.read()).toEqual([]);
    expect(connected.tokenRequests()).toBe(0);
  });

  test("while Entra is away, nothing changes either, and the error says that it may work later", async () => {
    const connected = await start(FIRST, SECOND);
    const fault = gateway.emulator.faults.always({ service: "entra" }, { kind: "error", status: 503 });
    const { errors } = await add(connected, { clientSecret: SECOND });
    gateway.emulator.faults.remove(fault);

    expect(errors).toMatchObject([{ code: "UPSTREAM_UNAVAILABLE", retryable: true }]);
    expect(await states(connected)).toEqual([["CLIENT_SECRET", "one", "CURRENT"]]);
  });

  test("the Secret ID is refused before anything is asked [demand 7]", async () => {
    const connected = await start(FIRST);
    const { errors } = await add(connected, { clientSecret: "0f3d7c52-9b18-4e64-a2c5-d81b6f4e3a90" });

    expect(errors).toMatchObject([{ code: "INVALID_INPUT", path: ["clientSecret"] }]);
    expect(errors[0]!.message).toContain("Secret ID");
    expect(gateway.emulator.log.entries()).toEqual([]);
  });

  test("exactly one credential is given, and a third live one is refused until the oldest is retired", async () => {
    const connected = await start(FIRST, SECOND, THIRD);
    for (const input of [{}, { clientSecret: SECOND, federated: { tokenFile: "/x" } }, { certificate: {} }]) {
      expect((await add(connected, input)).errors).toMatchObject([{ code: "INVALID_INPUT" }]);
    }
    await add(connected, { clientSecret: SECOND });
    gateway.emulator.log.clear();

    const { errors } = await add(connected, { clientSecret: THIRD });

    expect(errors).toMatchObject([
      { code: "LIMIT_EXCEEDED", message: expect.stringContaining("Retire the older one") },
    ]);
    expect(connected.tokenRequests()).toBe(0);
  });

  test("promoting the old one rolls back, after it was tried", async () => {
    const connected = await start(FIRST, SECOND);
    const { connection } = await add(connected, { clientSecret: SECOND });
    const [old] = connection!.credentials;

    expect(await promote(connected, old!.id)).toMatchObject({ credential: { state: "CURRENT" }, errors: [] });
    expect(await states(connected)).toEqual([
      ["CLIENT_SECRET", "one", "CURRENT"],
      ["CLIENT_SECRET", "two", "RETIRING"],
    ]);
    connected.app.secrets.splice(1);
    const refused = await promote(connected, connection!.credentials[1]!.id);
    expect(refused.errors).toMatchObject([{ upstreamCode: "AADSTS7000215" }]);
    expect((await states(connected))[0]).toEqual(["CLIENT_SECRET", "one", "CURRENT"]);
  });

  test("the one in use cannot be retired", async () => {
    const connected = await start(FIRST);
    const { credentials } = await connected.show();

    expect((await retire(connected, credentials[0]!.id)).errors).toMatchObject([
      { code: "INVALID_INPUT", message: expect.stringContaining("in use") },
    ]);
    expect(await states(connected)).toHaveLength(1);
  });

  test("two at once: one takes over, the other is told of it", async () => {
    const connected = await start(FIRST, SECOND, THIRD);

    const both = await Promise.all([SECOND, THIRD].map((clientSecret) => add(connected, { clientSecret })));

    const codes = both.map(({ errors }) => errors[0]?.code ?? "done").sort();
    expect([
      ["CONFLICT", "done"],
      ["LIMIT_EXCEEDED", "done"],
    ]).toContainEqual(codes);
    expect((await states(connected)).map(([, , state]) => state)).toEqual(["RETIRING", "CURRENT"]);
  });

  test.each([
    ["as PEM", (own: TestPair) => ({ pem: own.certificatePem + own.privateKeyPem })],
    ["as PFX with its password", (own: TestPair) => ({ pfx: pfxOf(own, "öffne dich"), password: "öffne dich" })],
  ])(
    "a certificate %s works once Entra knows it, with PS256 and its thumbprints shown",
    async (_name, certificateOf) => {
      const connected = await start(FIRST);
      const certificate = certificateOf(pair);

      const early = await add(connected, { certificate });
      expect(early.errors).toMatchObject([{ code: "CREDENTIAL_REFUSED", upstreamCode: "AADSTS700027" }]);
      expect(early.errors[0]!.message).toContain("Upload the public certificate");
      gateway.emulator.add.addCertificate(connected.app, pair.certificatePem);
      const { credential, errors } = await add(connected, { certificate });

      expect(errors).toEqual([]);
      expect(credential).toMatchObject({
        kind: "CERTIFICATE",
        state: "CURRENT",
        hint: pair.thumbprintSha256,
        daysLeft: 89,
        certificate: { pem: pair.certificatePem, thumbprintSha256: pair.thumbprintSha256 },
      });
      connected.app.secrets.length = 0;
      expect(await connected.read()).toEqual([]);
      expect((await verify(connected)).connection!.state).toBe("ACTIVE");
    },
  );

  test("bad certificates are refused before anything is asked, each with the field at fault", async () => {
    const connected = await start(FIRST);
    const cases: [AddCredentialInput["certificate"], string[], RegExp][] = [
      [{ pem: pair.certificatePem }, ["certificate", "pem"], /no private key/],
      [{ pem: "x".repeat(70_000) }, ["certificate", "pem"], /longer than/],
      [{ pfx: pfxOf(pair, "p"), password: "q" }, ["certificate", "password"], /does not open/],
      [{ pem: "x", pfx: "y" }, ["certificate"], /exactly one/],
    ];
    for (const [certificate, path, message] of cases) {
      const { errors } = await add(connected, { certificate });
      expect(errors).toMatchObject([{ code: "INVALID_INPUT", path, message: expect.stringMatching(message) }]);
    }
    expect(gateway.emulator.log.entries()).toEqual([]);
  });

  test("a key pair made here: its certificate is uploaded, then it is promoted, and the key never leaves", async () => {
    const connected = await start(FIRST);
    const { credential } = await generate(connected);
    const { pem, fileName } = credential!.certificate!;
    expect(credential).toMatchObject({ state: "CANDIDATE", daysLeft: 364 });
    expect(fileName).toMatch(/^calendar-gateway-[0-9a-f]{8}\.pem$/);
    expect(pem).not.toContain("PRIVATE");
    expect((await connected.show()).credential!.id).not.toBe(credential!.id);

    const early = await promote(connected, credential!.id);
    expect(early.errors).toMatchObject([{ upstreamCode: "AADSTS700027" }]);
    expect((await connected.show()).credentials[1]).toMatchObject({ state: "CANDIDATE" });
    gateway.emulator.add.addCertificate(connected.app, pem);
    expect((await promote(connected, credential!.id)).errors).toEqual([]);

    connected.app.secrets.length = 0;
    expect(await connected.read()).toEqual([]);
    expect(gateway.answers.filter((text) => text.includes("PRIVATE KEY"))).toEqual([]);
  });

  test("one made key pair waits at a time, and can be thrown away", async () => {
    const connected = await start(FIRST);
    const { credential } = await generate(connected);
    const { organization, connectionId } = connected;
    const again = () => organization.admin.query(GenerateCertificateDocument, { input: { connectionId } });

    expect((await again()).data.generateCertificate.errors).toMatchObject([{ code: "LIMIT_EXCEEDED" }]);
    await retire(connected, credential!.id);
    expect((await again()).data.generateCertificate.errors).toEqual([]);
  });

  test("one that is refused as expired gives way to the older one, once, and is warned of", async () => {
    const connected = await start(FIRST, SECOND);
    const { credential } = await add(connected, { clientSecret: SECOND });
    const { secrets } = connected.app;
    secrets.splice(1, 1, { ...secrets[1]!, endsAt: gateway.emulator.clock.now() - 1 });
    gateway.emulator.log.clear();

    expect((await verify(connected)).verification!.passed).toBe(true);
    expect(connected.tokenRequests()).toBe(2);
    expect(await connected.read()).toEqual([]);
    gateway.emulator.log.clear();
    await verify(connected);
    expect(connected.tokenRequests()).toBe(1);

    const { warnings, credentials } = await connected.show();
    expect(warnings).toMatchObject([{ kind: "CREDENTIAL_REFUSED_AS_EXPIRED", credentialId: credential!.id }]);
    expect(warnings[0]!.message).toContain("uses the older one");
    expect(credentials.find(({ id }) => id === credential!.id)!.refusedAt).not.toBeNull();
    const told = gateway.logLines.filter((line) => line.includes("refused as expired"));
    expect(told).toHaveLength(1);

    secrets.splice(1, 1, { ...secrets[1]!, endsAt: gateway.emulator.clock.now() + DAY_MS });
    expect((await promote(connected, credential!.id)).connection!.warnings).toEqual([]);
    expect((await states(connected)).map(([, , state]) => state)).toEqual(["RETIRING", "CURRENT"]);
    gateway.emulator.log.clear();
    await verify(connected);
    expect(connected.tokenRequests()).toBe(1);
  });

  test("one that is wrong does not give way: that would hide a mistake", async () => {
    const connected = await start(FIRST, SECOND);
    await add(connected, { clientSecret: SECOND });
    connected.app.secrets.splice(1);

    const { verification } = await verify(connected);

    expect(verification!.checks.find(({ name }) => name === "CREDENTIAL")).toMatchObject({
      state: "FAILED",
      upstreamCode: "AADSTS7000215",
    });
  });

  test("a new secret of updateConnection replaces the one in use at once, and another tenant drops them all", async () => {
    const connected = await start(FIRST, SECOND);
    const { admin } = connected.organization;
    const id = connected.connectionId;
    await admin.data(UpdateConnectionDocument, { input: { id, clientSecret: SECOND } });
    expect(await states(connected)).toEqual([["CLIENT_SECRET", "two", "CURRENT"]]);
    expect(await connected.read()).toEqual([]);

    await admin.data(UpdateConnectionDocument, { input: { id, tenantId: "other.example" } });
    expect(await states(connected)).toEqual([]);
  });

  test("a working connection goes on working; one whose credential was refused must be verified", async () => {
    const connected = await start(FIRST, SECOND);
    await verify(connected);
    expect((await add(connected, { clientSecret: SECOND })).connection!.state).toBe("ACTIVE");
    connected.app.secrets.length = 0;
    expect((await verify(connected)).connection!.state).toBe("NEEDS_RECONNECT");
    gateway.emulator.add.addSecret(connected.app, { value: THIRD });
    await retire(connected, (await connected.show()).credentials[0]!.id);

    expect((await add(connected, { clientSecret: THIRD })).connection).toMatchObject({
      state: "DRAFT",
      stateReason: expect.stringContaining("The new credential works"),
    });
  });
});
