import type { HttpAnswer } from "../../core/http-message.js";
import type { Account } from "../accounts.js";
import type { EntraFailure, EntraTrace } from "../entra-failure.js";
import { html } from "./html.js";
import { page } from "./layout.js";

/** An error that ends here: the application never learns of it. */
export function errorPage(failure: EntraFailure, trace: EntraTrace, status: number): HttpAnswer {
  return page({
    name: "error",
    title: "Sorry, but we're having trouble signing you in.",
    status,
    code: failure.code,
    body: html`<h1>Sign-in did not work</h1>
<p role="alert">AADSTS${failure.code}: ${failure.message}</p>
<dl><dt>Request Id</dt><dd><code>${trace.traceId}</code></dd><dt>Correlation Id</dt><dd><code>${trace.correlationId}</code></dd>
<dt>Timestamp</dt><dd>${new Date(trace.now).toISOString()}</dd><dt>Error</dt><dd>${failure.error}</dd></dl>`,
  });
}

export interface AdminApprovalInput {
  readonly appName: string;
  readonly account: Account;
  readonly action: string;
  /** Where somebody else can sign in for the same request. */
  readonly otherAccount: string;
  readonly permissions: readonly string[];
}

/** Where a user ends who may not consent: only an administrator can go on. */
export function adminApprovalPage(input: AdminApprovalInput): HttpAnswer {
  return page({
    name: "admin-approval",
    title: "Need admin approval",
    code: 90094,
    body: html`<p class="soft">${input.account.user.mail ?? input.account.user.userPrincipalName}</p>
<h1>Need admin approval</h1>
<p><strong>${input.appName}</strong> needs permission to access resources in ${input.account.tenant.displayName} that only an administrator can grant. Ask an administrator to grant permission to this app before you can use it.</p>
<p class="soft">AADSTS90094. Asked for: ${input.permissions.join(", ")}</p>
<p><a href="${input.otherAccount}">Have an admin account? Sign in with that account</a></p>
<form method="post" action="${input.action}" class="actions">
<input type="hidden" name="emulator_user" value="${input.account.user.id}">
<button type="submit" name="emulator_action" value="refuse">Return to the application without granting consent</button>
</form>`,
  });
}

/** After signing out, where no address to return to is registered. */
export function signedOutPage(headers: Readonly<Record<string, string>>): HttpAnswer {
  return page({
    name: "signed-out",
    title: "You signed out of your account",
    headers,
    body: html`<h1>You signed out of your account</h1>
<p class="soft">Applications keep what they were given: signing out here revokes no refresh token.</p>`,
  });
}
