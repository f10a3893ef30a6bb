import type { SupportedAccountTypes } from "../connections/connection.model.js";
import { judgeAccountTypes } from "./account-types.js";
import type { GraphPermission, GuideAnswers, GuideStep, Registration } from "./guide.model.js";
import { registrationPageLink, registrationsLink } from "./portal-links.js";

type StepDraft = Omit<GuideStep, "number">;

const REGISTER_ROLES = [
  "anybody, where the tenant lets users register applications",
  "Application Developer",
  "Cloud Application Administrator",
];
const CREDENTIAL_ROLES = ["the registration's owner", "Application Administrator", "Cloud Application Administrator"];
/** Graph's application permissions are beyond the application administrators. */
const APPLICATION_CONSENT_ROLES = ["Privileged Role Administrator", "Global Administrator"];
const DELEGATED_CONSENT_ROLES = [
  "Cloud Application Administrator",
  "Application Administrator",
  ...APPLICATION_CONSENT_ROLES,
];
const GATEWAY_ROLES = ["whoever holds an ADMIN API key of this gateway"];

/** Who may consent to these permissions for the whole organization. */
export function consentRoles({ access }: Pick<Registration, "access">): readonly string[] {
  return access === "APPLICATION" ? APPLICATION_CONSENT_ROLES : DELEGATED_CONSENT_ROLES;
}

/** The way from nothing to a verified connection, in the order in which the portal and the gateway ask. */
export function guideSteps(answers: GuideAnswers, registration: Registration): readonly GuideStep[] {
  const drafts = [
    register(answers, registration),
    addRedirectUris(answers, registration),
    copyIds(answers),
    addPermissions(answers, registration),
    ...(needsConsentStep(answers, registration) ? [consent(answers, registration)] : []),
    createCredential(answers),
    enter(answers, registration),
    ...(answers.mailboxes === "SOME_MAILBOXES" ? [scope()] : []),
    finish(answers),
  ];
  return drafts.map((draft, index) => ({ number: index + 1, ...draft }));
}

function register(
  { cloud, applicationName, ...rest }: GuideAnswers,
  { supportedAccountTypes }: Registration,
): StepDraft {
  return {
    title: "Register the application",
    explanation:
      "In the Microsoft Entra admin center open Entra ID, App registrations, New registration. Enter the name, choose the supported account types, and press Register.",
    link: registrationsLink(cloud),
    enter: [
      { label: "Name", value: applicationName },
      {
        label: "Supported account types",
        value: portalLabelOf(supportedAccountTypes, { cloud, applicationName, ...rest }),
      },
    ],
    copy: [],
    whoMayDoIt: REGISTER_ROLES,
  };
}

function addRedirectUris({ cloud, clientId }: GuideAnswers, { access, redirectUris }: Registration): StepDraft {
  const [title, reason] =
    access === "APPLICATION"
      ? [
          "Add the redirect URI of the consent link",
          "Nobody signs in here; the consent link of `requestAdminConsent` hands the administrator back to this address. Whoever consents on the portal's own page can leave it out.",
        ]
      : ["Add the redirect URIs", "People who sign in, and an administrator who consents, are handed back to them."];
  return {
    title,
    explanation: `Open Authentication, Add a platform, Web (not Single-page application, whose tokens end after a day). Add each address exactly as it stands here: case, slashes and port count. ${reason}`,
    link: registrationPageLink(cloud, "Authentication", clientId),
    enter: redirectUris.map((value) => ({ label: "Redirect URI", value })),
    copy: [],
    whoMayDoIt: CREDENTIAL_ROLES,
  };
}

function copyIds({ cloud, clientId }: GuideAnswers): StepDraft {
  return {
    title: "Copy the two IDs",
    explanation: "The Overview page shows three IDs. Take these two; the Object ID is of no use here.",
    link: registrationPageLink(cloud, "Overview", clientId),
    enter: [],
    copy: [
      { label: "Application (client) ID", inputField: "clientId", looksLike: "a GUID" },
      { label: "Directory (tenant) ID", inputField: "tenantId", looksLike: "a GUID" },
    ],
    whoMayDoIt: REGISTER_ROLES,
  };
}

function addPermissions({ cloud, clientId }: GuideAnswers, { access, permissions }: Registration): StepDraft {
  const kind = access === "APPLICATION" ? "Application permissions" : "Delegated permissions";
  return {
    title: "Add the permissions",
    explanation: `Open API permissions, Add a permission, Microsoft Graph, ${kind}. Tick these and press Add permissions. The same names exist under the other kind, where they do something else.`,
    link: registrationPageLink(cloud, "CallAnAPI", clientId),
    enter: permissions.map(({ name }) => ({ label: kind, value: name })),
    copy: [],
    whoMayDoIt: CREDENTIAL_ROLES,
  };
}

/** A delegated connection needs it where people may not consent themselves, which is the default of new tenants. */
function needsConsentStep({ personalAccounts, severalTenants }: GuideAnswers, { access }: Registration): boolean {
  return access === "APPLICATION" || !personalAccounts || severalTenants;
}

function consent({ cloud, clientId, mayConsent }: GuideAnswers, registration: Registration): StepDraft {
  const start =
    mayConsent === false
      ? "Send the approval request of this guide to somebody who may: the button is grey for everybody else."
      : "Press “Grant admin consent for …” on the API permissions page.";
  const reason =
    registration.access === "APPLICATION"
      ? "Application permissions work only after an administrator consented."
      : "New tenants do not let people consent to calendar permissions themselves, so one administrator does it for all.";
  return {
    title: "Grant admin consent",
    explanation: `${start} ${reason} The Status column must read “Granted for …”. It takes effect within a few minutes.`,
    link: registrationPageLink(cloud, "CallAnAPI", clientId),
    enter: [],
    copy: [],
    whoMayDoIt: consentRoles(registration),
  };
}

function createCredential({ cloud, clientId }: GuideAnswers): StepDraft {
  return {
    title: "Create a client secret, or a credential without one",
    explanation:
      "Without a secret to keep: register first, then `generateCertificate` here and upload its public certificate under Certificates & secrets, Certificates; or, where the gateway's host has an identity of its own (Kubernetes, a cloud's workload identity), add it under Federated credentials and send `addCredential` with its token file. With a secret: open Certificates & secrets, Client secrets, New client secret. Copy the Value column at once: it is shown only until the page is left. The Secret ID beside it is of no use here. Note the expiry date.",
    link: registrationPageLink(cloud, "Credentials", clientId),
    enter: [
      { label: "Description", value: "AddSync Gateway" },
      { label: "Expires", value: "180 days (recommended); at most 24 months" },
    ],
    copy: [
      { label: "Value", inputField: "clientSecret", looksLike: "about 40 characters, not a GUID" },
      { label: "Expires", inputField: "clientSecretExpiresAt", looksLike: "a date" },
    ],
    whoMayDoIt: CREDENTIAL_ROLES,
  };
}

function enter({ cloud, use }: GuideAnswers, { access, supportedAccountTypes }: Registration): StepDraft {
  return {
    title: "Enter the values here",
    explanation:
      "Send `createConnection` with the three values and the choices below; with a certificate or a federated credential leave `clientSecret` out, and add the credential to the connection that it makes.",
    link: null,
    enter: [
      { label: "cloud", value: cloud },
      { label: "access", value: access },
      { label: "supportedAccountTypes", value: supportedAccountTypes },
      { label: "permissionLevel", value: use },
    ],
    copy: [],
    whoMayDoIt: GATEWAY_ROLES,
  };
}

function scope(): StepDraft {
  return {
    title: "Limit the application to some mailboxes",
    explanation:
      "The permission alone reaches every mailbox of the tenant; this gateway asks only for those that you specify, but the tenant can enforce it as well. Run this guide's Exchange Online script scope-gateway.ps1. It takes 30 minutes to two hours to take effect, and the tenant-wide consent must then be removed, because the two add up. A tenant that has application access policies already may run restrict-gateway.ps1 instead: there the consent stays. Calendars of Microsoft 365 groups cannot be limited so.",
    link: null,
    enter: [],
    copy: [],
    whoMayDoIt: ["Organization Management", "Exchange Administrator"],
  };
}

function finish({ mailboxes }: GuideAnswers): StepDraft {
  return mailboxes === "EACH_PERSON_CONNECTS"
    ? {
        title: "Let people connect",
        explanation: "Each person opens the connection's sign-in address once and signs in.",
        link: null,
        enter: [],
        copy: [],
        whoMayDoIt: ["each person whose calendar is to be reached"],
      }
    : {
        title: "Specify mailboxes and verify",
        explanation:
          "Add the mailboxes with `createMailbox`, or many at once with `createMailboxes`, then send `verifyConnection`. Only reading one calendar proves that everything works.",
        link: null,
        enter: [],
        copy: [],
        whoMayDoIt: GATEWAY_ROLES,
      };
}

function portalLabelOf(type: SupportedAccountTypes, answers: GuideAnswers): string {
  return judgeAccountTypes(answers).find((advice) => advice.type === type)?.portalLabel ?? type;
}

/** The permissions as one line each, for a person who has to approve them. */
export function permissionLines(permissions: readonly GraphPermission[]): string {
  return permissions.map(({ name, kind, reason }) => `- ${name} (${kind.toLowerCase()}): ${reason}`).join("\n");
}
