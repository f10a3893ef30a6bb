import { setTimeout as delay } from "node:timers/promises";
import type { GraphClientOptions } from "../../../../src/graph/graph-types.js";
import {
  createGraphClient,
  type GraphClient,
  type GraphConnection,
  type GraphRequest,
} from "../../../../src/graph/index.js";
import { type Call, newMeter } from "../../../../src/lib/call.js";

export const TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

export function newCall(overrides: Partial<Call> = {}): Call {
  return {
    signal: new AbortController().signal,
    requestId: "11111111-2222-4333-8444-555555555555",
    traceparent: TRACEPARENT,
    meter: newMeter(),
    ...overrides,
  };
}

/** A connection that records, for each token asked of it, whether a fresh one was wanted. */
export function newConnection(graphUrl: string, id = "c1"): GraphConnection & { readonly tokenRequests: boolean[] } {
  const tokenRequests: boolean[] = [];
  return {
    id,
    graphUrl,
    tokenRequests,
    async accessToken(_call, options) {
      tokenRequests.push(options?.fresh === true);
      return options?.fresh === true ? "fresh-token" : "first-token";
    },
  };
}

/** A client on injected time: it never really waits between attempts, and `slept` says how long it would have. */
export function newClient(options: GraphClientOptions = {}): { client: GraphClient; slept: number[] } {
  const slept: number[] = [];
  let now = Date.parse("2026-03-02T10:00:00Z");
  const client = createGraphClient({
    clock: { now: () => now },
    random: () => 0,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      slept.push(ms);
      now += ms;
    },
    ...options,
  });
  return { client, slept };
}

export function get(mailbox: string, rest = "/calendar"): GraphRequest {
  return { method: "GET", path: `/users/${encodeURIComponent(mailbox)}${rest}`, mailbox };
}

/** Waits for `isTrue`, in turns of the event loop; throws after a second, or what is given. */
export async function until(isTrue: () => boolean, withinMs = 1_000): Promise<void> {
  for (const end = Date.now() + withinMs; !isTrue(); await delay(1)) {
    if (Date.now() > end) throw new Error("The awaited state did not come.");
  }
}
