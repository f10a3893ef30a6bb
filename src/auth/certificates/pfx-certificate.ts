import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import forge from "node-forge";
import type { Secret } from "../../lib/secret.js";
import { type ClientCertificate, clientCertificate, unusable } from "./client-certificate.js";
import { assertModestCost, CostlyFileError } from "./key-derivation.js";

/** In base64; a file with a long chain takes about 20 kB. */
const LONGEST_PFX = 131_072;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const UNREADABLE = "This is not a PFX file (PKCS#12) in base64, or it was cut on the way.";

/**
 * The certificate and its private key from a PFX file. Where it holds a chain too, the one that fits the key is taken.
 * @throws AppError INVALID_INPUT, each fault with its own sentence.
 */
export function certificateFromPfx(pfx: Secret, password: Secret | null, now: number): ClientCertificate {
  const pasted = pfx.reveal();
  if (pasted.length > LONGEST_PFX) {
    throw unusable(
      `The file is longer than ${LONGEST_PFX} characters of base64: that is no single certificate.`,
      "pfx",
    );
  }
  const text = pasted.replace(/\s+/g, "");
  if (!BASE64.test(text)) throw unusable(UNREADABLE, "pfx");
  const { keys, certificates } = opened(Buffer.from(text, "base64"), password);
  const [key] = keys;
  const [first] = certificates;
  if (key === undefined) throw unusable("There is no private key in this file. Export it with its key.", "pfx");
  if (keys.length > 1) throw unusable(`The file holds ${keys.length} private keys. Export one.`, "pfx");
  if (first === undefined) throw unusable("There is no certificate in this file. Export it with its key.", "pfx");
  return clientCertificate(certificates.find((one) => one.checkPrivateKey(key)) ?? first, key, now);
}

interface Opened {
  readonly keys: readonly KeyObject[];
  readonly certificates: readonly X509Certificate[];
}

function opened(der: Buffer, password: Secret | null): Opened {
  const file = readDer(der);
  const text = password?.reveal() ?? "";
  try {
    assertModestCost(file);
    for (const hidden of inClear(file, text)) assertModestCost(hidden);
    const bags = forge.pkcs12.pkcs12FromAsn1(file, text).safeContents.flatMap(({ safeBags }) => safeBags);
    const { oids } = forge.pki;
    return {
      keys: bags
        .filter(({ type }) => type === oids.pkcs8ShroudedKeyBag || type === oids.keyBag)
        .map((bag) => createPrivateKey({ key: keyBytes(bag), format: "der", type: "pkcs8" })),
      certificates: bags
        .filter(({ type }) => type === oids.certBag)
        .map((bag) => new X509Certificate(certificateBytes(bag))),
    };
  } catch (error) {
    if (error instanceof CostlyFileError) {
      throw unusable("The file is encrypted in a way that costs too much work to open. Export it anew.", "pfx");
    }
    if (isAboutPassword(error)) {
      throw unusable(
        password === null ? "The file is protected. Enter its password." : "This password does not open the file.",
        "password",
      );
    }
    throw unusable(UNREADABLE, "pfx");
  }
}

function readDer(der: Buffer): forge.asn1.Asn1 {
  try {
    return forge.asn1.fromDer(der.toString("latin1"));
  } catch {
    throw unusable(UNREADABLE, "pfx");
  }
}

/** The library has no codes for its errors. */
function isAboutPassword(error: unknown): boolean {
  return error instanceof Error && /MAC could not be verified|decrypt/i.test(error.message);
}

/** What cannot be decrypted or read here is refused by the library at the same place, before it does any other work. */
function inClear(file: forge.asn1.Asn1, password: string): readonly forge.asn1.Asn1[] {
  try {
    return decrypted(file, password);
  } catch {
    return [];
  }
}

/** The encrypted parts in clear: a part may hold another that is encrypted once more, whose cost counts as well. */
function decrypted(node: forge.asn1.Asn1, password: string): readonly forge.asn1.Asn1[] {
  if (typeof node.value === "string") {
    const isOctets = node.type === forge.asn1.Type.OCTETSTRING && node.value.startsWith("\x30");
    return isOctets ? decrypted(forge.asn1.fromDer(node.value), password) : [];
  }
  const [type, algorithm, content] = node.value;
  if (type && algorithm && content && isEncryptedContent(type, algorithm, content)) {
    const [oid, parameters] = algorithm.value as forge.asn1.Asn1[];
    if (oid === undefined || parameters === undefined) return [];
    const cipher = cipherFor(forge.asn1.derToOid(oid.value as string), parameters, password);
    cipher.update(forge.util.createBuffer(octetsOf(content)));
    if (!cipher.finish()) throw new Error("Failed to decrypt.");
    return [forge.asn1.fromDer(cipher.output)];
  }
  return node.value.flatMap((child) => decrypted(child, password));
}

/** `EncryptedContentInfo` of RFC 5652: the type `data`, how it is encrypted, and the implicitly tagged bytes. */
function isEncryptedContent(type: forge.asn1.Asn1, algorithm: forge.asn1.Asn1, content: forge.asn1.Asn1): boolean {
  return (
    type.type === forge.asn1.Type.OID &&
    typeof type.value === "string" &&
    forge.asn1.derToOid(type.value) === forge.pki.oids.data &&
    algorithm.type === forge.asn1.Type.SEQUENCE &&
    Array.isArray(algorithm.value) &&
    content.tagClass === forge.asn1.Class.CONTEXT_SPECIFIC
  );
}

function octetsOf({ value }: forge.asn1.Asn1): string {
  return typeof value === "string" ? value : value.map(octetsOf).join("");
}

interface Cipher {
  readonly output: forge.util.ByteStringBuffer;
  update(input: forge.util.ByteStringBuffer): void;
  finish(): boolean;
}

/** The declarations of the library leave this function out. */
function cipherFor(oid: string, parameters: forge.asn1.Asn1, password: string): Cipher {
  const { getCipher } = (
    forge.pki as unknown as {
      readonly pbe: { getCipher(oid: string, parameters: forge.asn1.Asn1, password: string): Cipher };
    }
  ).pbe;
  return getCipher(oid, parameters, password);
}

/** PKCS#8 in clear; the library gives RSA keys in its own form and others as they are. */
function keyBytes(bag: forge.pkcs12.Bag): Buffer {
  const structure = bag.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key)) : bag.asn1;
  return Buffer.from(forge.asn1.toDer(structure).getBytes(), "latin1");
}

function certificateBytes(bag: forge.pkcs12.Bag): Buffer {
  // As it came, where that is known: written anew it might have another thumbprint.
  const structure = bag.asn1 ?? (bag.cert && forge.pki.certificateToAsn1(bag.cert));
  return Buffer.from(forge.asn1.toDer(structure).getBytes(), "latin1");
}
