import type { GuideAnswers } from "../../../../src/services/guide/guide.model.js";

/** The answers of an organization whose administrator configures access for all, but for those given. */
export function answersOf(answers: Partial<GuideAnswers> = {}): GuideAnswers {
  return {
    mailboxes: "WHOLE_ORGANIZATION",
    use: "READ_WRITE",
    severalTenants: false,
    personalAccounts: false,
    directorySearch: false,
    settings: "NONE",
    rooms: false,
    mayConsent: null,
    cloud: "GLOBAL",
    applicationName: "AddSync Gateway",
    tenantId: null,
    clientId: null,
    ...answers,
  };
}
