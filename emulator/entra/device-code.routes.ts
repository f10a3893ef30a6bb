import type { HttpAnswer } from "../core/http-message.js";
import type { EntraRoute } from "./entra-call.js";

/** Device codes are for public clients without a browser, which nothing here is for; discovery names the endpoint all the same. */
function notEmulated(): HttpAnswer {
  return {
    status: 501,
    headers: {},
    json: { error: "unsupported_grant_type", error_description: "The emulator does not offer the device code flow." },
  };
}

export const deviceCodeRoutes: readonly EntraRoute[] = [
  { method: "POST", path: "/{tenant}/oauth2/v2.0/devicecode", handle: notEmulated },
];
