import type { ExchangePolicy } from "../exchange.js";

/** Names our request to Graph, so that both sides' logs can be joined, and continues the caller's trace. */
export function correlatePolicy(): ExchangePolicy {
  return {
    name: "correlate",
    send(exchange, next) {
      const { requestId, traceparent } = exchange.call;
      const headers = { ...exchange.headers, "client-request-id": requestId, traceparent };
      return next({ ...exchange, headers });
    },
  };
}
