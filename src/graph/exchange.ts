import type { Call } from "../lib/call.js";
import type { BodySink } from "./body-sink.js";
import type { GraphConnection, GraphRequest } from "./graph-types.js";
import type { Target } from "./graph-url.js";
import type { Policy } from "./pipeline.js";
import type { HttpResponse } from "./transport.js";

/** One Graph request as its policies see it. */
export interface Job {
  readonly connection: GraphConnection;
  readonly request: GraphRequest;
  readonly call: Call;
  /** Where the request's path leads; resolved before it queues, so that a bad path fails alone. */
  readonly target: Target;
  /** Never shares an envelope, so that it waits for nobody: set for every repetition. */
  readonly alone: boolean;
  /** Shared by all attempts; without it the request may be held back for any time. */
  readonly patience?: Patience;
}

/** How long a request may still be held back by Graph's waits and by budgets; what holds it back takes from it. */
export interface Patience {
  leftMs: number;
}

/** Graph's answer to one request, whatever its status. */
export interface Answer extends HttpResponse {
  readonly requestId: string;
  /** Whether Graph answered this request, or refused the envelope that held it. */
  readonly about: "request" | "part" | "envelope";
}

/** One HTTP exchange: a request alone, or an envelope on behalf of the one that opened it. */
export interface Exchange {
  readonly connection: GraphConnection;
  /** The opener's call, but with a signal that aborts only when nobody wants the answer any more. */
  readonly call: Call;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Takes the body of a 2xx as it comes. */
  readonly into?: BodySink | undefined;
  /** True when the address holds its own right, so that no token goes there. */
  readonly isPreauthenticated?: boolean;
  /** True when several requests share the exchange. */
  readonly isEnvelope: boolean;
  /** The mailboxes asked, one for each request; empty text for a request that reaches none. */
  readonly mailboxes?: readonly string[];
  /** Called each time the exchange is put on the wire. */
  readonly onSend?: () => void;
  /** Called with the status of each answer when it is here to its last byte, before it is decoded and parsed. */
  readonly onArrived?: ((status: number) => void) | undefined;
}

export type JobPolicy = Policy<Job, Answer>;
export type ExchangePolicy = Policy<Exchange, HttpResponse>;
