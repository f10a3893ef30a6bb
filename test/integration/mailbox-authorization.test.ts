import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  DEMO_REDIRECT_URIS,
  DEMO_TENANT_ID,
  DEMO_USERS,
  PERSONAL_USER,
  SECOND_TENANT_ADMIN,
} from "../../emulator/seed/demo-ids.js";
import type { TestGateway } from "../kit/gateway.js";
import {
  CalendarsOfMailboxDocument,
  ConnectionConsentDocument,
  DisconnectMailboxDocument,
  MailboxSignInDocument,
  UpdateMailboxDocument,
  VerifyConnectionDocument,
} from "../kit/generated/operations.js";
import { codesOf } from "../kit/outcome.js";
import {
  addMailbox,
  beginSignIn,
  headingOf,
  makeSignInOrganization,
  signIn,
  startSignInGateway,
} from "../kit/sign-in.js";

const { mei, oskar, ines } = DEMO_USERS;

describe("connecting a mailbox by its owner's sign-in", () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startSignInGateway();
    // An administrator of the tenant consents for everybody, so that people can sign in.
    const organization = await makeSignInOrganization(gateway);
    const link = await beginSignIn(organization, { loginHint: oskar.address });
    await signIn(gateway, link, { user: oskar.address, organization: "true" });
  });
  beforeEach(() => gateway.emulator.log.clear());
  afterAll(() => gateway.close());

  test("a person signs in, and the mailbox answers with that person's calendars [demand 1]", async () => {
    const organization = await makeSignInOrganization(gateway);
    const mailboxId = await addMailbox(gateway, organization.signInId, mei.address);
    const before = await organization.reader.query(CalendarsOfMailboxDocument, { id: mailboxId });

    const page = await signIn(gateway, await beginSignIn(organization, { mailboxId }), { user: mei.address });
    const { mailbox } = await organization.reader.data(MailboxSignInDocument, { id: mailboxId });
    const { data } = await organization.reader.query(CalendarsOfMailboxDocument, { id: mailboxId });

    expect(codesOf(before)).toEqual(["CONNECTION_UNUSABLE"]);
    expect([page.status, headingOf(page)]).toEqual([200, "Your calendar is connected"]);
    expect(mailbox).toMatchObject({
      state: "ACTIVE",
      graphUserId: mei.id,
      signIn: { account: mei.address, tenantId: DEMO_TENANT_ID, state: "ACTIVE" },
    });
    expect(data.mailbox!.calendars!.nodes.length).toBeGreaterThan(0);
    const { connection } = await organization.reader.data(ConnectionConsentDocument, { id: organization.signInId });
    expect(connection).toMatchObject({ state: "ACTIVE", stateReason: null });
    const paths = gateway.emulator.log.entries({ service: "graph" }).map(({ path }) => path);
    expect(paths.filter((path) => path.includes("/users/"))).toEqual([]);
  });

  test("an address that was named becomes a mailbox when it signs in", async () => {
    const organization = await makeSignInOrganization(gateway);
    await signIn(gateway, await beginSignIn(organization, { loginHint: ines.address }), { user: ines.address });

    const { connection } = await organization.reader.data(ConnectionConsentDocument, { id: organization.signInId });

    expect(connection!.mailboxes!.nodes).toMatchObject([{ address: ines.address, state: "ACTIVE" }]);
  });

  test("a personal account works, and what it lacks is said", async () => {
    const organization = await makeSignInOrganization(gateway, { supportedAccountTypes: "MULTI_TENANT_AND_PERSONAL" });
    const mailboxId = await addMailbox(gateway, organization.signInId, PERSONAL_USER.address);
    const page = await signIn(gateway, await beginSignIn(organization, { mailboxId }), { user: PERSONAL_USER.address });

    const { mailbox } = await organization.reader.data(MailboxSignInDocument, { id: mailboxId });
    const { data } = await organization.reader.query(CalendarsOfMailboxDocument, { id: mailboxId });

    expect(headingOf(page)).toBe("Your calendar is connected");
    const lacks = mailbox!.capabilities!.filter(({ isAvailable }) => !isAvailable);
    expect(lacks.map(({ name }) => name)).toEqual([
      "FREE_BUSY_OF_OTHERS",
      "MEETING_TIME_SUGGESTIONS",
      "ROOMS",
      "TEAMS_MEETINGS",
      "SHARED_CALENDARS",
      "READ_SETTINGS",
      "WRITE_SETTINGS",
      "READ_CATEGORIES",
      "WRITE_CATEGORIES",
    ]);
    expect(lacks.every(({ reason }) => reason !== null)).toBe(true);
    expect(data.mailbox!.calendars!.nodes.length).toBeGreaterThan(0);
  });

  test("another account is refused with both addresses, and nothing is stored", async () => {
    const organization = await makeSignInOrganization(gateway);
    const mailboxId = await addMailbox(gateway, organization.signInId, mei.address);

    const page = await signIn(gateway, await beginSignIn(organization, { mailboxId }), { user: ines.address });

    expect(headingOf(page)).toBe("This is another account");
    expect(page.text).toContain(mei.address);
    expect(page.text).toContain(ines.address);
    const { mailbox } = await organization.reader.data(MailboxSignInDocument, { id: mailboxId });
    expect(mailbox).toMatchObject({ state: "UNVERIFIED", signIn: null });
  });

  test("a person who cancels is told that nothing was connected", async () => {
    const organization = await makeSignInOrganization(gateway);
    const link = await beginSignIn(organization, { loginHint: mei.address });

    expect(headingOf(await signIn(gateway, link, { user: mei.address, action: "cancel" }))).toBe("Cancelled");
  });

  test("two people of one connection never meet: each mailbox is read with its own sign-in", async () => {
    const organization = await makeSignInOrganization(gateway);
    const [a, b] = [
      await addMailbox(gateway, organization.signInId, mei.address),
      await addMailbox(gateway, organization.signInId, ines.address),
    ];
    const links = [
      await beginSignIn(organization, { mailboxId: a }),
      await beginSignIn(organization, { mailboxId: b }),
    ];
    await Promise.all([
      signIn(gateway, links[0]!, { user: mei.address }),
      signIn(gateway, links[1]!, { user: ines.address }),
    ]);
    gateway.emulator.log.clear();

    const [first, second] = await Promise.all(
      [a, b].map((id) => organization.reader.data(CalendarsOfMailboxDocument, { id })),
    );

    const owners = [first, second].map((data) => data!.mailbox!.calendars!.nodes[0]!.owner?.address);
    expect(owners).toEqual([mei.address, ines.address]);
  });

  const connected = "Your calendar is connected";
  test.each([
    ["SINGLE_TENANT", "AzureADMyOrg", oskar, connected],
    // A guest there, who may not consent.
    ["SINGLE_TENANT", "AzureADMyOrg", SECOND_TENANT_ADMIN, 90094],
    ["SINGLE_TENANT", "AzureADMyOrg", PERSONAL_USER, 50020],
    ["MULTI_TENANT", "AzureADMultipleOrgs", oskar, connected],
    ["MULTI_TENANT", "AzureADMultipleOrgs", SECOND_TENANT_ADMIN, connected],
    ["MULTI_TENANT", "AzureADMultipleOrgs", PERSONAL_USER, 500208],
    ["MULTI_TENANT_AND_PERSONAL", "AzureADandPersonalMicrosoftAccount", SECOND_TENANT_ADMIN, connected],
    ["MULTI_TENANT_AND_PERSONAL", "AzureADandPersonalMicrosoftAccount", PERSONAL_USER, connected],
    ["PERSONAL_ONLY", "PersonalMicrosoftAccount", PERSONAL_USER, connected],
    ["PERSONAL_ONLY", "PersonalMicrosoftAccount", oskar, 500208],
  ] as const)("%s (%s), account %o: %s [demand 3]", async (supportedAccountTypes, signInAudience, user, expected) => {
    const { add, store } = gateway.emulator;
    const secret = `${signInAudience}-secret-of-this-test`;
    const { appId } = add.addApp(store.tenants.get(DEMO_TENANT_ID)!, {
      displayName: signInAudience,
      signInAudience,
      secrets: [{ value: secret }],
      redirectUris: [DEMO_REDIRECT_URIS.gatewaySignIn],
      requiredPermissions: [
        { kind: "Scope", value: "Calendars.ReadWrite" },
        { kind: "Scope", value: "User.Read" },
      ],
    });
    const app = { clientId: appId, clientSecret: secret };
    const organization = await makeSignInOrganization(gateway, { supportedAccountTypes, app });
    const link = await beginSignIn(organization, { loginHint: user.address });

    const page = await signIn(gateway, link, { user: user.address, organization: "true" });

    const code = page.headers.get("x-emulator-aadsts");
    expect(code === null ? headingOf(page) : Number(code)).toBe(expected);
    if (expected !== connected) return;
    const { connection } = await organization.reader.data(ConnectionConsentDocument, { id: organization.signInId });
    const id = connection!.mailboxes!.nodes[0]!.id;
    expect(codesOf(await organization.reader.query(CalendarsOfMailboxDocument, { id }))).toEqual([]);
  });

  test("verifyConnection tries the mailbox with its owner's sign-in", async () => {
    const organization = await makeSignInOrganization(gateway);
    const { admin, signInId } = organization;
    const mailboxId = await addMailbox(gateway, signInId, mei.address);
    const verify = async () =>
      (await admin.data(VerifyConnectionDocument, { input: { id: signInId, mailboxId } })).verifyConnection;
    expect((await verify()).verification).toMatchObject({ passed: false });

    await signIn(gateway, await beginSignIn(organization, { mailboxId }), { user: mei.address });
    const { verification, connection } = await verify();

    const states = Object.fromEntries(verification!.checks.map(({ name, state }) => [name, state]));
    expect(states).toMatchObject({ CREDENTIAL: "SKIPPED", PERMISSION: "SKIPPED", MAILBOX: "PASSED" });
    expect(connection).toMatchObject({ state: "ACTIVE" });
  });

  test("a mailbox that gets another address loses the sign-in of the former one", async () => {
    const organization = await makeSignInOrganization(gateway);
    const mailboxId = await addMailbox(gateway, organization.signInId, mei.address);
    const early = await beginSignIn(organization, { mailboxId });
    await signIn(gateway, await beginSignIn(organization, { mailboxId }), { user: mei.address });

    await organization.admin.data(UpdateMailboxDocument, { input: { id: mailboxId, address: ines.address } });
    const answer = await organization.reader.query(CalendarsOfMailboxDocument, { id: mailboxId });
    const late = await signIn(gateway, early, { user: mei.address });

    expect(codesOf(answer)).toEqual(["CONNECTION_UNUSABLE"]);
    expect(headingOf(late)).toBe("The sign-in did not work");
    const { mailbox } = await organization.reader.data(MailboxSignInDocument, { id: mailboxId });
    expect(mailbox).toMatchObject({ address: ines.address, signIn: null });
  });

  test("disconnecting erases the tokens; the mailbox cannot be reached any more", async () => {
    const organization = await makeSignInOrganization(gateway);
    const mailboxId = await addMailbox(gateway, organization.signInId, mei.address);
    await signIn(gateway, await beginSignIn(organization, { mailboxId }), { user: mei.address });

    const { disconnectMailbox } = await organization.admin.data(DisconnectMailboxDocument, {
      input: { id: mailboxId },
    });
    const answer = await organization.reader.query(CalendarsOfMailboxDocument, { id: mailboxId });

    expect(disconnectMailbox.mailbox).toMatchObject({ state: "NEEDS_RECONNECT", signIn: null });
    expect(codesOf(answer)).toEqual(["CONNECTION_UNUSABLE"]);
    const again = await signIn(gateway, await beginSignIn(organization, { mailboxId }), { user: mei.address });
    expect(headingOf(again)).toBe("Your calendar is connected");
  });
});
