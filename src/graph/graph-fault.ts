import type { HttpResponse } from "./transport.js";

const LONGEST_MESSAGE = 300;

/** What an error answer says, as far as it says anything. */
export interface GraphFault {
  /** The innermost code that is a name; `Http<status>` when there is none. */
  readonly code: string;
  readonly message: string;
  readonly requestId: string;
}

/** Reads Graph's error body. Bodies that are empty, HTML or something else give a fault by status alone. */
export function readGraphFault(status: number, body: unknown): GraphFault {
  let code = "";
  let text = "";
  let requestId = "";
  let level: unknown = member(body, "error");
  for (let depth = 0; depth < 10 && level !== undefined; depth++) {
    const name = member(level, "code");
    // The sample for 429 repeats the status as the inner code, which says less than the outer one.
    if (typeof name === "string" && /\D/.test(name)) code = name;
    text ||= asText(member(level, "message"));
    requestId = asText(member(level, "request-id")) || requestId;
    // Older answers spell it in lower case.
    level = member(level, "innerError") ?? member(level, "innererror");
  }
  const shown = text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE)}…` : text;
  const message = ["Graph answered", status, code].filter((part) => part !== "").join(" ");
  return { code: code || `Http${status}`, message: shown ? `${message}: ${shown}` : `${message}.`, requestId };
}

/**
 * Whether a 401 is about the token. Graph answers a bare 401, without body or challenge, for an account that has
 * no mailbox.
 */
export function blamesToken(response: HttpResponse): boolean {
  if (response.status !== 401) return false;
  return "www-authenticate" in response.headers || readGraphFault(401, response.body).code !== "Http401";
}

/**
 * Whether a 429 is for requests open at once in a mailbox, and not for their rate. Graph names the limit in the
 * message alone.
 */
export function blamesConcurrency({ status, body }: Pick<HttpResponse, "status" | "body">): boolean {
  return status === 429 && /MailboxConcurrency/i.test(readGraphFault(status, body).message);
}

function asText(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
