import { aadsts, type ErrorMeaning } from "./error-explanation.js";

/** Entra's codes about people: their sign-in, their consent, and the life of what they granted. */
export const SIGN_IN_ERRORS: readonly ErrorMeaning[] = [
  {
    codes: aadsts(65001),
    what: "Nobody has consented to what is asked for.",
    cause: "The consent was never given, was withdrawn, or lacks a permission that was added since.",
    fixer: "USER",
    step: "Sign in again and accept; or have an administrator consent for everybody.",
    page: "CallAnAPI",
  },
  {
    codes: aadsts(65004),
    what: "The consent was refused.",
    cause: "Somebody pressed Cancel.",
    fixer: "USER",
    step: "Try again and accept.",
  },
  {
    codes: aadsts(90093, 90094, 90095, 900941),
    what: "An administrator has to consent first.",
    cause:
      "The tenant does not let its users consent to calendar permissions; that is Microsoft's default for new tenants.",
    fixer: "TENANT_ADMINISTRATOR",
    step: "Open the admin-consent link once for the organization; then people can sign in.",
    page: "CallAnAPI",
  },
  {
    codes: aadsts(50020, 50034, 51004, 16003, 90072, 500208),
    what: "This account is not known in the tenant.",
    cause: "The sign-in was made with another account, or with one that the registration's account types exclude.",
    fixer: "USER",
    step: "Sign in with the account of that organization, or be invited there as a guest.",
  },
  {
    codes: aadsts(50126, 50056),
    what: "User name or password is wrong.",
    cause: "A typing mistake, or the account has no password.",
    fixer: "USER",
    step: "Sign in again.",
  },
  {
    codes: aadsts(50053),
    what: "The account is locked for a while.",
    cause: "Too many failed sign-ins, or an address with a bad reputation.",
    fixer: "USER",
    step: "Wait some minutes, or have an administrator unblock it.",
    isRetryable: true,
  },
  {
    codes: aadsts(50055, 50144, 50132, 50133),
    what: "The password expired or was changed.",
    cause: "The session that was granted has ended with it.",
    fixer: "USER",
    step: "Sign in again with the new password.",
  },
  {
    codes: aadsts(50057),
    what: "The account is disabled.",
    cause: "An administrator disabled it; the person may have left.",
    fixer: "TENANT_ADMINISTRATOR",
    step: "Enable the account, or remove its connection here.",
  },
  {
    codes: aadsts(50058),
    what: "Nobody is signed in.",
    cause: "The browser has no session at Microsoft.",
    fixer: "USER",
    step: "Sign in.",
  },
  {
    codes: aadsts(50072, 50074, 50076, 50078, 50079),
    what: "A second factor is asked for.",
    cause: "The tenant's policy demands it, or the last one is too long ago; a server cannot give it.",
    fixer: "USER",
    step: "Sign in again and confirm.",
  },
  {
    codes: aadsts(53000, 53001),
    what: "The device does not fulfil the tenant's policy.",
    cause: "Conditional Access lets only managed devices in.",
    fixer: "USER",
    step: "Sign in from a managed device.",
  },
  {
    codes: aadsts(50173, 70000, 70008, 700082, 70043),
    what: "The permission that was granted at the last sign-in has ended.",
    cause: "It was revoked, was not used for 90 days, or the tenant's policy asks for a new sign-in now and then.",
    fixer: "USER",
    step: "Sign in again.",
  },
  {
    codes: aadsts(50089, 54005),
    what: "The sign-in was not finished in time, or its page was loaded twice.",
    cause: "Each sign-in works once, for some minutes.",
    fixer: "USER",
    step: "Start again.",
  },
];

/** Entra's own troubles, and those of asking too often. */
export const ENTRA_OUTAGES: readonly ErrorMeaning[] = [
  {
    codes: aadsts(90055),
    what: "Entra asks to wait.",
    cause: "The tenant gets more requests than Entra serves.",
    fixer: "NOBODY",
    step: "Nothing: the gateway waits as long as it was told.",
    isRetryable: true,
  },
  {
    codes: aadsts(50196),
    what: "Entra was asked the same too often.",
    cause: "Something asks for tokens in a loop: several gateways on one registration, or a mistake of this one.",
    fixer: "GATEWAY_OPERATOR",
    step: "Wait some minutes; report it when it comes back.",
    isRetryable: true,
  },
  {
    codes: aadsts(90033, 90006, 90024, 90012, 50033, 90090, 50087, 70012, 40010, 50000),
    what: "Entra is not available at the moment.",
    cause: "A passing fault of Microsoft's.",
    fixer: "NOBODY",
    step: "Nothing: the gateway tries again, and goes on with the token it has while that is valid.",
    isRetryable: true,
  },
  {
    codes: aadsts(90036, 90092, 40008, 50086),
    what: "Entra failed in a way that does not pass by itself.",
    cause: "A fault of Microsoft's or of a service that the tenant federates with.",
    fixer: "TENANT_ADMINISTRATOR",
    step: "Open a support request at Microsoft with the correlation ID.",
  },
];
