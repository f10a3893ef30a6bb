import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { consentIntroductionPage } from "../../../../src/http/pages/consent-introduction.page.js";
import { departurePage, invitationPage, invitationRefusalPage } from "../../../../src/http/pages/invitation.page.js";
import { PAGE_POLICY, pageAnswer } from "../../../../src/http/pages/layout.js";
import { outcomePage } from "../../../../src/http/pages/outcome.page.js";
import { faultPage, PAGE_REASONS, refusalPage } from "../../../../src/http/pages/refusal.page.js";
import { html, safeLink } from "../../../../src/lib/html.js";
import type { FlowOutcome } from "../../../../src/services/authorization/flow.model.js";
import { INVITATION_REFUSALS } from "../../../../src/services/invitations/invitation-pages.service.js";

const HOSTILE = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "</style><style>*{display:none}",
  "</title><h1>You won</h1>",
  "&lt;script&gt;",
  "javascript:alert(1)",
  "half a character: \ud800",
  "\u2028\u0000<svg/onload=alert(1)>",
];
const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string(), fc.string({ unit: "binary" }));
const by = fc.constantFrom("MAILBOX_AUTHORIZATION" as const, "ADMIN_CONSENT" as const);
const told = { organization: text, connection: text };

const outcomes: fc.Arbitrary<FlowOutcome> = fc.oneof(
  fc.record({ kind: fc.constant("CONNECTED" as const), address: text, account: text, ...told }),
  fc.record({ kind: fc.constant("WRONG_ACCOUNT" as const), expected: text, signedInAs: text, ...told }),
  fc.record({ kind: fc.constant("CANCELLED" as const), by, ...told }),
  fc.record({
    kind: fc.constant("APPROVAL_NEEDED" as const),
    subject: text,
    text,
    whoMayApprove: fc.array(text),
    hasLink: fc.boolean(),
    ...told,
  }),
  fc.record({ kind: fc.constant("CONSENTED" as const), tenantId: text, missing: fc.array(text), ...told }),
  fc.record({
    kind: fc.constant("REFUSED" as const),
    by,
    code: fc.option(text),
    what: text,
    step: text,
    link: fc.option(text),
    ...told,
  }),
);

/** The elements and attributes that a page has, whatever is put into it. */
function skeleton(page: string): string[] {
  return [...page.matchAll(/<\/?([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>/gi)].map(
    ([, name = "", attributes = ""]) => `${name}${attributes.replace(/="[^"]*"/g, "")}`.toLowerCase(),
  );
}

const ALLOWED = new Set(
  "html head meta title link style body main p h1 h2 strong a ul ol li dl dt dd pre footer".split(" "),
);
const ALLOWED_ATTRIBUTES = new Set("lang charset name content rel href class".split(" "));

function assertHarmless(body: string): void {
  for (const element of skeleton(body)) {
    const [name = "", ...attributes] = element.split(/\s+/);
    expect(ALLOWED).toContain(name);
    for (const attribute of attributes) expect(ALLOWED_ATTRIBUTES).toContain(attribute);
  }
  // What is left besides markup of ours holds no bracket that could begin another element.
  const rest = body
    .replace(/<!doctype html>/, "")
    .replace(/<style>[^<]*<\/style>/, "")
    .replace(/<\/?[a-z][a-z0-9]*(?:\s+[a-z-]+(?:="[^"<>]*")?)*\s*>/g, "");
  expect(rest).not.toMatch(/[<>"]/);
  for (const [, href = ""] of body.matchAll(/href="([^"]*)"/g))
    expect(href).toMatch(/^(https:|http:\/\/localhost|mailto:|data:,)/);
}

describe("pages", () => {
  test("whatever is told on them, they hold the elements that they should and nothing else", () => {
    fc.assert(
      fc.property(outcomes, (outcome) => {
        assertHarmless(String(outcomePage(outcome, "https://gateway.example/connect/start?flow=x").body));
      }),
      { numRuns: 400 },
    );
  });

  test("the page before a consent as well", () => {
    const permission = fc.record({ name: text, reason: text });
    const introductions = fc.record({
      organization: text,
      connection: text,
      clientId: text,
      tenant: text,
      permissions: fc.array(permission),
      whoMayApprove: fc.array(text),
    });
    fc.assert(
      fc.property(introductions, (introduction) => {
        assertHarmless(String(consentIntroductionPage(introduction, "https://gateway.example/x?a=1&b=2").body));
      }),
    );
  });

  test("the page of an invitation as well, with its one form", () => {
    const invitations = fc.record({
      organization: text,
      address: text,
      displayName: fc.option(text),
      note: fc.option(text),
      permissions: fc.array(fc.record({ name: text, reason: text })),
      expiresAt: fc.date({ noInvalidDate: true }),
    });
    fc.assert(
      fc.property(invitations, (invitation) => {
        const body = String(invitationPage(invitation, "https://gateway.example/invitations/x").body);
        const forms = body.match(/<form method="post" action="https:\/\/gateway\.example\/invitations\/x">/g);
        expect(forms).toHaveLength(1);
        expect(body.match(/<form|<button|<blockquote/g)!.length).toBe(invitation.note === null ? 2 : 3);
        assertHarmless(body.replace(/<form.*<\/form>/, "").replace(/<\/?blockquote>/g, ""));
      }),
    );
  });

  test.each(INVITATION_REFUSALS)("the invitation's refusal %s says what to do, and names nobody", (reason) => {
    const { status, body, headers } = invitationRefusalPage(reason);

    expect(status).toBeGreaterThanOrEqual(400);
    expect(String(body).match(/<h1>/g)).toHaveLength(1);
    expect(headers["content-security-policy"]).toContain("form-action 'none'");
    assertHarmless(String(body));
  });

  test("the page on the way to Microsoft leaves by itself, and by a link", () => {
    const { body, headers } = departurePage("https://gateway.example/connect/start?flow=abc");

    expect(headers.refresh).toBe("0; url=https://gateway.example/connect/start?flow=abc");
    expect(body).toContain('href="https://gateway.example/connect/start?flow=abc"');
    assertHarmless(String(body));
  });

  test("escaping changes nothing for a reader", () => {
    const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
    fc.assert(
      fc.property(text, (value) => {
        const shown = html`<p>${value}</p>`.toString().slice(3, -4);
        expect(shown.replace(/&(#?\w+);/g, (_, name: string) => entities[name] ?? "?")).toBe(value);
      }),
    );
  });

  test("links lead to https, mail or this machine, and never to a script", () => {
    fc.assert(
      fc.property(text, (value) => {
        const link = safeLink(value);
        expect(link === null || /^(https:\/\/|mailto:|http:\/\/localhost)/i.test(link)).toBe(true);
      }),
    );
    expect(safeLink("javascript:alert(1)")).toBeNull();
    expect(safeLink(" https://x")).toBeNull();
    expect(safeLink("http://localhost.evil.example/")).toBeNull();
    expect(safeLink("data:text/html,x")).toBeNull();
  });

  test.each(PAGE_REASONS)("the refusal %s says what to do, with a heading, a language and a title", (reason) => {
    const { status, body } = refusalPage(reason);

    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).toMatch(/<html lang="en">/);
    expect(body).toMatch(/<title>[^<]{10,}<\/title>/);
    expect(String(body).match(/<h1>/g)).toHaveLength(1);
    assertHarmless(String(body));
  });

  test("a fault shows its reference and nothing else of what happened", () => {
    const { status, body } = faultPage("0f8fad5b-d9cb-469f-a165-70867728950e");

    expect(status).toBe(500);
    expect(body).toContain("0f8fad5b-d9cb-469f-a165-70867728950e");
    expect(body).not.toMatch(/Error:|at .*\.ts|stack/);
  });

  test("the one style is allowed by its hash alone", async () => {
    const { createHash } = await import("node:crypto");
    const body = String(pageAnswer({ title: "x", tone: "plain", body: html`` }).body);
    const style = /<style>([^<]*)<\/style>/.exec(body)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");

    expect(PAGE_POLICY).toContain(`style-src 'sha256-${hash}'`);
    expect(body).not.toMatch(/ style="/);
  });
});

/** WCAG 2.2, 1.4.3: relative luminance and contrast of the colours that the style names. */
describe("colours", () => {
  const body = String(pageAnswer({ title: "x", tone: "plain", body: html`` }).body);
  const schemes = body.split("@media (prefers-color-scheme: dark)");
  const colours = (css: string) =>
    Object.fromEntries([...css.matchAll(/--([a-z]+): (#[0-9a-f]{6})/g)].map((m) => [m[1], m[2]]));
  const luminance = (hex: string) => {
    const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
    const linear = (value = 0) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  };
  const contrast = (a = "", b = "") => {
    const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
  };

  test.each([
    ["light", schemes[0] ?? ""],
    ["dark", schemes[1]?.split("}")[0] ?? ""],
  ])("every text of the %s scheme has a contrast of 4.5 to 1 on card and page", (_name, css) => {
    const named = colours(css);
    for (const name of ["text", "soft", "link", "good", "attention", "bad", "plain"]) {
      for (const ground of ["card", "page"]) {
        expect([name, ground, contrast(named[name], named[ground]) >= 4.5]).toEqual([name, ground, true]);
      }
    }
  });
});
