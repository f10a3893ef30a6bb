import { createHash } from "node:crypto";
import { html, Markup } from "../../lib/html.js";
import type { Answer } from "../answer.js";

/** How a page ends; told by a word beside its colour. */
export type Tone = "good" | "attention" | "bad" | "plain";

export interface PageContent {
  readonly title: string;
  readonly tone: Tone;
  readonly body: Markup;
  readonly status?: number;
  /** `self`: the page holds a form that posts to this gateway. Default: forms are forbidden. */
  readonly form?: "self";
}

/** Contrast is at least 4.5 to 1 in both schemes (WCAG 2.2, 1.4.3). */
const STYLE = `
:root { color-scheme: light dark; --page: #f4f6f8; --card: #ffffff; --text: #1b2733; --soft: #4a5a6a; --line: #d4dbe2;
  --link: #0b5cad; --good: #176b3a; --attention: #8a4b00; --bad: #a3201d; --plain: #0b5cad; }
@media (prefers-color-scheme: dark) {
  :root { --page: #10161d; --card: #1a232d; --text: #e8edf2; --soft: #a9b6c3; --line: #34424f;
    --link: #85bdf5; --good: #7fd6a1; --attention: #f2b765; --bad: #ff9d98; --plain: #85bdf5; }
}
* { box-sizing: border-box; }
body { margin: 0; padding: 1rem; min-height: 100vh; background: var(--page); color: var(--text);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { max-width: 38rem; margin: 6vh auto 2rem; padding: 2rem; background: var(--card);
  border: 1px solid var(--line); border-top: 4px solid var(--tone); border-radius: 0.5rem; }
main.good { --tone: var(--good); } main.attention { --tone: var(--attention); }
main.bad { --tone: var(--bad); } main.plain { --tone: var(--plain); }
h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin: 1.75rem 0 0.5rem; font-size: 1.1rem; }
p, ul, ol, dl { margin: 0 0 1rem; }
p, li, dd { overflow-wrap: anywhere; }
.word { margin: 0 0 0.25rem; color: var(--tone); font-weight: 600; }
.soft { color: var(--soft); font-size: 0.9rem; }
a { color: var(--link); }
a.button, button { display: inline-block; padding: 0.6rem 1.1rem; border: 2px solid var(--link); border-radius: 0.35rem;
  background: none; color: var(--link); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
a.button:hover, button:hover { background: var(--link); color: var(--card); }
form { margin: 1.5rem 0 1rem; }
blockquote { margin: 0 0 1rem; padding: 0.25rem 0 0.25rem 1rem; border-left: 4px solid var(--line); white-space: pre-line;
  overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
dt { font-weight: 600; } dd { margin: 0 0 0.5rem; }
pre, .address { padding: 0.75rem; background: var(--page); border: 1px solid var(--line); border-radius: 0.35rem;
  font: 0.9rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
footer { max-width: 38rem; margin: 0 auto; text-align: center; }
@media (max-width: 30rem) { main { margin-top: 0; padding: 1.25rem; } }
`;

const STYLE_HASH = createHash("sha256").update(STYLE, "utf8").digest("base64");

/** Nothing from elsewhere, no script, no frame around it; the one style is named by its hash. */
function policy(form: "self" | "none"): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    "img-src data:",
    "base-uri 'none'",
    `form-action '${form}'`,
    "frame-ancestors 'none'",
  ].join("; ");
}

/** No form either. */
export const PAGE_POLICY = policy("none");
const FORM_PAGE_POLICY = policy("self");

const WORDS: Readonly<Record<Tone, string>> = {
  good: "Done",
  attention: "One more step",
  bad: "This did not work",
  plain: "Please read",
};

/** A whole page as an answer: for this browser alone, and for now. */
export function pageAnswer({ title, tone, body, status = 200, form }: PageContent): Answer {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – AddSync Gateway</title>
<link rel="icon" href="data:,">
<style>${new Markup(STYLE)}</style>
</head>
<body>
<main class="${tone}">
<p class="word">${WORDS[tone]}</p>
<h1>${title}</h1>
${body}
</main>
<footer><p class="soft">AddSync Gateway</p></footer>
</body>
</html>
`;
  return {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": form === "self" ? FORM_PAGE_POLICY : PAGE_POLICY,
      "cross-origin-opener-policy": "same-origin",
      "x-frame-options": "DENY",
    },
    body: page.toString(),
  };
}
