import type { HttpAnswer } from "../http-message.js";
import type { ActionOf, AnswerFault, ErrorAction, RetryAfterWish } from "./fault-actions.js";

/** How a service words what a fault makes it say. */
export interface FaultVoice {
  /** Emulated time in milliseconds since the Unix epoch. */
  readonly now: number;
  error(action: ErrorAction): HttpAnswer;
  claimsChallenge(claims: string): HttpAnswer;
}

/** What a challenge asks for where nothing else is given: a token from before this instant is not enough. */
const DEFAULT_CLAIMS = '{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}';

const HTML_PAGE =
  "<!DOCTYPE html><html><head><title>Service Unavailable</title></head><body><h2>Our services aren't available right now</h2></body></html>";

/** The answer that stands in for the real one. */
export function faultAnswer(action: AnswerFault, voice: FaultVoice): HttpAnswer {
  switch (action.kind) {
    case "error":
      return withHeaders(voice.error(action), retryAfterHeader(action, voice.now));
    case "html":
      return htmlAnswer(action, voice.now);
    case "empty":
      return { status: action.status ?? 200, headers: { "Content-Type": "application/json" }, json: {} };
    case "claimsChallenge":
      return voice.claimsChallenge(action.claims ?? DEFAULT_CLAIMS);
  }
}

function htmlAnswer(action: ActionOf<"html">, now: number): HttpAnswer {
  const headers = { "Content-Type": "text/html", ...retryAfterHeader(action, now) };
  return { status: action.status ?? 500, headers, text: HTML_PAGE };
}

function withHeaders(answer: HttpAnswer, headers: Readonly<Record<string, string>>): HttpAnswer {
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

export function retryAfterHeader(wish: RetryAfterWish, now: number): Record<string, string> {
  const { retryAfterSeconds: seconds, retryAfterForm: form } = wish;
  if (seconds === undefined) return {};
  return { "Retry-After": form === "httpDate" ? httpDateAfter(now, seconds) : String(seconds) };
}

/** An HTTP date has no fractions, so it is rounded up: nobody is told to come back too early. */
export function httpDateAfter(now: number, seconds: number): string {
  return new Date(Math.ceil((now + seconds * 1000) / 1000) * 1000).toUTCString();
}
