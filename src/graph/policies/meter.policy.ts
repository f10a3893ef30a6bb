import type { ExchangePolicy } from "../exchange.js";

/** Counts what really goes out, for the request that opened the exchange. */
export function meterPolicy(): ExchangePolicy {
  return {
    name: "meter",
    send(exchange, next) {
      exchange.call.meter.httpRequests++;
      return next(exchange);
    },
  };
}
