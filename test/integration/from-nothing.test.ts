import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  CONNECT_APP,
  DEMO_TENANT_ID,
  DEMO_USERS,
  PERSONAL_USER,
  UNCONSENTED_APP,
} from "../../emulator/seed/demo-ids.js";
import { chooseAt, TestBrowser } from "../kit/browser.js";
import { eventInput } from "../kit/events.js";
import type { TestGateway } from "../kit/gateway.js";
import {
  BeginMailboxAuthorizationDocument,
  ConnectionGuideDocument,
  type ConnectionGuideInput,
  CreateApiKeyDocument,
  CreateConnectionDocument,
  CreateEventDocument,
  CreateMailboxDocument,
  CreateOrganizationDocument,
  RequestAdminConsentDocument,
  SubjectsOnlyDocument,
  type SupportedAccountTypes,
  VerifyConnectionDocument,
} from "../kit/generated/operations.js";
import { headingOf, signIn, startSignInGateway } from "../kit/sign-in.js";
import type { TestClient } from "../kit/test-client.js";

const { ines, oskar } = DEMO_USERS;
const WINDOW = { start: "2026-03-02T00:00:00Z", end: "2026-03-03T00:00:00Z" };

/** Only the public API and the pages: nothing is reached into, and nothing was there before. */
describe("from nothing to a first event", () => {
  let gateway: TestGateway;

  beforeEach(async () => {
    gateway = await startSignInGateway();
  });
  afterEach(() => gateway.close());

  const organization = async (): Promise<{ readonly id: string; readonly admin: TestClient }> => {
    const input = { name: "Larkfield", slug: "larkfield" };
    const { createOrganization } = await gateway.owner.data(CreateOrganizationDocument, { input });
    const id = createOrganization.organization!.id;
    const key = { organizationId: id, name: "set-up", role: "ADMIN" } as const;
    const { createApiKey } = await gateway.owner.data(CreateApiKeyDocument, { input: key });
    return { id, admin: gateway.as(createApiKey.token!) };
  };
  const guideFor = async (admin: TestClient, input: ConnectionGuideInput) =>
    (await admin.data(ConnectionGuideDocument, { input })).connectionGuide;
  /** The first event, written and read back. */
  const firstEvent = async (admin: TestClient, mailboxId: string) => {
    const input = eventInput({ mailboxIds: [mailboxId] }, { subject: "The first one" });
    const { createEvent } = await admin.data(CreateEventDocument, { input });
    expect(createEvent.errors).toEqual([]);
    const { mailbox } = await admin.data(SubjectsOnlyDocument, { id: mailboxId, ...WINDOW });
    return mailbox!.calendarView!.nodes.map(({ subject }) => subject);
  };

  test("an administrator configures access to specified mailboxes, and no user is involved [seed, first option]", async () => {
    const { id: organizationId, admin } = await organization();
    const guide = await guideFor(admin, { cloud: "EMULATOR", mailboxes: "WHOLE_ORGANIZATION", mayConsent: false });
    const { createConnection } = await admin.data(CreateConnectionDocument, {
      input: {
        organizationId,
        name: "Microsoft 365",
        cloud: "EMULATOR",
        access: guide.access,
        supportedAccountTypes: guide.supportedAccountTypes,
        tenantId: DEMO_TENANT_ID,
        ...UNCONSENTED_APP,
      },
    });
    const connectionId = createConnection.connection!.id;
    const early = await admin.data(VerifyConnectionDocument, { input: { id: connectionId } });
    const { requestAdminConsent } = await admin.data(RequestAdminConsentDocument, { input: { connectionId } });
    const choose = chooseAt(gateway.emulator.loginUrl, { user: oskar.address });
    const page = await new TestBrowser().follow(`${requestAdminConsent.adminConsentUrl!}&continue=yes`, choose);
    const { createMailbox } = await admin.data(CreateMailboxDocument, {
      input: { connectionId, address: ines.address },
    });
    const mailboxId = createMailbox.mailbox!.id;
    const late = await admin.data(VerifyConnectionDocument, { input: { id: connectionId, mailboxId } });

    expect(guide).toMatchObject({ access: "APPLICATION", supportedAccountTypes: "SINGLE_TENANT" });
    expect(early.verifyConnection.connection).toMatchObject({ state: "AWAITING_CONSENT" });
    expect(headingOf(page)).toBe("The application is approved");
    expect(late.verifyConnection).toMatchObject({ errors: [], connection: { state: "ACTIVE" } });
    expect(await firstEvent(admin, mailboxId)).toContain("The first one");
  });

  test.each([
    ["SINGLE_TENANT", { severalTenants: false, personalAccounts: false }, ines.address],
    ["MULTI_TENANT", { severalTenants: true, personalAccounts: false }, ines.address],
    ["MULTI_TENANT_AND_PERSONAL", { severalTenants: true, personalAccounts: true }, PERSONAL_USER.address],
    ["PERSONAL_ONLY", null, PERSONAL_USER.address],
  ] as const)(
    "a single user connects an own mailbox with %s [seed, second option]",
    async (types, answers, address) => {
      const { id: organizationId, admin } = await organization();
      let supportedAccountTypes: SupportedAccountTypes = types;
      if (answers !== null) {
        const guide = await guideFor(admin, { cloud: "EMULATOR", mailboxes: "EACH_PERSON_CONNECTS", ...answers });
        ({ supportedAccountTypes } = guide);
        expect(guide.redirectUris).toContain(`${gateway.url.replace("127.0.0.1", "localhost")}/connect/callback`);
      }
      const { createConnection } = await admin.data(CreateConnectionDocument, {
        input: {
          organizationId,
          name: "Own mailboxes",
          cloud: "EMULATOR",
          access: "DELEGATED",
          supportedAccountTypes,
          tenantId: DEMO_TENANT_ID,
          ...CONNECT_APP,
        },
      });
      const connectionId = createConnection.connection!.id;
      if (address === ines.address) {
        const { requestAdminConsent } = await admin.data(RequestAdminConsentDocument, { input: { connectionId } });
        const choose = chooseAt(gateway.emulator.loginUrl, { user: oskar.address });
        await new TestBrowser().follow(`${requestAdminConsent.adminConsentUrl!}&continue=yes`, choose);
      }
      const { createMailbox } = await admin.data(CreateMailboxDocument, { input: { connectionId, address } });
      const mailboxId = createMailbox.mailbox!.id;
      const { beginMailboxAuthorization } = await admin.data(BeginMailboxAuthorizationDocument, {
        input: { connectionId, mailboxId },
      });
      const page = await signIn(gateway, beginMailboxAuthorization.authorizationUrl!, { user: address });

      expect(supportedAccountTypes).toBe(types);
      expect(headingOf(page)).toBe("Your calendar is connected");
      expect(await firstEvent(admin, mailboxId)).toContain("The first one");
    },
  );
});
