import { html } from "../../lib/html.js";
import { oneLine } from "../../lib/plain-text.js";
import { type InvitationText, untilText } from "../../services/invitations/invitation-mail.js";
import type { InvitationRefusal } from "../../services/invitations/invitation-pages.service.js";
import type { Answer } from "../answer.js";
import { pageAnswer } from "./layout.js";

const NAME_LENGTH = 200;

/** What an invited person reads before Microsoft's own page asks. The form posts to this page's own address. */
export function invitationPage(invitation: InvitationText, ownUrl: string): Answer {
  const { address, note, permissions, expiresAt } = invitation;
  const organization = oneLine(invitation.organization, NAME_LENGTH);
  const quoted =
    note === null
      ? null
      : html`<h2>Message from ${organization}</h2>
<blockquote>${note}</blockquote>`;
  const body = html`<p><strong>${organization}</strong> asks you to connect the calendar of <strong>${address}</strong>, so that its applications can work with it.</p>
${quoted}
<h2>What Microsoft will ask you to allow</h2>
<dl>${permissions.map(({ name, reason }) => html`<dt>${name}</dt><dd>${reason}</dd>`)}</dl>
<p>It cannot read your mail, and nobody learns your password.</p>
<h2>What happens next</h2>
<ol>
<li>You sign in at Microsoft, as ${address}.</li>
<li>Microsoft lists the permissions. Compare them with these, and accept or cancel.</li>
<li>You come back here and read what was done.</li>
</ol>
<form method="post" action="${ownUrl}"><button type="submit">Continue to Microsoft</button></form>
<p class="soft">The link works once, until ${untilText(expiresAt)}. If you did not expect this, close the page: nothing happens.</p>`;
  return pageAnswer({ title: "Connect your calendar", tone: "plain", body, form: "self" });
}

/**
 * The answer to the form. Leaving by a redirect would put Microsoft's redirects under the form's policy, so the page is
 * left by itself instead, and by a link where that does not happen.
 */
export function departurePage(url: string): Answer {
  const body = html`<p>Your browser is going to Microsoft's sign-in. If nothing happens, go on yourself:</p>
<p><a class="button" href="${url}">Continue to Microsoft</a></p>`;
  const page = pageAnswer({ title: "On to Microsoft", tone: "plain", body });
  return { ...page, headers: { ...page.headers, refresh: `0; url=${url}` } };
}

const TEXTS: Readonly<Record<InvitationRefusal, { status: number; title: string; text: string }>> = {
  unknown: {
    status: 404,
    title: "This invitation is not known here",
    text: "The address may be incomplete, or a newer mail replaced this invitation: look for a later one. Otherwise ask whoever invited you to send it again.",
  },
  used: {
    status: 410,
    title: "This invitation was accepted already",
    text: "Each invitation works once. If it was you who accepted it, nothing more is to be done. Otherwise tell whoever invited you.",
  },
  revoked: {
    status: 410,
    title: "This invitation was withdrawn",
    text: "Whoever invited you took it back. Ask them if you think that it should still work.",
  },
  expired: {
    status: 410,
    title: "This invitation has expired",
    text: "Invitations work for some days only. Ask whoever invited you to send it again.",
  },
  unusable: {
    status: 503,
    title: "This invitation cannot be used now",
    text: "The connection behind it was switched off or is not complete. Tell whoever invited you.",
  },
  busy: {
    status: 429,
    title: "Too many sign-ins have been begun",
    text: "Each of them ends by itself after ten minutes. Wait that long and open your invitation again.",
  },
};

export function invitationRefusalPage(reason: InvitationRefusal): Answer {
  const { status, title, text } = TEXTS[reason];
  return pageAnswer({ title, tone: "bad", status, body: html`<p>${text}</p>` });
}

export function tooManyMissesPage(waitSeconds: number): Answer {
  const body = html`<p>Many invitations that do not exist were asked for from your network. Wait a minute, then open the link of your mail again, whole.</p>`;
  const page = pageAnswer({ title: "Please wait a minute", tone: "bad", status: 429, body });
  return { ...page, headers: { ...page.headers, "retry-after": `${waitSeconds}` } };
}
