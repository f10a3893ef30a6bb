import type { ServerResponse } from "node:http";
import { AppError } from "../lib/app-error.js";
import { type Call, type Notice, newMeter } from "../lib/call.js";
import type { Clock } from "../lib/clock.js";

/** After the deadline, work has this share of it to end by itself, so that partial results still arrive. */
const GRACE_SHARE = 0.1;
const MAX_GRACE_MS = 2_000;

/** What is known of a request before its work begins. `client` is the API key's id: keys are served in turn. */
type CallFacts = Required<Pick<Call, "requestId" | "traceparent">> & { readonly client: string };

/** The signal apart, everything is a member of its own, so that a call can be copied with another signal. */
class RequestCall implements Call {
  readonly meter = newMeter();
  readonly notices = new Map<string, Notice>();
  readonly requestId: string;
  readonly traceparent: string;
  readonly client: string;
  readonly deadline: number;
  readonly #abort = new AbortController();

  constructor({ requestId, traceparent, client }: CallFacts, deadline: number) {
    this.requestId = requestId;
    this.traceparent = traceparent;
    this.client = client;
    this.deadline = deadline;
  }

  /**
   * Made by Node when it is first asked for, and many operations never ask. It has to be a getter of the class: one of
   * an object literal gives every request a hidden class of its own, which V8 keeps, with all the request holds, until
   * the next full collection. That alone trebled the time spent on garbage.
   */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  abort(reason: AppError): void {
    this.#abort.abort(reason);
  }
}

/**
 * The time of one request. Its call's signal aborts with an AppError: CANCELLED when the client goes away, TIMEOUT when
 * the deadline passes.
 */
export class CallScope {
  readonly #call: RequestCall;
  readonly #deadlineMs: number;
  #timer: NodeJS.Timeout;
  #giveUp: (error: AppError) => void = () => {};

  constructor(res: ServerResponse, facts: CallFacts, { deadlineMs, clock }: { deadlineMs: number; clock: Clock }) {
    this.#call = new RequestCall(facts, clock.now() + deadlineMs);
    this.#deadlineMs = deadlineMs;
    this.#timer = setTimeout(() => this.#onDeadline(), deadlineMs);
    res.once("close", () => {
      if (!res.writableFinished) this.#call.abort(new AppError("CANCELLED", "The client closed the connection."));
    });
  }

  get call(): Call {
    return this.#call;
  }

  /** Gives the work's result, or rejects with TIMEOUT when it ignores an abort for too long. */
  within<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#giveUp = reject;
      work.then(resolve, reject);
    });
  }

  /** Lets go of the timers; to be called when the answer is made. */
  end(): void {
    clearTimeout(this.#timer);
  }

  #onDeadline(): void {
    this.#call.abort(this.#tooLate());
    const graceMs = Math.min(this.#deadlineMs * GRACE_SHARE, MAX_GRACE_MS);
    this.#timer = setTimeout(() => this.#giveUp(this.#tooLate()), graceMs);
  }

  #tooLate(): AppError {
    const message = `The operation took longer than ${this.#deadlineMs} ms. Ask for less, or try again later.`;
    return new AppError("TIMEOUT", message, { retryable: true });
  }
}
