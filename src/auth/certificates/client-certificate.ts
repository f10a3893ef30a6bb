import { createHash, type KeyObject, X509Certificate } from "node:crypto";
import { AppError } from "../../lib/app-error.js";
import { Secret } from "../../lib/secret.js";

/** Entra takes RSA keys of 2048 bits and more; beyond 8192 signing takes longer than it is worth. */
export const SMALLEST_KEY_BITS = 2_048;
export const LARGEST_KEY_BITS = 8_192;

/** A certificate with its private key, ready to sign assertions. */
export interface ClientCertificate {
  /** The public part, which is uploaded to the registration. */
  readonly certificatePem: string;
  /** PKCS#8, not encrypted. */
  readonly privateKeyPem: Secret;
  readonly expiresAt: Date;
}

/** What may be shown of a certificate, read from its public part. */
export interface CertificateFacts {
  /** Upper-case hexadecimal. */
  readonly thumbprintSha256: string;
  /** Upper-case hexadecimal; the one that Entra's list of certificates shows. */
  readonly thumbprintSha1: string;
}

export function certificateFacts(certificatePem: string): CertificateFacts {
  const { raw } = new X509Certificate(certificatePem);
  return { thumbprintSha256: thumbprint(raw, "sha256"), thumbprintSha1: thumbprint(raw, "sha1") };
}

function thumbprint(der: Buffer, algorithm: "sha256" | "sha1"): string {
  return createHash(algorithm).update(der).digest("hex").toUpperCase();
}

/**
 * The pair, when Entra would take it now.
 * @throws AppError INVALID_INPUT, each fault with its own sentence.
 */
export function clientCertificate(certificate: X509Certificate, key: KeyObject, now: number): ClientCertificate {
  if (certificate.publicKey.asymmetricKeyType !== "rsa" || key.asymmetricKeyType !== "rsa") {
    throw unusable("The certificate's key is not an RSA key. Entra takes RSA keys only: make a new pair.");
  }
  if (!certificate.checkPrivateKey(key)) {
    throw unusable("The private key does not belong to this certificate. Upload the two that were made together.");
  }
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < SMALLEST_KEY_BITS) {
    throw unusable(`The key has ${bits} bits; at least ${SMALLEST_KEY_BITS} are needed. Make a new pair.`);
  }
  if (bits > LARGEST_KEY_BITS) throw unusable(`The key has ${bits} bits; at most ${LARGEST_KEY_BITS} are taken.`);
  const [startsAt, expiresAt] = [new Date(certificate.validFrom), new Date(certificate.validTo)];
  if (!(expiresAt.getTime() > now)) {
    throw unusable(`The certificate expired on ${dayOf(expiresAt)}. Make a new pair.`);
  }
  if (!(startsAt.getTime() <= now)) {
    throw unusable(`The certificate is not valid before ${dayOf(startsAt)}. Add it when that day has come.`);
  }
  return {
    certificatePem: `${certificate.toString().trim()}\n`,
    privateKeyPem: new Secret(key.export({ type: "pkcs8", format: "pem" }).toString()),
    expiresAt,
  };
}

/** A fault of an uploaded certificate; the text of the upload is never repeated. */
export function unusable(message: string, field?: "pem" | "pfx" | "password"): AppError {
  return new AppError("INVALID_INPUT", message, {
    path: field === undefined ? ["certificate"] : ["certificate", field],
  });
}

function dayOf(date: Date): string {
  return Number.isNaN(date.getTime()) ? "an unknown day" : date.toISOString().slice(0, 10);
}
