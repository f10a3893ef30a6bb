import { setMaxListeners } from "node:events";
import type { Call } from "../lib/call.js";
import type { Answer } from "./exchange.js";

/** One read that several calls want, on account of the call that opened it. It is aborted when the last has gone. */
export class SharedRead {
  readonly #wanting: Set<Call>;
  readonly #gone = new AbortController();
  readonly #answer: Promise<Answer>;

  /** `onEnd` is called when the read can no longer be joined, maybe more than once. */
  constructor(
    opener: Call,
    send: (call: Call) => Promise<Answer>,
    private readonly onEnd: () => void,
  ) {
    setMaxListeners(0, this.#gone.signal);
    this.#wanting = new Set([opener]);
    this.#answer = send(this.#callOf(opener));
    // Whoever joined handles a failure; but they may all have gone before it comes.
    this.#answer.then(onEnd, onEnd);
  }

  /** The answer, or the reason of the call's own signal. The opener joins as well. */
  join(call: Call): Promise<Answer> {
    const { signal } = call;
    this.#wanting.add(call);
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        reject(signal.reason);
        this.#leave(call);
      };
      const stay = () => signal.removeEventListener("abort", onAbort);
      signal.addEventListener("abort", onAbort, { once: true });
      this.#answer.then(resolve, reject);
      this.#answer.then(stay, stay);
    });
  }

  /** The opener's call, but as patient as the most patient of those who want the answer. */
  #callOf(opener: Call): Call {
    const wanting = this.#wanting;
    return {
      ...opener,
      signal: this.#gone.signal,
      get deadline() {
        return Math.max(...[...wanting].map(({ deadline }) => deadline ?? Number.POSITIVE_INFINITY));
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
