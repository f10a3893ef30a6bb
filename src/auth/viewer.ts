import type { Role } from "../entities/api-key.entity.js";

/** Who asks: the API key a request came with. */
export interface Viewer {
  readonly apiKeyId: string;
  readonly apiKeyName: string;
  readonly role: Role;
  /** The only organization the viewer may see; null for a viewer of the whole server (OWNER). */
  readonly organizationId: string | null;
}
