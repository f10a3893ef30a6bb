import { html } from "../../lib/html.js";
import type { ConsentIntroduction } from "../../services/authorization/flow.model.js";
import type { Answer } from "../answer.js";
import { pageAnswer } from "./layout.js";

/** What an administrator reads before Microsoft's own page asks. */
export function consentIntroductionPage(introduction: ConsentIntroduction, continueUrl: string): Answer {
  const { organization, connection, clientId, tenant, permissions, whoMayApprove } = introduction;
  const body = html`<p><strong>${organization}</strong> asks you, as an administrator of Microsoft 365, to approve the application <strong>${connection}</strong> for your organization.</p>
<h2>What it may do then</h2>
<dl>${permissions.map(({ name, reason }) => html`<dt>${name}</dt><dd>${reason}</dd>`)}</dl>
<h2>What happens next</h2>
<ol>
<li>Microsoft asks you to sign in. You need one of these roles: ${whoMayApprove.join(", ")}.</li>
<li>Microsoft lists the permissions. Compare them with these, and accept or cancel.</li>
<li>You come back here and read what was recorded.</li>
</ol>
<p><a class="button" href="${continueUrl}">Continue to Microsoft</a></p>
<p class="soft">Application (client) ID: ${clientId}. Tenant: ${tenant === "organizations" ? "the one you sign in to" : tenant}. If you did not expect this, close the page: nothing happens.</p>`;
  return pageAnswer({ title: "Approve an application for your organization", tone: "plain", body });
}
