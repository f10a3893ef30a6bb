import type { ServerResponse } from "node:http";
import { AppError } from "../lib/app-error.js";
import { type Call, newMeter } from "../lib/call.js";

/** After the deadline, work has this share of it to end by itself, so that partial results still arrive. */
const GRACE_SHARE = 0.1;
const MAX_GRACE_MS = 2_000;

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
export function openCallScope(
  res: ServerResponse,
  facts: { readonly requestId: string; readonly traceparent: string; readonly deadlineMs: number },
): CallScope {
  const abort = new AbortController();
  const { requestId, traceparent, deadlineMs } = facts;
  const tooLate = () =>
    new AppError("TIMEOUT", `The operation took longer than ${deadlineMs} ms. Ask for less, or try again later.`, {
      retryable: true,
    });

  let giveUp: (error: AppError) => void = () => {};
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  // Nobody may be waiting for it when it rejects.
  givenUp.catch(() => {});

  const onClose = () => {
    if (!res.writableFinished) abort.abort(new AppError("CANCELLED", "The client closed the connection."));
  };
  res.once("close", onClose);

  const graceMs = Math.min(deadlineMs * GRACE_SHARE, MAX_GRACE_MS);
  let timer = setTimeout(() => {
    abort.abort(tooLate());
    timer = setTimeout(() => giveUp(tooLate()), graceMs);
  }, deadlineMs);

  return {
    call: { signal: abort.signal, requestId, traceparent, meter: newMeter() },
    within: (work) => Promise.race([work, givenUp]),
    end: () => clearTimeout(timer),
  };
}
