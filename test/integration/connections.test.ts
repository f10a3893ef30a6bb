import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  DEMO_TENANT_ID,
  DEMO_USERS,
  DIRECTORY_APP,
  GATEWAY_APP,
  SECOND_TENANT_ID,
} from "../../emulator/seed/demo-ids.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  ConnectionByIdDocument,
  CreateConnectionDocument,
  type CreateConnectionInput,
  DeleteConnectionDocument,
  SubjectsOnlyDocument,
  UpdateConnectionDocument,
  type UpdateConnectionInput,
  VerifyConnectionDocument,
} from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { codesOf } from "../kit/outcome.js";
import { weekAround } from "../kit/week.js";

describe("connections", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;

  beforeAll(async () => {
    gateway = await startGateway();
  });
  beforeEach(async () => {
    organization = await makeOrganization(gateway, { addresses: [DEMO_USERS.ines.address] });
    gateway.emulator.log.clear();
  });
  afterAll(() => gateway.close());

  const draft = (over: Partial<CreateConnectionInput> = {}): CreateConnectionInput => ({
    organizationId: organization.id,
    name: "another",
    cloud: "EMULATOR",
    tenantId: DEMO_TENANT_ID,
    clientId: GATEWAY_APP.clientId,
    ...over,
  });
  const create = async (over: Partial<CreateConnectionInput> = {}) => {
    const { data } = await organization.admin.query(CreateConnectionDocument, { input: draft(over) });
    return data.createConnection;
  };
  const update = async (changes: Omit<UpdateConnectionInput, "id">) => {
    const input = { id: organization.connectionId, ...changes };
    return (await organization.admin.query(UpdateConnectionDocument, { input })).data.updateConnection;
  };
  const verify = async () => {
    const input = { id: organization.connectionId };
    return (await organization.admin.data(VerifyConnectionDocument, { input })).verifyConnection;
  };
  const read = async (id = organization.connectionId) =>
    (await organization.reader.data(ConnectionByIdDocument, { id })).connection!;
  const view = () =>
    organization.reader.query(SubjectsOnlyDocument, { id: organization.mailboxIds[0]!, ...weekAround(Date.now()) });

  describe("are created, read, changed and deleted", () => {
    test("with what was entered, without the credential, and without asking Microsoft", async () => {
      const expiresAt = "2027-01-31T00:00:00.000Z";
      const { connection, errors } = await create({
        clientSecret: `  ${GATEWAY_APP.clientSecret}\n`,
        clientSecretExpiresAt: expiresAt,
        tenantId: ` ${DEMO_TENANT_ID.toUpperCase()} `,
      });

      expect(errors).toEqual([]);
      expect(connection).toMatchObject({
        name: "another",
        cloud: "EMULATOR",
        access: "APPLICATION",
        supportedAccountTypes: "SINGLE_TENANT",
        tenantId: DEMO_TENANT_ID,
        clientId: GATEWAY_APP.clientId,
        state: "DRAFT",
        credential: { kind: "CLIENT_SECRET", hint: GATEWAY_APP.clientSecret.slice(0, 3), expiresAt },
        lastVerification: null,
      });
      expect(await read(connection!.id)).toMatchObject(connection!);
      expect(gateway.emulator.log.entries()).toEqual([]);
    });

    test("a verified domain is a tenant ID too", async () => {
      expect((await create({ tenantId: "larkfield.example" })).connection).toMatchObject({
        tenantId: "larkfield.example",
        credential: null,
      });
    });

    test("deletion takes the mailboxes along", async () => {
      const { connectionId: id, mailboxIds } = organization;

      const { deleteConnection } = await organization.admin.data(DeleteConnectionDocument, { input: { id } });

      expect(deleteConnection.deletedId).toBe(id);
      expect(codesOf(await organization.reader.query(ConnectionByIdDocument, { id }))).toEqual(["NOT_FOUND"]);
      expect(codesOf(await view())).toEqual(["NOT_FOUND"]);
      expect(mailboxIds).toHaveLength(1);
    });

    test("a name that is taken is a ConflictError, in a new connection and in a change", async () => {
      expect((await create({ name: "main" })).errors).toMatchObject([
        { __typename: "ConflictError", code: "CONFLICT", path: ["name"] },
      ]);
      await create({ name: "second" });
      expect((await update({ name: "second" })).errors).toMatchObject([
        { __typename: "ConflictError", path: ["name"] },
      ]);
      expect((await read()).name).toBe("main");
    });

    test("of two changes at the same time one wins, and the other gets a ConflictError", async () => {
      const names = ["one", "two", "three", "four"];

      const outcomes = await Promise.all(names.map((name) => update({ name })));

      const winners = outcomes.flatMap(({ connection }) => connection?.name ?? []);
      const problems = outcomes.flatMap(({ errors }) => errors);
      expect(winners.length).toBeGreaterThan(0);
      expect(winners.length + problems.length).toBe(names.length);
      for (const problem of problems) expect(problem).toMatchObject({ __typename: "ConflictError", code: "CONFLICT" });
      expect(winners).toContain((await read()).name);
    });
  });

  describe("what cannot work is refused before it is stored and before Microsoft is asked", () => {
    const guid = "11111111-2222-4333-8444-555555555555";
    test.each<[string, Partial<CreateConnectionInput>, keyof CreateConnectionInput, string]>([
      ["a secret that is a GUID is the Secret ID [demand 7]", { clientSecret: guid }, "clientSecret", "Secret ID"],
      ["an empty secret [demand 8]", { clientSecret: "" }, "clientSecret", "empty"],
      ["a secret of blanks [demand 8]", { clientSecret: " \t" }, "clientSecret", "empty"],
      ["a secret with a blank inside", { clientSecret: "abc def" }, "clientSecret", "blanks"],
      ["a secret that is too long", { clientSecret: "x".repeat(513) }, "clientSecret", "too long"],
      ["a client ID that is no GUID", { clientId: "my app" }, "clientId", "Application (client) ID"],
      ["a client ID with a digit too few", { clientId: guid.slice(1) }, "clientId", "GUID"],
      ["an empty client ID", { clientId: "" }, "clientId", "GUID"],
      ["a client ID of zeros", { clientId: guid.replace(/\d/g, "0") }, "clientId", "GUID"],
      ["a tenant ID that is neither GUID nor domain", { tenantId: "larkfield" }, "tenantId", "Directory (tenant) ID"],
      ["an empty tenant ID", { tenantId: "  " }, "tenantId", "Directory (tenant) ID"],
      ["the word common [demand 6]", { tenantId: "common" }, "tenantId", "names no tenant"],
      ["the word organizations", { tenantId: "Organizations" }, "tenantId", "names no tenant"],
      ["the word consumers", { tenantId: "CONSUMERS" }, "tenantId", "names no tenant"],
      ["one value pasted twice", { tenantId: GATEWAY_APP.clientId }, "clientId", "pasted twice"],
      [
        "personal accounts with application permissions [demand 6]",
        { supportedAccountTypes: "PERSONAL_ONLY" },
        "supportedAccountTypes",
        "personal accounts only",
      ],
      [
        "the tenant of personal accounts",
        { tenantId: "9188040d-6c67-4c5b-b112-36a304b66dad" },
        "tenantId",
        "personal Microsoft accounts",
      ],
      [
        "personal accounts in a national cloud [demand 15]",
        { cloud: "US_GOV_L4", supportedAccountTypes: "MULTI_TENANT_AND_PERSONAL" },
        "supportedAccountTypes",
        "US_GOV_L4",
      ],
      ["an empty name", { name: "" }, "name", "1 to 200"],
      ["a name that is too long", { name: "n".repeat(201) }, "name", "1 to 200"],
    ])("%s", async (_name, over, field, part) => {
      const created = await create({ clientSecret: GATEWAY_APP.clientSecret, ...over });
      const { organizationId: _, ...changes } = over;
      const changed = await update(changes);

      for (const { connection, errors } of [created, changed]) {
        expect(connection).toBeNull();
        expect(errors).toMatchObject([{ __typename: "InvalidInputError", code: "INVALID_INPUT", path: [field] }]);
        expect(errors[0]?.message).toContain(part);
      }
      expect(await read()).toMatchObject({ name: "main", clientId: GATEWAY_APP.clientId, credential: { hint: "Lrk" } });
      expect(gateway.emulator.log.entries()).toEqual([]);
    });

    test("an expiry without a secret that it could be of", async () => {
      const clientSecretExpiresAt = "2027-01-31T00:00:00Z";
      const tenantId = SECOND_TENANT_ID;

      const refused = [await create({ clientSecretExpiresAt }), await update({ tenantId, clientSecretExpiresAt })];

      for (const { errors } of refused) {
        expect(errors).toMatchObject([{ code: "INVALID_INPUT", path: ["clientSecretExpiresAt"] }]);
      }
      expect(await read()).toMatchObject({ tenantId: DEMO_TENANT_ID, credential: { hint: "Lrk" } });
    });
  });

  describe("a change", () => {
    test("of the expiry alone is noted at the stored secret, which stays", async () => {
      const { connection, errors } = await update({ clientSecretExpiresAt: "2027-01-31T00:00:00Z" });

      expect(errors).toEqual([]);
      expect(connection?.credential).toMatchObject({ hint: "Lrk", expiresAt: "2027-01-31T00:00:00.000Z" });
    });

    test.each<[string, Omit<UpdateConnectionInput, "id">]>([
      ["of the tenant ID", { tenantId: SECOND_TENANT_ID }],
      ["of the client ID", { clientId: DIRECTORY_APP.clientId }],
      ["of the cloud", { cloud: "GLOBAL" }],
    ])("%s drops the credential, which belonged to the former one", async (_name, changes) => {
      expect((await update(changes)).connection).toMatchObject({ ...changes, credential: null, state: "DRAFT" });

      expect(codesOf(await view())).toEqual(["CONNECTION_UNUSABLE"]);
      expect(gateway.emulator.log.entries()).toEqual([]);
    });

    test("of the client ID with a new secret takes effect at once, without the former token", async () => {
      await view();
      gateway.emulator.log.clear();

      await update(DIRECTORY_APP);

      expect((await view()).errors).toBeUndefined();
      expect(gateway.emulator.log.entries({ pathEnd: "/token" })).toMatchObject([{ appId: DIRECTORY_APP.clientId }]);
    });

    test("of the name alone keeps the credential, the state and the token", async () => {
      await verify();
      gateway.emulator.log.clear();

      expect((await update({ name: "renamed" })).connection).toMatchObject({ name: "renamed", state: "ACTIVE" });

      expect((await view()).errors).toBeUndefined();
      expect(gateway.emulator.log.count({ pathEnd: "/token" })).toBe(0);
    });

    test("to the same values in another spelling keeps the credential", async () => {
      const { connection } = await update({ tenantId: ` ${DEMO_TENANT_ID.toUpperCase()}` });

      expect(connection?.credential).not.toBeNull();
    });

    test("that is refused writes nothing of itself", async () => {
      await update({ name: "half", clientSecret: "11111111-2222-4333-8444-555555555555" });

      expect(await read()).toMatchObject({ name: "main", credential: { hint: "Lrk" } });
    });
  });

  test("a connection that is switched off asks nobody, and on again must be verified anew", async () => {
    await verify();
    expect((await update({ isEnabled: false })).connection).toMatchObject({ state: "DISABLED" });
    gateway.emulator.log.clear();

    expect(codesOf(await view())).toEqual(["CONNECTION_UNUSABLE"]);
    expect((await update({ name: "still off" })).connection).toMatchObject({ state: "DISABLED" });
    expect((await update({ clientSecret: GATEWAY_APP.clientSecret })).connection).toMatchObject({ state: "DISABLED" });
    expect(gateway.emulator.log.entries()).toEqual([]);

    expect((await update({ isEnabled: true })).connection).toMatchObject({ state: "DRAFT" });
    expect((await view()).errors).toBeUndefined();
  });
});
