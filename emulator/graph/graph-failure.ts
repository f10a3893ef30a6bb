import type { HttpAnswer } from "../core/http-message.js";

/** An error that Graph answers with. Messages are a gist; clients are told to go by `code`. */
export class GraphFailure extends Error {
  override readonly name = "GraphFailure";

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
    /** Further members of `innerError`. */
    readonly innerError: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** The ids that every Graph answer names. */
export interface GraphTrace {
  /** Emulated time in milliseconds since the Unix epoch. */
  readonly now: number;
  readonly requestId: string;
  /** The caller's `client-request-id`, or the request id where none was sent. */
  readonly clientRequestId: string;
}

/** Graph's error body. */
export function failureAnswer(failure: GraphFailure, trace: GraphTrace): HttpAnswer {
  return {
    status: failure.status,
    headers: failure.headers,
    json: {
      error: {
        code: failure.code,
        message: failure.message,
        innerError: {
          ...failure.innerError,
          // Graph writes this instant without a zone letter; it is UTC.
          date: new Date(trace.now).toISOString().slice(0, 19),
          "request-id": trace.requestId,
          "client-request-id": trace.clientRequestId,
        },
      },
    },
  };
}

export const badRequest = (message: string) => new GraphFailure(400, "BadRequest", message);
export const parseUriFailure = (message: string) => new GraphFailure(400, "RequestBroker--ParseUri", message);
export const itemNotFound = () =>
  new GraphFailure(404, "ErrorItemNotFound", "The specified object was not found in the store.");
export const accessDenied = () =>
  new GraphFailure(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
export const notEmulated = (what: string) =>
  new GraphFailure(501, "NotImplemented", `This emulator does not support ${what} yet.`);
