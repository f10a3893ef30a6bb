import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_TENANT_ID, DEMO_USERS, GATEWAY_APP, UNCONSENTED_APP } from "../../emulator/seed/demo-ids.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  ConnectionLifeDocument,
  UpdateConnectionDocument,
  VerifyConnectionDocument,
} from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";

describe("the life of a connection", () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startGateway();
  });
  beforeEach(() => gateway.emulator.log.clear());
  afterAll(() => gateway.close());

  const make = (options: Parameters<typeof makeOrganization>[1] = {}) =>
    makeOrganization(gateway, { addresses: [DEMO_USERS.ines.address], ...options });
  const verify = async ({ admin, connectionId: id }: TestOrganization) =>
    (await admin.data(VerifyConnectionDocument, { input: { id } })).verifyConnection;
  const update = async ({ admin, connectionId: id }: TestOrganization, changes: object) =>
    (await admin.data(UpdateConnectionDocument, { input: { id, ...changes } })).updateConnection.connection!;
  const life = async ({ reader, connectionId: id }: TestOrganization, page: { first?: number; after?: string } = {}) =>
    (await reader.data(ConnectionLifeDocument, { id, ...page })).connection!;

  test("is told newest first, with cause, correlation id and who", async () => {
    const organization = await make();
    const { verification } = await verify(organization);
    await update(organization, { isEnabled: false });
    await update(organization, { isEnabled: true });

    const { history, state, nextStep } = await life(organization);

    expect(history!.nodes.map(({ from, to, cause }) => [from, to, cause])).toEqual([
      ["DISABLED", "DRAFT", "SWITCHED_ON"],
      ["ACTIVE", "DISABLED", "SWITCHED_OFF"],
      ["DRAFT", "ACTIVE", "CHECK_PASSED"],
      [null, "DRAFT", "CREATED"],
    ]);
    expect(history!.nodes[2]!.correlationId).toBe(verification!.correlationId);
    expect(history!.nodes.every(({ apiKeyId }) => apiKeyId?.startsWith("key_"))).toBe(true);
    expect(state).toBe("DRAFT");
    expect(nextStep!.sentence).toContain("verifyConnection");
  });

  test("is paged from the newest to the oldest", async () => {
    const organization = await make();
    await verify(organization);
    await update(organization, { isEnabled: false });

    const newest = (await life(organization, { first: 2 })).history!;
    const oldest = (await life(organization, { first: 2, after: newest.pageInfo.endCursor! })).history!;

    expect(newest.nodes.map(({ to }) => to)).toEqual(["DISABLED", "ACTIVE"]);
    expect(newest.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(oldest.nodes.map(({ to }) => to)).toEqual(["DRAFT"]);
    expect(oldest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  test("a verification that finds nothing new adds nothing to it", async () => {
    const organization = await make();
    await verify(organization);
    await verify(organization);

    expect((await life(organization)).history!.nodes).toHaveLength(2);
  });

  test.each([
    ["supported account types", { supportedAccountTypes: "MULTI_TENANT" }],
    ["access", { access: "DELEGATED" }],
    ["tenant", { tenantId: "larkfield.example", clientSecret: GATEWAY_APP.clientSecret }],
    ["client", { clientId: UNCONSENTED_APP.clientId, clientSecret: UNCONSENTED_APP.clientSecret }],
    ["credential", { clientSecret: GATEWAY_APP.clientSecret }],
  ])("a change of %s puts it back to DRAFT", async (_name, changes) => {
    const organization = await make();
    expect((await verify(organization)).connection!.state).toBe("ACTIVE");

    expect(await update(organization, changes)).toMatchObject({
      state: "DRAFT",
      stateReason: "Changed since the last verification.",
    });
    expect((await life(organization)).history!.nodes[0]).toMatchObject({ from: "ACTIVE", cause: "CHANGED" });
  });

  test("a new name leaves it where it is", async () => {
    const organization = await make();
    await verify(organization);

    expect(await update(organization, { name: "Renamed" })).toMatchObject({ state: "ACTIVE" });
  });

  test("a tenant without the application awaits consent and no new credential (AADSTS7000229) [demand 2]", async () => {
    const { emulator } = gateway;
    const tenant = emulator.store.tenant(DEMO_TENANT_ID)!;
    const app = emulator.add.addApp(tenant, { secrets: [{ value: "good" }], signInAudience: "AzureADMultipleOrgs" });
    tenant.servicePrincipals.delete(app.appId);
    const organization = await make({ app: { clientId: app.appId, clientSecret: "good" } });

    const { connection, verification } = await verify(organization);

    const credential = verification!.checks.find(({ name }) => name === "CREDENTIAL");
    expect(credential).toMatchObject({ state: "FAILED", upstreamCode: "AADSTS7000229" });
    expect(connection).toMatchObject({ state: "AWAITING_CONSENT" });
    const { history, nextStep } = await life(organization);
    expect(history!.nodes[0]).toMatchObject({ to: "AWAITING_CONSENT", code: "AADSTS7000229" });
    expect(nextStep).toMatchObject({ fixer: "TENANT_ADMINISTRATOR" });
  });

  test("another organization's key reads none of it", async () => {
    const [mine, theirs] = [await make(), await make()];

    const { data, errors } = await theirs.admin.query(ConnectionLifeDocument, { id: mine.connectionId });

    expect(data.connection).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
  });
});
