import type { Answer, Job, JobPolicy } from "../exchange.js";
import { resolveTarget } from "../graph-url.js";
import { ownPath } from "../own-path.js";
import { eventIdIn, isWithinEvent, withEventId } from "../resources/event-path.js";

/** Chains are kept short; one is longer only while a change is under way. */
const MOST_STEPS = 4;

/**
 * Sends a request for an event that is not there again to the one that took its place, reads and writes alike: Graph did
 * nothing with the first. An id that works costs nothing, one without a successor what the connection does to find out.
 */
export function succeedPolicy(): JobPolicy {
  return {
    name: "succeed",
    async send(job, next) {
      await announced(job);
      let [at, answer] = [job, await next(job)];
      for (let step = 0; step < MOST_STEPS && answer.status === 404; step++) {
        const successor = await successorOf(at);
        if (successor === undefined) break;
        at = successor;
        await announced(at);
        answer = await next(at);
      }
      return answer satisfies Answer;
    },
  };
}

/** Before, not after: an answer that gets lost must not have what was removed looked for. */
async function announced({ connection, request }: Job): Promise<void> {
  if (!request.isRemoval || connection.beforeRemoval === undefined) return;
  const eventId = eventIdIn(request.path);
  if (eventId !== undefined) await connection.beforeRemoval(eventId);
}

async function successorOf(job: Job): Promise<Job | undefined> {
  const { connection, request, call } = job;
  const eventId = eventIdIn(request.path);
  if (eventId === undefined || connection.successorOf === undefined) return undefined;
  const present = await connection.successorOf(eventId, !isWithinEvent(request.path), call);
  if (present === undefined || present === eventId) return undefined;
  call.signal.throwIfAborted();
  const path = withEventId(request.path, present);
  const target = resolveTarget(connection.graphUrl, ownPath(connection, path));
  return { ...job, request: { ...request, path }, target };
}
