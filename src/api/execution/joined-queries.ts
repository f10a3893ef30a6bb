import type { ExecutionResult, OperationDefinitionNode } from "graphql";
import type { Viewer } from "../../auth/viewer.js";
import { isAppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import { Cancellation } from "../../lib/cancellation.js";
import type { Clock } from "../../lib/clock.js";
import type { RequestContext } from "../../resolvers/common/request-context.js";

/** How long after its beginning a query can be joined: what it has read by then is no older than this. */
const JOIN_MS = 250;

export interface JoinedQueriesDeps {
  readonly clock: Clock;
  readonly contextOf: (viewer: Viewer, call: Call) => RequestContext;
}

type Execute = (context: RequestContext) => Promise<ExecutionResult>;

/**
 * Lets equal queries of one caller that come at the same time have one answer: a dashboard that ten people open at nine
 * o'clock is executed once (docs/decisions/0030-joined-queries.md).
 */
export class JoinedQueries {
  /** By operation, which is one object for equal documents, and by viewer and variables. */
  #running = new WeakMap<OperationDefinitionNode, Map<string, RunningQuery>>();

  constructor(private readonly deps: JoinedQueriesDeps) {}

  /** What `execute` gives, or has begun to give for an equal query. */
  async answer(
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
    { viewer, call }: RequestContext,
    execute: Execute,
  ): Promise<ExecutionResult> {
    const key = JSON.stringify([viewer, variables]);
    const running = this.#running.get(operation) ?? new Map<string, RunningQuery>();
    this.#running.set(operation, running);
    const known = running.get(key);
    if (known !== undefined && this.deps.clock.now() - known.begunAt <= JOIN_MS) return known.join(call);

    const forget = () => {
      if (running.get(key) === query) running.delete(key);
    };
    const { clock, contextOf } = this.deps;
    const work = (shared: Call) => execute(contextOf(viewer, shared));
    const query: RunningQuery = new RunningQuery(call, clock.now(), work, forget);
    running.set(key, query);
    return query.join(call);
  }

  /** Something was written: who asks from now on must see it, and a query that runs already may not. */
  forget(): void {
    this.#running = new WeakMap();
  }
}

class RunningQuery {
  readonly #signal = new Cancellation();
  readonly #wanting = new Set<Call>();
  readonly #result: Promise<ExecutionResult>;

  /** `onEnd` is called when it can no longer be joined, maybe more than once. */
  constructor(
    private readonly opener: Call,
    readonly begunAt: number,
    work: (shared: Call) => Promise<ExecutionResult>,
    private readonly onEnd: () => void,
  ) {
    this.#result = work({ ...opener, signal: this.#signal });
    this.#result.then(onEnd, onEnd);
  }

  /** The answer, or the reason why the caller has gone. The opener joins as well. */
  join(call: Call): Promise<ExecutionResult> {
    const { signal } = call;
    this.#wanting.add(call);
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        // The others' time is up as well, give or take a moment; what there is by now is answered to all.
        if (isAppError(signal.reason, "TIMEOUT")) return this.#end(signal.reason);
        this.#wanting.delete(call);
        reject(signal.reason);
        if (this.#wanting.size === 0) this.#end(signal.reason);
      };
      if (signal.aborted) onAbort();
      else signal.addEventListener("abort", onAbort, { once: true });
      this.#result
        .then((result) => {
          if (call !== this.opener) this.#tell(call);
          resolve(result);
        }, reject)
        .finally(() => signal.removeEventListener("abort", onAbort));
    });
  }

  #end(reason: unknown): void {
    this.onEnd();
    this.#signal.abort(reason);
  }

  /** What the answer cost, and what a caller should know of it. */
  #tell({ meter, notices }: Call): void {
    const { graphRequests, sharedRequests = 0, cachedReads = 0 } = this.opener.meter;
    meter.sharedRequests = (meter.sharedRequests ?? 0) + graphRequests + sharedRequests + cachedReads;
    for (const [key, notice] of this.opener.notices ?? []) notices?.set(key, notice);
  }
}
