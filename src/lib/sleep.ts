import type { CallSignal } from "./cancellation.js";

/** Waits; ends early by rejecting with the signal's reason when it aborts. */
export type Sleep = (ms: number, signal?: CallSignal) => Promise<void>;

export const sleep: Sleep = (ms, signal) => wait(ms, signal, true);

/** A sleep that does not keep the process alive, for work that nobody waits for. */
export const backgroundSleep: Sleep = (ms, signal) => wait(ms, signal, false);

function wait(ms: number, signal: CallSignal | undefined, keepsAlive: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    if (!keepsAlive) timer.unref();
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}
