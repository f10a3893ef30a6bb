import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import {
  DEMO_TENANT_ID,
  DEMO_USERS,
  EXPIRED_APP,
  GATEWAY_APP,
  SCOPED_APP,
  UNCONSENTED_APP,
} from "../../emulator/seed/demo-ids.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  ConnectionByIdDocument,
  MailboxByIdDocument,
  SubjectsOnlyDocument,
  UpdateConnectionDocument,
  VerifyConnectionDocument,
} from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { weekAround } from "../kit/week.js";

const OTHER_GUID = "11111111-2222-4333-8444-555555555555";

describe("verifyConnection", () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startGateway();
  });
  beforeEach(() => gateway.emulator.log.clear());
  afterAll(() => gateway.close());

  const verify = async ({ admin, connectionId }: TestOrganization, mailboxId?: string) => {
    const input = { id: connectionId, ...(mailboxId !== undefined && { mailboxId }) };
    const { verifyConnection } = await admin.data(VerifyConnectionDocument, { input });
    const checks = new Map(verifyConnection.verification!.checks.map((check) => [check.name, check]));
    return { ...verifyConnection, checks };
  };
  const make = (options: Parameters<typeof makeOrganization>[1] = {}) =>
    makeOrganization(gateway, { addresses: [DEMO_USERS.ines.address], ...options });

  test("passes, and its result can be read later", async () => {
    const organization = await make();

    const { verification, connection, checks } = await verify(organization);

    expect(verification).toMatchObject({ passed: true });
    expect([...checks.values()].map(({ name, state }) => [name, state])).toEqual([
      ["SYNTAX", "PASSED"],
      ["TENANT", "PASSED"],
      ["CLOCK_SKEW", "PASSED"],
      ["CREDENTIAL", "PASSED"],
      ["PERMISSION", "PASSED"],
      ["MAILBOX", "PASSED"],
      ["WRITE", "SKIPPED"],
      ["OUT_OF_SCOPE", "SKIPPED"],
      ["WEBHOOK_ADDRESS", "SKIPPED"],
    ]);
    expect(checks.get("TENANT")!.observed).toContain(DEMO_TENANT_ID);
    // The tenant's document, the token, the mailbox: no more.
    expect(gateway.emulator.log.count({ service: "entra" })).toBe(2);
    expect(gateway.emulator.log.count({ service: "graph" })).toBe(1);
    expect(connection).toMatchObject({ state: "ACTIVE", stateReason: null, lastVerification: verification });
    const { connectionId: id, mailboxIds } = organization;
    const read = await organization.reader.data(ConnectionByIdDocument, { id });
    expect(read.connection!.lastVerification).toEqual(verification);
    const { mailbox } = await organization.reader.data(MailboxByIdDocument, { id: mailboxIds[0]! });
    expect(mailbox).toMatchObject({ state: "ACTIVE", stateReason: null });
    expect(gateway.emulator.log.entries().every((entry) => entry.method !== "PATCH")).toBe(true);
  });

  test("sends its correlation id to Microsoft", async () => {
    const { verification } = await verify(await make());

    const [probe] = gateway.emulator.log.entries({ service: "graph" });
    expect(probe?.clientRequestId).toBe(verification!.correlationId);
  });

  test.each([
    [
      "a wrong secret",
      { app: { ...GATEWAY_APP, clientSecret: "not-the-right-one" } },
      "AADSTS7000215",
      "NEEDS_RECONNECT",
    ],
    ["an expired secret", { app: EXPIRED_APP }, "AADSTS7000222", "NEEDS_RECONNECT"],
    ["an unknown client", { app: { ...GATEWAY_APP, clientId: OTHER_GUID } }, "AADSTS700016", "NEEDS_RECONNECT"],
    ["an unknown tenant", { tenantId: OTHER_GUID }, "AADSTS90002", "NEEDS_RECONNECT"],
  ])("%s fails the credential, and nothing else is tried [demand 10]", async (_name, options, upstreamCode, state) => {
    const { connection, verification, checks } = await verify(await make(options));

    expect(verification!.passed).toBe(false);
    expect(checks.get("CREDENTIAL")).toMatchObject({ state: "FAILED", upstreamCode });
    expect(checks.get("CREDENTIAL")!.action).not.toBeNull();
    expect([checks.get("PERMISSION")!.state, checks.get("MAILBOX")!.state]).toEqual(["SKIPPED", "SKIPPED"]);
    expect(connection).toMatchObject({ state, stateReason: checks.get("CREDENTIAL")!.observed });
    expect(gateway.emulator.log.count({ service: "graph" })).toBe(0);
  });

  test("an application without consent shows a hint, and its mailbox fails [demands 3, 13]", async () => {
    const { connection, checks } = await verify(await make({ app: UNCONSENTED_APP }));

    expect(checks.get("CREDENTIAL")).toMatchObject({ state: "PASSED" });
    expect(checks.get("PERMISSION")).toMatchObject({ state: "HINT" });
    expect(checks.get("PERMISSION")!.observed).toContain("Calendars.ReadWrite");
    expect(checks.get("MAILBOX")).toMatchObject({ state: "FAILED", upstreamCode: "ErrorAccessDenied" });
    expect(connection).toMatchObject({ state: "AWAITING_CONSENT" });
  });

  test("a scoped application passes inside its scope and fails outside, mailbox by mailbox [demand 20]", async () => {
    const organization = await make({
      app: SCOPED_APP,
      addresses: [DEMO_USERS.ines.address, DEMO_USERS.mei.address],
    });
    const [inside, outside] = organization.mailboxIds;

    expect((await verify(organization, outside)).checks.get("MAILBOX")).toMatchObject({
      state: "FAILED",
      upstreamCode: "ErrorAccessDenied",
    });
    expect((await verify(organization, inside)).verification!.passed).toBe(true);
    const stateOf = async (id: string) => (await organization.reader.data(MailboxByIdDocument, { id })).mailbox!.state;
    expect([await stateOf(inside!), await stateOf(outside!)]).toEqual(["ACTIVE", "UNREACHABLE"]);
  });

  test("without a mailbox the probe is skipped and says what to add", async () => {
    const { connection, verification, checks } = await verify(await make({ addresses: [] }));

    expect(verification!.passed).toBe(true);
    expect(checks.get("MAILBOX")).toMatchObject({ state: "SKIPPED" });
    expect(checks.get("MAILBOX")!.action).toContain("Add a mailbox");
    expect(connection!.state).toBe("DRAFT");
  });

  test.each([
    ["a user without a licence [demand 14]", DEMO_USERS.nora.address],
    ["an address that nobody has", "nobody@larkfield.example"],
  ])("%s: the mailbox fails with the possible causes", async (_name, address) => {
    const organization = await make({ addresses: [address] });

    const { connection, checks } = await verify(organization);

    expect(checks.get("MAILBOX")).toMatchObject({ state: "FAILED" });
    expect(checks.get("MAILBOX")!.observed).toMatch(/licence, on-premises, or a guest/);
    expect(connection!.state).toBe("DEGRADED");
    const answer = await organization.reader.query(SubjectsOnlyDocument, {
      id: organization.mailboxIds[0]!,
      ...weekAround(Date.now()),
    });
    expect(answer.errors).toMatchObject([{ extensions: { code: "MAILBOX_UNAVAILABLE" } }]);
  });

  test("a good token in the cache does not hide a secret that went wrong", async () => {
    const secret = "will-be-removed";
    const app = gateway.emulator.add.addApp(gateway.emulator.store.tenant(DEMO_TENANT_ID)!, {
      secrets: [{ value: secret }],
    });
    gateway.emulator.add.consent(app, gateway.emulator.store.tenant(DEMO_TENANT_ID)!, ["Calendars.ReadWrite"]);
    const organization = await make({ app: { clientId: app.appId, clientSecret: secret } });
    expect((await verify(organization)).verification!.passed).toBe(true);

    app.secrets.length = 0;

    expect((await verify(organization)).checks.get("CREDENTIAL")).toMatchObject({
      state: "FAILED",
      upstreamCode: "AADSTS7000215",
    });
  });

  test("a failure that mends itself says so, and the next verification finds it mended", async () => {
    const organization = await make();
    gateway.emulator.faults.add({ match: { service: "entra" }, times: 5, action: { kind: "error", status: 503 } });

    const { checks, connection } = await verify(organization);
    expect(checks.get("CREDENTIAL")).toMatchObject({ state: "FAILED", action: "Verify again later." });
    expect(connection!.state).toBe("DEGRADED");
    gateway.emulator.faults.clear();

    expect((await verify(organization)).connection).toMatchObject({ state: "ACTIVE", stateReason: null });
  });

  test.each(["entra", "graph"] as const)(
    "a caller who goes away while %s is asked does not end the verification, whose finding is still to come",
    async (service) => {
      const organization = await make();
      const { connection: before } = await verify(organization);
      gateway.emulator.log.clear();
      const fault = gateway.emulator.faults.always({ service }, { kind: "hang" });
      const lines = gateway.logLines.length;
      const abort = new AbortController();
      const body = {
        query: "mutation Gone($input: VerifyConnectionInput!) { verifyConnection(input: $input) { errors { code } } }",
        variables: { input: { id: organization.connectionId } },
      };

      const asked = organization.admin.send(body, { signal: abort.signal }).catch((error: unknown) => error);
      setTimeout(() => abort.abort(), 40);
      await asked;

      await vi.waitFor(() => expect(gateway.logLines.slice(lines).join("")).toContain('"operation":"Gone"'));
      gateway.emulator.faults.remove(fault);
      const { connection } = await organization.reader.data(ConnectionByIdDocument, { id: organization.connectionId });
      expect(connection).toMatchObject({ state: before!.state, lastVerification: before!.lastVerification });
      const { mailbox } = await organization.reader.data(MailboxByIdDocument, { id: organization.mailboxIds[0]! });
      expect(mailbox!.state).toBe("ACTIVE");
    },
  );

  test("a disabled connection fails without asking Microsoft and stays disabled", async () => {
    const organization = await make();
    const input = { id: organization.connectionId, isEnabled: false };
    await organization.admin.data(UpdateConnectionDocument, { input });
    gateway.emulator.log.clear();

    const { checks, connection } = await verify(organization);

    expect(checks.get("CREDENTIAL")).toMatchObject({ state: "FAILED", upstreamCode: null });
    expect(connection!.state).toBe("DISABLED");
    expect(gateway.emulator.log.entries()).toEqual([]);
  });
});
