import type { ServerResponse } from "node:http";
import { AppError } from "../lib/app-error.js";
import { type Call, newMeter } from "../lib/call.js";

/** After the deadline, work has this share of it to end by itself, so that partial results still arrive. */
const GRACE_SHARE = 0.1;
const MAX_GRACE_MS = 2_000;

type Trace = Pick<Call, "requestId" | "traceparent">;

export interface CallScope {
  readonly call: Call;
  /** Gives the work's result, or rejects with TIMEOUT when it ignores an abort for too long. */
  within<T>(work: Promise<T>): Promise<T>;
  /** Lets go of the timers; to be called when the answer is made. */
  end(): void;
}

/**
 * The call of one request. Its signal aborts with an AppError: CANCELLED when the client goes away, TIMEOUT when the
 * deadline passes.
 */
export function openCallScope(res: ServerResponse, { requestId, traceparent }: Trace, deadlineMs: number): CallScope {
  const abort = new AbortController();
  const tooLate = () =>
    new AppError("TIMEOUT", `The operation took longer than ${deadlineMs} ms. Ask for less, or try again later.`, {
      retryable: true,
    });

  res.once("close", () => {
    if (!res.writableFinished) abort.abort(new AppError("CANCELLED", "The client closed the connection."));
  });

  let giveUp: (error: AppError) => void = () => {};
  let timer = setTimeout(() => {
    abort.abort(tooLate());
    timer = setTimeout(() => giveUp(tooLate()), Math.min(deadlineMs * GRACE_SHARE, MAX_GRACE_MS));
  }, deadlineMs);

  return {
    call: {
      // Node makes the signal when it is first asked for, and many operations never ask.
      get signal() {
        return abort.signal;
      },
      requestId,
      traceparent,
      meter: newMeter(),
    },
    within: (work) =>
      new Promise((resolve, reject) => {
        giveUp = reject;
        work.then(resolve, reject);
      }),
    end: () => clearTimeout(timer),
  };
}
