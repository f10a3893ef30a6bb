import { createHash } from "node:crypto";
import type { HttpAnswer } from "../../core/http-message.js";
import { Html, html } from "./html.js";

const STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --card: #fff; --back: #eef1f5;
  --accent: #0b57d0; --on-accent: #fff; --bad: #a40e26; --hover: #f3f6fb; --mark: #fff4ce; --mark-ink: #4d3800; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --soft: #aab2bb; --line: #3d444d; --card: #1f242b;
  --back: #14181d; --accent: #8ab4f8; --on-accent: #10213f; --bad: #ff9a9a; --hover: #2a313a; --mark: #3b3214; --mark-ink: #ffe7a3; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; align-items: center; justify-content: center;
  padding: 24px 12px; background: var(--back); color: var(--ink); font: 16px/1.45 "Segoe UI", system-ui, sans-serif; }
main { width: 100%; max-width: 460px; background: var(--card); border: 1px solid var(--line); border-radius: 10px;
  padding: 28px 32px 24px; box-shadow: 0 6px 24px rgb(0 0 0 / 8%); }
.note { width: 100%; max-width: 460px; margin: 0 0 12px; padding: 8px 14px; border-radius: 8px; font-size: 14px;
  background: var(--mark); color: var(--mark-ink); }
h1 { margin: 0 0 4px; font-size: 24px; font-weight: 600; line-height: 1.25; }
h2 { margin: 20px 0 6px; font-size: 15px; font-weight: 600; }
p { margin: 6px 0 12px; }
main > :first-child { margin-top: 0; }
a { color: var(--accent); }
::placeholder { color: var(--soft); opacity: 1; }
.soft { color: var(--soft); font-size: 14px; }
.bad { color: var(--bad); }
ul { list-style: none; margin: 12px 0; padding: 0; }
.accounts { max-height: 412px; overflow-y: auto; margin: 14px -12px; padding: 4px; border: solid var(--line); border-width: 1px 0; }
.accounts button { display: flex; gap: 12px; align-items: center; width: 100%; padding: 9px 10px; border: 0; border-radius: 8px;
  background: none; color: inherit; font: inherit; text-align: left; cursor: pointer; }
.accounts button:hover { background: var(--hover); }
.face { flex: none; width: 40px; height: 40px; border-radius: 50%; display: grid; place-items: center; font-weight: 600;
  background: var(--accent); color: var(--on-accent); }
.who { min-width: 0; } .who span { display: block; overflow-wrap: anywhere; }
.permissions li { padding: 9px 0; border-top: 1px solid var(--line); }
.permissions li:last-child { border-bottom: 1px solid var(--line); }
code { font: 13px ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
label { display: block; margin: 8px 0 4px; font-size: 14px; }
label.check { display: flex; gap: 10px; align-items: flex-start; margin: 14px 0; }
label.check input { width: 18px; height: 18px; margin: 2px 0 0; flex: none; }
input[type=text], textarea { width: 100%; padding: 9px 11px; font: inherit; color: inherit; background: var(--card);
  border: 1px solid var(--soft); border-radius: 6px; }
.actions { display: flex; flex-wrap: wrap; gap: 10px; justify-content: flex-end; margin-top: 20px; }
.actions button, .actions a, .row button { padding: 9px 20px; border-radius: 6px; border: 1px solid var(--soft); background: none;
  color: inherit; font: inherit; text-decoration: none; cursor: pointer; }
.actions .main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
.row { display: flex; gap: 8px; } .row button { flex: none; padding: 9px 14px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 14px; margin: 14px 0 0; font-size: 14px; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
`;

export interface PageInput {
  /** Name of the page in the header `X-Emulator-Page`, by which scripts tell pages apart. */
  readonly name:
    | "accounts"
    | "consent"
    | "admin-consent"
    | "admin-approval"
    | "approval-requested"
    | "error"
    | "form-post"
    | "signed-out";
  readonly title: string;
  readonly body: Html;
  readonly status?: number;
  /** The AADSTS number a page shows. */
  readonly code?: number;
  /** Script that the page runs, and the only one it may run. */
  readonly script?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A whole page, which nothing outside it can style, script or frame. */
export function page(input: PageInput): HttpAnswer {
  const script =
    input.script === undefined ? "" : `'sha256-${createHash("sha256").update(input.script).digest("base64")}'`;
  const content = html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${input.title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<p class="note" role="note">Tenant emulator: no real accounts, no passwords.</p>
<main>
${input.body}
</main>
${input.script === undefined ? undefined : html`<script>${new Html(input.script)}</script>`}
</body>
</html>
`;
  return {
    status: input.status ?? 200,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": `default-src 'none'; style-src 'unsafe-inline'; script-src ${script || "'none'"}; base-uri 'none'; frame-ancestors 'none'`,
      "X-Frame-Options": "DENY",
      "Referrer-Policy": "strict-origin-when-cross-origin",
      "X-Emulator-Page": input.name,
      ...(input.code === undefined ? {} : { "X-Emulator-AADSTS": String(input.code) }),
      ...input.headers,
    },
    text: content.text,
  };
}
