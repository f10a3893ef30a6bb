import type { HttpAnswer } from "../core/http-message.js";
import type { EntraRoute } from "./entra-call.js";
import { EntraFailure } from "./entra-failure.js";
import { errorPage } from "./pages/message.pages.js";

/** For endpoints that browsers visit: a refusal that no redirect carries away is shown as a page. */
export function onPages(handle: EntraRoute["handle"]): EntraRoute["handle"] {
  return async (call): Promise<HttpAnswer> => {
    try {
      return await handle(call);
    } catch (error) {
      if (!(error instanceof EntraFailure)) throw error;
      const status = error.status === 403 ? 403 : call.world.switches.errorPageStatus;
      return errorPage(error, call.trace, status);
    }
  };
}
