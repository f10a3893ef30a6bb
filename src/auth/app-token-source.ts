import type { Call } from "../lib/call.js";
import type { Clock } from "../lib/clock.js";
import type { AppCredential, AppToken } from "./app-token.js";
import { AppTokenClient } from "./app-token-client.js";
import { IdentityError } from "./identity-error.js";

/** Entra may take seconds; beyond this an administrator thinks that the gateway hangs. */
const TIMEOUT_MS = 10_000;
const MAX_CONNECTIONS = 1_000;
/** MSAL treats a token as used up five minutes before its end, and so do we. */
const RENEWAL_MS = 300_000;

/** All that is held for one connection. */
interface Held {
  readonly identity: string;
  client: AppTokenClient;
  last?: { readonly token: AppToken; readonly renewAt: number };
  /** The request under way, and the one that must not answer from a cache. */
  flight?: Promise<AppToken> | undefined;
  freshFlight?: Promise<AppToken> | undefined;
  /** Entra asked for silence until then. */
  refused?: { readonly until: number; readonly error: IdentityError } | undefined;
}

/**
 * App-only tokens for Graph, by the client credentials flow. However many callers wait for a connection's token, one
 * request is made: MSAL does not merge them, and Entra punishes repetition (AADSTS50196).
 */
export class AppTokenSource {
  readonly #clock: Clock;
  readonly #timeoutMs: number;
  readonly #maxConnections: number;
  /** In the order of last use, oldest first. */
  readonly #held = new Map<string, Held>();

  constructor(options: { readonly clock: Clock; readonly timeoutMs?: number; readonly maxConnections?: number }) {
    this.#clock = options.clock;
    this.#timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
    this.#maxConnections = options.maxConnections ?? MAX_CONNECTIONS;
  }

  /**
   * A token that Entra will accept for some time yet. `fresh` asks Entra whatever is remembered, for a connection test
   * and after Graph refused a token; a wait that Entra asked for is obeyed all the same.
   * @throws IdentityError, or the signal's reason when the caller's signal aborts; the request goes on for the others.
   */
  async tokenFor(credential: AppCredential, call: Call, options: { readonly fresh?: boolean } = {}): Promise<AppToken> {
    call.signal.throwIfAborted();
    const held = this.#holdFor(credential);
    const fresh = options.fresh === true;
    if (!fresh && held.last && this.#clock.now() < held.last.renewAt) return held.last.token;
    return abortable(fresh ? this.#freshFlight(held, credential, call) : this.#flight(held, call), call.signal);
  }

  /**
   * A token for a credential that is not in use yet, asked from Entra itself. Nothing of it is kept, and nothing that is
   * held for the connection changes.
   * @throws IdentityError
   */
  async tryOut(credential: AppCredential, call: Call): Promise<AppToken> {
    call.signal.throwIfAborted();
    const trial = this.#newClient(credential).acquire(call, true);
    return (await abortable(trial, call.signal)).token;
  }

  /** Drops what is held for a connection that was deleted or disabled. */
  forget(connectionId: string): void {
    this.#held.delete(connectionId);
  }

  #flight(held: Held, call: Call): Promise<AppToken> {
    // A fresh token is the best one there is: it serves those who would take an older one too.
    const running = held.freshFlight ?? held.flight;
    if (running !== undefined) return running;
    const flight = this.#acquire(held, held.client, call, false).finally(() => {
      held.flight = undefined;
    });
    held.flight = flight;
    return flight;
  }

  #freshFlight(held: Held, credential: AppCredential, call: Call): Promise<AppToken> {
    if (held.freshFlight !== undefined) return held.freshFlight;
    // A new client: the old one may still hold back requests that it was throttled for.
    const client = this.#newClient(credential);
    const flight = this.#acquire(held, client, call, true)
      .then((token) => {
        held.client = client;
        return token;
      })
      .finally(() => {
        held.freshFlight = undefined;
      });
    held.freshFlight = flight;
    return flight;
  }

  async #acquire(held: Held, client: AppTokenClient, call: Call, fresh: boolean): Promise<AppToken> {
    try {
      this.#refuseWhileTold(held);
      const { token, refreshAt } = await client.acquire(call, fresh);
      held.last = { token, renewAt: Math.min(token.expiresAt - RENEWAL_MS, refreshAt ?? Number.POSITIVE_INFINITY) };
      held.refused = undefined;
      return token;
    } catch (error) {
      if (!(error instanceof IdentityError)) throw error;
      this.#obeyWait(held, error);
      const mayLast = error.kind === "unavailable" || error.kind === "throttled";
      if (!fresh && mayLast && held.last && this.#clock.now() < held.last.token.expiresAt) return held.last.token;
      throw error;
    }
  }

  #obeyWait(held: Held, error: IdentityError): void {
    const { retryAfterMs } = error.facts;
    if (retryAfterMs === undefined || held.refused) return;
    held.refused = { until: this.#clock.now() + retryAfterMs, error };
  }

  #refuseWhileTold(held: Held): void {
    if (!held.refused) return;
    const retryAfterMs = held.refused.until - this.#clock.now();
    if (retryAfterMs > 0) throw new IdentityError({ ...held.refused.error.facts, retryAfterMs });
    held.refused = undefined;
  }

  #holdFor(credential: AppCredential): Held {
    const { connectionId } = credential;
    const identity = identityOf(credential);
    const known = this.#held.get(connectionId);
    const held = known?.identity === identity ? known : { identity, client: this.#newClient(credential) };
    // Set again at the end, so that the first one is the one unused for longest.
    this.#held.delete(connectionId);
    this.#held.set(connectionId, held);
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= this.#maxConnections) break;
      this.#held.delete(oldest);
    }
    return held;
  }

  #newClient(credential: AppCredential): AppTokenClient {
    return new AppTokenClient(credential, { clock: this.#clock, timeoutMs: this.#timeoutMs });
  }
}

/** What must be equal for a token to serve: the secret's version stands for the secret. */
function identityOf(credential: AppCredential): string {
  const { version, tenantId, clientId, endpoints } = credential;
  return JSON.stringify([version, tenantId, clientId, endpoints.loginUrl, endpoints.graphScope]);
}

/** The promise's result, or the signal's reason as soon as it aborts; the work behind the promise goes on. */
function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
