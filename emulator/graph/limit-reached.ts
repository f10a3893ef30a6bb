import { httpDateAfter } from "../core/faults/answer-faults.js";
import type { World } from "../core/world.js";
import { GraphFailure } from "./graph-failure.js";

/** The limits that Graph has, as the log and Outlook's messages name them. */
export const LIMIT_NAMES = [
  "MailboxConcurrency",
  "RequestRate",
  "IncomingBytes",
  "AppRequests",
  "ExtensionRequests",
  "SubscriptionRequests",
] as const;
export type LimitName = (typeof LIMIT_NAMES)[number];

/** 429, with the limit that was reached. */
export class LimitReached extends GraphFailure {
  constructor(
    world: World,
    readonly limit: LimitName,
    seconds: number,
  ) {
    super(429, codeOf(limit), messageOf(limit), retryAfter(world, seconds), innerError(world, limit));
  }
}

/** Outlook's own limits have a code of their own. */
const OUTLOOK: readonly LimitName[] = ["MailboxConcurrency", "RequestRate", "IncomingBytes"];

function codeOf(limit: LimitName): string {
  return OUTLOOK.includes(limit) ? "ApplicationThrottled" : "TooManyRequests";
}

function messageOf(limit: LimitName): string {
  return OUTLOOK.includes(limit) ? `Application is over its ${limit} limit.` : "Please retry again later.";
}

/** Microsoft's sample of the other limits repeats code, status and message inside. */
function innerError(world: World, limit: LimitName): Readonly<Record<string, unknown>> {
  if (OUTLOOK.includes(limit)) return {};
  const date = new Date(world.clock.now()).toISOString().slice(0, 19);
  return { code: "429", date, message: messageOf(limit), status: "429" };
}

function retryAfter({ switches, clock }: World, seconds: number): Record<string, string> {
  switch (switches.retryAfterForm) {
    case "absent":
      return {};
    case "decimal":
      return { "Retry-After": (seconds + 0.128).toFixed(3) };
    case "httpDate":
      return { "Retry-After": httpDateAfter(clock.now(), seconds) };
    case "seconds":
      return { "Retry-After": String(Math.ceil(seconds)) };
  }
}
