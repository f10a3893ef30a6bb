import { depart, type Waiting } from "./departure.js";
import { packEnvelopes } from "./envelope.js";
import type { Answer, Exchange, Job } from "./exchange.js";
import type { Gate } from "./mailbox-gate.js";
import type { Send } from "./pipeline.js";
import type { HttpResponse } from "./transport.js";

/** Decides what leaves when, and in which envelope. */
export interface Dispatcher {
  /** Answers with any status; rejects when there was no answer, or with the signal's reason. */
  send(job: Job): Promise<Answer>;
}

export interface DispatcherOptions {
  readonly batchWidth: number;
  readonly gate: Gate;
  readonly exchange: Send<Exchange, HttpResponse>;
}

/**
 * Collects what arrives in one turn of the event loop and sends it at the turn's end, never later: a window would be
 * added to every dependent step of a query. What finds its mailbox's places taken waits, first come first served;
 * mailboxes do not wait for each other. One request alone travels as itself, several as envelopes.
 */
export class TurnDispatcher implements Dispatcher {
  /** Requests that wait, by connection and then by mailbox. */
  readonly #lanes = new Map<string, Map<string, Set<Waiting>>>();
  #isScheduled = false;

  constructor(private readonly options: DispatcherOptions) {}

  async send(job: Job): Promise<Answer> {
    const { signal } = job.call;
    signal.throwIfAborted();
    return new Promise<Answer>((resolve, reject) => {
      const waiting: Waiting = {
        job,
        resolve(answer) {
          signal.removeEventListener("abort", onAbort);
          resolve(answer);
        },
        reject(reason) {
          signal.removeEventListener("abort", onAbort);
          reject(reason);
        },
      };
      const onAbort = () => {
        this.#drop(waiting);
        reject(signal.reason);
      };
      signal.addEventListener("abort", onAbort, { once: true });
      this.#queueOf(job).add(waiting);
      this.#schedule();
    });
  }

  #queueOf(job: Job): Set<Waiting> {
    const laneKey = laneKeyOf(job);
    let lane = this.#lanes.get(laneKey);
    if (!lane) {
      lane = new Map();
      this.#lanes.set(laneKey, lane);
    }
    const mailboxKey = mailboxKeyOf(job);
    let queue = lane.get(mailboxKey);
    if (!queue) {
      queue = new Set();
      lane.set(mailboxKey, queue);
    }
    return queue;
  }

  #drop(waiting: Waiting): void {
    const lane = this.#lanes.get(laneKeyOf(waiting.job));
    const queue = lane?.get(mailboxKeyOf(waiting.job));
    if (!lane || !queue?.delete(waiting) || queue.size > 0) return;
    lane.delete(mailboxKeyOf(waiting.job));
    if (lane.size === 0) this.#lanes.delete(laneKeyOf(waiting.job));
  }

  #schedule(): void {
    if (this.#isScheduled || this.#lanes.size === 0) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      for (const lane of this.#lanes.values()) this.#flush(lane);
    });
  }

  #flush(lane: ReadonlyMap<string, ReadonlySet<Waiting>>): void {
    const shared: Waiting[] = [];
    for (const waiting of this.#admitted(lane)) {
      if (waiting.job.alone) this.#depart([waiting]);
      else shared.push(waiting);
    }
    const envelopes = packEnvelopes(shared, this.options.batchWidth, ({ job }) => mailboxKeyOf(job));
    for (const envelope of envelopes) this.#depart(envelope);
  }

  /** Takes out of a lane what may leave now, each with its place in the gate. Maps and sets may shrink while read. */
  #admitted(lane: ReadonlyMap<string, ReadonlySet<Waiting>>): Waiting[] {
    const admitted: Waiting[] = [];
    for (const queue of lane.values()) {
      for (const waiting of queue) {
        const key = gateKeyOf(waiting.job);
        if (key !== undefined && !this.options.gate.tryEnter(key)) break;
        this.#drop(waiting);
        admitted.push(waiting);
      }
    }
    return admitted;
  }

  #depart(group: readonly Waiting[]): void {
    // Places are held until the exchange ends: Graph works on a part whose caller has gone all the same.
    void depart(group, this.options.exchange).finally(() => {
      for (const { job } of group) {
        const key = gateKeyOf(job);
        if (key !== undefined) this.options.gate.leave(key);
      }
      this.#schedule();
    });
  }
}

function laneKeyOf({ connection }: Job): string {
  return `${connection.id}\n${connection.graphUrl}`;
}

/** Ids and addresses are compared without case, as Graph does. */
function mailboxKeyOf({ request }: Job): string {
  return request.mailbox?.toLowerCase() ?? "";
}

function gateKeyOf(job: Job): string | undefined {
  return job.request.mailbox === null ? undefined : `${job.connection.id}\n${mailboxKeyOf(job)}`;
}
