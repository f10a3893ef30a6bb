import type { CloudEndpoints } from "../lib/clouds.js";
import type { Secret } from "../lib/secret.js";
import type { CredentialProof } from "./credential-proof.js";

/** What a token is asked with. */
export interface AppCredential {
  readonly connectionId: string;
  readonly endpoints: CloudEndpoints;
  /** Only then may the sign-in root be plain http. */
  readonly isEmulator: boolean;
  readonly tenantId: string;
  readonly clientId: string;
  readonly proof: CredentialProof;
  /** Tells the credentials of a connection apart: tokens of another version are not used. */
  readonly version: number;
}

export interface AppToken {
  readonly accessToken: Secret;
  /** Milliseconds since the Unix epoch. */
  readonly expiresAt: number;
  /** Permissions that the token shows, as a hint for people; null when it cannot be read. */
  readonly roles: readonly string[] | null;
}
