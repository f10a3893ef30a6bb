import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { CONNECT_APP, DEMO_TENANT_ID, DEMO_USERS, PERSONAL_USER } from "../../emulator/seed/demo-ids.js";
import { describeInChromium, launchChromium, lookAt, type TestChromium } from "../kit/chromium.js";
import type { TestGateway } from "../kit/gateway.js";
import {
  CalendarsOfMailboxDocument,
  MailboxSignInDocument,
  RequestAdminConsentDocument,
} from "../kit/generated/operations.js";
import { addMailbox, beginSignIn, makeSignInOrganization, startSignInGateway } from "../kit/sign-in.js";

/** Kept outside git, for people to look at. */
const SCREENSHOTS = "coverage/screenshots/connect-pages";

const { mei, ines } = DEMO_USERS;

describeInChromium("the connect pages", () => {
  let gateway: TestGateway;
  let chromium: TestChromium;
  let context: BrowserContext;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    gateway = await startSignInGateway();
    await mkdir(SCREENSHOTS, { recursive: true });
    chromium = await launchChromium();
    context = chromium.context;
  }, 60_000);
  afterAll(async () => {
    await chromium?.close();
    await gateway?.close();
  });
  beforeEach(async () => {
    await context.clearCookies();
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(message.text());
    });
  });
  afterEach(async () => {
    await page.close();
    expect(problems.filter((text) => /Content Security Policy|Refused to/.test(text))).toEqual([]);
  });

  const press = (name: string | RegExp) => page.getByRole("button", { name }).click();
  const sees = (name: string) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
  const look = (name: string) => lookAt(page, join(SCREENSHOTS, name));

  test("from the link to a connected mailbox, and no code stays in the history", async () => {
    const organization = await makeSignInOrganization(gateway, { name: "Planner" });
    const mailboxId = await addMailbox(gateway, organization.signInId, PERSONAL_USER.address);
    const visited: string[] = [];
    page.on("framenavigated", (frame) => visited.push(frame.url()));

    await page.goto(await beginSignIn(organization, { mailboxId }));
    await press(/Pat Quill/);
    await press("Accept");
    await sees("Your calendar is connected");
    await look("connected");

    expect(visited.some((url) => /[?&](code|state)=/.test(url) && url.startsWith(gateway.url))).toBe(false);
    expect(new URL(page.url()).pathname).toBe("/connect/result");
    await page.reload();
    await sees("Your calendar is connected");
    const { mailbox } = await organization.reader.data(MailboxSignInDocument, { id: mailboxId });
    expect(mailbox).toMatchObject({ state: "ACTIVE", signIn: { account: PERSONAL_USER.address } });
    const calendars = await organization.reader.data(CalendarsOfMailboxDocument, { id: mailboxId });
    expect(calendars.mailbox!.calendars!.nodes.length).toBeGreaterThan(0);
  });

  test("a person who needs an administrator gets the message, and the administrator's link leads to the approval", async () => {
    const organization = await makeSignInOrganization(gateway, { tenantId: DEMO_TENANT_ID });
    const tenant = gateway.emulator.store.tenants.get(DEMO_TENANT_ID);
    tenant?.servicePrincipals.delete(CONNECT_APP.clientId);
    const link = await beginSignIn(organization, { loginHint: mei.address });
    await page.goto(link);
    await press(/Mei Carter/);
    await sees("Need admin approval");
    await press("Return to the application without granting consent");
    await sees("An administrator must approve this first");
    await look("approval-needed");

    await page.getByRole("link", { name: "Approve it now" }).click();
    await sees("Approve an application for your organization");
    await look("consent-introduction");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Continue to Microsoft");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1 }).waitFor();
    const other = page.getByRole("link", { name: /Have an admin account/ });
    if (await other.isVisible()) await other.click();
    await press(/Oskar Neumann/);
    await press("Accept");
    await sees("The application is approved");
    await look("consented");
  });

  test("a wrong account and other refusals are told plainly", async () => {
    const organization = await makeSignInOrganization(gateway, { tenantId: DEMO_TENANT_ID });
    const mailboxId = await addMailbox(gateway, organization.signInId, ines.address);
    const link = await beginSignIn(organization, { mailboxId });
    await page.goto(link);
    await page.goto(`${page.url()}&emulator_user=${encodeURIComponent(mei.address)}`);
    await sees("This is another account");
    expect(await page.getByRole("main").textContent()).toContain(ines.address);
    await look("wrong-account");
    await page.goto(link);
    await sees("This link was used already");
    await look("used");
    await page.goto(`${gateway.url}/connect/callback?state=forged&code=x`);
    await sees("This link is not known here");
    expect(page.url()).toBe(`${gateway.url}/connect/result?refused=unknown`);
    const { requestAdminConsent } = await organization.admin.data(RequestAdminConsentDocument, {
      input: { connectionId: organization.signInId },
    });
    await context.clearCookies();
    await page.goto(`${requestAdminConsent.adminConsentUrl}&continue=yes`);
    await press("Cancel");
    await sees("Cancelled");
    await look("cancelled");
  });
});
