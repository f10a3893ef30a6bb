import type { Clock } from "../../lib/clock.js";
import type { Logger } from "../../lib/logger.js";
import type { Sleep } from "../../lib/sleep.js";
import type { Answer, JobPolicy } from "../exchange.js";
import { blamesConcurrency, blamesToken } from "../graph-fault.js";
import { isRefusal, type Outcome, type RetryLimits, retryDelayMs } from "../retry.js";
import { isNoAnswer } from "../verdict.js";

export interface ThrottleOptions extends RetryLimits {
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly log: Logger;
}

/**
 * Sends again what Graph refused, and what failed in between when that is safe. A repeated request goes alone, so that
 * it waits for nobody. A wait over the limit, or beyond the call's deadline, is not shortened: the answer comes at once.
 */
export function throttlePolicy({ clock, sleep, random, log, ...limits }: ThrottleOptions): JobPolicy {
  return {
    name: "throttle",
    async send(job, next) {
      const { request, call, connection } = job;
      const mayRepeat = request.method === "GET" || request.repeatable === true || request.isRead === true;
      const patience = { leftMs: limits.maxWaitMs };
      for (let attempt = 1; ; attempt++) {
        const result = await next({ ...job, patience, alone: job.alone || attempt > 1 }).then(answered, failed);
        const now = clock.now();
        const isRepeatable = mayRepeat && !request.into?.hasBegun;
        const waitedMs = limits.maxWaitMs - patience.leftMs;
        const state = { attempt, isRepeatable, waitedMs, now, random: random() };
        const delayMs = retryDelayMs(result.outcome, state, limits);
        if (delayMs === undefined || now + delayMs > (call.deadline ?? Number.POSITIVE_INFINITY)) return result.take();
        const { status } = result.outcome;
        log.warn({ connection: connection.id, requestId: call.requestId, status, attempt, delayMs }, "Graph retry");
        call.meter.retries++;
        // A refused request queues again at once: the dispatcher holds back its whole mailbox, it the first in line.
        if (isRefusal(status)) continue;
        patience.leftMs -= delayMs;
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
  const outcome = {
    status,
    about,
    retryAfter: headers["retry-after"],
    blamesToken: blamesToken(answer),
    isCrowded: blamesConcurrency(answer),
  };
  return { outcome, take: () => answer };
}

/** Only what may have reached Graph counts as an attempt; anything else, an abort above all, passes through. */
function failed(error: unknown): Result {
  if (!isNoAnswer(error)) throw error;
  return {
    outcome: { status: 0, about: "request", retryAfter: undefined, blamesToken: false },
    take: () => {
      throw error;
    },
  };
}
