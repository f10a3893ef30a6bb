import type { World } from "../core/world.js";
import { GraphFailure } from "./graph-failure.js";

const MAILBOX_WINDOW_MS = 600_000;
const GLOBAL_WINDOW_MS = 10_000;
const BUCKETS = 600;

/** How many requests came within a window that slides over emulated time, in 600 steps. */
class SlidingCount {
  #buckets: { step: number; count: number }[] = [];
  #total = 0;
  readonly #stepMs: number;

  constructor(windowMs: number) {
    this.#stepMs = windowMs / BUCKETS;
  }

  add(now: number): number {
    const step = Math.floor(now / this.#stepMs);
    // A clock that was moved back would otherwise keep buckets of the future for ever.
    const kept = this.#buckets.filter((bucket) => bucket.step > step - BUCKETS && bucket.step <= step);
    if (kept.length !== this.#buckets.length) {
      this.#buckets = kept;
      this.#total = kept.reduce((sum, bucket) => sum + bucket.count, 0);
    }
    const last = this.#buckets.at(-1);
    if (last?.step === step) last.count += 1;
    else this.#buckets.push({ step, count: 1 });
    this.#total += 1;
    return this.#total;
  }

  /** Seconds until the oldest requests leave the window. */
  secondsLeft(now: number): number {
    const oldest = this.#buckets[0];
    if (oldest === undefined) return 0;
    return Math.max(1, Math.ceil(((oldest.step + BUCKETS) * this.#stepMs - now) / 1000));
  }
}

/**
 * Outlook's limits, per app and mailbox, and Graph's own per app. Refused requests count too.
 * Source: Microsoft Graph service-specific throttling limits, "Outlook service limits".
 */
export class RequestLimits {
  readonly #open = new Map<string, number>();
  readonly #mailboxCounts = new Map<string, SlidingCount>();
  readonly #appCounts = new Map<string, SlidingCount>();
  #peak = 0;

  constructor(readonly world: World) {}

  /** Most requests that were open on one app and mailbox at the same time. */
  get peakPerMailbox(): number {
    return this.#peak;
  }

  reset(): void {
    this.#mailboxCounts.clear();
    this.#appCounts.clear();
    this.#peak = 0;
  }

  /** Counts one request of an app. Throws 429 `TooManyRequests` over the global limit. */
  countForApp(appId: string): void {
    const limit = this.world.switches.globalRequests;
    if (limit === undefined) return;
    const now = this.world.clock.now();
    const count = entryOf(this.#appCounts, appId, () => new SlidingCount(GLOBAL_WINDOW_MS));
    if (count.add(now) > limit) {
      throw this.#tooMany("TooManyRequests", "Please retry again later.", count.secondsLeft(now));
    }
  }

  /** Takes a place for a request to a mailbox; call what it returns when the request ends. Throws 429 when full. */
  enter(appId: string, mailboxId: string): () => void {
    const { mailboxConcurrency, mailboxRequests, concurrencyRetryAfterSeconds } = this.world.switches;
    const key = `${appId}|${mailboxId}`;
    const now = this.world.clock.now();
    const count = entryOf(this.#mailboxCounts, key, () => new SlidingCount(MAILBOX_WINDOW_MS));
    const total = count.add(now);
    if (mailboxRequests !== undefined && total > mailboxRequests)
      throw this.#throttled("RequestRate", count.secondsLeft(now));
    const open = this.#open.get(key) ?? 0;
    if (mailboxConcurrency !== undefined && open >= mailboxConcurrency) {
      throw this.#throttled("MailboxConcurrency", concurrencyRetryAfterSeconds);
    }
    this.#open.set(key, open + 1);
    this.#peak = Math.max(this.#peak, open + 1);
    return () => {
      const left = (this.#open.get(key) ?? 1) - 1;
      if (left > 0) this.#open.set(key, left);
      else this.#open.delete(key);
    };
  }

  #throttled(limit: string, seconds: number): GraphFailure {
    return this.#tooMany("ApplicationThrottled", `Application is over its ${limit} limit.`, seconds);
  }

  #tooMany(code: string, message: string, seconds: number): GraphFailure {
    const value = this.world.switches.decimalRetryAfter ? (seconds + 0.128).toFixed(3) : String(Math.ceil(seconds));
    return new GraphFailure(429, code, message, { "Retry-After": value });
  }
}

function entryOf<V>(map: Map<string, V>, key: string, make: () => V): V {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
