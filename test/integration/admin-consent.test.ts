import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  CONNECT_APP,
  DEMO_TENANT_ID,
  DEMO_USERS,
  SECOND_TENANT_ADMIN,
  SECOND_TENANT_ID,
  UNCONSENTED_APP,
} from "../../emulator/seed/demo-ids.js";
import { chooseAt, TestBrowser } from "../kit/browser.js";
import type { TestGateway } from "../kit/gateway.js";
import {
  ConnectionConsentDocument,
  RequestAdminConsentDocument,
  VerifyConnectionDocument,
} from "../kit/generated/operations.js";
import {
  beginSignIn,
  headingOf,
  makeSignInOrganization,
  type SignInOrganization,
  signIn,
  startSignInGateway,
} from "../kit/sign-in.js";

const { mei, oskar } = DEMO_USERS;

describe("an administrator's consent", () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startSignInGateway();
  });
  beforeEach(() => gateway.emulator.log.clear());
  afterAll(() => gateway.close());

  const linkFor = async ({ admin, signInId }: SignInOrganization, anyTenant = false) => {
    const input = { connectionId: signInId, anyTenant };
    const { requestAdminConsent } = await admin.data(RequestAdminConsentDocument, { input });
    return requestAdminConsent.adminConsentUrl!;
  };
  const makeApplication = (app = UNCONSENTED_APP) =>
    makeSignInOrganization(gateway, { access: "APPLICATION", supportedAccountTypes: "SINGLE_TENANT", app });
  /** From the page that introduces to the page that ends it. */
  const approve = (link: string, choice: Readonly<Record<string, string>>, browser = new TestBrowser()) =>
    browser.follow(`${link}&continue=yes`, chooseAt(gateway.emulator.loginUrl, choice));
  const consentOf = async ({ reader, signInId }: SignInOrganization) =>
    (await reader.data(ConnectionConsentDocument, { id: signInId })).connection!;

  test("the link first says who asks for what and why, and does nothing yet [demands 2, 5]", async () => {
    const organization = await makeApplication();
    const browser = new TestBrowser();

    const page = await browser.visit(await linkFor(organization));

    expect([page.status, headingOf(page)]).toEqual([200, "Approve an application for your organization"]);
    expect(page.text).toContain("Calendars.ReadWrite");
    expect(page.text).toContain("Privileged Role Administrator");
    expect(page.text).toContain("People &amp; calendars");
    expect(browser.setCookies).toEqual([]);
    expect(gateway.emulator.log.entries()).toEqual([]);
  });

  test("is recorded with tenant, time and permissions after a token proved it, and the connection can be verified", async () => {
    const organization = await makeApplication();
    const { admin, signInId } = organization;
    await admin.data(VerifyConnectionDocument, { input: { id: signInId } });
    expect(await consentOf(organization)).toMatchObject({ state: "AWAITING_CONSENT", adminConsent: null });
    gateway.emulator.log.clear();

    const page = await approve(await linkFor(organization), { user: oskar.address });

    expect(headingOf(page)).toBe("The application is approved");
    expect(gateway.emulator.log.entries({ service: "entra" }).map(({ grantType }) => grantType)).toContain(
      "client_credentials",
    );
    const { adminConsent, state } = await consentOf(organization);
    expect(adminConsent).toMatchObject({ tenantId: DEMO_TENANT_ID, granted: ["Calendars.ReadWrite"], missing: [] });
    expect(state).toBe("DRAFT");
  });

  test("a refusal with admin_consent=True is a refusal", async () => {
    const organization = await makeApplication();

    const page = await approve(await linkFor(organization), { user: oskar.address, action: "refuse" });

    expect(headingOf(page)).toBe("Cancelled");
    expect((await consentOf(organization)).adminConsent).toBeNull();
  });

  test.each([
    [
      "the documented form",
      { admin_consent: "True", error: "consent_required", error_description: "AADSTS65004: declined" },
      "Cancelled",
    ],
    [
      "the older documented form",
      { error: "permission_denied", error_description: "The admin canceled" },
      "The approval did not work",
    ],
    [
      "an administrator of another directory",
      { error: "access_denied", error_description: "AADSTS50020: no" },
      "The approval did not work",
    ],
    ["consent without a tenant", { admin_consent: "True" }, "The approval did not work"],
    ["a tenant that is none", { admin_consent: "True", tenant: "organizations" }, "The approval did not work"],
    [
      "another tenant than the one asked",
      { admin_consent: "True", tenant: SECOND_TENANT_ID },
      "The approval did not work",
    ],
  ])("%s records nothing", async (_name, answer, heading) => {
    const organization = await makeApplication();
    const browser = new TestBrowser();
    const state = new URL(await browser.next(`${await linkFor(organization)}&continue=yes`)).searchParams.get("state")!;

    const query = new URLSearchParams({ ...answer, state } as Record<string, string>);
    const page = await browser.follow(`${gateway.url}/connect/consent?${query}`);

    expect(headingOf(page)).toBe(heading);
    expect(page.text).not.toContain("The admin canceled");
    expect((await consentOf(organization)).adminConsent).toBeNull();
  });

  test("a forged answer with the right tenant is refused where no token proves it", async () => {
    const fresh = gateway.emulator.add.addApp(gateway.emulator.store.tenants.get(DEMO_TENANT_ID)!, {
      displayName: "Not consented",
      secrets: [{ value: UNCONSENTED_APP.clientSecret }],
      redirectUris: ["http://localhost/connect/consent"],
      requiredPermissions: [{ kind: "Role", value: "Calendars.ReadWrite" }],
    });
    const organization = await makeApplication({ clientId: fresh.appId, clientSecret: UNCONSENTED_APP.clientSecret });
    const browser = new TestBrowser();
    const state = new URL(await browser.next(`${await linkFor(organization)}&continue=yes`)).searchParams.get("state")!;

    const query = new URLSearchParams({ admin_consent: "True", tenant: DEMO_TENANT_ID, state });
    const page = await browser.follow(`${gateway.url}/connect/consent?${query}`);

    expect(headingOf(page)).toBe("The approval did not work");
    expect(page.text).toContain("AADSTS7000229");
    expect((await consentOf(organization)).adminConsent).toBeNull();
  });

  test("what the tenant's token does not show is named as missing", async () => {
    const { add, store } = gateway.emulator;
    const tenant = store.tenants.get(DEMO_TENANT_ID)!;
    const half = add.addApp(tenant, {
      displayName: "Half",
      secrets: [{ value: UNCONSENTED_APP.clientSecret }],
      redirectUris: ["http://localhost/connect/consent"],
      requiredPermissions: [{ kind: "Role", value: "User.Read.All" }],
    });
    const organization = await makeApplication({ clientId: half.appId, clientSecret: UNCONSENTED_APP.clientSecret });

    const page = await approve(await linkFor(organization), { user: oskar.address });

    expect(headingOf(page)).toBe("Approved, but something is missing");
    expect((await consentOf(organization)).adminConsent).toMatchObject({
      granted: ["User.Read.All"],
      missing: ["Calendars.ReadWrite"],
    });
  });

  test("where several tenants may, the one of whoever approves is recorded", async () => {
    const organization = await makeSignInOrganization(gateway);

    const page = await approve(await linkFor(organization, true), { user: SECOND_TENANT_ADMIN.address });

    expect(headingOf(page)).toBe("The application is approved");
    expect((await consentOf(organization)).adminConsent).toMatchObject({ tenantId: SECOND_TENANT_ID, granted: null });
  });

  test("a person who may not consent gets a message and a link for an administrator, and can sign in after [demands 1, 2]", async () => {
    const organization = await makeSignInOrganization(gateway);
    gateway.emulator.store.tenants.get(DEMO_TENANT_ID)?.servicePrincipals.delete(CONNECT_APP.clientId);
    const browser = new TestBrowser();
    const refused = await signIn(
      gateway,
      await beginSignIn(organization, { loginHint: mei.address }),
      { user: mei.address, action: "refuse" },
      browser,
    );
    const again = await browser.visit(refused.url);

    expect(headingOf(refused)).toBe("An administrator must approve this first");
    expect(refused.text).toContain("mailto:?subject=");
    expect(refused.text).toContain("Calendars.ReadWrite");
    const link = /href="([^"]*\/connect\/start\?flow=[\w-]{43})"/.exec(refused.text)?.[1] ?? "";
    expect(again.text).toContain(link);
    expect(headingOf(await approve(link, { user: oskar.address }))).toBe("The application is approved");
    const page = await signIn(gateway, await beginSignIn(organization, { loginHint: mei.address }), {
      user: mei.address,
    });
    expect(headingOf(page)).toBe("Your calendar is connected");
  });
});
