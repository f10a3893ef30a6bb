import { certificateFacts } from "../../auth/certificates/client-certificate.js";
import type { Credential as CredentialRow } from "../../entities/credential.entity.js";
import type { CertificateView, Credential, FederatedView } from "./credential.model.js";
import { daysLeft } from "./credential-expiry.js";

/** The credential without its text, which never leaves the vault. */
export function toCredential(row: CredentialRow, now: number): Credential {
  const { id, connectionId, kind, state, version, hint, setAt, expiresAt, refusedAt } = row;
  return {
    kind: "Credential",
    id,
    connectionId,
    proof: kind,
    state,
    version,
    hint,
    setAt,
    expiresAt,
    daysLeft: expiresAt && daysLeft(expiresAt, now),
    refusedAt,
    certificate: certificateOf(row),
    federated: federatedOf(row),
  };
}

function certificateOf({ certificatePem: pem, hint }: CredentialRow): CertificateView | null {
  if (pem === null) return null;
  return { pem, ...certificateFacts(pem), fileName: `calendar-gateway-${hint.slice(0, 8).toLowerCase()}.pem` };
}

function federatedOf({ tokenFile, issuer, subject, audience }: CredentialRow): FederatedView | null {
  if (tokenFile === null || issuer === null || subject === null || audience === null) return null;
  return { file: tokenFile, issuer, subject, audience };
}
