import type { Role } from "../../entities/api-key.entity.js";
import type { Visibility } from "../../entities/visibility.js";

/** What an API key may do: OWNER on the whole server, the others within one organization. */
export type ApiKeyRole = Role;

/** An API key without its token, which is shown once and never stored. */
export interface ApiKey {
  readonly kind: "ApiKey";
  readonly id: string;
  readonly organizationId: string | null;
  readonly name: string;
  readonly role: ApiKeyRole;
  /** How much of events it shows. */
  readonly visibility: Visibility;
  readonly privateEvents: Visibility;
  readonly hint: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
}
