import { discoveryRoutes } from "./discovery.routes.js";
import type { EntraRoute } from "./entra-call.js";
import { tokenRoutes } from "./token.routes.js";

/** Every endpoint of the emulated Entra. */
export const entraRoutes: readonly EntraRoute[] = [...discoveryRoutes, ...tokenRoutes];
