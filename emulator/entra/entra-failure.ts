import type { HttpAnswer } from "../core/http-message.js";

/** An error that Entra answers with. */
export class EntraFailure extends Error {
  override readonly name = "EntraFailure";

  constructor(
    /** The OAuth `error` member. */
    readonly error: string,
    /** The number after AADSTS. */
    readonly code: number,
    message: string,
    readonly status: number = error === "invalid_client" ? 401 : 400,
    /** What a client may act on besides `error`: `suberror`, and `claims` to repeat in an interactive request. */
    readonly hints: { readonly suberror?: string; readonly claims?: string } = {},
  ) {
    super(message);
  }
}

/** What every Entra answer to one request shares. */
export interface EntraTrace {
  /** Emulated time in milliseconds since the Unix epoch. */
  readonly now: number;
  readonly traceId: string;
  /** The `client-request-id` that was sent, or a new GUID. */
  readonly correlationId: string;
}

/** `error_description` as Entra words it. */
export function failureText(failure: EntraFailure, trace: EntraTrace): string {
  return (
    `AADSTS${failure.code}: ${failure.message} Trace ID: ${trace.traceId} ` +
    `Correlation ID: ${trace.correlationId} Timestamp: ${timestampOf(trace)}`
  );
}

/** The page that explains a number. */
export function failureUri(failure: EntraFailure): string {
  return `https://login.microsoftonline.com/error?code=${failure.code}`;
}

function timestampOf(trace: EntraTrace): string {
  return `${new Date(trace.now).toISOString().slice(0, 19).replace("T", " ")}Z`;
}

/** The documented error body with its full member set. */
export function failureAnswer(failure: EntraFailure, trace: EntraTrace): HttpAnswer {
  return {
    status: failure.status,
    headers: { "x-ms-clitelem": `1,${failure.code},0,,` },
    json: {
      error: failure.error,
      error_description: failureText(failure, trace),
      error_codes: [failure.code],
      timestamp: timestampOf(trace),
      trace_id: trace.traceId,
      correlation_id: trace.correlationId,
      error_uri: failureUri(failure),
      ...failure.hints,
    },
  };
}
