import type { ServerResponse } from "node:http";
import { AppError } from "../lib/app-error.js";
import { type Call, type Notice, newMeter } from "../lib/call.js";
import { Cancellation } from "../lib/cancellation.js";
import type { Clock } from "../lib/clock.js";

/** After the deadline, work has this share of it to end by itself, so that partial results still arrive. */
const GRACE_SHARE = 0.1;
const MAX_GRACE_MS = 2_000;

/** What is known of a request before its work begins. `client` is the API key's id: keys are served in turn. */
type CallFacts = Required<Pick<Call, "requestId" | "traceparent" | "idempotencyKey">> & { readonly client: string };

/** Everything is a member of its own, so that a call can be copied with another signal. */
class RequestCall implements Call {
  readonly meter = newMeter();
  readonly notices = new Map<string, Notice>();
  readonly requestId: string;
  readonly traceparent: string;
  readonly client: string;
  readonly idempotencyKey: string | undefined;
  readonly deadline: number;
  readonly signal = new Cancellation();

  constructor({ requestId, traceparent, client, idempotencyKey }: CallFacts, deadline: number) {
    this.requestId = requestId;
    this.traceparent = traceparent;
    this.client = client;
    this.idempotencyKey = idempotencyKey;
    this.deadline = deadline;
  }

  abort(reason: AppError): void {
    this.signal.abort(reason);
  }
}

/**
 * The time of one request. Its call's signal aborts with an AppError: CANCELLED when the client goes away, TIMEOUT when
 * the deadline passes.
 */
export class CallScope {
  readonly #call: RequestCall;
  readonly #deadlineMs: number;
  readonly #clock: Clock;
  #timer: NodeJS.Timeout | undefined;
  #onTime: () => void = () => this.#onDeadline();
  #endsAt: number;
  #restMs = 0;
  #giveUp: (error: AppError) => void = () => {};

  constructor(res: ServerResponse, facts: CallFacts, { deadlineMs, clock }: { deadlineMs: number; clock: Clock }) {
    this.#endsAt = clock.now() + deadlineMs;
    this.#call = new RequestCall(facts, this.#endsAt);
    this.#deadlineMs = deadlineMs;
    this.#clock = clock;
    this.#timer = setTimeout(this.#onTime, deadlineMs);
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

  /**
   * The chunks of a body, made in what is left of the time. While the client takes one its time stands still: how long
   * that may last is not the operation's affair. From now on `end` is called here.
   */
  covering(chunks: AsyncIterator<string>): AsyncIterable<string> {
    this.#pause();
    return this.#covered(chunks);
  }

  async *#covered(chunks: AsyncIterator<string>): AsyncGenerator<string, void> {
    try {
      for (;;) {
        this.#resume();
        const next = await this.within(chunks.next());
        this.#pause();
        if (next.done) return;
        yield next.value;
      }
    } finally {
      this.end();
      // Not awaited: chunks that do not come would hold up the news that they do not.
      chunks.return?.().catch(() => {});
    }
  }

  /** Lets go of the timers; to be called when the answer is made. */
  end(): void {
    clearTimeout(this.#timer);
  }

  #pause(): void {
    clearTimeout(this.#timer);
    this.#restMs = Math.max(0, this.#endsAt - this.#clock.now());
  }

  #resume(): void {
    this.#wait(this.#restMs);
  }

  #wait(ms: number): void {
    this.#endsAt = this.#clock.now() + ms;
    this.#timer = setTimeout(this.#onTime, ms);
  }

  #onDeadline(): void {
    this.#call.abort(this.#tooLate());
    this.#onTime = () => this.#giveUp(this.#tooLate());
    this.#wait(Math.min(this.#deadlineMs * GRACE_SHARE, MAX_GRACE_MS));
  }

  #tooLate(): AppError {
    const message = `The operation took longer than ${this.#deadlineMs} ms. Ask for less, or try again later.`;
    return new AppError("TIMEOUT", message, { retryable: true });
  }
}
