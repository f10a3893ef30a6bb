import {
  constants,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  privateEncrypt,
  randomBytes,
  X509Certificate,
} from "node:crypto";
import { promisify } from "node:util";
import forge from "node-forge";
import { type ClientCertificate, clientCertificate } from "./client-certificate.js";

const newKeyPair = promisify(generateKeyPair);

/** Clocks of others may be behind. */
const BACKDATED_MS = 300_000;
/** What stands before a SHA-256 digest in a signature (RFC 8017, section 9.2, note 1). */
const SHA256_DIGEST_INFO = Buffer.from("3031300d060960864801650304020105000420", "hex");
/** RFC 5280 allows 20. */
const SERIAL_BYTES = 16;
const DAY_MS = 86_400_000;

export interface NewCertificate {
  /** Shown in Entra's list of certificates; at most 64 characters (RFC 5280, ub-common-name). */
  readonly commonName: string;
  readonly keyBits: number;
  readonly validDays: number;
}

/** A fresh RSA key pair and a certificate about it that it signs itself: Entra asks for no authority behind it. */
export async function makeCertificate(wanted: NewCertificate, now: number): Promise<ClientCertificate> {
  const pair = await newKeyPair("rsa", { modulusLength: wanted.keyBits, publicExponent: 0x10001 });
  const certificate = forge.pki.createCertificate();
  const publicPem = createPublicKey(pair.privateKey).export({ type: "spki", format: "pem" }).toString();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicPem);
  certificate.serialNumber = newSerialNumber();
  certificate.validity.notBefore = wholeSeconds(now - BACKDATED_MS);
  certificate.validity.notAfter = wholeSeconds(now + wanted.validDays * DAY_MS);
  // Without the type, texts beyond Latin letters would be written in a form that cannot hold them.
  const name = [{ shortName: "CN", value: wanted.commonName, valueTagClass: forge.asn1.Type.UTF8 as never }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([
    { name: "basicConstraints", cA: false, critical: true },
    { name: "keyUsage", digitalSignature: true, critical: true },
  ]);
  const signer = { sign: (digest: forge.md.MessageDigest) => signatureOf(pair.privateKey, digest) };
  certificate.sign(signer as unknown as forge.pki.rsa.PrivateKey, forge.md.sha256.create());
  return clientCertificate(new X509Certificate(forge.pki.certificateToPem(certificate)), pair.privateKey, now);
}

/** RSASSA-PKCS1-v1_5 by OpenSSL, so that the key stays out of the library, whose arithmetic is slow and not constant in time. */
function signatureOf(key: KeyObject, digest: forge.md.MessageDigest): string {
  const info = Buffer.concat([SHA256_DIGEST_INFO, Buffer.from(digest.digest().getBytes(), "latin1")]);
  return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, info).toString("latin1");
}

/** Positive, and without leading zeros, which DER forbids. */
function newSerialNumber(): string {
  const bytes = randomBytes(SERIAL_BYTES);
  bytes.writeUInt8((bytes.readUInt8(0) & 0x3f) | 0x40, 0);
  return bytes.toString("hex");
}

/** Certificates know no fractions. */
function wholeSeconds(ms: number): Date {
  return new Date(Math.floor(ms / 1_000) * 1_000);
}
