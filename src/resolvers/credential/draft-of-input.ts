import { Secret } from "../../lib/secret.js";
import type { CredentialDraft } from "../../services/credentials/credential-draft.js";
import type { AddCredentialInput } from "./credential.input.js";

/** The input with its secrets wrapped, so that from here on none of them can be printed. */
export function draftOf({
  clientSecret,
  clientSecretExpiresAt,
  certificate,
  federated,
}: AddCredentialInput): CredentialDraft {
  return {
    clientSecret: secretOf(clientSecret),
    clientSecretExpiresAt: clientSecretExpiresAt ?? null,
    certificate: certificate
      ? { pem: secretOf(certificate.pem), pfx: secretOf(certificate.pfx), password: secretOf(certificate.password) }
      : null,
    federated: federated
      ? {
          tokenFile: federated.tokenFile,
          issuer: federated.issuer ?? null,
          subject: federated.subject ?? null,
          audience: federated.audience ?? null,
        }
      : null,
  };
}

function secretOf(text: string | null | undefined): Secret | null {
  return typeof text === "string" ? new Secret(text) : null;
}
