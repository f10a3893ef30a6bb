import type { ExchangePolicy } from "../exchange.js";
import { localGraphError } from "../graph-error.js";

/** Ends an exchange that takes longer than `timeoutMs`, its body included, with a `Timeout`. */
export function timeoutPolicy(timeoutMs: number): ExchangePolicy {
  return {
    name: "timeout",
    async send(exchange, next) {
      const { signal } = exchange.call;
      const ending = new AbortController();
      const onAbort = () => ending.abort(signal.reason);
      // `AbortSignal.any` would do, at several times the price.
      if (signal.aborted) onAbort();
      else signal.addEventListener("abort", onAbort, { once: true });
      const timer = setTimeout(() => {
        ending.abort(localGraphError("Timeout", `Graph gave no answer within ${timeoutMs} ms.`));
      }, timeoutMs);
      try {
        return await next({ ...exchange, call: { ...exchange.call, signal: ending.signal } });
      } finally {
        clearTimeout(timer);
        signal.removeEventListener("abort", onAbort);
      }
    },
  };
}
