import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";
import { AnswerBody } from "./answer-body.js";
import { flatHeaders, type RawAnswer } from "./carrier.js";

/** Below it are announcements; the answer is still to come. */
const FIRST_FINAL_STATUS = 200;

/**
 * One exchange with undici, told piece by piece. Its own `request` makes a stream and an iterator of each answer, which
 * costs more than the exchange itself where answers are read whole.
 */
export class Http1Exchange implements Dispatcher.DispatchHandler {
  readonly answer: Promise<RawAnswer>;
  readonly #body: AnswerBody;
  #head: { readonly status: number; readonly headers: IncomingHttpHeaders } | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  #resolve: (answer: RawAnswer) => void = () => {};
  #reject: (reason: unknown) => void = () => {};

  constructor(
    private readonly signal: AbortSignal,
    maxAnswerBytes: number,
  ) {
    this.#body = new AnswerBody(maxAnswerBytes);
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    signal.addEventListener("abort", this.#onAbort, { once: true });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // Aborted while it waited for a socket: nothing may leave any more.
    if (this.signal.aborted) controller.abort(asError(this.signal.reason));
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    if (status >= FIRST_FINAL_STATUS) this.#head = { status, headers };
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    try {
      this.#body.add(chunk);
    } catch (error) {
      this.#fail(error);
      controller.abort(asError(error));
    }
  }

  onResponseEnd(): void {
    this.#end();
    const { status, headers } = this.#head ?? { status: 0, headers: {} };
    this.#resolve({ status, headers: flatHeaders(headers), body: this.#body });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#fail(error);
  }

  readonly #onAbort = (): void => {
    this.#fail(this.signal.reason);
    this.#controller?.abort(asError(this.signal.reason));
  };

  #fail(reason: unknown): void {
    this.#end();
    this.#reject(reason);
  }

  #end(): void {
    this.signal.removeEventListener("abort", this.#onAbort);
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error("aborted", { cause: reason });
}
