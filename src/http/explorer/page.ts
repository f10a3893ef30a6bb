import { type ExplorerSettings, SETTINGS_ELEMENT_ID } from "./settings.js";

const SANDBOX_CDN = "https://embeddable-sandbox.cdn.apollographql.com";
/** Apollo's embed script: https://www.apollographql.com/docs/graphos/platform/sandbox#embedding-sandbox */
export const SANDBOX_SCRIPT = `${SANDBOX_CDN}/_latest/embeddable-sandbox.umd.production.min.js`;

/**
 * What the page may load: our own files, Apollo's embed script and its frame. Styles may be inline because the editor
 * places its text by style attributes.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  `script-src 'self' ${SANDBOX_CDN}`,
  `style-src 'self' 'unsafe-inline' ${SANDBOX_CDN}`,
  "img-src 'self' data: https://embeddable-explorer.cdn.apollographql.com",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src https://sandbox.embed.apollographql.com",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The explorer page: a bar, an empty stage, and the settings for the script that fills it. */
export function renderPage(settings: ExplorerSettings, scriptUrl: string): string {
  // In JSON, "<" can only stand inside strings, where this escape means the same and ends no element.
  const json = JSON.stringify(settings).replaceAll("<", "\\u003c");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>AddSync Gateway: explorer</title>
<link rel="icon" href="data:,">
<style>
html, body { height: 100%; margin: 0; }
body { display: flex; flex-direction: column; font: 14px/1.4 system-ui, sans-serif; background: #fff; color: #1f2933; }
#bar { display: flex; gap: 16px; align-items: center; padding: 6px 16px; border-bottom: 1px solid #d9dee4; }
#bar strong { font-weight: 600; }
#notice { flex: 1; color: #52606d; }
#bar a { color: #1a5fb4; text-decoration: none; }
#bar a:hover { text-decoration: underline; }
#stage { flex: 1; min-height: 0; position: relative; }
#stage > p { margin: 48px; text-align: center; color: #52606d; }
@media (prefers-color-scheme: dark) {
  body { background: #212a3b; color: #e4e7eb; }
  #bar { border-color: #3b475c; }
  #notice, #stage > p { color: #a8b3c2; }
  #bar a { color: #8ab8f5; }
}
</style>
</head>
<body>
<header id="bar"><strong>AddSync Gateway</strong><span id="notice" role="status"></span><a id="other" hidden></a></header>
<main id="stage"><p>Loading the explorer…</p></main>
<script type="application/json" id="${SETTINGS_ELEMENT_ID}">${json}</script>
<script type="module" src="${scriptUrl}"></script>
</body>
</html>
`;
}
