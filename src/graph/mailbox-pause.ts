import { backoffMs, jitterMs } from "./retry.js";

/** What an attempt told of its mailbox. */
export type Verdict =
  /** Graph answered, be it with an error of the request's own. */
  | "answered"
  /** Graph refused for the rate of requests: 429, 509. */
  | "refused"
  /** Graph refused because too many requests are open in the mailbox. */
  | "crowded"
  /** No answer, or one that blames Graph's own side. */
  | "failed"
  /** Nothing: the caller went away, or the request never left. */
  | "untold";

/**
 * One mailbox's answer to refusals: it waits as long as Graph asked, then one request probes, and only its answer
 * opens the mailbox again. Other mailboxes know nothing of it.
 */
export class MailboxPause {
  #isClosed = false;
  #until = 0;
  #jitterMs = 0;
  #refusals = 0;
  #probe: object | undefined;

  /** True from a refusal until a probe was answered. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  get isProbeOut(): boolean {
    return this.#probe !== undefined;
  }

  /** What was added to the wait that Graph named. */
  get jitterMs(): number {
    return this.#jitterMs;
  }

  /** Milliseconds until the pause is over; 0 when it is, or when there is none. */
  waitMs(now: number): number {
    return this.#isClosed ? Math.max(0, this.#until - now) : 0;
  }

  /** Names the one request that now finds out whether the mailbox answers again. */
  probeWith(probe: object): void {
    this.#probe = probe;
  }

  /** Closes the mailbox for `askedMs`, or for a growing wait of our own when Graph named none. `random` is in [0, 1). */
  refuse(now: number, askedMs: number | undefined, random: number): void {
    // Requests that were out together are refused together: that is one refusal.
    if (!this.#isClosed || now >= this.#until) this.#refusals++;
    this.#isClosed = true;
    const addedMs = askedMs === undefined ? 0 : jitterMs(askedMs, random);
    const until = now + (askedMs === undefined ? backoffMs(this.#refusals, random) : askedMs + addedMs);
    if (until <= this.#until) return;
    this.#until = until;
    this.#jitterMs = addedMs;
  }

  /** A request has come to its end, whichever way. Only the probe can open the mailbox. */
  ended(request: object, verdict: Verdict): void {
    if (request !== this.#probe) return;
    this.#probe = undefined;
    if (verdict !== "answered") return;
    this.#isClosed = false;
    this.#refusals = 0;
    this.#jitterMs = 0;
  }
}
