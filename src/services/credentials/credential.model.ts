import type { CredentialKind, CredentialState } from "../../entities/credential.entity.js";

export type { CredentialKind, CredentialState };

/** The public part of a certificate, for upload and for comparison. */
export interface CertificateView {
  readonly pem: string;
  /** Upper-case hexadecimal. */
  readonly thumbprintSha256: string;
  readonly thumbprintSha1: string;
  readonly fileName: string;
}

/** What Entra compares of a federated credential, and where the token is read. */
export interface FederatedView {
  readonly file: string;
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
}

/** What may be shown of a stored credential. */
export interface Credential {
  readonly kind: "Credential";
  readonly id: string;
  readonly connectionId: string;
  /** How it proves the application. */
  readonly proof: CredentialKind;
  readonly state: CredentialState;
  readonly version: number;
  readonly hint: string;
  readonly setAt: Date;
  readonly expiresAt: Date | null;
  /** Whole days until it expires, negative after it; null when that is not known. */
  readonly daysLeft: number | null;
  /** Since when Entra refuses it as expired. */
  readonly refusedAt: Date | null;
  readonly certificate: CertificateView | null;
  readonly federated: FederatedView | null;
}

export const CONNECTION_WARNINGS = [
  "CREDENTIAL_EXPIRES_SOON",
  "CREDENTIAL_EXPIRED",
  "CREDENTIAL_REFUSED_AS_EXPIRED",
] as const;
/** The closed list of what a connection warns of before it fails. */
export type ConnectionWarningKind = (typeof CONNECTION_WARNINGS)[number];

export interface ConnectionWarning {
  readonly kind: ConnectionWarningKind;
  /** What is the matter and what to do, in sentences. */
  readonly message: string;
  readonly since: Date;
  /** The page on which to do it; null where there is none. */
  readonly link: string | null;
  readonly credentialId: string;
}
