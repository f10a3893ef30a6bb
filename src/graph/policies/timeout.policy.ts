import type { BodySink } from "../body-sink.js";
import type { ExchangePolicy } from "../exchange.js";
import { localGraphError } from "../graph-error.js";

/**
 * Ends an exchange that takes longer than `timeoutMs`, its body included, with a `Timeout`. Of one whose body is handed
 * on, that is the time to its head and then to each piece; while a piece is being taken, time stands still.
 */
export function timeoutPolicy(timeoutMs: number): ExchangePolicy {
  return {
    name: "timeout",
    async send(exchange, next) {
      const overdue = new AbortController();
      const start = () =>
        setTimeout(() => {
          overdue.abort(localGraphError("Timeout", `Graph gave no answer within ${timeoutMs} ms.`));
        }, timeoutMs);
      let timer = start();
      const signal = AbortSignal.any([exchange.call.signal, overdue.signal]);
      const paced = (into: BodySink): BodySink => ({
        get hasBegun() {
          return into.hasBegun;
        },
        begin(headers) {
          into.begin(headers);
          clearTimeout(timer);
          timer = start();
        },
        async write(chunk) {
          clearTimeout(timer);
          await into.write(chunk);
          if (!signal.aborted) timer = start();
        },
      });
      try {
        const { call, into } = exchange;
        return await next({ ...exchange, call: { ...call, signal }, ...(into && { into: paced(into) }) });
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
