import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CONNECT_APP, DEMO_TENANT_ID, DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { TestBrowser } from "../kit/browser.js";
import type { TestGateway } from "../kit/gateway.js";
import {
  BeginMailboxAuthorizationDocument,
  CalendarsOfMailboxDocument,
  CreateInvitationDocument,
  CreateInvitationsDocument,
  DisconnectMailboxDocument,
  InvitationOfMailboxDocument,
  InvitationsOfDocument,
  NodeOfDocument,
  ResendInvitationDocument,
  RevokeInvitationDocument,
  UpdateConnectionDocument,
  UpdateMailboxDocument,
} from "../kit/generated/operations.js";
import { acceptInvitation, destinationOf, inviteByLink, press } from "../kit/invitations.js";
import { codesOf } from "../kit/outcome.js";
import { beginSignIn, headingOf, makeSignInOrganization, signIn, startSignInGateway } from "../kit/sign-in.js";
import { linkIn, smtpEnv, startSmtpServer, type TestSmtpServer } from "../kit/smtp.js";

const { mei, ines, oskar, tomasz, hana } = DEMO_USERS;
const HOUR_MS = 3_600_000;
const CONNECTED = "Your calendar is connected";

let skippedMs = 0;
let gateway: TestGateway;
const clock = { now: () => Date.now() + skippedMs };

/** An administrator of the tenant consents for everybody, so that people can sign in. */
async function consented(of: TestGateway): Promise<void> {
  const organization = await makeSignInOrganization(of);
  await signIn(of, await beginSignIn(organization, { loginHint: oskar.address }), {
    user: oskar.address,
    organization: "true",
  });
}

const stateOf = async (organization: Awaited<ReturnType<typeof makeSignInOrganization>>, mailboxId: string) =>
  (await organization.reader.data(InvitationOfMailboxDocument, { id: mailboxId })).mailbox!.invitation!;

beforeAll(async () => {
  gateway = await startSignInGateway({ clock });
  await consented(gateway);
});
afterAll(() => gateway.close());

describe("an invitation without a mail server", () => {
  test("is a link for the administrator, told once, that connects the mailbox it specified", async () => {
    const organization = await makeSignInOrganization(gateway);
    const input = { connectionId: organization.signInId, address: mei.address, displayName: "Mei", note: "Hi" };
    const { createInvitation } = await organization.admin.data(CreateInvitationDocument, { input });
    const { invitation, link } = createInvitation;

    expect(invitation).toMatchObject({
      address: mei.address,
      note: "Hi",
      state: "SENT",
      stateReason: "No mail was sent: the link was given to whoever asked for it.",
      mailbox: { address: mei.address, displayName: "Mei", state: "UNVERIFIED" },
    });
    const hours = (Date.parse(invitation!.expiresAt) - Date.parse(invitation!.createdAt)) / HOUR_MS;
    expect(hours).toBeCloseTo(72, 2);
    expect(link).toMatch(/^http:\/\/localhost:\d+\/invitations\/[\w-]{43}$/);

    const page = await acceptInvitation(gateway, link!, { user: mei.address });

    expect(headingOf(page)).toBe(CONNECTED);
    const { id } = invitation!.mailbox!;
    expect(await stateOf(organization, id)).toMatchObject({ state: "ACCEPTED", acceptedAt: expect.any(String) });
    const { mailbox } = await organization.reader.data(CalendarsOfMailboxDocument, { id });
    expect(mailbox!.calendars!.nodes.length).toBeGreaterThan(0);
    const { node } = await organization.reader.data(NodeOfDocument, { id: invitation!.id });
    expect(node).toMatchObject({ id: invitation!.id });
  });

  test("of a connection by application permission is refused, with the reason", async () => {
    const organization = await makeSignInOrganization(gateway);
    const { data } = await organization.admin.query(CreateInvitationDocument, {
      input: { connectionId: organization.connectionId, address: mei.address },
    });

    expect(data.createInvitation).toMatchObject({
      invitation: null,
      link: null,
      errors: [{ code: "INVALID_INPUT", path: ["connectionId"], message: expect.stringContaining("nobody's sign-in") }],
    });
  });

  test.each([
    ["a line end", `${mei.address}\r\nBcc: eve@evil.example`],
    ["a second address", `${mei.address}, eve@evil.example`],
    ["a quoted name", `"a b"@larkfield.example`],
  ])("of an address with %s is refused before anything is made", async (_name, address) => {
    const organization = await makeSignInOrganization(gateway);
    const answer = await organization.admin.query(CreateInvitationDocument, {
      input: { connectionId: organization.signInId, address },
    });

    expect(codesOf(answer)).toEqual(["INVALID_INPUT"]);
    const { connection } = await organization.admin.data(InvitationsOfDocument, { id: organization.signInId });
    expect(connection!.invitations!.nodes).toEqual([]);
  });

  test("in bulk has a result for each row, and at most 100 rows", async () => {
    const organization = await makeSignInOrganization(gateway);
    const invite = (addresses: readonly string[]) =>
      organization.admin.query(CreateInvitationsDocument, {
        input: { connectionId: organization.signInId, invitations: addresses.map((address) => ({ address })) },
      });

    const { data } = await invite(["a@larkfield.example", "no address", "A@larkfield.example", "b@larkfield.example"]);

    const results = data.createInvitations.results!;
    expect(results.map(({ errors }) => errors.map(({ code }) => code))).toEqual([
      [],
      ["INVALID_INPUT"],
      ["CONFLICT"],
      [],
    ]);
    expect(new Set(results.flatMap(({ link }) => link ?? [])).size).toBe(2);
    const many = await invite(Array.from({ length: 101 }, (_, n) => `p${n}@larkfield.example`));
    expect(codesOf(many)).toEqual(["INVALID_INPUT"]);
    expect(many.data.createInvitations.results).toBeNull();
    const { connection } = await organization.admin.data(InvitationsOfDocument, {
      id: organization.signInId,
      first: 1,
    });
    expect(connection!.invitations!.nodes.map(({ address }) => address)).toEqual(["b@larkfield.example"]);
    expect(connection!.invitations!.pageInfo.hasNextPage).toBe(true);
  });

  test("a thousand at once are limited by the hour, and the error says the wait", async () => {
    const organization = await makeSignInOrganization(gateway);
    const rows = Array.from({ length: 1_000 }, (_, n) => ({ address: `crowd-${n}@larkfield.example` }));
    const calls = Array.from({ length: 10 }, (_, n) => rows.slice(n * 100, n * 100 + 100));

    const answers = await Promise.all(
      calls.map((invitations) =>
        organization.admin.data(CreateInvitationsDocument, {
          input: { connectionId: organization.signInId, invitations },
        }),
      ),
    );

    const results = answers.flatMap(({ createInvitations }) => createInvitations.results!);
    const refused = results.flatMap(({ errors }) => errors);
    expect([results.length, refused.length]).toEqual([1_000, 800]);
    expect(new Set(refused.map((error) => `${error.__typename} ${error.code}`))).toEqual(
      new Set(["ThrottledError LIMIT_EXCEEDED"]),
    );
    expect(refused[0]!.message).toMatch(
      /^An organization may make or send 200 invitations an hour\. .* (5\d|60) minutes\.$/,
    );
    // Nobody else waits for it.
    const other = await makeSignInOrganization(gateway);
    expect((await inviteByLink(other, mei.address)).link).toContain("/invitations/");
    skippedMs += HOUR_MS;
    const input = { connectionId: organization.signInId, address: "crowd-999@larkfield.example" };
    expect((await organization.admin.data(CreateInvitationDocument, { input })).createInvitation.link).not.toBeNull();
  }, 60_000);

  test("sent again has a new link, and the old one is not known any more", async () => {
    const organization = await makeSignInOrganization(gateway);
    const { link, id, mailboxId } = await inviteByLink(organization, ines.address);
    const begun = destinationOf(await press(link));

    const { resendInvitation } = await organization.admin.data(ResendInvitationDocument, { input: { id } });

    expect(resendInvitation.link).not.toBe(link);
    expect(headingOf(await new TestBrowser().visit(link))).toBe("This invitation is not known here");
    expect(headingOf(await new TestBrowser().visit(begun))).toBe("This link was used already");
    expect(headingOf(await acceptInvitation(gateway, resendInvitation.link!, { user: ines.address }))).toBe(CONNECTED);
    const again = await organization.admin.query(ResendInvitationDocument, { input: { id } });
    expect(codesOf(again)).toEqual(["CONFLICT"]);
    const another = { connectionId: organization.signInId, address: ines.address };
    expect(codesOf(await organization.admin.query(CreateInvitationDocument, { input: another }))).toEqual(["CONFLICT"]);
    // Disconnected people can be asked again.
    await organization.admin.data(DisconnectMailboxDocument, { input: { id: mailboxId } });
    await organization.admin.data(CreateInvitationDocument, { input: another });
  });

  test("revoked or expired says so on its page, without a name or an address", async () => {
    const organization = await makeSignInOrganization(gateway);
    const [revoked, expired] = [
      await inviteByLink(organization, mei.address),
      await inviteByLink(organization, ines.address),
    ];
    const begun = destinationOf(await press(revoked.link));
    const input = { id: revoked.id };
    await organization.admin.data(RevokeInvitationDocument, { input });
    await organization.admin.data(RevokeInvitationDocument, { input });
    skippedMs += 72 * HOUR_MS;

    const pages = [await new TestBrowser().visit(revoked.link), await new TestBrowser().visit(expired.link)];

    expect(pages.map(headingOf)).toEqual(["This invitation was withdrawn", "This invitation has expired"]);
    expect(pages.map(({ status }) => status)).toEqual([410, 410]);
    for (const { text } of pages) expect(text).not.toMatch(/larkfield|org-\d/);
    expect(headingOf(await new TestBrowser().visit(begun))).toBe("This link was used already");
    expect((await press(expired.link)).status).toBe(410);
    const states = async (state: "REVOKED" | "EXPIRED" | "SENT") =>
      (
        await organization.reader.data(InvitationsOfDocument, { id: organization.signInId, state })
      ).connection!.invitations!.nodes.map(({ address }) => address);
    expect([await states("REVOKED"), await states("EXPIRED"), await states("SENT")]).toEqual([
      [mei.address],
      [ines.address],
      [],
    ]);
    expect(codesOf(await organization.admin.query(ResendInvitationDocument, { input }))).toEqual(["CONFLICT"]);
    await organization.admin.data(ResendInvitationDocument, { input: { id: expired.id } });
    expect(await states("SENT")).toEqual([ines.address]);
  });

  test("ends when the mailbox gets another address, and when its owner is connected in another way", async () => {
    const organization = await makeSignInOrganization(gateway);
    const [moved, connected] = [
      await inviteByLink(organization, mei.address),
      await inviteByLink(organization, ines.address),
    ];
    await organization.admin.data(UpdateMailboxDocument, { input: { id: moved.mailboxId, address: tomasz.address } });
    await signIn(gateway, await beginSignIn(organization, { mailboxId: connected.mailboxId }), { user: ines.address });

    expect(headingOf(await new TestBrowser().visit(moved.link))).toBe("This invitation was withdrawn");
    expect(headingOf(await new TestBrowser().visit(connected.link))).toBe("This invitation was accepted already");
  });

  test("of a connection that is switched off cannot be used now, and works again afterwards", async () => {
    const organization = await makeSignInOrganization(gateway);
    const { link } = await inviteByLink(organization, mei.address);
    const switchTo = (isEnabled: boolean) =>
      organization.admin.data(UpdateConnectionDocument, { input: { id: organization.signInId, isEnabled } });
    await switchTo(false);
    expect(headingOf(await new TestBrowser().visit(link))).toBe("This invitation cannot be used now");
    expect(headingOf(await press(link))).toBe("This invitation cannot be used now");
    await switchTo(true);
    expect(headingOf(await new TestBrowser().visit(link))).toBe("Connect your calendar");
  });
});

describe("the page of an invitation", () => {
  test("says who asks for what and why, until when; opening it many times uses nothing up", async () => {
    const organization = await makeSignInOrganization(gateway);
    const note = 'For the summer.\n<img src=x onerror="alert(1)">';
    const { link, mailboxId } = await inviteByLink(organization, mei.address, { note });
    expect((await stateOf(organization, mailboxId)).state).toBe("SENT");

    const pages = await Promise.all(Array.from({ length: 5 }, () => new TestBrowser().visit(link)));

    const { text, headers, status } = pages[0]!;
    expect(status).toBe(200);
    for (const told of [mei.address, "Calendars.ReadWrite", "For the summer.", "UTC"]) expect(text).toContain(told);
    expect(text).not.toContain("<img");
    expect(text).toContain("&lt;img");
    expect(headers.get("content-security-policy")).toContain("form-action 'self'");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(await stateOf(organization, mailboxId)).toMatchObject({ state: "OPENED", acceptedAt: null });
    expect(headingOf(await acceptInvitation(gateway, link, { user: mei.address }))).toBe(CONNECTED);
    expect(headingOf(await new TestBrowser().visit(link))).toBe("This invitation was accepted already");
    expect(headingOf(await press(link))).toBe("This invitation was accepted already");
  });

  test("a wrong account is refused with both addresses, and the right one can still accept", async () => {
    const organization = await makeSignInOrganization(gateway);
    const { link, mailboxId } = await inviteByLink(organization, mei.address);

    const page = await acceptInvitation(gateway, link, { user: ines.address });

    expect(headingOf(page)).toBe("This is another account");
    expect(page.text).toContain(mei.address);
    expect(page.text).toContain(ines.address);
    expect((await stateOf(organization, mailboxId)).acceptedAt).toBeNull();
    expect(headingOf(await acceptInvitation(gateway, link, { user: mei.address }))).toBe(CONNECTED);
  });

  test("of two browsers that finish at once, one accepts and the other's sign-in is undone", async () => {
    const organization = await makeSignInOrganization(gateway);
    const { link, mailboxId } = await inviteByLink(organization, mei.address);
    const browsers = [new TestBrowser(), new TestBrowser(), new TestBrowser()];
    const begun: string[] = [];
    for (const browser of browsers) begun.push(destinationOf(await press(link, browser)));

    const pages = await Promise.all(
      begun.map((start, n) => signIn(gateway, start, { user: mei.address }, browsers[n]!)),
    );

    expect(pages.map(headingOf).sort()).toEqual(
      ["The sign-in did not work", "The sign-in did not work", CONNECTED].sort(),
    );
    expect(pages.filter(({ text }) => text.includes("used or revoked meanwhile"))).toHaveLength(2);
    expect((await stateOf(organization, mailboxId)).state).toBe("ACCEPTED");
  });

  test("a sign-in that was under way when the invitation was revoked connects nothing", async () => {
    const organization = await makeSignInOrganization(gateway);
    const { link, id, mailboxId } = await inviteByLink(organization, mei.address);
    const browser = new TestBrowser();
    const start = destinationOf(await press(link, browser));
    const authorize = await browser.next(start);
    await organization.admin.data(RevokeInvitationDocument, { input: { id } });

    const page = await signIn(gateway, authorize, { user: mei.address }, browser);

    expect(headingOf(page)).toBe("This link was used already");
    const { mailbox } = await organization.reader.data(InvitationOfMailboxDocument, { id: mailboxId });
    expect(mailbox).toMatchObject({ state: "UNVERIFIED", invitation: { state: "REVOKED" } });
  });

  test("somebody who may not consent is led to an administrator's approval, and the invitation stays", async () => {
    const organization = await makeSignInOrganization(gateway);
    const { link, mailboxId } = await inviteByLink(organization, hana.address);
    const apps = gateway.emulator.store.tenants.get(DEMO_TENANT_ID)!.servicePrincipals;
    const app = apps.get(CONNECT_APP.clientId)!;
    apps.delete(CONNECT_APP.clientId);

    const page = await acceptInvitation(gateway, link, { user: hana.address, action: "refuse" });

    apps.set(CONNECT_APP.clientId, app);
    expect(headingOf(page)).toBe("An administrator must approve this first");
    expect((await stateOf(organization, mailboxId)).acceptedAt).toBeNull();
    expect(headingOf(await acceptInvitation(gateway, link, { user: hana.address }))).toBe(CONNECTED);
  });

  test("one person cannot use up the sign-ins of the organization", async () => {
    const organization = await makeSignInOrganization(gateway);
    const { link } = await inviteByLink(organization, mei.address);
    for (let count = 0; count < 5; count++) expect((await press(link)).status).toBe(200);

    const sixth = await press(link);

    expect([sixth.status, headingOf(sixth)]).toEqual([429, "Too many sign-ins have been begun"]);
    const input = { connectionId: organization.signInId, loginHint: ines.address };
    await organization.admin.data(BeginMailboxAuthorizationDocument, { input });
    skippedMs += 600_000;
    expect((await press(link)).status).toBe(200);
  });

  test("who guesses is answered ever the same, then told to wait; a real link opens all the same", async () => {
    skippedMs += 60_000;
    const organization = await makeSignInOrganization(gateway);
    const { link } = await inviteByLink(organization, mei.address);
    const guess = (token: string) => new TestBrowser().visit(`${gateway.url}/invitations/${token}`);
    const tokens = ["", "x", "a/b", "A".repeat(43), "A".repeat(4_000), `${link.slice(-43)}x`];
    const first = await Promise.all(tokens.map(guess));

    expect(new Set(first.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(first[0]!.status).toBe(404);
    const rest = await Promise.all(Array.from({ length: 40 }, (_, n) => guess(`${"B".repeat(41)}${n + 10}`)));
    expect(rest.filter(({ status }) => status === 429)).toHaveLength(40 - (30 - tokens.length));
    expect(rest.at(-1)!.headers.get("retry-after")).toMatch(/^\d+$/);
    expect((await new TestBrowser().visit(link)).status).toBe(200);
    expect(gateway.logLines.filter((line) => line.includes("many invitations were asked for"))).toHaveLength(1);
  });

  test("only opening and pressing its button are possible", async () => {
    const organization = await makeSignInOrganization(gateway);
    const { link } = await inviteByLink(organization, mei.address);

    for (const method of ["PUT", "DELETE", "OPTIONS"]) {
      expect((await new TestBrowser().visit(link, { method })).status).toBe(405);
    }
  });
});

describe("an invitation by mail", () => {
  let smtp: TestSmtpServer;
  let mailing: TestGateway;
  const refused = new Set<string>();

  beforeAll(async () => {
    smtp = await startSmtpServer({ answers: { to: (address) => (refused.has(address) ? 550 : undefined) } });
    mailing = await startSignInGateway({ env: smtpEnv(smtp), clock });
    await consented(mailing);
  });
  afterAll(async () => {
    await mailing.close();
    await smtp.close();
  });

  test("reaches the person, whose link connects the mailbox; the administrator never sees the link", async () => {
    const organization = await makeSignInOrganization(mailing);
    const input = {
      connectionId: organization.signInId,
      address: mei.address,
      note: "Summer\r\nBcc: eve@evil.example",
    };
    const { createInvitation } = await organization.admin.data(CreateInvitationDocument, { input });
    const mail = await smtp.mailTo(mei.address);

    expect(createInvitation).toMatchObject({ link: null, invitation: { state: "PENDING", stateReason: null } });
    expect(mail.to).toEqual([mei.address]);
    expect(mail.parsed.subject).toMatch(/asks you to connect your calendar$/);
    expect(mail.parsed.from?.text).toBe('"Calendars" <calendars@gateway.example>');
    expect(mail.parsed.headers.has("bcc")).toBe(false);
    const { id } = createInvitation.invitation!.mailbox!;
    await expect.poll(() => stateOf(organization, id)).toMatchObject({ state: "SENT", sentAt: expect.any(String) });
    expect(headingOf(await acceptInvitation(mailing, linkIn(mail), { user: mei.address }))).toBe(CONNECTED);
  });

  test("is replaced by one that is sent again, and by none when the link is asked for", async () => {
    const organization = await makeSignInOrganization(mailing);
    const input = { connectionId: organization.signInId, address: ines.address };
    const { createInvitation } = await organization.admin.data(CreateInvitationDocument, { input });
    const { id } = createInvitation.invitation!;
    const first = linkIn(await smtp.mailTo(ines.address));
    await organization.admin.data(ResendInvitationDocument, { input: { id } });
    const second = linkIn(await smtp.mailTo(ines.address));
    const count = smtp.mails.length;
    const { resendInvitation } = await organization.admin.data(ResendInvitationDocument, {
      input: { id, returnLink: true },
    });

    const headings = [];
    for (const link of [first, second, resendInvitation.link!]) {
      headings.push(headingOf(await new TestBrowser().visit(link)));
    }
    expect(headings).toEqual([
      "This invitation is not known here",
      "This invitation is not known here",
      "Connect your calendar",
    ]);
    expect(smtp.mails).toHaveLength(count);
  });

  test("that the mail server refuses says so, and can be sent again", async () => {
    refused.add(tomasz.address);
    const organization = await makeSignInOrganization(mailing);
    const input = { connectionId: organization.signInId, address: tomasz.address };
    const { createInvitation } = await organization.admin.data(CreateInvitationDocument, { input });
    const { id, mailbox } = createInvitation.invitation!;

    await expect
      .poll(() => stateOf(organization, mailbox!.id))
      .toMatchObject({
        state: "DELIVERY_FAILED",
        stateReason: "The mail server refused the address (550).",
      });
    refused.delete(tomasz.address);
    await organization.admin.data(ResendInvitationDocument, { input: { id } });
    expect((await smtp.mailTo(tomasz.address)).to).toEqual([tomasz.address]);
  });

  test("no token stands in a file, a log line or an answer, but in its one mail or answer", async () => {
    const organization = await makeSignInOrganization(mailing);
    const handed = await inviteByLink(organization, hana.address);
    await new TestBrowser().visit(handed.link);
    await press(`${handed.link}?utm_source=mail`);
    const inMails = smtp.mails.map((mail) => linkIn(mail).slice(-43));
    const token = handed.link.slice(-43);

    expect(inMails.length).toBeGreaterThan(3);
    const files = await readdir(mailing.dataDir);
    const contents = await Promise.all(files.map((name) => readFile(join(mailing.dataDir, name), "latin1")));
    for (const secret of [...inMails, token]) {
      for (const text of [...contents, ...mailing.logLines]) expect(text.includes(secret)).toBe(false);
    }
    for (const secret of inMails) expect(mailing.answers.filter((text) => text.includes(secret))).toEqual([]);
    expect(mailing.answers.filter((text) => text.includes(token))).toHaveLength(1);
    expect(mailing.logLines.some((line) => line.includes('"route":"invitation"'))).toBe(true);
  });
});
