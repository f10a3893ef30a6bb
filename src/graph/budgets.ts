import type { Clock } from "../lib/clock.js";

/** What one request spends from. */
export interface Spend {
  /** The application, as far as the process knows it: all connections of one Graph root spend together. */
  readonly app: string;
  /** Connection and mailbox; undefined for a request that reaches no mailbox. */
  readonly mailbox: string | undefined;
}

/**
 * Keeps the gateway under Graph's quotas ahead of time, so that Graph never has to refuse. Answers at once, because
 * it is asked between two turns: budgets that several processes share lease their part ahead and spend from that.
 * Never throws.
 */
export interface Budgets {
  /**
   * Takes a request out of all budgets that it spends from and gives 0; or takes nothing and gives the wait in ms.
   * `cost` says as how many requests it counts; default 1.
   */
  take(spend: Spend, cost?: number): number;
  /** The wait in ms for what all mailboxes of an application share; takes nothing. */
  appWaitMs(app: string, cost?: number): number;
  /** Returns what was taken for a request that never left. */
  giveBack(spend: Spend, cost?: number): void;
}

/** So many requests in any span of so many milliseconds. */
export interface RequestBudget {
  readonly requests: number;
  readonly windowMs: number;
}

export interface BudgetLimits {
  /** Undefined: not limited. */
  readonly mailbox: RequestBudget | undefined;
  readonly app: RequestBudget | undefined;
}

/** Budgets of this process, as token buckets. */
export class TokenBudgets implements Budgets {
  readonly #mailbox: TokenBuckets;
  readonly #app: TokenBuckets;

  constructor(
    { mailbox, app }: BudgetLimits,
    private readonly clock: Clock,
  ) {
    this.#mailbox = new TokenBuckets(mailbox);
    this.#app = new TokenBuckets(app);
  }

  take({ app, mailbox }: Spend, cost = 1): number {
    const now = this.clock.now();
    const appWaitMs = this.#app.waitMs(app, now, cost);
    const mailboxWaitMs = mailbox === undefined ? 0 : this.#mailbox.waitMs(mailbox, now, cost);
    const waitMs = Math.max(appWaitMs, mailboxWaitMs);
    if (waitMs > 0) return waitMs;
    this.#app.take(app, now, cost);
    if (mailbox !== undefined) this.#mailbox.take(mailbox, now, cost);
    return 0;
  }

  appWaitMs(app: string, cost = 1): number {
    return this.#app.waitMs(app, this.clock.now(), cost);
  }

  giveBack({ app, mailbox }: Spend, cost = 1): void {
    this.#app.giveBack(app, cost);
    if (mailbox !== undefined) this.#mailbox.giveBack(mailbox, cost);
  }
}

/** The part of a budget that may be spent at once; the rest flows in evenly. */
const BURST_SHARE = 1 / 4;
const FEWEST_TO_SWEEP = 1_000;
/** What the fractions of a bucket's time may be off by; far less than the one request that a bucket is too careful. */
const ROUNDING_MS = 0.01;

/**
 * Token buckets by key. A bucket holds a quarter of the budget and fills with the other three quarters a window, so
 * that no span of a window's length, wherever it starts, sees more than the budget. A full bucket that also filled
 * with the whole budget would allow twice as much.
 *
 * A bucket is one number: the time at which it is full again, or has been since. A request that costs more than the
 * bucket holds finds it full for as long as the rest would take to flow in, which keeps the promise for it too.
 */
class TokenBuckets {
  readonly #fullAt = new Map<string, number>();
  readonly #intervalMs: number;
  readonly #depthMs: number;
  readonly #windowMs: number;
  /** A request that costs more takes the whole budget. */
  readonly #highestCost: number;
  /** Times are counted from the first request, because fractions of today's milliseconds would be coarse. */
  #epoch: number | undefined;
  #sweepAtSize = FEWEST_TO_SWEEP;

  constructor(budget: RequestBudget | undefined) {
    const { requests, windowMs } = budget ?? { requests: Number.POSITIVE_INFINITY, windowMs: 0 };
    const burst = Math.max(1, Math.floor(requests * BURST_SHARE));
    this.#windowMs = windowMs;
    this.#highestCost = requests;
    this.#intervalMs = budget ? windowMs / Math.max(1, requests - burst) : 0;
    this.#depthMs = budget ? this.#intervalMs * burst : 0;
  }

  /** Whole milliseconds until as much is there as the request costs; 0 when it is. */
  waitMs(key: string, now: number, cost: number): number {
    if (this.#intervalMs === 0) return 0;
    const missingMs = this.#fullFrom(key, now) + this.#costMs(cost) - this.#depthMs;
    return missingMs <= ROUNDING_MS ? 0 : Math.ceil(missingMs - ROUNDING_MS);
  }

  take(key: string, now: number, cost: number): void {
    if (this.#intervalMs === 0) return;
    this.#epoch ??= now;
    const fullFrom = Math.max(0, this.#fullFrom(key, now));
    this.#fullAt.set(key, now - this.#epoch + fullFrom + this.#costMs(cost));
    if (this.#fullAt.size >= this.#sweepAtSize) this.#sweep(now);
  }

  giveBack(key: string, cost: number): void {
    const fullAt = this.#fullAt.get(key);
    if (fullAt !== undefined) this.#fullAt.set(key, fullAt - this.#costMs(cost));
  }

  #costMs(cost: number): number {
    return this.#intervalMs * Math.min(cost, this.#highestCost);
  }

  /** Milliseconds from now until the bucket is full; below 0 the time since it is, as far as that matters. */
  #fullFrom(key: string, now: number): number {
    const fullAt = this.#fullAt.get(key);
    return fullAt === undefined || this.#epoch === undefined ? -this.#windowMs : fullAt - (now - this.#epoch);
  }

  /** Forgets buckets that have been full for long, each time the number of buckets has doubled. */
  #sweep(now: number): void {
    for (const key of this.#fullAt.keys()) {
      if (this.#fullFrom(key, now) <= -this.#windowMs) this.#fullAt.delete(key);
    }
    this.#sweepAtSize = Math.max(FEWEST_TO_SWEEP, this.#fullAt.size * 2);
  }
}
