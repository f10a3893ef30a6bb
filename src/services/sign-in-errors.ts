import type { IdentityError } from "../auth/identity-error.js";
import type { AppErrorCode } from "../lib/app-error.js";
import { explainError } from "./explained-errors/explain-error.js";

export interface SignInExplanation {
  readonly code: AppErrorCode;
  readonly message: string;
  readonly helpUrl?: string;
}

/** Says what a refusal by Entra means and who mends it; numbers without a text of ours lead to Microsoft's page. */
export function explainSignInError(error: IdentityError): SignInExplanation {
  const code = codeFor(error);
  const { aadsts } = error.facts;
  if (aadsts === undefined) return { code, message: generalMessage(error) };
  const { what, step, link, isKnown } = explainError(`AADSTS${aadsts}`);
  const message = isKnown ? `${what} ${step}` : generalMessage(error);
  return { code, message, ...(link !== null && { helpUrl: link }) };
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
