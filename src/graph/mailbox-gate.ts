import { type Clock, systemClock } from "../lib/clock.js";

/** How many requests are open per key; every place that was entered must be left. */
export interface Gate {
  /** Takes a free place; false when all are taken. */
  tryEnter(key: string): boolean;
  leave(key: string): void;
  /**
   * Graph found too many open although the limit was kept: somebody else uses the mailbox too. Leaves only as many
   * places, for a while, as ours were let in: those open now, and `answered` that have just ended. False when none
   * was, so that only strangers can make room.
   */
  lower(key: string, answered?: number): boolean;
}

/** After a lowering, one place comes back each time this long has passed. */
const RECOVERY_MS = 15_000;

interface Lowered {
  readonly limit: number;
  readonly at: number;
}

/** A gate of `limit` places per key that forgets keys nobody is in. */
export class MailboxGate implements Gate {
  readonly #open = new Map<string, number>();
  readonly #lowered = new Map<string, Lowered>();

  constructor(
    private readonly limit: number,
    private readonly clock: Clock = systemClock,
  ) {}

  tryEnter(key: string): boolean {
    const open = this.#open.get(key) ?? 0;
    if (open >= this.#limitOf(key)) return false;
    this.#open.set(key, open + 1);
    return true;
  }

  leave(key: string): void {
    const open = this.#open.get(key) ?? 0;
    if (open > 1) this.#open.set(key, open - 1);
    else this.#open.delete(key);
  }

  lower(key: string, answered = 0): boolean {
    const letIn = (this.#open.get(key) ?? 0) + answered;
    const limit = Math.max(1, Math.min(letIn, this.#limitOf(key) - 1));
    const now = this.clock.now();
    for (const [other, { at }] of this.#lowered) if (now - at >= RECOVERY_MS * this.limit) this.#lowered.delete(other);
    this.#lowered.set(key, { limit, at: now });
    return letIn > 0;
  }

  #limitOf(key: string): number {
    const lowered = this.#lowered.get(key);
    if (!lowered) return this.limit;
    return Math.min(this.limit, lowered.limit + Math.floor((this.clock.now() - lowered.at) / RECOVERY_MS));
  }
}
