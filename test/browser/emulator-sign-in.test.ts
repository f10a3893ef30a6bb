import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createEmulator, type Emulator } from "../../emulator/index.js";
import {
  CONNECT_APP,
  DEMO_TENANT_ID,
  DEMO_USERS,
  PERSONAL_USER,
  UNCONSENTED_APP,
} from "../../emulator/seed/demo-ids.js";
import { describeInChromium, launchChromium, type TestChromium } from "../kit/chromium.js";

/** The application's side: remembers what came back to it, by query or by form. */
interface Callback {
  readonly path: string;
  readonly members: Record<string, string>;
}

describeInChromium("the sign-in pages", () => {
  let emulator: Emulator;
  let application: Server;
  let origin: string;
  let chromium: TestChromium;
  let context: BrowserContext;
  let page: Page;
  let callbacks: Callback[];
  const problems: string[] = [];

  beforeAll(async () => {
    application = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () => {
        const url = new URL(request.url ?? "/", origin);
        const members = Object.fromEntries([...url.searchParams, ...new URLSearchParams(body)]);
        if (url.pathname !== "/favicon.ico") callbacks.push({ path: url.pathname, members });
        response
          .setHeader("content-type", "text/html")
          .end("<title>Application</title><h1>Back at the application</h1>");
      });
    });
    await new Promise<void>((resolve) => application.listen(0, "127.0.0.1", resolve));
    origin = `http://localhost:${(application.address() as AddressInfo).port}`;
    chromium = await launchChromium();
    context = chromium.context;
  }, 60_000);
  afterAll(async () => {
    await chromium?.close();
    application?.close();
  });
  beforeEach(async () => {
    emulator = await createEmulator();
    callbacks = [];
    await context.clearCookies();
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(error.message));
  });
  afterEach(async () => {
    await page.close();
    await emulator.close();
    // A content security policy that blocks the page's own style or script would show here.
    expect(problems.filter((text) => /Content Security Policy|Refused to/.test(text))).toEqual([]);
  });

  const authorize = (over: Record<string, string> = {}, where = "common") =>
    page.goto(
      `${emulator.loginUrl}/${where}/oauth2/v2.0/authorize?${new URLSearchParams({
        client_id: CONNECT_APP.clientId,
        response_type: "code",
        redirect_uri: `${origin}/auth/callback`,
        scope: "openid profile offline_access Calendars.ReadWrite User.Read",
        state: "st",
        ...over,
      })}`,
    );
  const sees = (name: string) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
  const press = (name: string | RegExp) => page.getByRole("button", { name }).click();
  const back = async (path = "/auth/callback") => {
    await page.waitForURL(`${origin}${path}**`);
    return callbacks.at(-1)?.members ?? {};
  };

  test("a person picks an account, reads the permissions, accepts, and the application gets a working code", async () => {
    await authorize();
    await sees("Pick an account");
    await press(/Pat Quill/);
    await sees("Permissions requested");
    expect(await page.getByText("Have full access to your calendars").isVisible()).toBe(true);
    await press("Accept");
    const { code = "", state } = await back();
    expect(state).toBe("st");
    const answer = await fetch(`${emulator.loginUrl}/common/oauth2/v2.0/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "authorization_code",
        client_id: CONNECT_APP.clientId,
        client_secret: CONNECT_APP.clientSecret,
        redirect_uri: `${origin}/auth/callback`,
        code,
      }),
    });
    expect(answer.status).toBe(200);
    await authorize();
    expect(await back()).toHaveProperty("code");
  });

  test("form_post posts the answer to the application by itself", async () => {
    await authorize({ response_mode: "form_post", login_hint: PERSONAL_USER.address });
    await press(/Pat Quill/);
    await press("Accept");
    expect(await back()).toMatchObject({ state: "st", code: expect.any(String) });
    expect(page.url()).toBe(`${origin}/auth/callback`);
  });

  test("Cancel on either page goes back with access_denied", async () => {
    await authorize();
    await press("Cancel");
    expect(await back()).toEqual({ error: "access_denied", error_subcode: "cancel", state: "st" });
    await authorize();
    await press(/Pat Quill/);
    await press("Cancel");
    expect((await back()).error_description).toMatch(/^AADSTS65004/);
  });

  test("a user needs an administrator, who signs in from that page and consents for everybody", async () => {
    await authorize({}, DEMO_TENANT_ID);
    await press(/Mei Carter/);
    await sees("Need admin approval");
    await page.getByRole("link", { name: /Have an admin account/ }).click();
    await press(/Oskar Neumann/);
    await page.getByLabel(/Consent on behalf of your organization/).check();
    await press("Accept");
    expect(await back()).toHaveProperty("code");
    await authorize({ prompt: "select_account" }, DEMO_TENANT_ID);
    await press(/Mei Carter/);
    expect(await back()).toHaveProperty("code");
  });

  test("where the tenant takes requests, a user asks for approval and goes back without it", async () => {
    const tenant = emulator.store.tenants.get(DEMO_TENANT_ID);
    if (tenant !== undefined) tenant.adminConsentWorkflow = true;
    await authorize({ login_hint: DEMO_USERS.mei.address }, DEMO_TENANT_ID);
    await press(/Mei Carter/);
    await sees("Approval required");
    await page.getByLabel(/justification/).fill("For the fair");
    await press("Request approval");
    await sees("Request sent");
    expect(tenant?.consentRequests).toMatchObject([{ userId: DEMO_USERS.mei.id, reason: "For the fair" }]);
    await press("Back to the application");
    expect((await back()).error_description).toMatch(/^AADSTS90094/);
  });

  test("a wrong name is told on the page and can be corrected, by keyboard alone", async () => {
    await authorize({}, DEMO_TENANT_ID);
    await page.getByLabel("Somebody else").fill("nobody@larkfield.example");
    await page.keyboard.press("Enter");
    expect(await page.getByRole("alert").textContent()).toContain("AADSTS50034");
    await page.getByLabel("Somebody else").focus();
    await page.keyboard.type(DEMO_USERS.oskar.address);
    await page.keyboard.press("Enter");
    await sees("Permissions requested");
  });

  test("an unregistered reply address ends on a page and never reaches it", async () => {
    await authorize({ redirect_uri: `${origin}/elsewhere` });
    expect(await page.getByRole("alert").textContent()).toContain("AADSTS50011");
    expect(callbacks).toEqual([]);
  });

  test("an administrator reviews, approves, and the application's next token has the roles", async () => {
    const link = `${emulator.loginUrl}/${DEMO_TENANT_ID}/adminconsent?${new URLSearchParams({
      client_id: UNCONSENTED_APP.clientId,
      redirect_uri: `${origin}/admin-consent/callback`,
      state: "st",
    })}`;
    await page.goto(link);
    await press(/Mei Carter/);
    await sees("Need admin approval");
    await page.getByRole("link", { name: /Have an admin account/ }).click();
    await press(/Oskar Neumann/);
    await sees("Permissions requested for your organization");
    await press("Cancel");
    expect(await back("/admin-consent/callback")).toMatchObject({ error: "access_denied", admin_consent: "True" });
    await page.goto(link);
    await press("Accept");
    expect(await back("/admin-consent/callback")).toEqual({
      admin_consent: "True",
      tenant: DEMO_TENANT_ID,
      state: "st",
    });
    const roles = emulator.store.tenants.get(DEMO_TENANT_ID)?.servicePrincipals.get(UNCONSENTED_APP.clientId)?.roles;
    expect([...(roles ?? [])]).toEqual(["Calendars.ReadWrite"]);
  });

  test("signing out ends the session", async () => {
    await authorize();
    await press(/Pat Quill/);
    await press("Accept");
    await back();
    await page.goto(`${emulator.loginUrl}/common/oauth2/v2.0/logout`);
    await sees("You signed out of your account");
    await authorize();
    await sees("Pick an account");
  });
});
