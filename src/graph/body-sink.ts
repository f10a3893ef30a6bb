import type { HttpHeaders } from "./headers.js";

/**
 * Takes the body of an answer piece by piece, so that no more of it is in memory than is on its way. What it throws, or
 * rejects with, ends the exchange.
 */
export interface BodySink {
  /** From then on the request cannot be sent again. */
  readonly hasBegun: boolean;
  /** Called once, for a 2xx, when its head is there. Names of headers are in lower case. */
  begin(headers: HttpHeaders): void;
  /** Resolves when there is room for the next piece. */
  write(chunk: Buffer): Promise<void>;
}
