import { html, type Markup, safeLink } from "../../lib/html.js";
import type { FlowOutcome } from "../../services/authorization/flow.model.js";
import type { Answer } from "../answer.js";
import { pageAnswer } from "./layout.js";

type Of<Kind extends FlowOutcome["kind"]> = Extract<FlowOutcome, { kind: Kind }>;

/** What came of a sign-in or a consent, and what to do next. `approvalUrl`: a link to hand to an administrator. */
export function outcomePage(outcome: FlowOutcome, approvalUrl: string | null): Answer {
  switch (outcome.kind) {
    case "CONNECTED":
      return connected(outcome);
    case "WRONG_ACCOUNT":
      return wrongAccount(outcome);
    case "CANCELLED":
      return cancelled(outcome);
    case "APPROVAL_NEEDED":
      return approvalNeeded(outcome, approvalUrl);
    case "CONSENTED":
      return consented(outcome);
    case "REFUSED":
      return refused(outcome);
  }
}

function connected({ address, account, organization }: Of<"CONNECTED">): Answer {
  const signedIn = account.toLowerCase() === address.toLowerCase() ? null : html` You signed in as ${account}.`;
  const body = html`<p>The calendar of <strong>${address}</strong> is connected to <strong>${organization}</strong>.${signedIn}</p>
<h2>What this means</h2>
<p>Applications of ${organization} can now read and change your calendars, as far as you can yourself. They cannot read your mail, and nobody learned your password.</p>
<h2>If you change your mind</h2>
<p>Ask ${organization} to disconnect the mailbox. You can also withdraw the permission at Microsoft: <a href="https://myapps.microsoft.com">My Apps</a> for a work or school account, <a href="https://account.live.com/consent/Manage">App permissions</a> for a personal one.</p>
<p>You can close this page.</p>`;
  return pageAnswer({ title: "Your calendar is connected", tone: "good", body });
}

function wrongAccount({ expected, signedInAs }: Of<"WRONG_ACCOUNT">): Answer {
  const body = html`<p>The link is for <strong>${expected}</strong>, but you signed in as <strong>${signedInAs}</strong>. Nothing was connected and nothing was stored.</p>
<h2>What to do</h2>
<p>Open your invitation again, or ask for a new link, and sign in as ${expected}. If Microsoft signs you in as ${signedInAs} by itself, choose “Use another account” there, or use a private window. If both are yours, tell whoever sent you the link which one to use.</p>`;
  return pageAnswer({ title: "This is another account", tone: "bad", body });
}

function cancelled({ by, organization }: Of<"CANCELLED">): Answer {
  const isConsent = by === "ADMIN_CONSENT";
  const body = html`<p>${isConsent ? "You did not approve the application" : "You did not give your permission"}, so nothing was ${isConsent ? "recorded" : "connected"} for ${organization}.</p>
<p>If that was a mistake, ${isConsent ? "ask" : "open your invitation again, or ask"} for a new link. Otherwise you can close this page.</p>`;
  return pageAnswer({ title: "Cancelled", tone: "plain", body });
}

function approvalNeeded(
  { organization, subject, text, whoMayApprove }: Of<"APPROVAL_NEEDED">,
  approvalUrl: string | null,
): Answer {
  const message =
    approvalUrl === null ? text : `${text}\nOr use this link, which works once and for three days:\n${approvalUrl}\n`;
  const mail = `mailto:?${mailQuery({ subject, body: message })}`;
  const body = html`<p>Your organization does not let people give this permission themselves. An administrator can give it once for everybody. Nothing was connected to ${organization} yet.</p>
<h2>Ask your administrator</h2>
<p>This needs one of the roles ${whoMayApprove.join(", ")}. Send this message:</p>
<p><a class="button" href="${mail}">Write this message</a></p>
<p><strong>${subject}</strong></p>
<pre>${message}</pre>
<h2>After the approval</h2>
<p>Open your invitation again, or ask for a new link, and sign in: Microsoft will not ask for approval any more.</p>
${approvalUrl === null ? null : html`<p>Are you an administrator yourself? <a href="${approvalUrl}">Approve it now</a>.</p>`}`;
  return pageAnswer({ title: "An administrator must approve this first", tone: "attention", body });
}

function consented({ organization, connection, tenantId, missing }: Of<"CONSENTED">): Answer {
  const recorded = html`<p class="soft">Tenant: ${tenantId}.</p>`;
  if (missing.length === 0) {
    const body = html`<p>The application <strong>${connection}</strong> of ${organization} is approved for your organization, and Microsoft confirmed it.</p>
<h2>What happens next</h2>
<p>Nothing more is needed from you. ${organization} can now verify the connection. It can take some minutes until Microsoft knows of the approval everywhere.</p>
${recorded}`;
    return pageAnswer({ title: "The application is approved", tone: "good", body });
  }
  const body = html`<p>You approved the application <strong>${connection}</strong>, but Microsoft's token does not show all that it needs. Missing:</p>
<ul>${missing.map((name) => html`<li><strong>${name}</strong></li>`)}</ul>
<h2>What to do</h2>
<p>Right after an approval this can be a matter of a minute: let ${organization} verify the connection then. If it still fails, add the missing permission to the registration (API permissions, Application permissions) and approve again.</p>
${recorded}`;
  return pageAnswer({ title: "Approved, but something is missing", tone: "attention", body });
}

function refused({ by, code, what, step, link }: Of<"REFUSED">): Answer {
  const title = by === "ADMIN_CONSENT" ? "The approval did not work" : "The sign-in did not work";
  const body = html`<p>${what}</p>
<h2>What to do</h2>
<p>${step}${moreAt(link)}</p>
${code === null ? null : html`<p class="soft">Microsoft's code: ${code}.</p>`}`;
  return pageAnswer({ title, tone: "bad", body });
}

function moreAt(link: string | null): Markup | null {
  const safe = link === null ? null : safeLink(link);
  return safe === null ? null : html` <a href="${safe}">Read more</a>.`;
}

/** RFC 6068: percent-encoding, where a form's `+` would stay a plus. */
function mailQuery(members: Readonly<Record<string, string>>): string {
  return (
    Object.entries(members)
      // Half of a surrogate pair, which JSON can carry, has no UTF-8.
      .map(([name, value]) => [name, value.replace(/\p{Surrogate}/gu, "\ufffd").replace(/\r?\n/g, "\r\n")] as const)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join("&")
  );
}
