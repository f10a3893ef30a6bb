import type { EntraCall } from "./entra-call.js";
import { takeTokenFault } from "./entra-faults.js";

/**
 * `refresh_in` of a token answer where a fault or the switch asks for it, or the token lives long: `byLife`, in seconds. A
 * fault without a number says half of the token's life.
 */
export function refreshMember(call: EntraCall, byLife?: number): { readonly refresh_in?: number } {
  const { refreshInSeconds, tokenLifetimeSeconds } = call.world.switches;
  const fault = takeTokenFault(call, "refreshIn");
  const seconds =
    fault === undefined ? (byLife ?? refreshInSeconds) : (fault.seconds ?? Math.floor(tokenLifetimeSeconds / 2));
  return seconds === undefined ? {} : { refresh_in: seconds };
}
