import { isNationalCloud } from "../../lib/clouds.js";
import type { SupportedAccountTypes } from "../connections/connection.model.js";
import type { AccountTypeAdvice, GuideAnswers } from "./guide.model.js";

/** What Entra's registration form offers, in its order. */
const TYPES: readonly Omit<AccountTypeAdvice, "isRecommended" | "drawback">[] = [
  {
    type: "SINGLE_TENANT",
    portalLabel: "Accounts in this organizational directory only (Single tenant)",
    signInAudience: "AzureADMyOrg",
    meaning: "Only this tenant's own people and guests can use the application. The least exposure.",
  },
  {
    type: "MULTI_TENANT",
    portalLabel: "Accounts in any organizational directory (Multitenant)",
    signInAudience: "AzureADMultipleOrgs",
    meaning: "Any Microsoft 365 tenant can use the application, each after an administrator of its own consented.",
  },
  {
    type: "MULTI_TENANT_AND_PERSONAL",
    portalLabel: "Accounts in any organizational directory and personal Microsoft accounts",
    signInAudience: "AzureADandPersonalMicrosoftAccount",
    meaning: "Any tenant and any personal account (outlook.com, hotmail.com, live.com) can use the application.",
  },
  {
    type: "PERSONAL_ONLY",
    portalLabel: "Personal Microsoft accounts only",
    signInAudience: "PersonalMicrosoftAccount",
    meaning: "Only personal accounts can use the application, each by its own sign-in.",
  },
];

type Judged = Pick<GuideAnswers, "mailboxes" | "severalTenants" | "personalAccounts" | "cloud">;

/** The least open account type that serves the answers. */
export function accountTypeFor({ severalTenants, personalAccounts }: Judged): SupportedAccountTypes {
  if (personalAccounts) return "MULTI_TENANT_AND_PERSONAL";
  return severalTenants ? "MULTI_TENANT" : "SINGLE_TENANT";
}

export function signInAudienceOf(type: SupportedAccountTypes): string {
  return TYPES.find((candidate) => candidate.type === type)?.signInAudience ?? "";
}

/** All four, each with what speaks against it here. */
export function judgeAccountTypes(answers: Judged): readonly AccountTypeAdvice[] {
  const recommended = accountTypeFor(answers);
  return TYPES.map((type) => {
    const isRecommended = type.type === recommended;
    return { ...type, isRecommended, drawback: isRecommended ? null : drawbackOf(type.type, answers) };
  });
}

function drawbackOf(type: SupportedAccountTypes, answers: Judged): string {
  const { mailboxes, severalTenants, personalAccounts, cloud } = answers;
  const hasPersonal = type === "MULTI_TENANT_AND_PERSONAL" || type === "PERSONAL_ONLY";
  if (hasPersonal && isNationalCloud(cloud)) return "Personal accounts do not exist in this cloud.";
  if (type === "PERSONAL_ONLY") {
    return mailboxes === "EACH_PERSON_CONNECTS"
      ? "Work and school accounts could not connect at all."
      : "Application permissions cannot work: no organization could consent for personal accounts.";
  }
  if (personalAccounts) return "Personal accounts could not connect.";
  if (type === "SINGLE_TENANT" && severalTenants) return "People of the other tenants could not connect.";
  if (type === "MULTI_TENANT_AND_PERSONAL")
    return "More open than needed: strangers with personal accounts could sign in, and it allows only two client secrets.";
  return "More open than needed: any tenant could use the application.";
}
