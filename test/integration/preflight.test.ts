import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { servicePrincipalOf } from "../../emulator/core/service-principals.js";
import { DEMO_TENANT_ID, DEMO_USERS, SCOPED_APP, UNCONSENTED_APP } from "../../emulator/seed/demo-ids.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  NodeOfDocument,
  UpdateConnectionDocument,
  VerificationByIdDocument,
  VerifyConnectionDocument,
  type VerifyConnectionInput,
} from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { codesOf } from "../kit/outcome.js";

describe("preflight", () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startGateway();
  });
  beforeEach(() => {
    gateway.emulator.faults.clear();
    gateway.emulator.log.clear();
  });
  afterAll(() => gateway.close());

  const make = (options: Parameters<typeof makeOrganization>[1] = {}) =>
    makeOrganization(gateway, { addresses: [DEMO_USERS.ines.address], ...options });
  const verify = async (
    { admin, connectionId }: TestOrganization,
    options: Partial<Omit<VerifyConnectionInput, "id">> = {},
  ) => {
    const input = { id: connectionId, ...options } as VerifyConnectionInput;
    const { verifyConnection } = await admin.data(VerifyConnectionDocument, { input });
    const checks = new Map(verifyConnection.verification!.checks.map((check) => [check.name, check]));
    return { ...verifyConnection, checks, at: (name: string) => checks.get(name as never)! };
  };
  const tenant = () => gateway.emulator.store.tenant(DEMO_TENANT_ID)!;
  const eventsOfInes = () => tenant().users.get(DEMO_USERS.ines.id)!.mailbox!.events.size;

  describe("TENANT", () => {
    test("resolves a domain to the tenant's GUID without a credential", async () => {
      const { at } = await verify(await make({ tenantId: "larkfield.example" }));

      expect(at("TENANT")).toMatchObject({ state: "PASSED" });
      expect(at("TENANT").observed).toContain(DEMO_TENANT_ID);
    });

    test("fails for one that is not there, with the code, who mends it and how [demand 10]", async () => {
      const { at, verification } = await verify(await make({ tenantId: "11111111-2222-4333-8444-555555555555" }));

      expect(verification!.passed).toBe(false);
      expect(at("TENANT")).toMatchObject({
        state: "FAILED",
        upstreamCode: "AADSTS90002",
        fixer: "TENANT_ADMINISTRATOR",
      });
      expect(at("TENANT").explanation).toMatchObject({ code: "AADSTS90002" });
      expect(at("TENANT").action).toBe(at("TENANT").explanation!.step);
    });
  });

  describe("PERMISSION", () => {
    test("names the delegated permission as the cause when the token shows none [demand 13]", async () => {
      const { at } = await verify(await make({ app: UNCONSENTED_APP }));

      expect(at("PERMISSION")).toMatchObject({ state: "HINT", fixer: "TENANT_ADMINISTRATOR" });
      expect(at("PERMISSION").observed).toContain("delegated one instead of an application permission");
      expect(at("MAILBOX")).toMatchObject({
        state: "FAILED",
        possibleCauses: ["NO_CONSENT", "DELEGATED_PERMISSION", "OUT_OF_SCOPE"],
      });
    });

    const appWith = (...roles: string[]) => {
      const app = gateway.emulator.add.addApp(tenant(), { secrets: [{ value: "good" }] });
      gateway.emulator.add.consent(app, tenant(), roles);
      return { clientId: app.appId, clientSecret: "good" };
    };

    test.each([
      ["READ_WRITE", "Calendars.ReadWrite", "PASSED"],
      ["READ_WRITE", "Calendars.Read", "HINT"],
      ["READ", "Calendars.Read", "PASSED"],
      ["READ", "Calendars.ReadBasic.All", "HINT"],
      ["FREE_BUSY", "Calendars.ReadBasic.All", "PASSED"],
    ] as const)("at the level %s a token with %s is %s", async (permissionLevel, role, state) => {
      const organization = await make({ app: appWith(role) });
      const input = { id: organization.connectionId, permissionLevel };
      await organization.admin.data(UpdateConnectionDocument, { input });

      expect((await verify(organization)).at("PERMISSION").state).toBe(state);
    });

    test("tells of a permission that is more than needed [demand 19]", async () => {
      const organization = await make();
      const input = { id: organization.connectionId, permissionLevel: "FREE_BUSY" as const };
      await organization.admin.data(UpdateConnectionDocument, { input });

      const { at } = await verify(organization);

      expect(at("PERMISSION")).toMatchObject({ state: "PASSED" });
      expect(at("PERMISSION").observed).toContain("Calendars.ReadWrite, which is more");
      expect(at("PERMISSION").action).toContain("Calendars.ReadBasic.All");
    });
  });

  test.each([
    ["no licence", DEMO_USERS.nora.address, ["UNLICENSED", "ON_PREMISES", "GUEST"]],
    ["an address that nobody has", "nobody@larkfield.example", ["MISSPELLED"]],
  ])("MAILBOX: %s is told by its causes [demand 14]", async (_name, address, causes) => {
    const { at } = await verify(await make({ addresses: [address] }));

    expect(at("MAILBOX")).toMatchObject({ state: "FAILED", possibleCauses: causes });
    expect(at("MAILBOX").upstreamRequestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("MAILBOX: consent withdrawn at Microsoft leads to AWAITING_CONSENT [demand 3]", async () => {
    const app = gateway.emulator.add.addApp(tenant(), { secrets: [{ value: "good" }] });
    gateway.emulator.add.consent(app, tenant(), ["Calendars.ReadWrite"]);
    const organization = await make({ app: { clientId: app.appId, clientSecret: "good" } });
    expect((await verify(organization)).connection!.state).toBe("ACTIVE");

    servicePrincipalOf(gateway.emulator.store, app, tenant()).roles.clear();

    expect((await verify(organization)).connection!.state).toBe("AWAITING_CONSENT");
  });

  describe("WRITE", () => {
    test("creates and removes one hidden event, with two requests", async () => {
      const organization = await make();
      const before = eventsOfInes();

      const { at } = await verify(organization, { tryWriting: true });

      expect(at("WRITE").state).toBe("PASSED");
      expect(eventsOfInes()).toBe(before);
      const methods = gateway.emulator.log.entries({ service: "graph" }).map(({ method }) => method);
      expect(methods).toEqual(["GET", "POST", "DELETE"]);
      expect(gateway.emulator.outbox.notices()).toEqual([]);
    });

    test.each([1, 2, 3])("leaves nothing behind when %d answers to the creation are lost", async (times) => {
      const organization = await make();
      const before = eventsOfInes();
      gateway.emulator.faults.add({
        match: { service: "graph", method: "POST" },
        times,
        action: { kind: "reset", when: "after" },
      });

      await verify(organization, { tryWriting: true });

      expect(eventsOfInes()).toBe(before);
    });

    test("tells of an event that could not be removed", async () => {
      const organization = await make();
      gateway.emulator.faults.always({ service: "graph", method: "DELETE" }, { kind: "error", status: 403 });

      const { at, verification } = await verify(organization, { tryWriting: true });

      expect(at("WRITE")).toMatchObject({ state: "FAILED" });
      expect(at("WRITE").observed).toContain("not removed");
      expect(verification!.passed).toBe(false);
    });

    test.each(["READ", "FREE_BUSY"] as const)("is not tried at the level %s", async (permissionLevel) => {
      const organization = await make();
      const input = { id: organization.connectionId, permissionLevel };
      await organization.admin.data(UpdateConnectionDocument, { input });

      expect((await verify(organization, { tryWriting: true })).at("WRITE").state).toBe("SKIPPED");
      expect(gateway.emulator.log.count({ method: "POST", service: "graph" })).toBe(0);
    });
  });

  describe("OUT_OF_SCOPE", () => {
    test("passes when the tenant refuses the mailbox [demand 20]", async () => {
      const organization = await make({ app: SCOPED_APP });

      const { at, verification } = await verify(organization, { outOfScopeAddress: DEMO_USERS.mei.address });

      expect([at("MAILBOX").state, at("OUT_OF_SCOPE").state]).toEqual(["PASSED", "PASSED"]);
      expect(verification!.passed).toBe(true);
    });

    test("fails when the application reaches it, and the connection stays usable [demand 20]", async () => {
      const { at, verification, connection } = await verify(await make(), {
        outOfScopeAddress: DEMO_USERS.mei.address,
      });

      expect(at("OUT_OF_SCOPE")).toMatchObject({ state: "FAILED", fixer: "TENANT_ADMINISTRATOR" });
      expect(verification!.passed).toBe(false);
      expect(connection!.state).toBe("ACTIVE");
    });

    test("an address that nobody has proves nothing", async () => {
      const { at } = await verify(await make(), { outOfScopeAddress: "nobody@larkfield.example" });

      expect(at("OUT_OF_SCOPE").state).toBe("HINT");
    });

    test("a mailbox of the connection is refused before anything is asked", async () => {
      const { admin, connectionId: id } = await make();
      const input = { id, outOfScopeAddress: DEMO_USERS.ines.address.toUpperCase(), tryWriting: false, wait: true };

      expect(codesOf(await admin.query(VerifyConnectionDocument, { input }))).toEqual(["INVALID_INPUT"]);
      expect(gateway.emulator.log.entries()).toEqual([]);
    });
  });

  describe("a verification", () => {
    test("is started without waiting, and its checks are read as they end", async () => {
      const organization = await make();
      const fault = gateway.emulator.faults.always({ service: "graph" }, { kind: "hang" });

      const { verification, connection } = await verify(organization, { wait: false });
      expect(verification).toMatchObject({ state: "RUNNING", passed: false, finishedAt: null });
      expect(connection!.state).toBe("DRAFT");
      const { id } = verification!;
      const read = async () => (await organization.reader.data(VerificationByIdDocument, { id })).verification!;
      await vi.waitFor(async () =>
        expect((await read()).checks.map(({ name }) => name)).toEqual([
          "SYNTAX",
          "TENANT",
          "CLOCK_SKEW",
          "CREDENTIAL",
          "PERMISSION",
        ]),
      );
      expect(await read()).toMatchObject({ state: "RUNNING", connection: { id: organization.connectionId } });

      gateway.emulator.faults.remove(fault);
    });

    test("that is under way is joined by the next", async () => {
      const organization = await make();
      const [one, two] = await Promise.all([verify(organization), verify(organization)]);

      expect(one.verification!.id).toBe(two.verification!.id);
      expect(gateway.emulator.log.count({ service: "graph" })).toBe(1);
      expect((await verify(organization)).verification!.id).not.toBe(one.verification!.id);
    });

    test("can be read by its id later, by node(id) too, and by nobody else", async () => {
      const [mine, theirs] = [await make(), await make()];
      const { verification } = await verify(mine);
      const { id } = verification!;

      expect((await mine.reader.data(VerificationByIdDocument, { id })).verification).toMatchObject(verification!);
      expect((await mine.reader.data(NodeOfDocument, { id })).node).toEqual({ __typename: "Verification", id });
      expect(codesOf(await theirs.admin.query(VerificationByIdDocument, { id }))).toEqual(["NOT_FOUND"]);
    });
  });
});

test("a clock that is ten minutes ahead fails CLOCK_SKEW and nothing else", async () => {
  const gateway = await startGateway({ clock: { now: () => Date.now() + 600_000 } });
  try {
    const { admin, connectionId: id } = await makeOrganization(gateway, { addresses: [DEMO_USERS.ines.address] });

    const { verifyConnection } = await admin.data(VerifyConnectionDocument, {
      input: { id, tryWriting: false, wait: true },
    });

    const states = new Map(verifyConnection.verification!.checks.map((check) => [check.name, check]));
    expect(states.get("CLOCK_SKEW")).toMatchObject({ state: "FAILED", fixer: "GATEWAY_OPERATOR" });
    expect(states.get("CLOCK_SKEW")!.observed).toMatch(/(599|600|601) seconds ahead/);
    expect(states.get("MAILBOX")!.state).toBe("PASSED");
    expect(verifyConnection.connection!.state).toBe("ACTIVE");
  } finally {
    await gateway.close();
  }
});
