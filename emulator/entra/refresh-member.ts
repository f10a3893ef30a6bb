import type { EntraCall } from "./entra-call.js";
import { takeTokenFault } from "./entra-faults.js";

/** `refresh_in` of a token answer where a fault or the switch asks for it; by itself half of the token's life. */
export function refreshMember(call: EntraCall): { readonly refresh_in?: number } {
  const { refreshInSeconds, tokenLifetimeSeconds } = call.world.switches;
  const fault = takeTokenFault(call, "refreshIn");
  const seconds = fault === undefined ? refreshInSeconds : (fault.seconds ?? Math.floor(tokenLifetimeSeconds / 2));
  return seconds === undefined ? {} : { refresh_in: seconds };
}
