import { generateKeyPair, randomUUID } from "node:crypto";
import { promisify } from "node:util";
import type { TlsIdentity } from "./http-server.js";
import { selfSignedCertificate } from "./self-signed-certificate.js";

let shared: Promise<TlsIdentity> | undefined;

/** The process's key and its certificate for the loopback hosts, made on first use; clients have to be told to trust it. */
export function loopbackIdentity(): Promise<TlsIdentity> {
  shared ??= newIdentity();
  return shared;
}

async function newIdentity(): Promise<TlsIdentity> {
  const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  const certificate = selfSignedCertificate({
    // Trusted certificates are found by name, so two processes' with one name would hide each other.
    commonName: `Tenant emulator ${randomUUID()}`,
    privateKey,
    hosts: ["localhost", "127.0.0.1"],
  });
  return { key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(), cert: pemOf(certificate) };
}

function pemOf(certificate: Buffer): string {
  const lines = certificate.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}
