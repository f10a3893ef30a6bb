import type { ApprovalRequest, GuideAnswers, Registration } from "./guide.model.js";
import { consentRoles, permissionLines } from "./guide-steps.js";
import { registrationPageLink } from "./portal-links.js";

/** A message that a person without the right roles can send to somebody who has them. */
export function approvalRequest(answers: GuideAnswers, registration: Registration): ApprovalRequest {
  const { applicationName, clientId, tenantId, cloud } = answers;
  const link = registrationPageLink(cloud, "CallAnAPI", clientId);
  const roles = consentRoles(registration);
  const reach =
    registration.access === "APPLICATION"
      ? "It signs in as itself, without a user. Which mailboxes it asks for is specified in our gateway, and can be enforced in Exchange Online as well."
      : "It can only do what each person who signs in can do, in that person's own calendars.";
  const text = `Hello,

please approve the application “${applicationName}” for our Microsoft 365 tenant.
${clientId === null ? "" : `\nApplication (client) ID: ${clientId}`}${tenantId === null ? "" : `\nDirectory (tenant): ${tenantId}`}

It asks for these permissions of Microsoft Graph:
${permissionLines(registration.permissions)}

${reach} The application is our own registration and runs on our own server; no other company is involved.

What to do: open ${link ?? "the Microsoft Entra admin center, App registrations, this application, API permissions"}, compare the list, and press “Grant admin consent”.
This needs one of the roles ${roles.join(", ")}.
`;
  return {
    subject: `Please approve ${applicationName} for our Microsoft 365 calendars`,
    text,
    link,
    whoMayApprove: roles,
  };
}
