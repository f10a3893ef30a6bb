import { Agent } from "undici";
import type { Send } from "./fetch-graph.js";

const KEEP_ALIVE_MS = 110_000;

/** The client that costs least: undici without fetch's streams, over one HTTP/2 connection where TLS offers it. */
export function undiciSend(root: string): Send {
  const isSecure = root.startsWith("https:");
  const agent = new Agent({
    keepAliveTimeout: KEEP_ALIVE_MS,
    ...(isSecure && { allowH2: true, connections: 1, pipelining: 1_000, maxConcurrentStreams: 1_000 }),
  });
  const { origin } = new URL(root);
  return async (url, headers, body) => {
    const answer = await agent.request({
      origin,
      path: url.slice(origin.length),
      headers,
      ...(body === undefined ? { method: "GET" } : { method: "POST", body }),
      // Else one POST waits for the other on an HTTP/2 connection.
      idempotent: true,
    });
    const retryAfter = answer.headers["retry-after"];
    const first = Array.isArray(retryAfter) ? retryAfter[0] : retryAfter;
    return { status: answer.statusCode, retryAfter: first, body: await answer.body.json() };
  };
}
