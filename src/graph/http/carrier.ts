import type { BodySink } from "../body-sink.js";
import type { HttpHeaders } from "../headers.js";
import type { AnswerBody } from "./answer-body.js";

/** One request as it goes on the wire. */
export interface Message {
  readonly method: string;
  readonly url: URL;
  /** Names are in lower case. */
  readonly headers: HttpHeaders;
  readonly body?: string | Buffer | undefined;
  /** Takes the body of a 2xx as it comes; the answer's own is then empty. */
  readonly into?: BodySink | undefined;
  readonly signal: AbortSignal;
}

export interface RawAnswer {
  readonly status: number;
  /** Names are in lower case. */
  readonly headers: HttpHeaders;
  readonly body: AnswerBody;
}

/**
 * The connections to one origin in one version of HTTP. It rejects with whatever went wrong; what that means is said
 * by the transport. It never sends a message twice, but where the server has said that it did not process it.
 */
export interface Carrier {
  send(message: Message): Promise<RawAnswer>;
  /** Lets what is under way end, then closes the connections. */
  close(): Promise<void>;
}

/** Header values of either HTTP version as one text a name; what is no header, such as `:status`, is left out. */
export function flatHeaders(headers: Readonly<Record<string, number | string | string[] | undefined>>): HttpHeaders {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || name.startsWith(":")) continue;
    flat[name.toLowerCase()] = Array.isArray(value) ? value.join(", ") : String(value);
  }
  return flat;
}
