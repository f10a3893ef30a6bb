import type { Clock } from "../../lib/clock.js";
import type { Logger } from "../../lib/logger.js";
import type { Sleep } from "../../lib/sleep.js";
import type { Answer, JobPolicy } from "../exchange.js";
import { isGraphError } from "../graph-error.js";
import { blamesToken } from "../graph-fault.js";
import { type Outcome, type RetryLimits, retryDelayMs } from "../retry.js";

export interface ThrottleOptions extends RetryLimits {
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly log: Logger;
}

/**
 * Sends again what Graph refused, after the wait it named, and what failed in between when that is safe. A repeated
 * request goes alone, so that it waits for nobody. A wait over the limit is not shortened: the answer comes at once.
 */
export function throttlePolicy({ clock, sleep, random, log, ...limits }: ThrottleOptions): JobPolicy {
  return {
    name: "throttle",
    async send(job, next) {
      const { request, call, connection } = job;
      const isRepeatable = request.method === "GET" || request.repeatable === true;
      let waitedMs = 0;
      for (let attempt = 1; ; attempt++) {
        const result = await next(attempt === 1 ? job : { ...job, alone: true }).then(answered, failed);
        const state = { attempt, isRepeatable, waitedMs, now: clock.now(), random: random() };
        const delayMs = retryDelayMs(result.outcome, state, limits);
        if (delayMs === undefined) return result.take();
        const { status } = result.outcome;
        log.warn({ connection: connection.id, requestId: call.requestId, status, attempt, delayMs }, "Graph retry");
        call.meter.retries++;
        waitedMs += delayMs;
        await sleep(delayMs, call.signal);
      }
    },
  };
}

interface Result {
  readonly outcome: Outcome;
  take(): Answer;
}

function answered(answer: Answer): Result {
  const { status, about, headers } = answer;
  const outcome = { status, about, retryAfter: headers["retry-after"], blamesToken: blamesToken(answer) };
  return { outcome, take: () => answer };
}

const NO_ANSWER_CODES = ["NetworkError", "Timeout", "BatchPartMissing"];

/** Only what may have reached Graph counts as an attempt; anything else, an abort above all, passes through. */
function failed(error: unknown): Result {
  if (!isGraphError(error) || !NO_ANSWER_CODES.includes(error.code)) throw error;
  return {
    outcome: { status: 0, about: "request", retryAfter: undefined, blamesToken: false },
    take: () => {
      throw error;
    },
  };
}
