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
      const { call, into } = exchange;
      const { signal } = call;
      const ending = new AbortController();
      const onAbort = () => ending.abort(signal.reason);
      // `AbortSignal.any` would do, at several times the price.
      if (signal.aborted) onAbort();
      else signal.addEventListener("abort", onAbort, { once: true });
      const onTime = () => ending.abort(localGraphError("Timeout", `Graph gave no answer within ${timeoutMs} ms.`));
      let timer = setTimeout(onTime, timeoutMs);
      const pause = () => clearTimeout(timer);
      const resume = () => {
        pause();
        if (!ending.signal.aborted) timer = setTimeout(onTime, timeoutMs);
      };
      try {
        const timed = { ...exchange, call: { ...call, signal: ending.signal } };
        return await next(into ? { ...timed, into: paced(into, pause, resume) } : timed);
      } finally {
        clearTimeout(timer);
        signal.removeEventListener("abort", onAbort);
      }
    },
  };
}

function paced(into: BodySink, pause: () => void, resume: () => void): BodySink {
  return {
    get hasBegun() {
      return into.hasBegun;
    },
    begin(headers) {
      into.begin(headers);
      resume();
    },
    async write(chunk) {
      pause();
      await into.write(chunk);
      resume();
    },
  };
}
