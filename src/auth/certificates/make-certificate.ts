import { createPublicKey, generateKeyPair, randomBytes, X509Certificate } from "node:crypto";
import { promisify } from "node:util";
import forge from "node-forge";
import { type ClientCertificate, clientCertificate } from "./client-certificate.js";

const newKeyPair = promisify(generateKeyPair);

/** Clocks of others may be behind. */
const BACKDATED_MS = 300_000;
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
  const privatePem = pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  certificate.sign(forge.pki.privateKeyFromPem(privatePem), forge.md.sha256.create());
  return clientCertificate(new X509Certificate(forge.pki.certificateToPem(certificate)), pair.privateKey, now);
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
