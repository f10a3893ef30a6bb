import { createHash } from "node:crypto";
import { AppError } from "../../lib/app-error.js";
import { canonicalJson } from "../../lib/canonical-json.js";

const MAX_LENGTH = 255;
const PATH = ["idempotencyKey"] as const;

/** @throws AppError INVALID_INPUT when the text cannot be a key. */
export function assertIdempotencyKey(key: string): void {
  if (key === "") throw invalid("An idempotency key must not be empty. A random UUID is a good one.");
  if (key.length > MAX_LENGTH) {
    throw invalid(`An idempotency key has at most ${MAX_LENGTH} characters. A random UUID is a good one.`);
  }
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw invalid("An idempotency key holds letters, digits and signs of ASCII, without spaces.");
  }
}

/** The key of a header, which may stand in quotes: https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/ */
export function keyOfHeader(header: string): string {
  return /^"([^"]*)"$/.exec(header)?.[1] ?? header;
}

/**
 * The one key of a write, given in the input, in the header, or in both alike; undefined when there is none.
 *
 * @throws AppError INVALID_INPUT when it cannot be a key, or when two different ones were given.
 */
export function theKey(ofInput: string | null | undefined, header: string | undefined): string | undefined {
  const ofHeader = header === undefined ? undefined : keyOfHeader(header);
  const key = ofInput ?? ofHeader;
  if (key === undefined) return undefined;
  if (ofHeader !== undefined && key !== ofHeader) {
    throw invalid("`idempotencyKey` and the header Idempotency-Key differ. Give one of them, or the same in both.");
  }
  assertIdempotencyKey(key);
  return key;
}

/** By which a key is found: the same text of another API key is another key. */
export function keyHash(apiKeyId: string, key: string): string {
  return sha256(`idempotency-key\0${apiKeyId}\0${key}`);
}

/** By which equal requests are known. */
export function requestHash(mutation: string, input: unknown): string {
  return sha256(`${mutation}\0${canonicalJson(input)}`);
}

/** What Graph knows a creation by: a UUID made of the record's random id, so that it says nothing of the key. */
export function transactionIdOf(recordId: string): string {
  const hex = sha256(`transaction\0${recordId}`);
  // Version 8 is for UUIDs of one's own making: https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-8
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

function invalid(message: string): AppError {
  return new AppError("INVALID_INPUT", message, { path: PATH });
}
