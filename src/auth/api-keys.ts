import { hash, randomBytes, timingSafeEqual } from "node:crypto";
import { Secret } from "../lib/secret.js";

const PREFIX = "asg_";
const TOKEN_BYTES = 32;
const HINT_LENGTH = PREFIX.length + 4;
/** The characters that RFC 6750 allows in a bearer token, in a length that cannot be used to keep a server busy. */
const BEARER = /^Bearer +([A-Za-z0-9\-._~+/]{1,256}=*)$/i;

/** A new key: the token to show once, and what is stored of it. */
export interface NewApiKeyToken {
  readonly token: Secret;
  readonly keyHash: string;
  readonly hint: string;
}

/** Makes `asg_` and 43 base64url characters of 256 random bits; so much randomness needs no slow hash. */
export function createApiKeyToken(): NewApiKeyToken {
  const token = PREFIX + randomBytes(TOKEN_BYTES).toString("base64url");
  return { token: new Secret(token), keyHash: hashApiKey(token), hint: hintOfApiKey(token) };
}

/** SHA-256 of the whole token as 64 hexadecimal digits. */
export function hashApiKey(token: string): string {
  return hash("sha256", token, "hex");
}

/** Compares two hashes in a time that does not tell where they differ. */
export function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one, "utf8"), Buffer.from(other, "utf8")];
  return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}

/** The first characters, by which a person recognizes a key. */
export function hintOfApiKey(token: string): string {
  return token.slice(0, HINT_LENGTH);
}

/** The token of an `Authorization: Bearer …` header; null when the header is absent or of another form. */
export function bearerToken(authorizationHeader: string | undefined): string | null {
  return BEARER.exec(authorizationHeader ?? "")?.[1] ?? null;
}
