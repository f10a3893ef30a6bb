import type { EntraCall } from "./entra-call.js";
import { EntraFailure } from "./entra-failure.js";

const WINDOW_MS = 60_000;
/** What two token requests have in common when they are the same request twice. */
const MEMBERS = ["grant_type", "client_id", "scope", "refresh_token", "code"];

/** AADSTS50196 for a client that asks for the same token again and again, if the switch sets a number. */
export function assertNoLoop(call: EntraCall): void {
  const { clock, store, switches } = call.world;
  if (switches.tokenRequestsPerMinute === undefined) return;
  const key = JSON.stringify([call.params.tenant?.toLowerCase(), ...MEMBERS.map((name) => call.form.get(name))]);
  const now = clock.now();
  const within = (store.signIns.tokenRequests.get(key) ?? []).filter((at) => at > now - WINDOW_MS && at <= now);
  within.push(now);
  store.signIns.tokenRequests.set(key, within);
  if (within.length <= switches.tokenRequestsPerMinute) return;
  throw new EntraFailure(
    "invalid_grant",
    50196,
    "The server terminated an operation because it encountered a client request loop. Please contact your app vendor.",
  );
}
