import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_TENANT_ID, DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { makeVerified } from "../kit/directory.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import * as operations from "../kit/generated/operations.js";
import type { TestOrganization } from "../kit/organization.js";
import { codesOf } from "../kit/outcome.js";
import { addMailbox, beginSignIn, makeSignInOrganization, signIn, startSignInGateway } from "../kit/sign-in.js";

const FULL = ["User.Read.All"];
let count = 0;

describe("aliases and changed addresses", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  /** Somebody of the demo tenant, each time another one. */
  let ann: { id: string; primary: string; alias: string };
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.close());
  beforeEach(async () => {
    count += 1;
    const [primary, alias] = [`ann${count}@larkfield.example`, `a.${count}@larkfield.example`];
    const { id } = gateway.emulator.add.addUser(tenant(), {
      userPrincipalName: primary,
      displayName: "Ann",
      aliases: [alias],
    });
    ann = { id, primary, alias };
  });

  const tenant = () => gateway.emulator.store.tenant(DEMO_TENANT_ID)!;
  const change = (id: string, addresses: { mail?: string; aliases?: string[] }) =>
    gateway.emulator.store.changeAddresses(tenant(), tenant().users.get(id)!, addresses);
  const create = async (address: string, extra: { graphUserId?: string } = {}) =>
    (
      await organization.admin.data(operations.CreateMailboxDocument, {
        input: { connectionId: organization.connectionId, address, ...extra },
      })
    ).createMailbox;
  const addressesOf = async (id: string) =>
    (await organization.reader.data(operations.AddressesOfMailboxDocument, { id })).mailbox!;
  const refresh = async (id: string) =>
    (await organization.admin.data(operations.RefreshMailboxDocument, { input: { id } })).refreshMailbox;
  const canRead = async (id: string) =>
    (await organization.reader.query(operations.CalendarsOfMailboxDocument, { id })).errors === undefined;

  test("a mailbox is known by Graph's id as soon as it is specified, and an alias is answered with it", async () => {
    organization = await makeVerified(gateway, FULL);
    const made = await create(ann.primary.toUpperCase());
    expect([made.outcome, made.mailbox!.graphUserId]).toEqual(["CREATED", ann.id]);
    expect(await addressesOf(made.mailbox!.id)).toMatchObject({ address: ann.primary, aliases: [ann.alias] });

    const second = await create(ann.alias);

    expect([second.outcome, second.mailbox!.id]).toEqual(["ALREADY_SPECIFIED", made.mailbox!.id]);
    const { organization: found } = await organization.reader.data(operations.MailboxesByAddressDocument, {
      organizationId: organization.id,
      address: ann.alias.toUpperCase(),
    });
    expect(found!.mailboxes!.nodes.map(({ id }) => id)).toEqual([made.mailbox!.id]);
  });

  test("specified by an alias it is the primary address's mailbox, in a list too", async () => {
    organization = await makeVerified(gateway, FULL);
    const input = {
      connectionId: organization.connectionId,
      csv: `${ann.alias}\n${ann.primary}\nnobody@larkfield.example`,
    };

    const { createMailboxes } = await organization.admin.data(operations.CreateMailboxesDocument, { input });

    const [first, second, third] = createMailboxes.rows!;
    expect(first).toMatchObject({ outcome: "CREATED", mailbox: { address: ann.primary, graphUserId: ann.id } });
    expect(second).toMatchObject({ outcome: "ALREADY_SPECIFIED", mailbox: { id: first!.mailbox!.id } });
    expect([third!.outcome, third!.message]).toEqual(["CREATED", expect.stringContaining("knows nobody")]);
  });

  test("a changed address keeps working, is noticed, and the former one still leads there", async () => {
    organization = await makeVerified(gateway, FULL);
    const { id } = (await create(ann.primary)).mailbox!;
    const married = `ann.jones${count}@larkfield.example`;
    change(ann.id, { mail: married });

    expect(await canRead(id)).toBe(true);
    const refreshed = await refresh(id);
    expect(refreshed).toMatchObject({ formerAddress: ann.primary, mailbox: { address: married, graphUserId: ann.id } });
    expect(refreshed.mailbox!.aliases).toEqual(expect.arrayContaining([ann.alias, ann.primary]));
    expect((await refresh(id)).formerAddress).toBeNull();
    expect(await create(ann.primary)).toMatchObject({ outcome: "ALREADY_SPECIFIED", mailbox: { id } });
  });

  test("an address that went to somebody else is not answered with the mailbox of before", async () => {
    organization = await makeVerified(gateway, FULL);
    const { id } = (await create(ann.primary)).mailbox!;
    change(ann.id, { mail: `gone${count}@larkfield.example`, aliases: [] });
    tenant().userIdsByName.delete(ann.primary);
    Object.assign(tenant().users.get(ann.id)!, { userPrincipalName: `gone${count}@larkfield.example` });
    const bob = gateway.emulator.add.addUser(tenant(), { userPrincipalName: ann.primary, displayName: "Bob" });
    const input = { connectionId: organization.connectionId, address: ann.primary };

    const refused = await organization.admin.query(operations.CreateMailboxDocument, { input });
    expect(codesOf(refused)).toEqual(["CONFLICT"]);
    const rows = await organization.admin.data(operations.CreateMailboxesDocument, {
      input: { connectionId: organization.connectionId, csv: ann.primary },
    });
    expect(rows.createMailboxes.rows![0]).toMatchObject({ outcome: "REFUSED", field: "address" });

    await refresh(id);
    expect((await create(ann.primary)).mailbox!.graphUserId).toBe(bob.id);
  });

  test("mailboxes from before the first verification are looked up when it passes", async () => {
    organization = await makeVerified(gateway, FULL, [ann.alias, DEMO_USERS.oskar.address]);

    const [byAlias, oskar] = organization.mailboxIds;

    expect(await addressesOf(byAlias!)).toMatchObject({
      graphUserId: ann.id,
      address: ann.primary,
      aliases: [ann.alias],
    });
    expect((await addressesOf(oskar!)).graphUserId).toBe(DEMO_USERS.oskar.id);
  });

  test("without the directory's permission an address stands as it was given, and nothing more is asked", async () => {
    organization = await makeVerified(gateway, []);
    gateway.emulator.log.clear();
    const { mailbox, outcome } = await create(ann.primary);

    expect([outcome, mailbox!.graphUserId]).toEqual(["CREATED", null]);
    expect(await addressesOf(mailbox!.id)).toMatchObject({ aliases: [], identityReadAt: null });
    expect(gateway.emulator.log.count({ service: "graph" })).toBe(0);
    const input = { id: mailbox!.id };
    const refused = await organization.admin.query(operations.RefreshMailboxDocument, { input });
    expect(codesOf(refused)).toEqual(["CONSENT_MISSING"]);
  });

  test("a new address entered by an administrator lets the id of before go, one entered by hand stays", async () => {
    organization = await makeVerified(gateway, FULL);
    const { id } = (await create(ann.primary)).mailbox!;
    const update = (address: string) =>
      organization.admin.data(operations.UpdateMailboxDocument, { input: { id, address } });
    const { updateMailbox } = await update(`other${count}@larkfield.example`);
    expect(updateMailbox.mailbox!.graphUserId).toBeNull();
    expect((await addressesOf(id)).aliases).toEqual([]);
    const byHand = await create(`hand${count}@larkfield.example`, { graphUserId: DEMO_USERS.mei.id });
    const input = { id: byHand.mailbox!.id, address: `hands${count}@larkfield.example` };
    const kept = await organization.admin.data(operations.UpdateMailboxDocument, { input });
    expect(kept.updateMailbox.mailbox!.graphUserId).toBe(DEMO_USERS.mei.id);
  });

  test("with a sign-in its owner's own profile says whose it is, and which addresses it has", async () => {
    const signIns = await startSignInGateway();
    try {
      const own = await makeSignInOrganization(signIns);
      const { ines } = DEMO_USERS;
      const administrators = await beginSignIn(own, { loginHint: DEMO_USERS.oskar.address });
      await signIn(signIns, administrators, { user: DEMO_USERS.oskar.address, organization: "true" });
      const id = await addMailbox(signIns, own.signInId, ines.address);
      await signIn(signIns, await beginSignIn(own, { mailboxId: id }), { user: ines.address });
      const home = signIns.emulator.store.tenant(DEMO_TENANT_ID)!;
      signIns.emulator.store.changeAddresses(home, home.users.get(ines.id)!, { mail: "ines.new@larkfield.example" });

      const { refreshMailbox } = await own.admin.data(operations.RefreshMailboxDocument, { input: { id } });

      expect(refreshMailbox).toMatchObject({
        formerAddress: ines.address,
        mailbox: {
          address: "ines.new@larkfield.example",
          graphUserId: ines.id,
          aliases: [ines.address],
          state: "ACTIVE",
        },
      });
      const asked = { connectionId: own.signInId, search: "Ines" };
      const refused = await own.admin.query(operations.DirectoryUsersDocument, asked);
      expect(codesOf(refused)).toEqual(["CONNECTION_UNUSABLE"]);
    } finally {
      await signIns.close();
    }
  });

  test("a directory that fails keeps nobody from specifying mailboxes", async () => {
    organization = await makeVerified(gateway, FULL);
    gateway.emulator.faults.add({ match: { service: "graph" }, action: { kind: "error", status: 503 }, times: 20 });
    const { outcome, mailbox } = await create(ann.primary);
    gateway.emulator.faults.clear();

    expect([outcome, mailbox!.graphUserId]).toEqual(["CREATED", null]);
  });

  test("people who are not specified stay out of reach by whatever address [demand 19]", async () => {
    organization = await makeVerified(gateway, FULL);
    gateway.emulator.log.clear();
    for (const address of [ann.primary, ann.alias]) {
      const { organization: found } = await organization.reader.data(operations.MailboxesByAddressDocument, {
        organizationId: organization.id,
        address,
      });
      expect(found!.mailboxes!.nodes).toEqual([]);
    }
    const { id } = (await create(`someone${count}@larkfield.example`)).mailbox!;
    gateway.emulator.log.clear();
    expect(await canRead(id)).toBe(false);
    expect(gateway.emulator.log.count({ service: "graph", pathEnd: `/users/${ann.id}/calendars` })).toBe(0);
  });
});
