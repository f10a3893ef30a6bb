import type { Cloud } from "../../../lib/clouds.js";
import type { GraphPermission } from "../guide.model.js";

/** What every script is written from. All texts have passed `assertAnswers`. */
export interface ScriptInput {
  readonly applicationName: string;
  readonly signInAudience: string;
  readonly permissions: readonly GraphPermission[];
  readonly redirectUris: readonly string[];
  readonly cloud: Cloud;
  /** The application, when it is registered by now. */
  readonly clientId: string | null;
}

/** Graph's word for the two kinds of a permission in a registration. */
export function accessTypeOf({ kind }: GraphPermission): "Role" | "Scope" {
  return kind === "APPLICATION" ? "Role" : "Scope";
}
