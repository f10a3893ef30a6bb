import { setMaxListeners } from "node:events";
import type { Call } from "./call.js";

/** One piece of work that several calls want, on account of the call that opened it. It is aborted when the last has gone. */
export class JoinedWork<T> {
  readonly #wanting: Set<Call>;
  readonly #gone = new AbortController();
  readonly #result: Promise<T>;

  /** `onEnd` is called when the work can no longer be joined, maybe more than once. */
  constructor(
    opener: Call,
    work: (call: Call) => Promise<T>,
    private readonly onEnd: () => void,
  ) {
    setMaxListeners(0, this.#gone.signal);
    this.#wanting = new Set([opener]);
    this.#result = work(this.#callOf(opener));
    // Whoever joined handles a failure; but they may all have gone before it comes.
    this.#result.then(onEnd, onEnd);
  }

  /** The result, or the reason of the call's own signal. The opener joins as well. */
  join(call: Call): Promise<T> {
    const { signal } = call;
    if (signal.aborted) {
      this.#leave(call);
      return Promise.reject(signal.reason);
    }
    this.#wanting.add(call);
    setMaxListeners(0, signal);
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        reject(signal.reason);
        this.#leave(call);
      };
      signal.addEventListener("abort", onAbort, { once: true });
      this.#result.then(
        (result) => {
          signal.removeEventListener("abort", onAbort);
          resolve(result);
        },
        (error) => {
          signal.removeEventListener("abort", onAbort);
          reject(error);
        },
      );
    });
  }

  /** The opener's call, but as patient as the most patient of those who want the result. */
  #callOf(opener: Call): Call {
    const wanting = this.#wanting;
    return {
      ...opener,
      signal: this.#gone.signal,
      get deadline() {
        let latest = Number.NEGATIVE_INFINITY;
        for (const { deadline = Number.POSITIVE_INFINITY } of wanting) latest = Math.max(latest, deadline);
        return latest;
      },
    };
  }

  #leave(call: Call): void {
    this.#wanting.delete(call);
    if (this.#wanting.size > 0) return;
    this.onEnd();
    this.#gone.abort(call.signal.reason);
  }
}
