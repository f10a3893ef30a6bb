import { certificateFromPem } from "../../auth/certificates/pem-certificate.js";
import { certificateFromPfx } from "../../auth/certificates/pfx-certificate.js";
import type { CredentialMaterial } from "../../auth/credential-material.js";
import type { FederatedClaims, FederatedTokenFiles } from "../../auth/federated-token-files.js";
import { AppError } from "../../lib/app-error.js";
import { Secret } from "../../lib/secret.js";
import { cleanClientSecret } from "../connections/connection-rules.js";

const LONGEST_PASSWORD = 1_024;

/** What a federated credential of Entra's is compared by unless it is made for another audience. */
const USUAL_AUDIENCE = "api://AzureADTokenExchange";

export interface CertificateDraft {
  /** Certificate and private key as PEM, or a PFX file in base64: one of the two. */
  readonly pem: Secret | null;
  readonly pfx: Secret | null;
  readonly password: Secret | null;
}

export interface FederatedDraft {
  readonly tokenFile: string;
  /** As they stand in the registration; null: as the token says. */
  readonly issuer: string | null;
  readonly subject: string | null;
  readonly audience: string | null;
}

/** A credential as it was typed; one of the three. */
export interface CredentialDraft {
  readonly clientSecret: Secret | null;
  readonly clientSecretExpiresAt: Date | null;
  readonly certificate: CertificateDraft | null;
  readonly federated: FederatedDraft | null;
}

/**
 * The credential, checked as far as that is possible without asking Entra.
 * @throws AppError INVALID_INPUT naming the field, or CONNECTION_UNUSABLE about the token's file.
 */
export async function materialOf(
  draft: CredentialDraft,
  deps: { readonly files: FederatedTokenFiles; readonly now: number },
): Promise<CredentialMaterial> {
  const { clientSecret, clientSecretExpiresAt, certificate, federated } = draft;
  const count = [clientSecret, certificate, federated].filter((one) => one !== null).length;
  if (count !== 1) {
    throw invalid([], "Give exactly one of `clientSecret`, `certificate` and `federated`.");
  }
  if (clientSecret === null && clientSecretExpiresAt !== null) {
    throw invalid(["clientSecretExpiresAt"], "An expiry needs the client secret that it belongs to.");
  }
  if (clientSecret !== null) return secretOf(clientSecret, clientSecretExpiresAt, deps.now);
  if (certificate !== null) return certificateOf(certificate, deps.now);
  if (federated !== null) return federatedOf(federated, deps.files);
  throw new TypeError("one of the three is there");
}

function secretOf(secret: Secret, expiresAt: Date | null, now: number): CredentialMaterial {
  if (expiresAt !== null && expiresAt.getTime() <= now) {
    throw invalid(["clientSecretExpiresAt"], "This client secret has expired by then. Make a new one.");
  }
  return { kind: "CLIENT_SECRET", secret: new Secret(cleanClientSecret(secret.reveal())), expiresAt };
}

function certificateOf({ pem, pfx, password }: CertificateDraft, now: number): CredentialMaterial {
  if ((password?.reveal().length ?? 0) > LONGEST_PASSWORD) {
    throw invalid(["certificate", "password"], `A password has ${LONGEST_PASSWORD} characters at most.`);
  }
  if (pem !== null && pfx === null) {
    return { kind: "CERTIFICATE", certificate: certificateFromPem(pem, password, now) };
  }
  if (pfx !== null && pem === null) {
    return { kind: "CERTIFICATE", certificate: certificateFromPfx(pfx, password, now) };
  }
  throw invalid(["certificate"], "Give exactly one of `pem` and `pfx`.");
}

async function federatedOf(draft: FederatedDraft, files: FederatedTokenFiles): Promise<CredentialMaterial> {
  const { tokenFile } = draft;
  const claims = await files.claimsIn(tokenFile);
  const wanted: { readonly [K in keyof FederatedClaims]: string | null } = {
    issuer: draft.issuer,
    subject: draft.subject,
    audience: draft.audience ?? USUAL_AUDIENCE,
  };
  for (const name of ["issuer", "subject", "audience"] as const) {
    const expected = wanted[name];
    if (expected === null || expected === claims[name]) continue;
    const isCase = expected.toLowerCase() === claims[name].toLowerCase();
    throw invalid(
      ["federated", name],
      `The token in the file has another ${name}${isCase ? ": upper and lower case differ, and Entra compares them" : ""}. Enter it as the token and the registration's federated credential have it.`,
    );
  }
  return { kind: "FEDERATED", tokenFile, ...claims };
}

function invalid(path: readonly string[], message: string): AppError {
  return new AppError("INVALID_INPUT", message, { path });
}
