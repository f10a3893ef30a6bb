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

/** The documented error body with its full member set. */
export function failureAnswer(failure: EntraFailure, trace: EntraTrace): HttpAnswer {
  const timestamp = `${new Date(trace.now).toISOString().slice(0, 19).replace("T", " ")}Z`;
  const text =
    `AADSTS${failure.code}: ${failure.message} Trace ID: ${trace.traceId} ` +
    `Correlation ID: ${trace.correlationId} Timestamp: ${timestamp}`;
  return {
    status: failure.status,
    headers: { "x-ms-clitelem": `1,${failure.code},0,,` },
    json: {
      error: failure.error,
      error_description: text,
      error_codes: [failure.code],
      timestamp,
      trace_id: trace.traceId,
      correlation_id: trace.correlationId,
      error_uri: `https://login.microsoftonline.com/error?code=${failure.code}`,
    },
  };
}
