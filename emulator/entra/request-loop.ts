import type { World } from "../core/world.js";
import type { EntraCall } from "./entra-call.js";
import { EntraFailure } from "./entra-failure.js";

const WINDOW_MS = 60_000;
/** What two token requests have in common when they are the same request twice. */
const MEMBERS = ["grant_type", "client_id", "scope", "refresh_token", "code"];

/** Times of the same requests within the last minute, kept apart for every emulator of a process. */
const recent = new WeakMap<World, Map<string, number[]>>();

/** AADSTS50196 for a client that asks for the same token again and again, if the switch sets a number. */
export function assertNoLoop(call: EntraCall): void {
  const { clock, switches } = call.world;
  if (switches.tokenRequestsPerMinute === undefined) return;
  const times = recent.get(call.world) ?? new Map<string, number[]>();
  recent.set(call.world, times);
  const key = JSON.stringify([call.params.tenant?.toLowerCase(), ...MEMBERS.map((name) => call.form.get(name))]);
  const now = clock.now();
  const within = (times.get(key) ?? []).filter((at) => at > now - WINDOW_MS && at <= now);
  within.push(now);
  times.set(key, within);
  if (within.length <= switches.tokenRequestsPerMinute) return;
  throw new EntraFailure(
    "invalid_grant",
    50196,
    "The server terminated an operation because it encountered a client request loop. Please contact your app vendor.",
  );
}
