/**
 * What one GraphQL request costs upstream, counted while it runs and written to its log line.
 * A part of a `$batch` counts as one request; the envelope counts as one HTTP exchange for the request that opened it.
 */
export interface UpstreamMeter {
  httpRequests: number;
  graphRequests: number;
  tokenRequests: number;
  retries: number;
}

/** What every piece of work needs to know of the request it is done for; the last argument of services and clients. */
export interface Call {
  /** Aborts when the client goes away or the deadline passes. */
  readonly signal: AbortSignal;
  /** Sent to Microsoft as `client-request-id` and given to the caller, so that both sides' logs can be joined. */
  readonly requestId: string;
  /** W3C trace context to continue upstream, as a whole `traceparent` value. */
  readonly traceparent: string;
  readonly meter: UpstreamMeter;
}

export function newMeter(): UpstreamMeter {
  return { httpRequests: 0, graphRequests: 0, tokenRequests: 0, retries: 0 };
}
