import type { Clock } from "../../lib/clock.js";
import type { Answer, Job, JobPolicy } from "../exchange.js";
import { GraphError } from "../graph-error.js";
import { type GraphFault, readGraphFault } from "../graph-fault.js";
import { retryAfterMs } from "../retry.js";

/** Turns every answer but a JSON 2xx into a `GraphError` that names the mailbox. */
export function errorPolicy(clock: Clock): JobPolicy {
  return {
    name: "error",
    async send(job, next) {
      const mailbox = job.request.mailbox ?? undefined;
      let answer: Answer;
      try {
        answer = await next(job);
      } catch (error) {
        throw error instanceof GraphError && mailbox !== undefined ? aboutMailbox(error, mailbox) : error;
      }
      const fault = faultOf(answer, job.request);
      if (!fault) return answer;
      const wait = retryAfterMs(answer.headers["retry-after"], clock.now());
      throw new GraphError(fault.message, {
        status: answer.status,
        code: fault.code,
        requestId: answer.requestId || fault.requestId,
        ...(wait !== undefined && { retryAfterMs: wait }),
        ...(mailbox !== undefined && { mailbox }),
      });
    },
  };
}

function faultOf(answer: Answer, { method, into }: Job["request"]): GraphFault | undefined {
  if (answer.status < 200 || answer.status > 299) return readGraphFault(answer.status, answer.body);
  if (into?.hasBegun) return undefined;
  // A write may answer nothing; a read that does would fail later, where nobody knows why.
  const isReadable =
    typeof answer.body === "object" ? answer.body !== null : answer.body === undefined && method !== "GET";
  if (isReadable) return undefined;
  return { code: "UnexpectedBody", message: "Graph's answer is empty, is not JSON, or was cut off.", requestId: "" };
}

/** A copy, because the parts of an envelope that failed as a whole share one error. */
function aboutMailbox(error: GraphError, mailbox: string): GraphError {
  const { status, code, requestId, retryAfterMs } = error;
  return new GraphError(error.message, {
    status,
    code,
    requestId,
    mailbox,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}
