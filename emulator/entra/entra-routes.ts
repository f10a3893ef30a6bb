import { adminConsentRoutes } from "./admin-consent.routes.js";
import { authorizeRoutes } from "./authorize.routes.js";
import { deviceCodeRoutes } from "./device-code.routes.js";
import { discoveryRoutes } from "./discovery.routes.js";
import type { EntraRoute } from "./entra-call.js";
import { logoutRoutes } from "./logout.routes.js";
import { tokenRoutes } from "./token.routes.js";
import { userInfoRoutes } from "./userinfo.routes.js";

/** Every endpoint of the emulated Entra. */
export const entraRoutes: readonly EntraRoute[] = [
  ...discoveryRoutes,
  ...tokenRoutes,
  ...authorizeRoutes,
  ...adminConsentRoutes,
  ...logoutRoutes,
  ...deviceCodeRoutes,
  ...userInfoRoutes,
];
