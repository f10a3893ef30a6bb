import type { ExchangePolicy } from "../exchange.js";
import { localGraphError } from "../graph-error.js";

/** Ends an exchange that takes longer than `timeoutMs`, its body included, with a `Timeout`. */
export function timeoutPolicy(timeoutMs: number): ExchangePolicy {
  return {
    name: "timeout",
    async send(exchange, next) {
      const overdue = new AbortController();
      const timer = setTimeout(() => {
        overdue.abort(localGraphError("Timeout", `Graph gave no answer within ${timeoutMs} ms.`));
      }, timeoutMs);
      const signal = AbortSignal.any([exchange.call.signal, overdue.signal]);
      try {
        return await next({ ...exchange, call: { ...exchange.call, signal } });
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
