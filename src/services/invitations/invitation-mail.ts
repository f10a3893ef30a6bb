import { html, type Markup } from "../../lib/html.js";
import { oneLine } from "../../lib/plain-text.js";
import type { PermissionReason } from "../authorization/permission-reasons.js";
import type { Mail } from "../mail/mailer.js";

/** What an invitation says, in a mail and on its page. */
export interface InvitationText {
  /** Who asks. */
  readonly organization: string;
  readonly address: string;
  readonly displayName: string | null;
  readonly note: string | null;
  readonly permissions: readonly PermissionReason[];
  readonly expiresAt: Date;
}

const SUBJECT_LENGTH = 150;
const NOT_DONE = "It cannot read your mail, and nobody learns your password: you sign in at Microsoft's own page.";
const UNEXPECTED =
  "If you did not expect this, or do not know who asks, do nothing: without your sign-in nothing happens, and the link ends by itself. When in doubt, ask somebody at the organization by a way that you know, not by answering this mail.";

/** The invitation as a mail, in plain text and as HTML without pictures, scripts or anything that is fetched. */
export function invitationMail(invitation: InvitationText, link: string, reference: string): Mail {
  const organization = oneLine(invitation.organization, SUBJECT_LENGTH);
  const displayName = oneLine(invitation.displayName ?? "", SUBJECT_LENGTH) || null;
  const told = { ...invitation, organization, displayName };
  return {
    to: { name: displayName ?? "", address: invitation.address },
    subject: oneLine(`${organization} asks you to connect your calendar`, SUBJECT_LENGTH),
    text: asText(told, link),
    html: asHtml(told, link).toString(),
    reference,
  };
}

/** Until when, for people in any zone. */
export function untilText(date: Date): string {
  const told = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }).format(date);
  // One by one: how they are put together differs between versions of Node's data.
  const [weekday, day, time] = [told({ weekday: "long" }), told({ dateStyle: "long" }), told({ timeStyle: "short" })];
  return `${weekday}, ${day}, ${time} UTC`;
}

function asText({ organization, address, displayName, note, permissions, expiresAt }: InvitationText, link: string) {
  return `${greeting(displayName)}

${organization} asks you to connect the calendar of ${address}, so that its applications can work with it.
${note === null ? "" : `\nMessage from ${organization}:\n${note.replace(/^/gm, "> ")}\n`}
To read what is asked and to decide, open this link. It is for you alone and works once, until ${untilText(expiresAt)}:

${link}

You sign in at Microsoft as ${address}. What Microsoft will ask you to allow:

${permissions.map(({ name, reason }) => `- ${name}: ${reason}`).join("\n")}

${NOT_DONE}

${UNEXPECTED}
`;
}

function asHtml(invitation: InvitationText, link: string): Markup {
  const { organization, address, displayName, note, permissions, expiresAt } = invitation;
  const font = "font-family:system-ui,'Segoe UI',Roboto,Arial,sans-serif;font-size:16px;line-height:1.5";
  const quote = "margin:0 0 16px;padding:8px 16px;border-left:4px solid #767676;white-space:pre-line";
  const button =
    "display:inline-block;padding:10px 18px;border:2px solid #0b5cad;border-radius:5px;color:#0b5cad;font-weight:600;text-decoration:none";
  const told =
    note === null
      ? null
      : html`<p style="margin:0 0 4px">Message from ${organization}:</p>
<blockquote style="${quote}">${note}</blockquote>`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${organization} asks you to connect your calendar</title>
</head>
<body style="margin:0;padding:16px;background:#ffffff;color:#1b2733;${font}">
<div style="max-width:600px;margin:0 auto;overflow-wrap:anywhere">
<p>${greeting(displayName)}</p>
<p><strong>${organization}</strong> asks you to connect the calendar of <strong>${address}</strong>, so that its applications can work with it.</p>
${told}
<p><a href="${link}" style="${button}">Read what is asked, and decide</a></p>
<p>The link is for you alone and works once, until ${untilText(expiresAt)}. If the button does not work, open this address:<br>
<a href="${link}">${link}</a></p>
<p>You sign in at Microsoft as ${address}. What Microsoft will ask you to allow:</p>
<ul>${permissions.map(({ name, reason }) => html`<li><strong>${name}</strong>: ${reason}</li>`)}</ul>
<p>${NOT_DONE}</p>
<p>${UNEXPECTED}</p>
</div>
</body>
</html>
`;
}

function greeting(displayName: string | null): string {
  return displayName === null ? "Hello," : `Hello ${displayName},`;
}
