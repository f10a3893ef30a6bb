import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CONNECT_APP, DEMO_TENANT_ID, DEMO_USERS, PERSONAL_USER } from "../../emulator/seed/demo-ids.js";
import type { TestGateway } from "../kit/gateway.js";
import {
  CalendarsOfMailboxDocument,
  MailboxSignInDocument,
  RequestAdminConsentDocument,
} from "../kit/generated/operations.js";
import { addMailbox, beginSignIn, makeSignInOrganization, startSignInGateway } from "../kit/sign-in.js";

const CHROMIUM = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const isMissing = !existsSync(CHROMIUM) && process.env.CI === undefined;
/** Kept outside git, for people to look at. */
const SCREENSHOTS = "coverage/screenshots/connect-pages";

const { mei, ines } = DEMO_USERS;

describe.skipIf(isMissing)(`the connect pages in Chromium${isMissing ? ` (skipped: no ${CHROMIUM})` : ""}`, () => {
  let gateway: TestGateway;
  let profile: string;
  let context: BrowserContext;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    gateway = await startSignInGateway();
    await mkdir(SCREENSHOTS, { recursive: true });
    profile = await mkdtemp(join(tmpdir(), "connect-chromium-"));
    context = await chromium.launchPersistentContext(profile, { executablePath: CHROMIUM, args: FLAGS });
  }, 60_000);
  afterAll(async () => {
    await context?.close();
    await gateway?.close();
    if (profile !== undefined) await rm(profile, { recursive: true, force: true });
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
  /** As on a phone and as on a desk, in light and in dark; nothing may stick out sideways. */
  async function look(name: string): Promise<void> {
    for (const [kind, width, colorScheme] of [
      ["desk-light", 1100, "light"],
      ["desk-dark", 1100, "dark"],
      ["phone", 360, "light"],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(SCREENSHOTS, `${name}-${kind}.png`), fullPage: true });
      expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
    }
    expect(await page.getByRole("main").count()).toBe(1);
    expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
  }

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
