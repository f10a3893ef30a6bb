/**
 * Codes of failures that Graph did not report itself. Their `status` is 0, but 429 for `MailboxThrottled` (Graph has
 * told the mailbox to wait for longer than the request may) and `BudgetSpent` (Graph would refuse, so it is not asked).
 */
export type LocalGraphCode =
  | "NetworkError"
  | "Timeout"
  | "BatchPartMissing"
  | "UnexpectedBody"
  /** The answer is larger than one may be; asking again would not help. */
  | "AnswerTooLarge"
  | "ForeignLink"
  | "InvalidPath"
  | "InsecureRoot"
  | "ClientClosed"
  | "MailboxThrottled"
  | "BudgetSpent"
  /** Graph has failed again and again and is left alone until `retryAfterMs` have passed. */
  | "CircuitOpen";

export interface GraphErrorFacts {
  /** HTTP status; 0 when there was no usable answer. */
  readonly status: number;
  /** Graph's most exact code, `Http<status>` when it gave none, or one of `LocalGraphCode`. */
  readonly code: string;
  /** Graph's id of the exchange; empty when it sent none. */
  readonly requestId?: string;
  /** Milliseconds to wait before asking again, as Graph or the client's own limits named them. */
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

export function localGraphError(
  code: LocalGraphCode,
  message: string,
  facts: Partial<Omit<GraphErrorFacts, "code">> = {},
): GraphError {
  return new GraphError(message, { status: 0, ...facts, code });
}

/** Takes out what looks like a bearer token or a JSON web token, whatever text an upstream put it into. */
function withoutTokens(text: string): string {
  return text.replace(/\bBearer\s+[^\s"',;]+/gi, "Bearer [secret]").replace(/\beyJ[\w-]+(\.[\w-]*){1,4}/g, "[secret]");
}
