import type { IdentityError } from "../auth/identity-error.js";
import type { AppErrorCode } from "../lib/app-error.js";

export interface SignInExplanation {
  readonly code: AppErrorCode;
  readonly message: string;
  readonly helpUrl?: string;
}

/** The numbers that an administrator meets when the three values of a connection are wrong, with what to do. */
const BY_NUMBER: Readonly<Record<number, string>> = {
  7000215: "Entra says that the client secret is wrong. Make a new secret and enter its Value, not its Secret ID.",
  7000222: "The client secret has expired. Make a new secret in Entra and enter its Value here.",
  7000218: "Entra got no credential. Enter a client secret.",
  700016: "Entra does not know this client ID in this tenant. Compare both IDs with the registration's Overview page.",
  7000229: "The application is not installed in this tenant. Open its admin-consent link as an administrator.",
  7000112: "The application is disabled in this tenant. Enable it under Enterprise apps, Properties.",
  90002: "Entra knows no tenant with this ID in this cloud. Compare the tenant ID, and check the cloud.",
  900023: "Entra does not understand the tenant ID. Enter the Directory (tenant) ID.",
  53003:
    "A Conditional Access policy of the tenant blocks the gateway. Its administrator must allow the gateway's address.",
};

/** Says what a refusal by Entra means and who mends it; numbers without a text of ours lead to Microsoft's page. */
export function explainSignInError(error: IdentityError): SignInExplanation {
  const code = codeFor(error);
  const { aadsts } = error.facts;
  if (aadsts === undefined) return { code, message: generalMessage(error) };
  const helpUrl = `https://login.microsoftonline.com/error?code=${aadsts}`;
  return { code, message: BY_NUMBER[aadsts] ?? generalMessage(error), helpUrl };
}

function codeFor({ kind }: IdentityError): AppErrorCode {
  switch (kind) {
    case "configuration":
    case "reauth":
      return "CREDENTIAL_REFUSED";
    case "consent":
      return "CONSENT_MISSING";
    case "throttled":
      return "UPSTREAM_THROTTLED";
    case "unavailable":
      return "UPSTREAM_UNAVAILABLE";
    case "bug":
      return "UPSTREAM_REFUSED";
  }
}

function generalMessage(error: IdentityError): string {
  switch (error.kind) {
    case "throttled":
      return "Entra asked to wait before it gives another token.";
    case "unavailable":
      return "Entra could not be reached or failed.";
    case "configuration":
    case "reauth":
    case "consent":
    case "bug":
      return error.facts.aadsts === undefined
        ? "Entra refused to give a token for this connection."
        : `Entra refused to give a token for this connection (AADSTS${error.facts.aadsts}).`;
  }
}
