import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_TEAMS, DEMO_TENANT_ID, DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { appWith, makeVerified } from "../kit/directory.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import * as operations from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { codesOf } from "../kit/outcome.js";

describe("the directory of a connection's tenant", () => {
  let gateway: TestGateway;
  let full: TestOrganization;
  beforeAll(async () => {
    gateway = await startGateway();
    const tenant = gateway.emulator.store.tenant(DEMO_TENANT_ID)!;
    gateway.emulator.add.addUser(tenant, {
      userPrincipalName: "visitor_other.example#EXT#@larkfield.example",
      mail: "visitor@other.example",
      displayName: "Vera Visitor",
      userType: "Guest",
      mailbox: false,
    });
    gateway.emulator.add.addUser(tenant, {
      userPrincipalName: "leaver@larkfield.example",
      mail: null,
      displayName: "Vera Leaver",
      accountEnabled: false,
      mailbox: false,
    });
    full = await makeVerified(gateway, ["User.Read.All", "GroupMember.Read.All", "Place.Read.All"]);
  });
  beforeEach(() => gateway.emulator.log.clear());
  afterAll(() => gateway.close());

  const users = (organization: TestOrganization, search: string, page: { first?: number; after?: string } = {}) =>
    organization.admin.query(operations.DirectoryUsersDocument, {
      connectionId: organization.connectionId,
      search,
      ...page,
    });
  const requests = () => gateway.emulator.log.count({ service: "graph" });

  test("finds people by name and by address with one request, and knows who is specified", async () => {
    const { data } = await users(full, "osk");

    expect(data.connection!.directoryUsers!.nodes).toEqual([
      {
        id: DEMO_USERS.oskar.id,
        displayName: "Oskar Neumann",
        mail: DEMO_USERS.oskar.address,
        userPrincipalName: DEMO_USERS.oskar.address,
        addresses: [DEMO_USERS.oskar.address],
        isGuest: false,
        isEnabled: true,
        mailboxHint: "LICENSED",
        mailbox: { id: full.mailboxIds[0], address: DEMO_USERS.oskar.address },
      },
    ]);
    expect(requests()).toBe(1);
  });

  test("tells guests, disabled accounts and people without an address apart", async () => {
    const { data } = await users(full, "Vera");

    const facts = data.connection!.directoryUsers!.nodes.map((user) => [
      user.displayName,
      user.isGuest,
      user.isEnabled,
      user.mailboxHint,
    ]);
    expect(facts).toEqual([
      ["Vera Leaver", false, false, "NONE"],
      ["Vera Visitor", true, true, "GUEST"],
    ]);
  });

  test("tells rooms where places may be read, with one request more", async () => {
    const asked = { connectionId: full.connectionId, search: "Harbour" };
    const { data } = await full.admin.query(operations.DirectoryRoomsDocument, asked);

    expect(data.connection!.directoryUsers!.nodes).toEqual([{ mail: DEMO_USERS.harbour.address, isRoom: true }]);
    expect(gateway.emulator.log.count({ service: "graph", pathEnd: "/microsoft.graph.room" })).toBe(1);
  });

  test("with basic profiles alone says less and invents nothing", async () => {
    const basic = await makeVerified(gateway, ["User.ReadBasic.All"]);
    const { data } = await users(basic, "Ines");

    expect(data.connection!.directoryUsers!.nodes).toMatchObject([
      { mail: DEMO_USERS.ines.address, isGuest: false, isEnabled: null, mailboxHint: "UNKNOWN", mailbox: null },
    ]);
  });

  test("pages with cursors that nobody can write, which lead nowhere else", async () => {
    const found = await users(full, "o", { first: 1 });
    const page = found.data.connection!.directoryUsers!;
    expect([page.nodes.length, page.pageInfo.hasNextPage]).toEqual([1, true]);
    const next = (await users(full, "o", { first: 1, after: page.pageInfo.endCursor! })).data.connection!;
    expect(next.directoryUsers!.nodes.length).toBeGreaterThan(0);
    const seen = page.nodes.map(({ id }) => id);
    for (const { id } of next.directoryUsers!.nodes) expect(seen).not.toContain(id);

    gateway.emulator.log.clear();
    const other = await makeVerified(gateway, ["User.Read.All"], []);
    gateway.emulator.log.clear();
    const forged = Buffer.from(`${gateway.emulator.graphUrl}/v1.0/users/${DEMO_USERS.mei.id}/events`).toString(
      "base64url",
    );
    for (const [organization, search, after] of [
      [full, "o", forged],
      [full, "a", page.pageInfo.endCursor!],
      [other, "o", page.pageInfo.endCursor!],
      [full, "o", ""],
    ] as const) {
      const answer = await users(organization, search, { after });
      expect(codesOf(answer)).toEqual(["INVALID_INPUT"]);
    }
    expect(requests()).toBe(0);
  });

  test.each(["", "   ", "x".repeat(101), "a\nb", "a\u0000"])(
    "refuses %j as a text to search for, unasked",
    async (text) => {
      expect(codesOf(await users(full, text))).toEqual(["INVALID_INPUT"]);
      expect(requests()).toBe(0);
    },
  );

  test.each(['"', "\\", '" OR "displayName:Ines', '\\" OR "mail:ines', "AND", "(", "%22", "' or 1 eq 1"])(
    "takes %j for a text and not for a query",
    async (text) => {
      const { data, errors } = await users(full, text);

      expect(errors).toBeUndefined();
      expect(data.connection!.directoryUsers!.nodes).toEqual([]);
    },
  );

  test("finds groups and shows their people, with those of groups within", async () => {
    const asked = { connectionId: full.connectionId };
    const { data } = await full.admin.query(operations.DirectoryGroupsDocument, { ...asked, search: "builders" });
    expect(data.connection!.directoryGroups!.nodes).toEqual([
      {
        id: DEMO_TEAMS.builders.id,
        displayName: "Builders",
        mail: DEMO_TEAMS.builders.address,
        description: "Everybody who makes the product",
        groupKind: "MAIL_ENABLED_SECURITY",
      },
    ]);
    const kinds = await full.admin.query(operations.DirectoryGroupsDocument, { ...asked, search: "engineering" });
    expect(kinds.data.connection!.directoryGroups!.nodes[0]!.groupKind).toBe("MICROSOFT_365");

    const people = new Set<string>();
    let after: string | undefined;
    do {
      const variables = { ...asked, groupId: DEMO_TEAMS.builders.id, first: 3, ...(after && { after }) };
      const page = (await full.admin.data(operations.DirectoryGroupMembersDocument, variables)).connection!;
      const { nodes, pageInfo } = page.directoryGroup!.members!;
      for (const { mail } of nodes) people.add(mail!);
      after = pageInfo.hasNextPage ? pageInfo.endCursor! : undefined;
    } while (after !== undefined);
    expect(people).toContain(DEMO_USERS.jonas.address);
    expect(people.size).toBe(7);
  });

  test.each(["../users", "nope", "00000000-0000-4000-8000-000000000000"])("knows no group %j", async (groupId) => {
    const variables = { connectionId: full.connectionId, groupId };
    const answer = await full.admin.query(operations.DirectoryGroupMembersDocument, variables);
    expect(codesOf(answer)).toEqual(["NOT_FOUND"]);
  });

  test("without the permission it is refused with its name before Graph is asked, and works once consented", async () => {
    const app = appWith(gateway, []);
    const organization = await makeOrganization(gateway, { app, addresses: [] });
    const answer = await users(organization, "Ines");
    expect(codesOf(answer)).toEqual(["CONSENT_MISSING"]);
    expect(answer.errors![0]!.message).toContain("User.ReadBasic.All");
    const groups = await organization.admin.query(operations.DirectoryGroupsDocument, {
      connectionId: organization.connectionId,
      search: "x",
    });
    expect(groups.errors![0]!.message).toContain("GroupMember.Read.All");
    expect(requests()).toBe(0);

    const again = await makeOrganization(gateway, { app: appWith(gateway, []), addresses: [DEMO_USERS.ines.address] });
    await again.admin.data(operations.VerifyConnectionDocument, { input: { id: again.connectionId } });
    const tenant = gateway.emulator.store.tenant(DEMO_TENANT_ID)!;
    const clientId = (await again.admin.data(operations.ConnectionByIdDocument, { id: again.connectionId }))
      .connection!;
    gateway.emulator.add.consent(gateway.emulator.store.app(clientId.clientId)!, tenant, ["User.Read.All"]);
    const { errors, data } = await users(again, "Ines");
    expect(errors).toBeUndefined();
    expect(data.connection!.directoryUsers!.nodes).toHaveLength(1);
  });

  test("is for ADMIN keys, of the own organization", async () => {
    const asked = { connectionId: full.connectionId, search: "Ines" };
    for (const client of [full.reader, full.writer]) {
      expect(codesOf(await client.query(operations.DirectoryUsersDocument, asked))).toEqual(["FORBIDDEN"]);
      expect(codesOf(await client.query(operations.DirectoryGroupsDocument, asked))).toEqual(["FORBIDDEN"]);
    }
    const stranger = await makeOrganization(gateway, { addresses: [] });
    const answer = await stranger.admin.query(operations.DirectoryUsersDocument, asked);
    expect(codesOf(answer)).toEqual(["NOT_FOUND"]);
    expect(requests()).toBe(0);
  });

  test("seeing somebody in it does not make the calendars reachable [demand 19]", async () => {
    await users(full, "Mei");
    const { mailboxes } = (
      await full.reader.data(operations.MailboxesByAddressDocument, {
        organizationId: full.id,
        address: DEMO_USERS.mei.address,
      })
    ).organization!;
    expect(mailboxes!.nodes).toEqual([]);
  });
});
