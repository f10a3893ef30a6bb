import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import forge from "node-forge";
import type { Secret } from "../../lib/secret.js";
import { type ClientCertificate, clientCertificate, unusable } from "./client-certificate.js";
import { assertModestCost, CostlyFileError } from "./key-derivation.js";

/** A certificate with an 8192-bit key takes about 12 kB. */
const LONGEST_PEM = 65_536;

interface Block {
  readonly label: string;
  readonly text: string;
}

/**
 * A certificate and its private key, pasted as PEM in any order.
 * @throws AppError INVALID_INPUT, each fault with its own sentence.
 */
export function certificateFromPem(pem: Secret, password: Secret | null, now: number): ClientCertificate {
  const text = pem.reveal();
  if (text.length > LONGEST_PEM) {
    throw unusable(`The text is longer than ${LONGEST_PEM} characters: that is no single certificate.`, "pem");
  }
  const blocks = blocksOf(text);
  const certificates = blocks.filter(({ label }) => label === "CERTIFICATE" || label === "X509 CERTIFICATE");
  const keys = blocks.filter(({ label }) => label.endsWith("PRIVATE KEY"));
  const [certificate] = certificates;
  const [key] = keys;
  if (blocks.length === 0) {
    throw unusable("There is no PEM in this text: no part of it starts with -----BEGIN.", "pem");
  }
  if (certificates.length > 1) {
    throw unusable(
      `The text holds ${certificates.length} certificates. Paste the application's own alone, without its chain.`,
      "pem",
    );
  }
  if (certificate === undefined) {
    throw unusable("There is no certificate in this text. Paste it together with its private key.", "pem");
  }
  if (key === undefined) {
    throw unusable("There is no private key in this text. Paste it together with the certificate.", "pem");
  }
  if (keys.length > 1) throw unusable(`The text holds ${keys.length} private keys. Paste one.`, "pem");
  return clientCertificate(readCertificate(certificate), readKey(key, password), now);
}

/** Line by line, so that no text takes longer than its length. */
function blocksOf(pasted: string): readonly Block[] {
  // Texts that went through JSON or a settings file have their line ends spelled out.
  const text = pasted.includes("\n") || pasted.includes("\r") ? pasted : pasted.replaceAll("\\n", "\n");
  const blocks: Block[] = [];
  let open: { label: string; lines: string[] } | undefined;
  for (const line of text.split(/\r\n|\r|\n/).map((one) => one.trim())) {
    const isMark = line.startsWith("-----") && line.endsWith("-----");
    if (isMark && line.startsWith("-----BEGIN ")) {
      open = { label: line.slice(11, -5), lines: [line] };
    } else if (open !== undefined) {
      open.lines.push(line);
      if (isMark && line === `-----END ${open.label}-----`) {
        blocks.push({ label: open.label, text: `${open.lines.join("\n")}\n` });
        open = undefined;
      }
    }
  }
  return blocks;
}

function readCertificate({ text }: Block): X509Certificate {
  try {
    return new X509Certificate(text);
  } catch {
    throw unusable("The certificate cannot be read. It was cut or changed on the way.", "pem");
  }
}

function readKey({ label, text }: Block, password: Secret | null): KeyObject {
  const isEncrypted = label === "ENCRYPTED PRIVATE KEY" || text.includes("Proc-Type: 4,ENCRYPTED");
  if (isEncrypted && password === null) {
    throw unusable("The private key is encrypted. Enter its password as well.", "password");
  }
  if (label === "ENCRYPTED PRIVATE KEY") assertReasonable(text);
  try {
    return createPrivateKey({
      key: text,
      format: "pem",
      ...(isEncrypted && password !== null ? { passphrase: password.reveal() } : {}),
    });
  } catch {
    throw isEncrypted
      ? unusable("This password does not open the private key.", "password")
      : unusable("The private key cannot be read. It was cut or changed on the way.", "pem");
  }
}

/** Before any work is done for it. */
function assertReasonable(text: string): void {
  try {
    const body = text.split("\n").slice(1, -2).join("");
    assertModestCost(forge.asn1.fromDer(Buffer.from(body, "base64").toString("latin1")));
  } catch (error) {
    throw error instanceof CostlyFileError
      ? unusable("The private key is encrypted in a way that costs too much work to open. Encrypt it anew.", "pem")
      : unusable("The private key cannot be read. It was cut or changed on the way.", "pem");
  }
}
