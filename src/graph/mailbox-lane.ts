import type { Spend } from "./budgets.js";
import type { Waiting } from "./departure.js";
import { FairQueue } from "./fair-queue.js";
import { MailboxPause } from "./mailbox-pause.js";

/** Why the requests of a mailbox are held back although it has free places, and for how long. */
export interface Hold {
  readonly code: "MailboxThrottled" | "BudgetSpent";
  readonly waitMs: number;
  /** The part of the wait that nobody asked for; it makes no request impatient. */
  readonly jitterMs: number;
}

/** One mailbox of one connection: who waits for it, and what is known of how it fares. */
export class MailboxLane {
  readonly pause = new MailboxPause();
  /** Requests on their way. */
  inFlight = 0;
  /** It failed and has not answered since: its requests go alone, so that nobody shares an envelope with its silence. */
  isSuspect = false;
  /** When it was last asked. */
  usedAt = 0;
  readonly #queue = new FairQueue<Waiting>();
  #heldSince: number | undefined;
  /** No request of the queue runs out of patience before: spares a look at each of thousands every turn. */
  #soonestLimit = Number.POSITIVE_INFINITY;

  constructor(
    readonly key: string,
    /** Undefined for requests that reach no mailbox: they have no places to take. */
    readonly gateKey: string | undefined,
    readonly spend: Spend,
  ) {}

  get size(): number {
    return this.#queue.size;
  }

  push(waiting: Waiting): void {
    const { call, alone } = waiting.job;
    this.#soonestLimit = Math.min(this.#soonestLimit, this.#limitsOf(waiting).soonest);
    this.#queue.push(waiting, {
      client: call.client ?? call.requestId,
      priority: call.priority ?? "interactive",
      isRepeated: alone,
    });
  }

  /** As how many requests the next one counts. */
  get nextCost(): number {
    return this.#queue.peek()?.job.request.cost ?? 1;
  }

  shift(now: number): Waiting | undefined {
    const waiting = this.#queue.shift();
    if (waiting) this.#charge(waiting, now);
    return waiting;
  }

  delete(waiting: Waiting): boolean {
    return this.#queue.delete(waiting);
  }

  /** The requests wait for nothing but places, from now on: what was held back is taken from their patience. */
  release(now: number): void {
    if (this.#heldSince === undefined) return;
    for (const waiting of this.#queue) this.#charge(waiting, now);
    this.#heldSince = undefined;
  }

  /** The requests are held back; takes out and gives those that will not wait so long. */
  hold({ waitMs, jitterMs }: Hold, now: number): Waiting[] {
    if (this.#heldSince === undefined) {
      this.#heldSince = now;
      this.#soonestLimit = Number.NEGATIVE_INFINITY;
    }
    const end = now + waitMs;
    if (end <= this.#soonestLimit) return [];
    const impatient: Waiting[] = [];
    this.#soonestLimit = Number.POSITIVE_INFINITY;
    for (const waiting of this.#queue) {
      const { patience, deadline, soonest } = this.#limitsOf(waiting);
      if (end - jitterMs > patience || end > deadline) impatient.push(waiting);
      else this.#soonestLimit = Math.min(this.#soonestLimit, soonest);
    }
    for (const waiting of impatient) this.#queue.delete(waiting);
    return impatient;
  }

  /** Until when a request may be held back, in milliseconds since the Unix epoch; constant while it is. */
  #limitsOf({ job, arrivedAt }: Waiting): { patience: number; deadline: number; soonest: number } {
    const patience = Math.max(this.#heldSince ?? 0, arrivedAt) + (job.patience?.leftMs ?? Number.POSITIVE_INFINITY);
    const deadline = job.call.deadline ?? Number.POSITIVE_INFINITY;
    return { patience, deadline, soonest: Math.min(patience, deadline) };
  }

  #charge(waiting: Waiting, now: number): void {
    const { patience } = waiting.job;
    if (patience) patience.leftMs -= this.#heldMs(waiting, now);
  }

  #heldMs({ arrivedAt }: Waiting, now: number): number {
    return this.#heldSince === undefined ? 0 : now - Math.max(this.#heldSince, arrivedAt);
  }
}
