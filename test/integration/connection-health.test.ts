import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { servicePrincipalOf } from "../../emulator/core/service-principals.js";
import { DEMO_TENANT_ID, DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { eventInput } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  ConnectionLifeDocument,
  CreateEventDocument,
  SubjectsOnlyDocument,
  VerifyConnectionDocument,
} from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { weekAround } from "../kit/week.js";

const PEOPLE = [DEMO_USERS.ines.address, DEMO_USERS.tomasz.address, DEMO_USERS.mei.address];

describe("the health of a connection [demand 12]", () => {
  let gateway: TestGateway;
  let aheadMs = 0;

  beforeAll(async () => {
    gateway = await startGateway({ clock: { now: () => Date.now() + aheadMs } });
  });
  beforeEach(() => {
    gateway.emulator.faults.clear();
    gateway.emulator.log.clear();
  });
  afterAll(() => gateway.close());

  const make = async () => {
    const tenant = gateway.emulator.store.tenant(DEMO_TENANT_ID)!;
    const app = gateway.emulator.add.addApp(tenant, { secrets: [{ value: "good" }] });
    gateway.emulator.add.consent(app, tenant, ["Calendars.ReadWrite"]);
    const organization = await makeOrganization(gateway, {
      app: { clientId: app.appId, clientSecret: "good" },
      addresses: PEOPLE,
    });
    await organization.admin.data(VerifyConnectionDocument, { input: { id: organization.connectionId } });
    gateway.emulator.log.clear();
    return { ...organization, app, principal: servicePrincipalOf(gateway.emulator.store, app, tenant) };
  };
  const life = async ({ reader, connectionId: id }: TestOrganization) =>
    (await reader.data(ConnectionLifeDocument, { id })).connection!;
  const read = ({ reader, mailboxIds }: TestOrganization) =>
    Promise.all(mailboxIds.map((id) => reader.query(SubjectsOnlyDocument, { id, ...weekAround(Date.now()) })));
  /** What is noted from now on is written at once. */
  const aMinuteLater = () => {
    aheadMs += 61_000;
  };

  test("a connection that was never used has none: a verification is no use", async () => {
    expect((await life(await make())).health).toBeNull();
  });

  test("comes from reading and writing events, and asks Microsoft nothing more", async () => {
    const organization = await make();
    await read(organization);
    const { health } = await life(organization);

    expect(health).toMatchObject({ lastFailureAt: null, lastError: null, consecutiveFailures: 0 });
    expect(Date.parse(health!.lastSuccessAt!)).toBeGreaterThan(Date.now() - 60_000);
    expect(gateway.emulator.log.count({ pathEnd: "/calendarView" })).toBe(3);
    expect(gateway.emulator.log.count({ service: "entra" })).toBe(0);

    gateway.emulator.faults.always({ service: "graph" }, { kind: "error", status: 403, code: "ErrorAccessDenied" });
    await organization.writer.query(CreateEventDocument, { input: eventInput(organization) });
    expect((await life(organization)).health).toMatchObject({
      lastError: { code: "ErrorAccessDenied", fixer: "TENANT_ADMINISTRATOR" },
      consecutiveFailures: 1,
    });
    expect((await life(organization)).state).toBe("ACTIVE");
  });

  test("a token that the gateway no longer gets is told as NEEDS_RECONNECT, and its next success as ACTIVE", async () => {
    const organization = await make();
    const { secrets } = organization.app;
    const former = secrets.splice(0);
    gateway.emulator.faults.always(
      { service: "graph" },
      { kind: "error", status: 401, code: "InvalidAuthenticationToken" },
    );

    await read(organization);
    aMinuteLater();
    await read(organization);
    await vi.waitFor(async () => expect((await life(organization)).state).toBe("NEEDS_RECONNECT"));
    const told = await life(organization);
    expect(told.health!.lastError!.code).toBe("AADSTS7000215");
    expect(told.history!.nodes[0]).toMatchObject({ cause: "USE_REFUSED_CREDENTIAL", from: "ACTIVE", apiKeyId: null });
    expect(told.nextStep!.sentence).toContain("verifyConnection");

    secrets.push(...former);
    gateway.emulator.faults.clear();
    aMinuteLater();
    await read(organization);
    await vi.waitFor(async () => expect((await life(organization)).state).toBe("ACTIVE"));
  });

  test("consent withdrawn in the tenant shows in three mailboxes and leads to AWAITING_CONSENT [demand 3]", async () => {
    const organization = await make();
    organization.principal.accessPolicy = { kind: "RestrictAccess", mailboxes: new Set() } as never;

    await read(organization);
    aMinuteLater();
    await read(organization);

    await vi.waitFor(async () => expect((await life(organization)).state).toBe("AWAITING_CONSENT"));
    expect((await life(organization)).nextStep).toMatchObject({ fixer: "TENANT_ADMINISTRATOR" });
  });
});
