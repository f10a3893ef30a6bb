import type { IncomingMessage } from "node:http";
import { Refusal } from "./refusal.js";

const REQUEST_HEADERS =
  "authorization, content-type, idempotency-key, apollo-require-preflight, x-apollo-operation-name, x-request-id, traceparent, tracestate";
const ANSWER_HEADERS = "x-request-id, retry-after, content-disposition";
/** Seconds that a browser may remember a preflight: two hours is the most that Chromium honours. */
const PREFLIGHT_SECONDS = "7200";

/** Answers to browsers on other origins. With no origins configured it adds nothing to any answer. */
export class CorsPolicy {
  readonly #origins: ReadonlySet<string>;

  constructor(origins: readonly string[]) {
    this.#origins = new Set(origins);
  }

  get isOpen(): boolean {
    return this.#origins.size > 0;
  }

  /** Headers for the answer to a request; `Vary` whenever the answer could have differed. */
  headersFor(req: IncomingMessage): Record<string, string> {
    if (!this.isOpen) return {};
    const origin = req.headers.origin;
    if (origin === undefined || !this.#origins.has(origin)) return { vary: "Origin" };
    return { vary: "Origin", "access-control-allow-origin": origin, "access-control-expose-headers": ANSWER_HEADERS };
  }

  /** Headers of a preflight's answer; refuses an origin that is not configured. */
  preflight(req: IncomingMessage, methods: readonly string[]): Record<string, string> {
    if (!this.#origins.has(req.headers.origin ?? "")) {
      throw new Refusal(403, "FORBIDDEN", "This gateway does not accept browser requests from that origin.", {
        headers: { vary: "Origin" },
      });
    }
    return {
      ...this.headersFor(req),
      "access-control-allow-methods": methods.join(", "),
      "access-control-allow-headers": REQUEST_HEADERS,
      "access-control-max-age": PREFLIGHT_SECONDS,
    };
  }
}
