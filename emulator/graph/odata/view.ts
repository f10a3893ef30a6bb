import type { Switches } from "../../core/switches.js";
import type { Preferences } from "./preferences.js";

/** In what form a caller sees items. */
export interface View {
  readonly prefer: Preferences;
  readonly switches: Switches;
  /** True when the caller's permission hides bodies. */
  readonly basic: boolean;
}
