import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { PERSONAL_USER } from "../../emulator/seed/demo-ids.js";
import { describeInChromium, launchChromium, lookAt, type TestChromium } from "../kit/chromium.js";
import { eventInput } from "../kit/events.js";
import type { TestGateway } from "../kit/gateway.js";
import {
  CreateEventDocument,
  CreateInvitationDocument,
  InvitationOfMailboxDocument,
  RevokeInvitationDocument,
  SubjectsOnlyDocument,
} from "../kit/generated/operations.js";
import { inviteByLink } from "../kit/invitations.js";
import { makeSignInOrganization, startSignInGateway } from "../kit/sign-in.js";
import { linkIn, smtpEnv, startSmtpServer, type TestSmtpServer } from "../kit/smtp.js";

/** Kept outside git, for people to look at. */
const SCREENSHOTS = "coverage/screenshots/invitation";
const PHONE = { width: 360, height: 740 };

describeInChromium("an invitation", () => {
  let smtp: TestSmtpServer;
  let gateway: TestGateway;
  let chromium: TestChromium;
  let context: BrowserContext;
  let page: Page;
  let problems: string[];
  /** What was sent, as it went over the line. */
  let asked: Promise<{ readonly url: string; readonly referrer: string | undefined }>[];

  beforeAll(async () => {
    smtp = await startSmtpServer();
    await mkdir(SCREENSHOTS, { recursive: true });
    chromium = await launchChromium();
    context = chromium.context;
  }, 60_000);
  afterAll(async () => {
    await chromium?.close();
    await smtp?.close();
  });
  beforeEach(async () => {
    // A person who has consented once is not asked again, so each test has a Microsoft of its own.
    gateway = await startSignInGateway({ env: smtpEnv(smtp) });
    asked = [];
    problems = [];
    await context.clearCookies();
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(message.text());
    });
    page.on("request", (request) => {
      const sent = request.allHeaders().then(({ referer }) => ({ url: request.url(), referrer: referer }));
      // The headers of a request that a later page ends may never be told; who reads them waits for them.
      sent.catch(() => undefined);
      asked.push(sent);
    });
  });
  afterEach(async () => {
    await page.close();
    await gateway.close();
    expect(problems.filter((text) => /Content Security Policy|Refused to/.test(text))).toEqual([]);
  });

  const press = (name: string | RegExp) => page.getByRole("button", { name }).click();
  const sees = (name: string) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
  const look = (name: string) => lookAt(page, join(SCREENSHOTS, name));

  test.each([
    ["on a phone", PHONE],
    ["on a desk", { width: 1100, height: 800 }],
  ])("leads from the mail to a connected mailbox and a first event, %s", async (_name, viewport) => {
    await page.setViewportSize(viewport);
    const organization = await makeSignInOrganization(gateway, { name: "Planner" });
    const note = "We plan the summer together.\nIt takes two minutes; call me if something is unclear.";
    const { createInvitation } = await organization.admin.data(CreateInvitationDocument, {
      input: { connectionId: organization.signInId, address: PERSONAL_USER.address, displayName: "Pat Quill", note },
    });
    const mail = await smtp.mailTo(PERSONAL_USER.address);

    await page.goto(linkIn(mail));
    await sees("Connect your calendar");
    expect(await page.getByRole("main").textContent()).toContain(PERSONAL_USER.address);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Continue to Microsoft");
    await page.keyboard.press("Enter");
    await press(/Pat Quill/);
    await press("Accept");
    await sees("Your calendar is connected");

    const { id } = createInvitation.invitation!.mailbox!;
    const { mailbox } = await organization.reader.data(InvitationOfMailboxDocument, { id });
    expect(mailbox).toMatchObject({ state: "ACTIVE", invitation: { state: "ACCEPTED" } });
    const input = eventInput({ mailboxIds: [id] }, { subject: "First of all" });
    const { createEvent } = await organization.writer.data(CreateEventDocument, { input });
    expect(createEvent.event).toMatchObject({ subject: "First of all" });
    const window = { start: "2026-01-01T00:00:00Z", end: "2028-01-01T00:00:00Z" };
    const view = await organization.reader.data(SubjectsOnlyDocument, { id, ...window });
    expect(view.mailbox!.calendarView!.nodes.map(({ subject }) => subject)).toContain("First of all");
    // The link's token is told to nobody: neither to Microsoft nor to later pages.
    const token = linkIn(mail).slice(-43);
    const sent = await Promise.all(asked);
    expect(sent.filter(({ url }) => url.includes(token)).length).toBe(2);
    expect(sent.filter(({ url }) => url.includes(token) && !url.startsWith(`${gateway.url}/invitations/`))).toEqual([]);
    expect(sent.filter(({ referrer }) => referrer?.includes(token))).toEqual([]);
    expect(sent.filter(({ url }) => url.startsWith(gateway.emulator.loginUrl)).length).toBeGreaterThan(1);
  });

  test("reads well, as a mail and as a page", async () => {
    const organization = await makeSignInOrganization(gateway, { name: "Planner" });
    const note = "We plan the summer together.\nIt takes two minutes; call me if something is unclear.";
    await organization.admin.data(CreateInvitationDocument, {
      input: { connectionId: organization.signInId, address: "pat@larkfield.example", displayName: "Pat", note },
    });
    const mail = await smtp.mailTo("pat@larkfield.example");
    await page.goto(linkIn(mail));
    await look("page");

    await page.goto("about:blank");
    await page.setContent(String(mail.parsed.html));
    for (const [kind, width] of [
      ["desk", 1100],
      ["phone", 360],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.screenshot({ path: join(SCREENSHOTS, `mail-${kind}.png`), fullPage: true });
      expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
    }
  });

  test("a wrong account is told so, and the invitation opens again", async () => {
    const organization = await makeSignInOrganization(gateway);
    const { link } = await inviteByLink(organization, "pat@larkfield.example");
    await page.goto(link);
    await press("Continue to Microsoft");
    await press(/Pat Quill/);
    await press("Accept");
    await sees("This is another account");
    const text = await page.getByRole("main").textContent();
    expect(text).toContain("pat@larkfield.example");
    expect(text).toContain(PERSONAL_USER.address);
    await look("wrong-account");
    await page.goto(link);
    await sees("Connect your calendar");
  });

  test("a browser that leaves no page by itself has a link to go on", async () => {
    const organization = await makeSignInOrganization(gateway);
    const { link } = await inviteByLink(organization, PERSONAL_USER.address);
    await page.route("**/invitations/*", async (route) => {
      const response = await route.fetch();
      const { refresh: _, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });
    await page.goto(link);
    await press("Continue to Microsoft");
    await sees("On to Microsoft");
    await look("on-to-microsoft");
    await page.getByRole("link", { name: "Continue to Microsoft" }).click();
    await press(/Pat Quill/);
    await page.getByRole("button", { name: "Accept" }).waitFor();
  });

  test("what has ended, or never was, is told plainly", async () => {
    const organization = await makeSignInOrganization(gateway);
    const { link, id } = await inviteByLink(organization, "pat@larkfield.example");
    await organization.admin.data(RevokeInvitationDocument, { input: { id } });
    await page.goto(link);
    await sees("This invitation was withdrawn");
    await look("revoked");
    await page.goto(`${gateway.url}/invitations/${"x".repeat(43)}`);
    await sees("This invitation is not known here");
    await look("unknown");
  });
});
