import fc from "fast-check";
import { Parser } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { bodyAs } from "../../../../src/services/events/body-format.js";
import { htmlOfText, textOfHtml } from "../../../../src/services/events/html-text.js";
import { sanitizedHtml } from "../../../../src/services/events/sanitized-html.js";

const safe = (html: string) => sanitizedHtml(html, { remoteImages: false });

/** Every element and attribute of some HTML, as a parser sees them. */
function elementsOf(html: string): readonly (readonly [name: string, attributes: Record<string, string>])[] {
  const found: [string, Record<string, string>][] = [];
  new Parser({ onopentag: (name, attributes) => found.push([name, { ...attributes }]) }).end(html);
  return found;
}

describe("sanitised HTML", () => {
  test.each([
    ["scripts", "<p>a</p><script>alert(1)</script>", "<p>a</p>"],
    ["handlers", '<p onclick="x()" onmouseover=x>a</p>', "<p>a</p>"],
    ["scripts as addresses", '<a href="javascript:x()">a</a>', "<a"],
    ["frames, objects and forms", "<iframe src=//x></iframe><object></object><form><input value=1></form>b", "b"],
    ["styles of the page", "<style>body{display:none}</style><p>a</p>", "<p>a</p>"],
    ["drawings that run", "<svg><script>x</script><a xlink:href='javascript:x'>y</a></svg>b", "b"],
    ["metas and bases", '<meta http-equiv="refresh" content="0;url=//x"><base href="//x">b', "b"],
    ["comments for browsers", "<!--[if mso]><script>x</script><![endif]-->b", "b"],
    ["images of other servers", '<img src="https://tracker.example/p.png">b', "b"],
    ["images over relative addresses", '<img src="//tracker.example/p"><img src="/p"><img>b', "b"],
    ["images as data", '<img src="data:image/svg+xml,<svg onload=x>">b', "b"],
    ["backgrounds that load", '<td background="https://x/p" style="background:url(https://x/p)">b</td>', "b"],
    ["styles that leave their place", '<p style="position:fixed;top:0;color:red">a</p>', '<p style="color:red">a</p>'],
    ["names that scripts of the page look for", '<p id="x" class="y" data-z="1">a</p>', "<p>a</p>"],
  ])("has no %s", (_name, html, kept) => {
    const clean = safe(html);
    expect(clean).toContain(kept);
    expect(clean).not.toMatch(
      /script|alert|onclick|onmouse|tracker|url\(|iframe|<form|<input|position|class=|data-z|http-eq/,
    );
  });

  test("keeps what texts are made of, and images of the event's own", () => {
    const html =
      '<h2 style="color:#333">Plan</h2><ul><li><b>One</b></li></ul><table border="1"><tr><td colspan="2">c</td></tr></table><img src="cid:logo@x" alt="Logo" width="40">';
    expect(elementsOf(safe(html)).map(([name]) => name)).toEqual("h2 ul li b table tr td img".split(" "));
    expect(safe(html)).toContain('src="cid:logo@x"');
  });

  test("links open apart and tell nothing of the page", () => {
    for (const href of ["https://teams.example/l", "mailto:ann@x.example", "tel:+3725551"]) {
      expect(elementsOf(safe(`<a href="${href}" target="_top" rel="opener">x</a>`))).toEqual([
        ["a", { href, rel: "noopener noreferrer nofollow", target: "_blank" }],
      ]);
    }
  });

  test("remote images stay where they are wished, and others still do not", () => {
    const html = '<img src="https://x.example/p.png"><img src="data:image/png;base64,AA"><img src="javascript:x">';
    expect(elementsOf(sanitizedHtml(html, { remoteImages: true }))).toEqual([
      ["img", { src: "https://x.example/p.png" }],
    ]);
  });

  test("whatever is put together, nothing that runs or loads comes out", () => {
    const pieces = fc.constantFrom(
      "<script>",
      "</script>",
      "<img src=x onerror=alert(1)>",
      "<a href='jav&#x09;ascript:x'>",
      "<svg/onload=x>",
      "<math><mtext></table><mglyph><style>",
      "<p style='background:url(//x)'>",
      "<iframe srcdoc='<script>x</script>'>",
      "<!--",
      "-->",
      "<b>",
      "</b>",
      "&lt;script&gt;",
      '"',
      "'",
      "<textarea>",
      "<noscript>",
      "<template>",
      "\0",
      "text",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), fc.boolean(), (parts, remoteImages) => {
        const clean = sanitizedHtml(parts.join(""), { remoteImages });
        for (const [name, attributes] of elementsOf(clean)) {
          expect(["script", "svg", "iframe", "math", "style", "template", "noscript", "textarea"]).not.toContain(name);
          for (const [attribute, value] of Object.entries(attributes)) {
            expect(attribute).not.toMatch(/^on/);
            expect(value).not.toMatch(/javascript:|url\(/i);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe("the text of HTML", () => {
  test.each([
    ["blocks on lines of their own", "<div>a</div><div>b</div>", "a\nb"],
    ["an empty line between paragraphs", "<p>a</p><p>b</p>", "a\n\nb"],
    ["line breaks", "a<br>b<br><br>c", "a\nb\n\nc"],
    ["white space as pages show it", "  a \n\t b <b> c</b>d ", "a b cd"],
    ["lists with dashes", "<ul><li>a</li><li>b</li></ul>c", "- a\n- b\n\nc"],
    ["cells apart", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a\tb\nc"],
    ["characters for their names", "&lt;b&gt; &amp; &eacute; &#128512;&nbsp;x", "<b> & é 😀 x"],
    ["addresses of links", '<a href="https://x.example/j">Join</a> now', "Join <https://x.example/j> now"],
    [
      "an address once where it is the text",
      '<a href="https://x.example/">https://x.example/</a>',
      "https://x.example/",
    ],
    ["a mail address once", '<a href="mailto:a@x.example">a@x.example</a>', "a@x.example"],
    ["no address of a script", '<a href="javascript:x">a</a>', "a"],
    ["prepared text as it stands", "<pre>a  b\n  c</pre>", "a  b\n  c"],
    ["what images say", '<img alt="Logo" src="x">', "Logo"],
    ["nothing of heads, styles and scripts", "<head><title>t</title><style>s</style></head><script>x</script>a", "a"],
    ["other directions of writing", "<p dir=rtl>שלום</p>", "שלום"],
    ["nothing", "", ""],
  ])("has %s", (_name, html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });

  test("of a text's HTML is the text again", () => {
    const line = fc.string({ unit: "grapheme", maxLength: 20 }).map((text) => text.replace(/\s+/g, " ").trim());
    fc.assert(
      fc.property(
        fc.array(
          line.filter((text) => text !== ""),
          { minLength: 1, maxLength: 4 },
        ),
        (lines) => {
          const text = lines.join("\n");
          expect(textOfHtml(htmlOfText(text))).toBe(text);
        },
      ),
    );
  });
});

describe("a body in a form", () => {
  const html = { contentType: "HTML", content: "<p>a</p><script>x</script>" } as const;
  const text = { contentType: "TEXT", content: "a < b\n<script>x</script>" } as const;
  const none = { remoteImages: false };

  test("of HTML", async () => {
    expect(await bodyAs(html, "HTML", none)).toEqual(html);
    expect(await bodyAs(html, "TEXT", none)).toEqual({ contentType: "TEXT", content: "a" });
    expect(await bodyAs(html, "SANITIZED_HTML", none)).toEqual({ contentType: "HTML", content: "<p>a</p>" });
  });

  test("of text is never markup", async () => {
    const escaped = "<div>a &lt; b<br>\n&lt;script&gt;x&lt;/script&gt;</div>";
    expect(await bodyAs(text, "TEXT", none)).toEqual(text);
    expect(await bodyAs(text, "HTML", none)).toEqual({ contentType: "HTML", content: escaped });
    expect(await bodyAs(text, "SANITIZED_HTML", none)).toEqual({ contentType: "HTML", content: escaped });
  });
});
