import type { JWTPayload, ProtectedHeaderParameters } from "jose";
import type { EntraCall } from "./entra-call.js";
import { EntraFailure } from "./entra-failure.js";

/** An assertion that has been read, not yet believed. */
export interface ReadAssertion {
  readonly jwt: string;
  readonly header: ProtectedHeaderParameters;
  readonly claims: JWTPayload;
}

/** AADSTS700024 unless the emulated now lies within the assertion's times, give or take the tolerated clock skew. */
export function assertTimeWindow(call: EntraCall, claims: JWTPayload): void {
  const now = call.world.clock.now() / 1000;
  const skew = call.world.switches.assertionClockSkewSeconds;
  const from = claims.nbf ?? claims.iat ?? now;
  if (claims.exp !== undefined && now < claims.exp + skew && now >= from - skew) return;
  const text = (seconds: number) => (Number.isFinite(seconds) ? secondsText(seconds) : "unknown");
  throw new EntraFailure(
    "invalid_client",
    700024,
    `Client assertion is not within its valid time range. Current time: ${text(now)}, assertion valid from ${text(from)}, expiry time of assertion ${text(claims.exp ?? Number.NaN)}.`,
  );
}

function secondsText(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? "unknown" : date.toISOString();
}
