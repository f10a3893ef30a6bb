import { setMaxListeners } from "node:events";
import type { Call } from "./call.js";
import { Cancellation } from "./cancellation.js";

/** Every member, also those that a call need not have. */
type EachMember = { readonly [K in keyof Required<Call>]: Call[K] };

/**
 * The opener's call, but as patient as the most patient of those who want the result. Its deadline is a getter of the
 * class, which copies of the call lose: one of an object literal would give each call a hidden class of its own.
 */
class SharedCall implements EachMember {
  readonly signal = new Cancellation();
  readonly requestId: Call["requestId"];
  readonly traceparent: Call["traceparent"];
  readonly meter: Call["meter"];
  readonly notices: Call["notices"];
  readonly client: Call["client"];
  readonly priority: Call["priority"];
  readonly idempotencyKey: Call["idempotencyKey"];
  readonly write: Call["write"];
  readonly #wanting: ReadonlySet<Call>;

  constructor(opener: Call, wanting: ReadonlySet<Call>) {
    this.requestId = opener.requestId;
    this.traceparent = opener.traceparent;
    this.meter = opener.meter;
    this.notices = opener.notices;
    this.client = opener.client;
    this.priority = opener.priority;
    this.idempotencyKey = opener.idempotencyKey;
    this.write = opener.write;
    this.#wanting = wanting;
  }

  get deadline(): number {
    let latest = Number.NEGATIVE_INFINITY;
    for (const { deadline = Number.POSITIVE_INFINITY } of this.#wanting) latest = Math.max(latest, deadline);
    return latest;
  }
}

/** One piece of work that several calls want, on account of the call that opened it. It is aborted when the last has gone. */
export class JoinedWork<T> {
  readonly #wanting: Set<Call>;
  readonly #shared: SharedCall;
  readonly #result: Promise<T>;

  /** `onEnd` is called when the work can no longer be joined, maybe more than once. */
  constructor(
    opener: Call,
    work: (call: Call) => Promise<T>,
    private readonly onEnd: () => void,
  ) {
    this.#wanting = new Set([opener]);
    this.#shared = new SharedCall(opener, this.#wanting);
    this.#result = work(this.#shared);
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
    if (signal instanceof AbortSignal) setMaxListeners(0, signal);
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

  #leave(call: Call): void {
    this.#wanting.delete(call);
    if (this.#wanting.size > 0) return;
    this.onEnd();
    this.#shared.signal.abort(call.signal.reason);
  }
}
