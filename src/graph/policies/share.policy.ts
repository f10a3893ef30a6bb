import { JoinedWork } from "../../lib/joined-work.js";
import type { Answer, Job, JobPolicy } from "../exchange.js";
import type { GraphRequest } from "../graph-types.js";
import { lowerCaseNames } from "../headers.js";
import type { Send } from "../pipeline.js";

/**
 * Lets identical reads that are in flight at once share one. Identical: same connection and identity, path,
 * headers and body. The answer is one object for all, so nobody may change it.
 *
 * A read is no longer joined once any write of its connection has ended: who reads after a write must see it, and
 * a read from before may not (an invitation shows in other mailboxes too).
 */
export function sharePolicy(onWritten: () => void = () => {}): JobPolicy {
  const reads = new Map<string, Map<string, JoinedWork<Answer>>>();

  function read(job: Job, send: Send<Job, Answer>): Promise<Answer> {
    const { connection, call } = job;
    const open = reads.get(connection.id) ?? new Map<string, JoinedWork<Answer>>();
    reads.set(connection.id, open);
    const key = keyOf(job);
    const urgent = `interactive\n${key}`;
    // An urgent read does not wait behind background work, but background work may come with an urgent read.
    const own = call.priority === "background" ? `background\n${key}` : urgent;
    const known = open.get(urgent) ?? open.get(own);
    if (known) {
      call.meter.sharedRequests = (call.meter.sharedRequests ?? 0) + 1;
      return known.join(call);
    }
    const forget = () => {
      if (open.get(own) === shared) open.delete(own);
      if (open.size === 0 && reads.get(connection.id) === open) reads.delete(connection.id);
    };
    const shared: JoinedWork<Answer> = new JoinedWork(call, (sharedCall) => send({ ...job, call: sharedCall }), forget);
    open.set(own, shared);
    return shared.join(call);
  }

  return {
    name: "share",
    async send(job, next) {
      // A body that was handed on is nobody else's, and no write either.
      if (job.request.into) return next(job);
      if (isRead(job.request)) return read(job, next);
      try {
        return await next(job);
      } finally {
        reads.delete(job.connection.id);
        onWritten();
      }
    },
  };
}

function isRead({ method, body, isRead }: GraphRequest): boolean {
  return isRead === true || (method === "GET" && body === undefined);
}

function keyOf({ connection, target, request }: Job): string {
  const { headers, mailbox, body } = request;
  const named = headers && Object.entries(lowerCaseNames(headers)).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([connection.graphUrl, connection.identity, target.url, mailbox, named, body]);
}
