import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CONNECT_APP, DEMO_USERS, SECOND_TENANT_ADMIN } from "../../emulator/seed/demo-ids.js";
import { chooseAt, TestBrowser } from "../kit/browser.js";
import type { TestGateway } from "../kit/gateway.js";
import {
  BeginMailboxAuthorizationDocument,
  DisconnectMailboxDocument,
  RequestAdminConsentDocument,
} from "../kit/generated/operations.js";
import { codesOf } from "../kit/outcome.js";
import {
  addMailbox,
  beginSignIn,
  headingOf,
  makeSignInOrganization,
  type SignInOrganization,
  signIn,
  startSignInGateway,
} from "../kit/sign-in.js";

const { mei, ines, oskar } = DEMO_USERS;
const TEN_MINUTES = 600_000;

describe("attacks on a sign-in", () => {
  let gateway: TestGateway;
  let organization: SignInOrganization;
  let skippedMs = 0;

  beforeAll(async () => {
    gateway = await startSignInGateway({ clock: { now: () => Date.now() + skippedMs } });
    organization = await makeSignInOrganization(gateway);
    const link = await beginSignIn(organization, { loginHint: oskar.address });
    await signIn(gateway, link, { user: oskar.address, organization: "true" });
  });
  afterAll(() => gateway.close());

  /** A person at Microsoft's door: the answer that Microsoft sends is caught before the gateway sees it. */
  async function upToCallback(browser: TestBrowser, user = mei.address, of = organization) {
    const link = await beginSignIn(of, { loginHint: user });
    const authorize = await browser.next(link);
    const callback = await browser.next(chooseAt(gateway.emulator.loginUrl, { user })(authorize));
    return { link, authorize, callback };
  }

  test("a state that was used is refused the second time, and by then it holds nothing", async () => {
    const browser = new TestBrowser();
    const { callback, link } = await upToCallback(browser);
    expect(headingOf(await browser.follow(callback))).toBe("Your calendar is connected");
    gateway.emulator.log.clear();

    expect(headingOf(await browser.follow(callback))).toBe("This link was used already");
    expect(headingOf(await browser.follow(link))).toBe("This link was used already");
    expect(gateway.emulator.log.entries({ service: "entra" })).toEqual([]);
  });

  test("of many answers at once with one state, one alone is taken", async () => {
    const browser = new TestBrowser();
    const { callback } = await upToCallback(browser, ines.address);
    gateway.emulator.log.clear();

    const answers = await Promise.all(Array.from({ length: 8 }, () => browser.visit(callback)));

    const ends = answers.map(({ headers }) => new URL(headers.get("location") ?? "").searchParams.get("refused"));
    expect(ends.filter((reason) => reason === null)).toHaveLength(1);
    expect(ends.filter((reason) => reason === "used")).toHaveLength(7);
    const codes = gateway.emulator.log
      .entries({ service: "entra" })
      .filter((e) => e.grantType === "authorization_code");
    expect(codes).toHaveLength(1);
  });

  test("a state that is ten minutes old is refused, and so is a link", async () => {
    const browser = new TestBrowser();
    const { callback } = await upToCallback(browser);
    const unused = await beginSignIn(organization, { loginHint: mei.address });
    skippedMs = TEN_MINUTES;
    try {
      expect(headingOf(await browser.follow(callback))).toBe("This link has expired");
      expect(headingOf(await browser.follow(unused))).toBe("This link has expired");
    } finally {
      skippedMs = 0;
    }
  });

  test.each([
    ["forged", "A".repeat(43)],
    ["empty", ""],
    ["of another form", "../../etc/passwd"],
    ["with markup", "<script>alert(1)</script>"],
  ])("a state that is %s is unknown", async (_name, state) => {
    const browser = new TestBrowser();
    const page = await browser.follow(`${gateway.url}/connect/callback?${new URLSearchParams({ state, code: "x" })}`);

    expect([page.status, headingOf(page)]).toEqual([400, "This link is not known here"]);
    expect(page.text).not.toContain("alert");
  });

  test("a state that stands there twice is not even looked up", async () => {
    const browser = new TestBrowser();
    const { callback } = await upToCallback(browser);

    expect(headingOf(await browser.visit(`${callback}&state=x`))).toBe("This address is incomplete");
  });

  test("login CSRF: an attacker's answer in a victim's browser connects nothing, and spoils nothing", async () => {
    const attacker = new TestBrowser();
    const { callback } = await upToCallback(attacker, SECOND_TENANT_ADMIN.address);
    const victim = new TestBrowser();
    await upToCallback(victim);

    expect(headingOf(await victim.follow(callback))).toBe("This sign-in was begun in another browser");
    expect(headingOf(await new TestBrowser().follow(callback))).toBe("This sign-in was begun in another browser");
  });

  test("a state of a consent is unknown to the sign-in, and the other way round", async () => {
    const browser = new TestBrowser();
    const { callback } = await upToCallback(browser);
    const state = new URL(callback).searchParams.get("state") ?? "";

    const page = await browser.follow(
      `${gateway.url}/connect/consent?${new URLSearchParams({ state, tenant: "x", admin_consent: "True" })}`,
    );

    expect(headingOf(page)).toBe("This link is not known here");
  });

  test("a code of another organization's flow is worth nothing in this one: PKCE and nonce bind it", async () => {
    const other = await makeSignInOrganization(gateway);
    const [mine, theirs] = [new TestBrowser(), new TestBrowser()];
    const own = new URL((await upToCallback(mine, mei.address, organization)).callback);
    const foreign = new URL((await upToCallback(theirs, mei.address, other)).callback);
    own.searchParams.set("code", foreign.searchParams.get("code") ?? "");

    const page = await mine.follow(own.href);

    expect(headingOf(page)).toBe("The sign-in did not work");
    expect(page.text).toContain("AADSTS501481");
  });

  test("an account of another tenant cannot be slipped into a connection of one tenant", async () => {
    const browser = new TestBrowser();
    const { signInId, ...rest } = await makeSignInOrganization(gateway, { supportedAccountTypes: "SINGLE_TENANT" });
    const wide = { ...rest, signInId };
    const authorize = await browser.next(await beginSignIn(wide, { loginHint: SECOND_TENANT_ADMIN.address }));
    const common = authorize.replace(/(\/)[^/]+(\/oauth2\/)/, "$1common$2");
    const callback = await browser.next(
      chooseAt(gateway.emulator.loginUrl, { user: SECOND_TENANT_ADMIN.address })(common),
    );

    const page = await browser.follow(callback);

    expect(headingOf(page)).toBe("The sign-in did not work");
    expect(page.text).not.toContain("is connected");
  });

  test("nothing in an address sends the browser elsewhere", async () => {
    const browser = new TestBrowser();
    const hostile = "https://evil.example/";
    const members = { redirect_uri: hostile, return_to: hostile, next: hostile, url: hostile };
    for (const path of ["start", "callback", "consent", "result"]) {
      const query = new URLSearchParams({ ...members, state: "x", flow: hostile, refused: hostile });
      const { headers, text } = await browser.visit(`${gateway.url}/connect/${path}?${query}`);
      expect([path, headers.get("location") ?? ""]).toEqual([path, expect.not.stringContaining("evil.example/")]);
      expect(text).not.toContain("evil.example");
    }
    expect(new URL((await upToCallback(browser)).authorize).origin).toBe(gateway.emulator.loginUrl);
  });

  test("the page of a result is for its own browser alone", async () => {
    const browser = new TestBrowser();
    const { callback } = await upToCallback(browser);
    const page = await browser.follow(callback);
    const stranger = await new TestBrowser().visit(page.url);

    expect(headingOf(page)).toBe("Your calendar is connected");
    expect([stranger.status, headingOf(stranger)]).toEqual([404, "There is nothing more to show"]);
  });

  test("every page keeps to itself: no cache, no referrer, no frame, no script, nothing from elsewhere", async () => {
    const browser = new TestBrowser();
    const { callback } = await upToCallback(browser);
    const page = await browser.follow(callback);

    expect(Object.fromEntries(page.headers)).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-frame-options": "DENY",
      "x-content-type-options": "nosniff",
    });
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("script-src");
    expect(policy).not.toContain("unsafe-inline");
    expect(page.text).not.toMatch(/<script|<form| src="http|@import/);
  });

  test("the binding cookie is out of scripts' reach and goes with top-level visits only", async () => {
    const browser = new TestBrowser();
    await upToCallback(browser);

    expect(browser.setCookies.find((line) => line.startsWith("connect-"))).toMatch(
      /^connect-[0-9A-Z]{26}=[\w-]{43}; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax$/,
    );
  });

  test("no code, state, cookie or token is logged, answered to a client, or in the database file", async () => {
    const browser = new TestBrowser();
    const { callback } = await upToCallback(browser);
    const page = await browser.follow(callback);
    const { code, state } = Object.fromEntries(new URL(callback).searchParams);
    const cookie = /=([\w-]{43});/.exec(browser.setCookies.join("\n"))?.[1] ?? "";
    const files = await readdir(gateway.dataDir);
    const stored = await Promise.all(files.map((name) => readFile(join(gateway.dataDir, name), "latin1")));

    const texts = [...gateway.logLines, ...gateway.answers, ...stored].join("\n");
    const secrets = [code, state, cookie, CONNECT_APP.clientSecret, "eyJ0eXAi", 'refresh_token":', "RefreshToken"];
    for (const secret of secrets) {
      expect(secret?.length).toBeGreaterThan(5);
      expect(texts.includes(secret ?? "")).toBe(false);
    }
    // The address that stays in the browser's history holds none of them either.
    for (const secret of [code, state, cookie]) expect(page.url.includes(secret ?? "")).toBe(false);
  });

  test("another organization's connection and mailbox are as if they were not there", async () => {
    const { admin: stranger } = await makeSignInOrganization(gateway);
    const { signInId: connectionId } = organization;
    const id = await addMailbox(gateway, connectionId, DEMO_USERS.hana.address);
    const other = (await makeSignInOrganization(gateway)).signInId;

    const answers = [
      await stranger.query(BeginMailboxAuthorizationDocument, { input: { connectionId, loginHint: mei.address } }),
      await stranger.query(RequestAdminConsentDocument, { input: { connectionId } }),
      await stranger.query(DisconnectMailboxDocument, { input: { id } }),
      // Nor is a mailbox of one connection one of another.
      await gateway.owner.query(BeginMailboxAuthorizationDocument, { input: { connectionId: other, mailboxId: id } }),
    ];

    expect(answers.map((answer) => codesOf<object>(answer))).toEqual(answers.map(() => ["NOT_FOUND"]));
  });

  test("a connection switched off meanwhile takes nobody in", async () => {
    const { admin } = organization;
    const browser = new TestBrowser();
    const { callback } = await upToCallback(browser, ines.address);
    const flip = (isEnabled: boolean) =>
      admin.send({
        query: "mutation($input: UpdateConnectionInput!) { updateConnection(input: $input) { errors { message } } }",
        variables: { input: { id: organization.signInId, isEnabled } },
      });
    await flip(false);
    const page = await browser.follow(callback);
    await flip(true);

    expect(headingOf(page)).toBe("The sign-in did not work");
    expect(page.text).toContain("switched off");
  });
});
