import type { HttpAnswer } from "../../core/http-message.js";
import type { Account } from "../accounts.js";
import type { EntraFailure } from "../entra-failure.js";
import { type Html, html } from "./html.js";
import { page } from "./layout.js";

/** More would not be looked through; the text field reaches everybody. */
const LONGEST_LIST = 60;

export interface AccountPickerInput {
  readonly title: string;
  readonly purpose: string;
  /** Where the form is sent: this request again. */
  readonly action: string;
  readonly accounts: readonly Account[];
  /** What the text field holds at first. */
  readonly typed: string;
  /** What was wrong with the choice before. */
  readonly failure?: EntraFailure;
}

/** Lets a person choose who to be. */
export function accountPickerPage(input: AccountPickerInput): HttpAnswer {
  const { accounts, failure } = input;
  const directories = new Set(accounts.map(({ tenant }) => tenant.displayName));
  const [only] = directories;
  return page({
    name: "accounts",
    title: input.title,
    ...(failure === undefined ? {} : { status: 400, code: failure.code }),
    body: html`<h1>${input.title}</h1>
<p class="soft">${input.purpose}${directories.size === 1 ? html` · ${only}` : undefined}</p>
${failure && html`<p class="bad" role="alert">AADSTS${failure.code}: ${failure.message}</p>`}
<form method="post" action="${input.action}">
<input type="hidden" name="emulator_action" value="choose">
<ul class="accounts" aria-label="Accounts">
${accounts.slice(0, LONGEST_LIST).map((account) => accountRow(account, directories.size > 1))}
</ul>
</form>
<form method="post" action="${input.action}">
<input type="hidden" name="emulator_action" value="choose">
<label for="name">${accounts.length > LONGEST_LIST ? "Somebody else, of all accounts" : "Somebody else"}</label>
<div class="row"><input type="text" id="name" name="emulator_user" value="${input.typed}" placeholder="name@example.com" autocomplete="off" required>
<button type="submit">Next</button></div>
</form>
<form method="post" action="${input.action}" class="actions">
<button type="submit" name="emulator_action" value="cancel">Cancel</button>
</form>`,
  });
}

function accountRow({ user, tenant }: Account, namesDirectory: boolean): Html {
  const initials = user.displayName
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? "")
    .join("");
  const facts = [
    ...(user.directoryRoles.size > 0 ? ["administrator"] : []),
    ...(user.userType === "Guest" ? ["guest"] : []),
    ...(namesDirectory ? [tenant.displayName] : []),
  ];
  return html`<li><button type="submit" name="emulator_user" value="${user.id}"><span class="face" aria-hidden="true">${initials}</span>
<span class="who"><span>${user.displayName}</span><span class="soft">${user.mail ?? user.userPrincipalName}</span>${facts.length > 0 ? html`<span class="soft">${facts.join(" · ")}</span>` : undefined}</span></button></li>
`;
}
