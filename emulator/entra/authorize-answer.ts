import type { HttpAnswer } from "../core/http-message.js";
import { type EntraCall } from "./entra-call.js";
import { EntraFailure, failureText, failureUri } from "./entra-failure.js";
import { html } from "./pages/html.js";
import { page } from "./pages/layout.js";

export type ResponseMode = "query" | "fragment" | "form_post";

/** Where the application waits for the answer. */
export interface ReplyTarget {
  readonly redirectUri: string;
  readonly responseMode: ResponseMode;
  readonly state: string | undefined;
}

/** A refusal that the application is told of, through its redirect URI. */
export class RedirectFailure extends EntraFailure {
  /** Members in place of the usual description, for a cancelled sign-in. */
  readonly bare: Readonly<Record<string, string>> | undefined;

  constructor(error: string, code: number, message: string, bare?: Readonly<Record<string, string>>) {
    super(error, code, message);
    this.bare = bare;
  }
}

/** What pressing Cancel instead of choosing an account tells the application: no number and no description. */
export function cancelled(): RedirectFailure {
  return new RedirectFailure("access_denied", 0, "", { error_subcode: "cancel" });
}

export function replyFailure(call: EntraCall, target: ReplyTarget, failure: EntraFailure): HttpAnswer {
  const bare = failure instanceof RedirectFailure ? failure.bare : undefined;
  return reply(target, {
    error: failure.error,
    ...(bare ?? {
      error_description: failureText(failure, call.trace),
      error_uri: failureUri(failure),
    }),
  });
}

/** Sends the members to the application in the mode it asked for, with its state. */
export function reply(
  target: ReplyTarget,
  members: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer {
  const all = { ...members, ...(target.state === undefined ? {} : { state: target.state }) };
  if (target.responseMode === "form_post") return formPost(target.redirectUri, all, headers);
  return redirect(target.redirectUri, all, target.responseMode, headers);
}

/** A redirect with the members added; an address without a path gets one. */
export function redirect(
  uri: string,
  members: Readonly<Record<string, string>>,
  mode: "query" | "fragment" = "query",
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer {
  const base = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+$/i.test(uri) ? `${uri}/` : uri;
  const text = new URLSearchParams(members).toString();
  const mark = mode === "fragment" ? "#" : base.includes("?") ? "&" : "?";
  return { status: 302, headers: { ...headers, Location: text === "" ? base : `${base}${mark}${text}` } };
}

function formPost(uri: string, members: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>>) {
  return page({
    name: "form-post",
    title: "Working...",
    script: "document.forms[0].submit()",
    headers,
    body: html`<form method="post" action="${uri}">
${Object.entries(members).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">\n`)}
<noscript><p>Script is disabled. Press the button to go on.</p></noscript>
<div class="actions"><button type="submit" class="main">Continue</button></div>
</form>`,
  });
}
