import type { BodySink } from "./body-sink.js";

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  /** Names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Takes the body of a 2xx as it comes; the answer then has none. */
  readonly into?: BodySink;
  readonly signal: AbortSignal;
  /** Called with the status when the answer is here to its last byte, before it is decoded and parsed. */
  readonly onArrived?: ((status: number) => void) | undefined;
}

export interface HttpResponse {
  readonly status: number;
  /** Names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON, the text itself when it is not JSON, undefined when there is none. */
  readonly body: unknown;
}

/**
 * Carries one HTTP exchange. It reads every body to its end, so that no connection is left blocked by an answer
 * that nobody wants, never follows a redirect, and rejects with a `GraphError` of status 0 or the signal's reason.
 */
export interface Transport {
  send(request: HttpRequest): Promise<HttpResponse>;
  close?(): Promise<void>;
}

/** JSON where it is JSON, else the text. */
export function parseBody(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The system's code of a failure. Never its message: a bad header is quoted there, token and all. */
export function networkCode(error: unknown): string {
  for (let inner = error, depth = 0; inner instanceof Error && depth < 5; inner = inner.cause, depth++) {
    if ("code" in inner && typeof inner.code === "string") return inner.code;
  }
  return "no answer";
}
