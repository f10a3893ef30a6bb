import type { Role } from "../entities/api-key.entity.js";
import type { VisibilityRule } from "../entities/visibility.js";

/** Who asks: the API key a request came with. Without a visibility it has that of a new key. */
export interface Viewer extends Partial<VisibilityRule> {
  readonly apiKeyId: string;
  readonly apiKeyName: string;
  readonly role: Role;
  /** The only organization the viewer may see; null for a viewer of the whole server (OWNER). */
  readonly organizationId: string | null;
}
