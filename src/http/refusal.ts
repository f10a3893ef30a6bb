import type { AppError, AppErrorCode } from "../lib/app-error.js";
import type { RefusalParts } from "./refusal-kinds.table.js";

/** Codes of the edge itself, beside those of `AppError`. */
export type RefusalCode = AppErrorCode | RefusalParts[1];

interface RefusalFacts {
  readonly headers?: Readonly<Record<string, string>>;
  /** Members beside `code` in `extensions`. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** A request that the edge answers by itself, without asking GraphQL. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly code: RefusalCode;
  readonly more: RefusalFacts;

  constructor(...[status, code, message, more = {}]: readonly [...RefusalParts, message: string, more?: RefusalFacts]) {
    super(message);
    this.status = status;
    this.code = code;
    this.more = more;
  }

  /** A failure of the domain where no GraphQL stands between: its meaning decides the status. */
  static of({ code, message }: AppError, status: number, more: RefusalFacts): Refusal {
    return new Refusal(...([status, code] as readonly [number, string] as RefusalParts), message, more);
  }

  /** The answer's text, in the shape of a GraphQL answer so that every client can read it. */
  body(): string {
    const extensions = { code: this.code, ...this.more.extensions };
    return `${JSON.stringify({ errors: [{ message: this.message, extensions }] })}\n`;
  }
}

export function methodNotAllowed(method: string, allowed: readonly string[]): Refusal {
  const allow = allowed.join(", ");
  return new Refusal(405, "METHOD_NOT_ALLOWED", `${method} is not possible here; use ${allow}.`, {
    headers: { allow },
  });
}

export function unauthenticated(given: boolean): Refusal {
  const problem = given ? "The API key was not accepted." : "An API key is required.";
  return new Refusal(401, "UNAUTHENTICATED", `${problem} Send it in the header "Authorization: Bearer <key>".`, {
    headers: { "www-authenticate": "Bearer" },
  });
}

export function bodyTooLarge(maxBytes: number, actualBytes: number | undefined): Refusal {
  const found = actualBytes === undefined ? "more" : `${actualBytes}`;
  return new Refusal(413, "LIMIT_EXCEEDED", `The request body may have ${maxBytes} bytes; this one has ${found}.`, {
    // A streamed body is not read to its end, so its size is known only when the client announced it.
    extensions: { limit: { name: "bodyBytes", max: maxBytes, actual: actualBytes ?? maxBytes + 1 } },
  });
}
