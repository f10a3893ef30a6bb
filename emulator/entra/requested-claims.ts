import { EntraFailure } from "./entra-failure.js";

/** The capability of clients that understand claims challenges; their app-only tokens live about a day. */
const CHALLENGES = "cp1";

/** What the parameter `claims` asks for, as far as it has a meaning here. */
export interface RequestedClaims {
  /** Capabilities of the client, which the access token repeats as `xms_cc`. */
  readonly capabilities: readonly string[];
  /** Whether the client takes tokens of long life, because it can be told that one has ended. */
  readonly takesChallenges: boolean;
}

/**
 * Reads `claims`, a JSON object with requests for the access and the ID token; MSAL asks for some by itself, and what
 * Entra does not know it leaves out. Throws `invalid_request` for text that is no such object (the number is
 * unconfirmed).
 */
export function readRequestedClaims(members: URLSearchParams): RequestedClaims {
  const text = members.get("claims") ?? "";
  if (text === "") return { capabilities: [], takesChallenges: false };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw unreadable();
  }
  if (!isObject(value)) throw unreadable();
  for (const part of Object.values(value)) if (part !== null && !isObject(part)) throw unreadable();
  const asked = isObject(value.access_token) ? value.access_token.xms_cc : undefined;
  const values = isObject(asked) ? asked.values : undefined;
  const capabilities = Array.isArray(values) ? values.filter((each) => typeof each === "string") : [];
  return {
    capabilities,
    takesChallenges: capabilities.some((capability) => capability.toLowerCase() === CHALLENGES),
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function unreadable(): EntraFailure {
  return new EntraFailure("invalid_request", 90023, "Unsupported 'claims' value; it must be a JSON object.");
}
