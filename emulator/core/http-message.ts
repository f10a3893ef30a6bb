import type { BodyFault } from "./faults/fault-actions.js";

/** A request as the emulated services see it; a part of a `$batch` looks the same as a request of its own. */
export interface HttpRequest {
  /** In upper case. */
  readonly method: string;
  /** Still percent-encoded, without the query. */
  readonly path: string;
  /** Still percent-encoded, without the question mark. */
  readonly query: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  /** The body before it was read as UTF-8; absent in a part of a batch. */
  readonly bytes?: Buffer;
  /** Present when the body was larger than is taken; `body` is empty then. */
  readonly isTooLarge?: true;
  /** Aborts when the caller goes away or the emulator closes. */
  readonly signal: AbortSignal;
}

/** An answer before it is written. At most one of `json`, `text` and `bytes` is the body; none means an empty one. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
  readonly bytes?: Buffer;
  /** What a fault does to it on its way out; in a part of a batch, to the whole batch. */
  readonly bodyFault?: BodyFault;
}

/** Thrown to cut the connection without an answer. */
export class ConnectionCut extends Error {
  override readonly name = "ConnectionCut";
}
