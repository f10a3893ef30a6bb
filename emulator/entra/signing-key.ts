import { createHash, generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import { exportJWK, type JWK, type JWTPayload, SignJWT } from "jose";
import { selfSignedCertificate } from "../core/self-signed-certificate.js";

/** The key that signs every token of this process, and its public half in the form of the keys endpoint. */
export interface SigningKey {
  readonly publicKey: KeyObject;
  readonly publicJwk: Readonly<JWK>;
  /** Signs the claims as they are given, RS256. */
  sign(claims: JWTPayload): Promise<string>;
}

let shared: Promise<SigningKey> | undefined;

/** The process's signing key; made on first use, because making an RSA key takes a noticeable part of a second. */
export function signingKey(): Promise<SigningKey> {
  shared ??= makeSigningKey();
  return shared;
}

async function makeSigningKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  const bare = await exportJWK(publicKey);
  const certificate = selfSignedCertificate({ commonName: "emulator.signing", privateKey });
  // As Entra has it, a key is named by the digest of its certificate.
  const kid = createHash("sha1").update(certificate).digest("base64url");
  return {
    publicKey,
    publicJwk: { ...bare, kid, x5t: kid, use: "sig", alg: "RS256", x5c: [certificate.toString("base64")] },
    sign: (claims) =>
      new SignJWT(claims).setProtectedHeader({ typ: "JWT", alg: "RS256", kid, x5t: kid }).sign(privateKey),
  };
}
