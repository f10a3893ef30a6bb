import { X509Certificate } from "node:crypto";
import { CHANGE_TYPES, type ChangeType, type ResourceDataWish } from "../../core/subscription.model.js";
import type { World } from "../../core/world.js";
import { instantOfIso } from "../../core/zoned-time.js";
import { GraphFailure } from "../graph-failure.js";
import { bodyUnreadable, type JsonObject } from "../json-body.js";
import { invalidRequest } from "./webhook-client.js";

const MINUTE_MS = 60_000;
/** Lives in minutes, by the documentation of change notifications for Outlook. */
const LONGEST = { plain: 10_080, rich: 1_440 };
const SHORTEST = 45;
const LABEL_LENGTH = 128;
const TLS_VERSIONS = ["v1_0", "v1_1", "v1_2", "v1_3"];

export function textMember(body: JsonObject, member: string): string {
  const value = body[member];
  if (typeof value !== "string" || value === "") throw invalidRequest(`'${member}' is required.`);
  return value;
}

export function optionalMember(body: JsonObject, member: string): string | null {
  const value = body[member] ?? null;
  if (value !== null && typeof value !== "string") throw bodyUnreadable(`'${member}' must be a text.`);
  return value;
}

export function readChangeTypes(text: string): ReadonlySet<ChangeType> {
  return new Set(
    text.split(",").map((part) => {
      const known = CHANGE_TYPES.find((name) => name === part.trim().toLowerCase());
      if (known === undefined) throw invalidRequest(`'${part}' is no changeType: created, updated or deleted.`);
      return known;
    }),
  );
}

/** The end of a subscription's life. Under 45 minutes it is raised to that; over the longest it is 400. */
export function readExpiry(world: World, body: JsonObject, isRich: boolean): number {
  const at = instantOfIso(textMember(body, "expirationDateTime"));
  const now = world.clock.now();
  if (at === undefined) throw invalidRequest("'expirationDateTime' is no date and time.");
  if (at <= now) throw invalidRequest("'expirationDateTime' must be in the future.");
  const longest = isRich ? LONGEST.rich : LONGEST.plain;
  if (at > now + longest * MINUTE_MS) {
    throw new GraphFailure(
      400,
      "ValidationError",
      `Subscription expiration can only be ${longest} minutes in the future.`,
    );
  }
  return Math.max(at, now + SHORTEST * MINUTE_MS);
}

export function readClientState(body: JsonObject): string | null {
  const state = optionalMember(body, "clientState");
  if (state !== null && state.length > LABEL_LENGTH) throw invalidRequest("'clientState' has 128 characters at most.");
  return state;
}

export function readTlsVersion(body: JsonObject): string {
  const version = optionalMember(body, "latestSupportedTlsVersion") ?? "v1_2";
  // The text of the property also spells the versions without the underscore.
  const known = TLS_VERSIONS.find((name) => name.replace("_", "") === version.toLowerCase().replace("_", ""));
  if (known === undefined) throw invalidRequest(`'${version}' is no TLS version.`);
  return known;
}

/** The certificate to encrypt to. Throws 400 `InvalidRequest` unless it is X.509 with an RSA key of 2,048 to 4,096 bits. */
export function readCertificate(body: JsonObject): Pick<ResourceDataWish, "certificate" | "certificateId"> {
  const certificate = textMember(body, "encryptionCertificate");
  const certificateId = textMember(body, "encryptionCertificateId");
  if (certificateId.length > LABEL_LENGTH)
    throw invalidRequest("'encryptionCertificateId' has 128 characters at most.");
  const bits = rsaBits(certificate);
  if (bits === undefined)
    throw invalidRequest("'encryptionCertificate' is no X.509 certificate with an RSA key in base64.");
  if (bits < 2_048 || bits > 4_096) throw invalidRequest("The certificate's key must have 2,048 to 4,096 bits.");
  return { certificate, certificateId };
}

function rsaBits(certificate: string): number | undefined {
  try {
    const { publicKey } = new X509Certificate(Buffer.from(certificate, "base64"));
    return publicKey.asymmetricKeyType === "rsa" ? publicKey.asymmetricKeyDetails?.modulusLength : undefined;
  } catch {
    return undefined;
  }
}
