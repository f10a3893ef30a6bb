import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { TestBrowser } from "../kit/browser.js";
import { eventInput } from "../kit/events.js";
import type { TestGateway } from "../kit/gateway.js";
import { CreateEventDocument, SubjectsOnlyDocument, UpdateConnectionDocument } from "../kit/generated/operations.js";
import {
  addMailbox,
  beginSignIn,
  headingOf,
  makeSignInOrganization,
  type SignInOrganization,
  signIn,
  startSignInGateway,
} from "../kit/sign-in.js";

const { oskar } = DEMO_USERS;
const WINDOW = { start: "2026-03-02T00:00:00Z", end: "2026-03-03T00:00:00Z" };

describe("the permission level of a connection by sign-in [demand 19]", () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startSignInGateway();
  });
  beforeEach(() => gateway.emulator.log.clear());
  afterAll(() => gateway.close());

  /** As an administrator, who may consent for everybody. */
  const connect = async (organization: SignInOrganization, mailboxId: string) => {
    const browser = new TestBrowser();
    const link = await beginSignIn(organization, { mailboxId });
    const page = await signIn(gateway, link, { user: oskar.address, organization: "true" }, browser);
    expect(headingOf(page)).toBe("Your calendar is connected");
    return scopesAskedBy(browser);
  };
  const scopesAskedBy = (browser: TestBrowser) =>
    browser.visited
      .map((url) => new URL(url))
      .filter(({ pathname }) => pathname.endsWith("/authorize"))
      .flatMap(({ searchParams }) => searchParams.get("scope")!.split(" "))
      .filter((scope) => scope.includes("Calendars"));

  test("people are asked for what the level needs, and for more only after it was raised", async () => {
    const organization = await makeSignInOrganization(gateway, { permissionLevel: "READ" });
    const mailboxId = await addMailbox(gateway, organization.signInId, oskar.address);
    const first = await connect(organization, mailboxId);
    const { admin, writer, reader, signInId: id } = organization;
    await admin.data(UpdateConnectionDocument, { input: { id, permissionLevel: "READ_WRITE" } });
    gateway.emulator.log.clear();
    const write = async () => {
      const input = eventInput({ mailboxIds: [mailboxId] });
      return (await writer.query(CreateEventDocument, { input })).data.createEvent;
    };

    const refused = await write();
    const asked = gateway.emulator.log.entries();
    const read = await reader.data(SubjectsOnlyDocument, { id: mailboxId, ...WINDOW });
    const second = await connect(organization, mailboxId);
    const written = await write();

    expect(first).toEqual(["Calendars.Read"]);
    expect(refused.errors).toMatchObject([{ code: "CONSENT_MISSING" }]);
    expect(refused.errors[0]!.message).toContain("beginMailboxAuthorization");
    expect(asked).toEqual([]);
    expect(read.mailbox!.calendarView).not.toBeNull();
    expect(second).toEqual(["Calendars.ReadWrite"]);
    expect(written).toMatchObject({ errors: [], event: { subject: "Planning" } });
  });
});
