import { abortable } from "../lib/abortable.js";
import { type Call, newMeter } from "../lib/call.js";
import type { Clock } from "../lib/clock.js";
import { newRequestId } from "../lib/ids.js";
import type { Logger } from "../lib/logger.js";
import type { Sleep } from "../lib/sleep.js";
import type { AppToken } from "./app-token.js";
import type { AcquiredToken } from "./app-token-client.js";
import { IdentityError } from "./identity-error.js";
import { plannedRenewal, renewalDelayMs, type TokenTimes, tokenTimes } from "./token-renewal.js";

/** Asks for a token each time. */
export interface TokenClient {
  acquire(call: Call): Promise<AcquiredToken>;
}

export interface ConnectionTokenOptions {
  readonly clock: Clock;
  /** For the alarm of the next renewal. */
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly log: Logger;
}

/** A token is renewed unasked while somebody has used it within this time: a night's pause costs nobody a wait. */
const USED_WITHIN_MS = 86_400_000;
/** Timers of Node hold no more; an alarm that wakes too early is set again. */
const LONGEST_SLEEP_MS = 2 ** 31 - 1;

/**
 * The token of one credential. However many ask for it, one request is under way; and once there is a token, that
 * request is made ahead of the token's end, while the token goes on serving.
 */
export class ConnectionToken {
  #last: { readonly token: AppToken; readonly times: TokenTimes } | undefined;
  /** The request under way, and the one that was asked for by somebody who will not have an older token. */
  #flight: Promise<AppToken> | undefined;
  #freshFlight: Promise<AppToken> | undefined;
  /** Entra asked for silence until then. */
  #refused: { readonly until: number; readonly error: IdentityError } | undefined;
  /** Failed renewals in a row, and when the next may be tried. */
  #failures = 0;
  #renewalFrom = 0;
  #usedAt = 0;
  #alarm: AbortController | undefined;
  readonly #closed = new AbortController();

  constructor(
    private readonly connectionId: string,
    private client: TokenClient,
    private readonly newClient: () => TokenClient,
    private readonly options: ConnectionTokenOptions,
  ) {}

  /** The last token that there was, good or not. */
  get held(): AppToken | undefined {
    return this.#last?.token;
  }

  /** @throws IdentityError, or the signal's reason; the request goes on for the others. */
  async get(call: Call): Promise<AppToken> {
    const now = this.options.clock.now();
    this.#usedAt = now;
    const last = this.#last;
    if (last && now < last.times.usableUntil) {
      if (now >= last.times.renewAt) this.#renew();
      return last.token;
    }
    try {
      return await abortable(this.#freshFlight ?? this.#fly(call), call.signal);
    } catch (error) {
      if (last && mayPass(error) && this.options.clock.now() < last.token.expiresAt) return last.token;
      throw error;
    }
  }

  /** A token that was not there before. @throws like `get`. */
  async getFresh(call: Call): Promise<AppToken> {
    this.#usedAt = this.options.clock.now();
    if (this.#freshFlight === undefined) {
      // A new client: the old one may still hold back requests that it was throttled for.
      const client = this.newClient();
      this.#freshFlight = this.#acquire(client, call)
        .then((token) => {
          this.client = client;
          return token;
        })
        .finally(() => {
          this.#freshFlight = undefined;
        });
    }
    return abortable(this.#freshFlight, call.signal);
  }

  /** Renews no more. */
  close(): void {
    this.#closed.abort(new Error("The token is not needed any more."));
    this.#alarm?.abort();
  }

  #fly(call: Call): Promise<AppToken> {
    this.#flight ??= this.#acquire(this.client, call).finally(() => {
      this.#flight = undefined;
    });
    return this.#flight;
  }

  async #acquire(client: TokenClient, call: Call): Promise<AppToken> {
    this.#refuseWhileTold();
    try {
      const { token, refreshAt } = await client.acquire(call);
      const now = this.options.clock.now();
      const times = tokenTimes({ expiresAt: token.expiresAt, refreshAt }, now);
      this.#last = { token, times };
      this.#refused = undefined;
      this.#failures = 0;
      this.#renewalFrom = 0;
      this.#wakeAt(plannedRenewal(times, now, this.options.random()));
      return token;
    } catch (error) {
      if (error instanceof IdentityError) this.#obeyWait(error);
      throw error;
    }
  }

  /** In the background: whoever has just asked has a token already. */
  #renew(): void {
    const now = this.options.clock.now();
    if (this.#flight || this.#freshFlight || now < this.#renewalFrom || this.#closed.signal.aborted) return;
    const call: Call = { signal: this.#closed.signal, requestId: newRequestId(), traceparent: "", meter: newMeter() };
    this.#fly(call).catch((error: unknown) => this.#renewalFailed(error));
  }

  #renewalFailed(error: unknown): void {
    if (this.#closed.signal.aborted) return;
    const { clock, random, log } = this.options;
    const known = error instanceof IdentityError ? error : undefined;
    this.#failures++;
    const delayMs = renewalDelayMs(known, this.#failures, random());
    this.#renewalFrom = clock.now() + delayMs;
    const { kind, aadsts } = { kind: known?.kind, aadsts: known?.facts.aadsts };
    const validMs = (this.#last?.token.expiresAt ?? 0) - clock.now();
    log.warn({ connection: this.connectionId, kind, aadsts, validMs, delayMs }, "token renewal failed");
    this.#wakeAt(this.#renewalFrom);
  }

  #wakeAt(at: number): void {
    this.#alarm?.abort();
    if (this.#closed.signal.aborted) return;
    const { clock, sleep } = this.options;
    const alarm = new AbortController();
    this.#alarm = alarm;
    sleep(Math.min(LONGEST_SLEEP_MS, Math.max(0, at - clock.now())), alarm.signal).then(
      () => {
        const now = clock.now();
        if (alarm.signal.aborted || now - this.#usedAt >= USED_WITHIN_MS) return;
        if (now < at) this.#wakeAt(at);
        else this.#renew();
      },
      () => undefined,
    );
  }

  #obeyWait(error: IdentityError): void {
    const { retryAfterMs } = error.facts;
    if (retryAfterMs === undefined || this.#refused) return;
    this.#refused = { until: this.options.clock.now() + retryAfterMs, error };
  }

  #refuseWhileTold(): void {
    if (!this.#refused) return;
    const retryAfterMs = this.#refused.until - this.options.clock.now();
    if (retryAfterMs > 0) throw new IdentityError({ ...this.#refused.error.facts, retryAfterMs });
    this.#refused = undefined;
  }
}

/** Whether the same request may succeed later without anybody's doing. */
function mayPass(error: unknown): boolean {
  return error instanceof IdentityError && (error.kind === "unavailable" || error.kind === "throttled");
}
