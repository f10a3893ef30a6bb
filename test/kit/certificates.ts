import { generateKeyPairSync, type KeyObject, X509Certificate } from "node:crypto";
import forge from "node-forge";

const DAY_MS = 86_400_000;

export interface TestPair {
  readonly certificatePem: string;
  /** PKCS#8. */
  readonly privateKeyPem: string;
  readonly privateKey: KeyObject;
  /** Upper-case hexadecimal. */
  readonly thumbprintSha256: string;
}

/** Making keys is slow: share one key per test file. */
export function rsaKey(bits = 2048): KeyObject {
  return generateKeyPairSync("rsa", { modulusLength: bits }).privateKey;
}

/** A self-signed certificate of the key, made without the code under test. */
export function pairOf(
  privateKey: KeyObject,
  validity: { readonly from?: number; readonly until?: number } = {},
): TestPair {
  const privateKeyPem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const key = forge.pki.privateKeyFromPem(privateKeyPem);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
  certificate.serialNumber = "0123";
  certificate.validity.notBefore = new Date(validity.from ?? Date.now() - DAY_MS);
  certificate.validity.notAfter = new Date(validity.until ?? Date.now() + 90 * DAY_MS);
  certificate.setSubject([{ shortName: "CN", value: "test" }]);
  certificate.setIssuer([{ shortName: "CN", value: "test" }]);
  certificate.sign(key, forge.md.sha256.create());
  const certificatePem = forge.pki.certificateToPem(certificate).replaceAll("\r\n", "\n");
  const thumbprintSha256 = new X509Certificate(certificatePem).fingerprint256.replaceAll(":", "");
  return { certificatePem, privateKeyPem, privateKey, thumbprintSha256 };
}

export interface PfxOptions {
  readonly algorithm?: "3des" | "aes256";
  readonly chain?: readonly TestPair[];
  readonly rounds?: number;
  readonly withoutKey?: true;
}

/** A PFX file in base64. */
export function pfxOf({ certificatePem, privateKeyPem }: TestPair, password: string, options: PfxOptions = {}): string {
  const key = options.withoutKey ? null : forge.pki.privateKeyFromPem(privateKeyPem);
  const certificates = [...(options.chain ?? []).map((pair) => pair.certificatePem), certificatePem];
  const file = forge.pkcs12.toPkcs12Asn1(
    key as forge.pki.rsa.PrivateKey,
    certificates.map((pem) => forge.pki.certificateFromPem(pem)),
    password,
    { algorithm: options.algorithm ?? "aes256", count: options.rounds ?? 2_048, generateLocalKeyId: false },
  );
  return Buffer.from(forge.asn1.toDer(file).getBytes(), "latin1").toString("base64");
}
