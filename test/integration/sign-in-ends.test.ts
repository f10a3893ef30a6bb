import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_TENANT_ID, DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import type { TestGateway } from "../kit/gateway.js";
import {
  CalendarsOfMailboxDocument,
  ConnectionConsentDocument,
  MailboxSignInDocument,
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

const { mei, ines, oskar } = DEMO_USERS;

describe("a sign-in that Microsoft ends", () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startSignInGateway();
    const organization = await makeSignInOrganization(gateway);
    const link = await beginSignIn(organization, { loginHint: oskar.address });
    await signIn(gateway, link, { user: oskar.address, organization: "true" });
  });
  afterAll(() => gateway.close());

  const userOf = (id: string) => gateway.emulator.store.tenants.get(DEMO_TENANT_ID)!.users.get(id)!;

  test("a token that Graph refuses is renewed once, without the person", async () => {
    const organization = await makeSignInOrganization(gateway);
    const mailboxId = await addMailbox(gateway, organization.signInId, ines.address);
    await signIn(gateway, await beginSignIn(organization, { mailboxId }), { user: ines.address });
    await organization.reader.data(CalendarsOfMailboxDocument, { id: mailboxId });
    gateway.emulator.log.clear();
    gateway.emulator.faults.add({
      match: { service: "graph", path: "*/calendars" },
      action: { kind: "error", status: 401, code: "InvalidAuthenticationToken" },
    });

    await organization.reader.data(CalendarsOfMailboxDocument, { id: mailboxId });

    const grants = gateway.emulator.log.entries({ service: "entra" }).map(({ grantType }) => grantType);
    expect(grants).toEqual(["refresh_token"]);
  });

  test("invalid_grant makes mailbox and connection need a reconnect, with the reason; the next request asks nobody", async () => {
    const organization = await makeSignInOrganization(gateway);
    const mailboxId = await addMailbox(gateway, organization.signInId, mei.address);
    await signIn(gateway, await beginSignIn(organization, { mailboxId }), { user: mei.address });
    userOf(mei.id).tokensValidFrom = gateway.emulator.clock.now() + 1_000;
    gateway.emulator.faults.add({
      match: { service: "graph", path: "*/calendars" },
      action: { kind: "error", status: 401, code: "InvalidAuthenticationToken" },
    });

    const answer = await organization.reader.query(CalendarsOfMailboxDocument, { id: mailboxId });
    gateway.emulator.log.clear();
    const second = await organization.reader.query(CalendarsOfMailboxDocument, { id: mailboxId });

    expect(codesOf(answer)).toEqual(["CREDENTIAL_REFUSED"]);
    expect(codesOf(second)).toEqual(["CREDENTIAL_REFUSED"]);
    expect(second.errors?.[0]?.message).toContain("beginMailboxAuthorization");
    expect(gateway.emulator.log.entries()).toEqual([]);
    const { mailbox } = await organization.reader.data(MailboxSignInDocument, { id: mailboxId });
    expect(mailbox).toMatchObject({
      state: "NEEDS_RECONNECT",
      signIn: { state: "NEEDS_RECONNECT", stateCode: "AADSTS50173" },
    });
    expect(mailbox!.stateReason?.length).toBeGreaterThan(20);
    const { connection } = await organization.reader.data(ConnectionConsentDocument, { id: organization.signInId });
    expect(connection).toMatchObject({ state: "NEEDS_RECONNECT" });
    expect(connection!.stateReason).toContain(mei.address);

    userOf(mei.id).tokensValidFrom = 0;
    const page = await signIn(gateway, await beginSignIn(organization, { mailboxId }), { user: mei.address });
    expect(headingOf(page)).toBe("Your calendar is connected");
    expect(codesOf(await organization.reader.query(CalendarsOfMailboxDocument, { id: mailboxId }))).toEqual([]);
    const after = await organization.reader.data(ConnectionConsentDocument, { id: organization.signInId });
    expect(after.connection).toMatchObject({ state: "ACTIVE" });
  });
});
