import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from "node:crypto";

const VERSION = "v1";
const KEY_BYTES = 32;
/** NIST SP 800-38D recommends 96 bits; random ones stay safe for 2^32 values under one key. */
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_ID = /^[A-Za-z0-9_-]{1,64}$/;
const ENVELOPE = /^v1\.([A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{22,})$/;

/** A key that seals. Printing it shows no key material. */
export interface SealingKey {
  /** Stands in every envelope, so that keys can change: letters, digits, `_` and `-`. */
  readonly id: string;
  readonly key: KeyObject;
}

/**
 * Encrypts small texts with AES-256-GCM. The context says what a text belongs to (table, column, row, owner): an
 * envelope that was moved elsewhere does not open.
 */
export interface SealedBox {
  /** Id of the key that seals. */
  readonly sealingKeyId: string;
  /** `v1.<key id>.<iv>.<ciphertext and tag>`, the last two in base64url. */
  seal(text: string, context: string): string;
  /** @throws SealedBoxError when the envelope was changed, moved, or sealed with a key that is not here. */
  open(envelope: string, context: string): string;
}

/** An envelope cannot be opened. Its message holds the key's id and nothing of the content. */
export class SealedBoxError extends Error {
  override readonly name = "SealedBoxError";

  constructor(
    message: string,
    /** Id of the key that the envelope asks for; null when the envelope is not one. */
    readonly keyId: string | null,
  ) {
    super(message);
  }
}

/** The first key seals, all of them open: put a new key first and keep the old one until everything is resealed. */
export function createSealedBox(keys: readonly SealingKey[]): SealedBox {
  const [sealing] = keys;
  if (!sealing) throw new TypeError("A sealed box needs at least one key.");
  const byId = new Map(keys.map(({ id, key }) => [id, key]));
  return {
    sealingKeyId: sealing.id,
    seal(text, context) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", sealing.key, iv, { authTagLength: TAG_BYTES });
      cipher.setAAD(associatedData(sealing.id, context));
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return `${VERSION}.${sealing.id}.${iv.toString("base64url")}.${sealed.toString("base64url")}`;
    },
    open(envelope, context) {
      const { keyId, iv, sealed } = parseEnvelope(envelope);
      const key = byId.get(keyId);
      if (!key) throw new SealedBoxError(`The sealing key "${keyId}" is not configured.`, keyId);
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES });
        decipher.setAAD(associatedData(keyId, context));
        decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
        return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]).toString("utf8");
      } catch {
        throw new SealedBoxError(
          `The sealing key "${keyId}" does not open this value, or the value was changed.`,
          keyId,
        );
      }
    },
  };
}

/** @throws SealedBoxError when the text is not an envelope. */
export function keyIdOf(envelope: string): string {
  return parseEnvelope(envelope).keyId;
}

/** A key from raw bytes. @throws TypeError when the id or the length is wrong. */
export function sealingKey(id: string, bytes: Uint8Array): SealingKey {
  if (!KEY_ID.test(id)) throw new TypeError("The id of a sealing key is 1 to 64 letters, digits, _ or -.");
  if (bytes.byteLength !== KEY_BYTES) {
    throw new TypeError(`The sealing key "${id}" has ${bytes.byteLength} bytes; it must have exactly ${KEY_BYTES}.`);
  }
  return { id, key: createSecretKey(bytes) };
}

/**
 * Reads `id:base64,id:base64`, the first key being the one that seals.
 * @throws TypeError that names the position or id at fault, never the key.
 */
export function parseSealingKeys(text: string): readonly SealingKey[] {
  const keys = text.split(",").map((entry, index) => parseSealingKey(entry.trim(), index + 1));
  const repeated = keys.find(({ id }, index) => keys.findIndex((key) => key.id === id) !== index);
  if (repeated) throw new TypeError(`The sealing key id "${repeated.id}" is used twice; each key needs its own.`);
  return keys;
}

function parseSealingKey(entry: string, position: number): SealingKey {
  const colon = entry.indexOf(":");
  const id = entry.slice(0, colon);
  if (colon < 1 || !KEY_ID.test(id)) {
    throw new TypeError(
      `Sealing key number ${position} is not of the form id:base64, with an id of letters, digits, _ or -.`,
    );
  }
  const encoded = entry.slice(colon + 1);
  // Node's decoder skips what is not base64, so a slip of the pen would silently make another key.
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(encoded)) throw new TypeError(`The sealing key "${id}" is not base64.`);
  return sealingKey(id, Buffer.from(encoded, "base64"));
}

function parseEnvelope(envelope: string): { keyId: string; iv: Buffer; sealed: Buffer } {
  const [, keyId, iv, sealed] = ENVELOPE.exec(envelope) ?? [];
  if (keyId === undefined || iv === undefined || sealed === undefined) {
    throw new SealedBoxError("This is not a sealed value.", null);
  }
  const bytes = Buffer.from(sealed, "base64url");
  // The last character may hold unused bits: only the spelling that seal() writes counts as unchanged.
  if (bytes.toString("base64url") !== sealed) throw new SealedBoxError("This is not a sealed value.", null);
  return { keyId, iv: Buffer.from(iv, "base64url"), sealed: bytes };
}

function associatedData(keyId: string, context: string): Buffer {
  return Buffer.from(`${VERSION}.${keyId}.${context}`, "utf8");
}
