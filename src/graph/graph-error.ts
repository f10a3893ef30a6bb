/** Codes of failures that Graph did not report itself; their `status` is 0. */
export type LocalGraphCode =
  | "NetworkError"
  | "Timeout"
  | "BatchPartMissing"
  | "UnexpectedBody"
  | "ForeignLink"
  | "InvalidPath"
  | "InsecureRoot"
  | "ClientClosed";

export interface GraphErrorFacts {
  /** HTTP status; 0 when there was no usable answer. */
  readonly status: number;
  /** Graph's most exact code, `Http<status>` when it gave none, or one of `LocalGraphCode`. */
  readonly code: string;
  /** Graph's id of the exchange; empty when it sent none. */
  readonly requestId?: string;
  /** Milliseconds that Graph asked to wait. */
  readonly retryAfterMs?: number;
  /** Whose budget the request spent. */
  readonly mailbox?: string;
}

/** What the upstream did. Services say in an `AppError` what it means; the message never holds a token. */
export class GraphError extends Error {
  override readonly name = "GraphError";
  readonly status: number;
  readonly code: string;
  readonly requestId: string;
  readonly retryAfterMs?: number;
  readonly mailbox?: string;

  constructor(message: string, facts: GraphErrorFacts) {
    super(withoutTokens(message));
    this.status = facts.status;
    this.code = facts.code;
    this.requestId = facts.requestId ?? "";
    if (facts.retryAfterMs !== undefined) this.retryAfterMs = facts.retryAfterMs;
    if (facts.mailbox !== undefined) this.mailbox = facts.mailbox;
  }
}

/** True for a `GraphError`, and with `code` only for one with that very code. */
export function isGraphError(value: unknown, code?: string): value is GraphError {
  return value instanceof GraphError && (code === undefined || value.code === code);
}

export function localGraphError(code: LocalGraphCode, message: string): GraphError {
  return new GraphError(message, { status: 0, code });
}

/** Takes out what looks like a bearer token or a JSON web token, whatever text an upstream put it into. */
function withoutTokens(text: string): string {
  return text.replace(/\bBearer\s+[^\s"',;]+/gi, "Bearer [secret]").replace(/\beyJ[\w-]+(\.[\w-]*){1,4}/g, "[secret]");
}
