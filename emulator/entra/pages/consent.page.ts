import type { HttpAnswer } from "../../core/http-message.js";
import type { Account } from "../accounts.js";
import { permissionTitle } from "../permission-catalog.js";
import { type Html, html } from "./html.js";
import { page } from "./layout.js";

export interface ConsentItem {
  readonly kind: "Role" | "Scope";
  readonly value: string;
}

export interface ConsentInput {
  readonly name: "consent" | "admin-consent";
  readonly appName: string;
  readonly account: Account;
  readonly action: string;
  readonly items: readonly ConsentItem[];
  /** Whether the user may consent for the organization too. */
  readonly offersOrganization: boolean;
}

/** Lists what the application would be allowed to do, to be accepted or refused. */
export function consentPage(input: ConsentInput): HttpAnswer {
  const { account, items } = input;
  const forAll = input.name === "admin-consent";
  return page({
    name: input.name,
    title: forAll ? "Permissions requested for your organization" : "Permissions requested",
    body: html`<p class="soft">${account.user.mail ?? account.user.userPrincipalName}</p>
<h1>${forAll ? "Permissions requested for your organization" : "Permissions requested"}</h1>
<p><strong>${input.appName}</strong> would like to${forAll ? html` act in <strong>${account.tenant.displayName}</strong> with these permissions, for every user` : undefined}:</p>
<ul class="permissions">
${items.map(itemRow)}
</ul>
<form method="post" action="${input.action}">
<input type="hidden" name="emulator_user" value="${account.user.id}">
${
  input.offersOrganization
    ? html`<label class="check"><input type="checkbox" name="emulator_organization" value="true"><span>Consent on behalf of your organization<br><span class="soft">Then no other user is asked.</span></span></label>`
    : undefined
}
<div class="actions">
<button type="submit" name="emulator_action" value="refuse">Cancel</button>
<button type="submit" name="emulator_action" value="approve" class="main">Accept</button>
</div>
</form>`,
  });
}

function itemRow({ kind, value }: ConsentItem): Html {
  return html`<li>${permissionTitle(kind, value)}<br><span class="soft"><code>${value}</code> ${kind === "Role" ? "application permission" : "delegated permission"}</span></li>
`;
}
