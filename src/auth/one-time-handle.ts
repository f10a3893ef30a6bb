import { createHash, randomBytes } from "node:crypto";

/** 256 random bits, which no one guesses and no slow hash is needed for. */
const BYTES = 32;
/** What `newHandle` makes; anything else is refused before it is looked up. */
const FORM = /^[\w-]{43}$/;

/** A random text that goes into a link, a `state` or a cookie; 43 characters of base64url. */
export function newHandle(): string {
  return randomBytes(BYTES).toString("base64url");
}

export function isHandle(text: string | null | undefined): text is string {
  return typeof text === "string" && FORM.test(text);
}

/** All that is stored of a handle: SHA-256, 64 hexadecimal digits. */
export function hashHandle(handle: string): string {
  return createHash("sha256").update(handle, "utf8").digest("hex");
}
