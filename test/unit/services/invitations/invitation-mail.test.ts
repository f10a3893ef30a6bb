import fc from "fast-check";
import { simpleParser } from "mailparser";
import { createTransport } from "nodemailer";
import { expect, test } from "vitest";
import { cleanDraft } from "../../../../src/services/invitations/invitation-draft.js";
import {
  type InvitationText,
  invitationMail,
  untilText,
} from "../../../../src/services/invitations/invitation-mail.js";

const LINK = "https://calendars.example/invitations/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";
const INVITATION: InvitationText = {
  organization: "Larkfield & Co",
  address: "ann@larkfield.example",
  displayName: "Ann Lee",
  note: "We plan the summer.\nPlease do it by Friday.",
  permissions: [{ name: "Calendars.ReadWrite", reason: "Reads and writes events." }],
  expiresAt: new Date("2026-11-26T16:05:00Z"),
};

const HOSTILE = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</blockquote><a href='https://evil.example'>Click</a>",
  "a\r\nBcc: eve@evil.example\r\n\r\nbody",
  "\u202emoc.live",
  "half: \ud800",
  "\u0000\u001b[31m",
];
const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string(), fc.string({ unit: "binary" }));

test("says who asks for what and why, until when, and what to do when it is unexpected, in both parts", () => {
  const mail = invitationMail(INVITATION, LINK, "r");

  expect(mail.subject).toBe("Larkfield & Co asks you to connect your calendar");
  for (const part of [mail.text, mail.html.replaceAll("&amp;", "&")]) {
    for (const told of [
      "Hello Ann Lee,",
      "Larkfield & Co",
      "ann@larkfield.example",
      "We plan the summer.",
      "Please do it by Friday.",
      "Calendars.ReadWrite",
      "Reads and writes events.",
      "Thursday, 26 November 2026, 16:05 UTC",
      "If you did not expect this",
      LINK,
    ]) {
      expect(part).toContain(told);
    }
  }
});

test("the HTML part can be read by everybody: a language, a title, text on the link, and nothing that is fetched", () => {
  const { html } = invitationMail(INVITATION, LINK, "r");

  expect(html).toMatch(/<html lang="en">/);
  expect(html).toMatch(/<title>[^<]{10,}<\/title>/);
  expect(html).not.toMatch(/<(img|script|link|iframe|object|form|style)\b|url\(|@import/i);
  expect(new Set([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href))).toEqual(new Set([LINK]));
});

test("whatever stands in names and notes, the mail has its own headers, its own elements and one link", async () => {
  const transport = createTransport({ streamTransport: true, buffer: true });
  const skeleton = (html: string) => [...html.matchAll(/<\/?([a-z]+)/gi)].map(([, name]) => name);
  const plain = skeleton(invitationMail(INVITATION, LINK, "r").html);
  await fc.assert(
    fc.asyncProperty(text, text, text, async (organization, displayName, note) => {
      const draft = cleanDraft({ connectionId: "c", address: INVITATION.address, displayName, note });
      const mail = invitationMail({ ...INVITATION, ...draft, organization }, LINK, "r");
      const withNote = draft.note === null ? plain.filter((name) => name !== "blockquote") : plain;
      expect(skeleton(mail.html).filter((name) => name !== "p")).toEqual(withNote.filter((name) => name !== "p"));
      expect(mail.subject).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
      const { message } = await transport.sendMail({
        from: "a@b.example",
        ...mail,
        envelope: { from: "a@b.example", to: [mail.to.address] },
      });
      const parsed = await simpleParser(message as Buffer);
      expect([...parsed.headers.keys()].sort()).toEqual(
        ["content-type", "date", "from", "message-id", "mime-version", "subject", "to"].sort(),
      );
      expect(parsed.subject).toBe(mail.subject);
      expect([parsed.to].flat()[0]?.value.map(({ address }) => address)).toEqual([INVITATION.address]);
    }),
    { numRuns: 150 },
  );
});

test.each([
  "ann@larkfield.example\r\nBcc: eve@evil.example",
  "ann@larkfield.example, eve@evil.example",
  "Ann <ann@larkfield.example>",
  '"ann eve"@larkfield.example',
  "ann@larkfield.example\u0000",
  "ann\u200b@larkfield.example",
  "ann@one@two.example",
  "ann",
  "@larkfield.example",
  `${"a".repeat(65)}@larkfield.example`,
])("%j is no address to send to", (address) => {
  expect(() => cleanDraft({ connectionId: "c", address, displayName: null, note: null })).toThrow(/must look like/);
});

test("an end of time is told in full and in UTC, for people of any zone", () => {
  expect(untilText(new Date("2026-01-01T23:30:00Z"))).toBe("Thursday, 1 January 2026, 23:30 UTC");
});
