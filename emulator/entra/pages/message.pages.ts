import type { HttpAnswer } from "../../core/http-message.js";
import type { Account } from "../accounts.js";
import type { EntraFailure, EntraTrace } from "../entra-failure.js";
import { type Html, html } from "./html.js";
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
  /** Whether the user can file a request here. */
  readonly workflow: boolean;
}

/** Where a user ends who may not consent: only an administrator can go on. */
export function adminApprovalPage(input: AdminApprovalInput): HttpAnswer {
  return page({
    name: "admin-approval",
    title: input.workflow ? "Approval required" : "Need admin approval",
    code: input.workflow ? 90095 : 90094,
    body: html`<p class="soft">${input.account.user.mail ?? input.account.user.userPrincipalName}</p>
<h1>${input.workflow ? "Approval required" : "Need admin approval"}</h1>
<p><strong>${input.appName}</strong> needs permission to access resources in ${input.account.tenant.displayName} that only an administrator can grant. Ask an administrator to grant permission to this app before you can use it.</p>
<p class="soft">AADSTS${input.workflow ? 90095 : 90094}. Asked for: ${input.permissions.join(", ")}</p>
<p><a href="${input.otherAccount}">Have an admin account? Sign in with that account</a></p>
${input.workflow ? requestForm(input) : undefined}
<form method="post" action="${input.action}" class="actions">
<input type="hidden" name="emulator_user" value="${input.account.user.id}">
<button type="submit" name="emulator_action" value="refuse">Return to the application without granting consent</button>
</form>`,
  });
}

function requestForm({ action, account }: AdminApprovalInput): Html {
  return html`<form method="post" action="${action}">
<input type="hidden" name="emulator_user" value="${account.user.id}">
<label for="reason">Enter justification for requesting this app</label>
<textarea id="reason" name="emulator_reason" rows="3" maxlength="500" required></textarea>
<div class="actions"><button type="submit" name="emulator_action" value="request" class="main">Request approval</button></div>
</form>`;
}

/** After a user filed a request: there is nothing to do here until an administrator consents. */
export function approvalRequestedPage(input: Pick<AdminApprovalInput, "appName" | "account" | "action">): HttpAnswer {
  return page({
    name: "approval-requested",
    title: "Request sent",
    body: html`<h1>Request sent</h1>
<p>Your administrators can now review the request for <strong>${input.appName}</strong>. Come back when it was approved.</p>
<form method="post" action="${input.action}" class="actions">
<input type="hidden" name="emulator_user" value="${input.account.user.id}">
<button type="submit" name="emulator_action" value="refuse">Back to the application</button>
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
