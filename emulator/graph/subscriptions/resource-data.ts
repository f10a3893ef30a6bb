import { constants, createCipheriv, createHmac, publicEncrypt, randomBytes, X509Certificate } from "node:crypto";
import type { ResourceDataWish } from "../../core/subscription.model.js";
import type { World } from "../../core/world.js";
import { signingKey } from "../../entra/signing-key.js";

/** The application that Graph's notifications come from. */
const PUBLISHER_APP_ID = "0bf30f3b-4a52-48df-9a82-234910c4a086";
const KEY_BYTES = 32;
const IV_BYTES = 16;
const TOKEN_SECONDS = 3_600;

/**
 * Encrypts a resource as rich notifications carry it: AES-256-CBC with a fresh key whose first bytes are the IV, signed
 * by HMAC over the encrypted bytes, the key wrapped for the app's certificate by RSA-OAEP with SHA-1.
 */
export function encryptedContent(resource: unknown, { certificate, certificateId }: ResourceDataWish) {
  const x509 = new X509Certificate(Buffer.from(certificate, "base64"));
  const key = randomBytes(KEY_BYTES);
  const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, IV_BYTES));
  const data = Buffer.concat([cipher.update(JSON.stringify(resource), "utf8"), cipher.final()]);
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  return {
    data: data.toString("base64"),
    dataSignature: createHmac("sha256", key).update(data).digest("base64"),
    dataKey: publicEncrypt({ key: x509.publicKey, padding, oaepHash: "sha1" }, key).toString("base64"),
    encryptionCertificateId: certificateId,
    encryptionCertificateThumbprint: x509.fingerprint.replaceAll(":", ""),
  };
}

/** The token that proves a rich notification to be Graph's, for one app in one tenant. */
export async function validationToken(world: World, appId: string, tenantId: string): Promise<string> {
  const issuedAt = Math.floor(world.clock.now() / 1000);
  const key = await signingKey();
  const issuer = `https://sts.windows.net/${tenantId}/`;
  return key.sign({
    aud: appId,
    iss: issuer,
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + TOKEN_SECONDS,
    appid: PUBLISHER_APP_ID,
    appidacr: "2",
    idp: issuer,
    tid: tenantId,
    ver: "1.0",
  });
}
