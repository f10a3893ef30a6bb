import { abortable } from "../lib/abortable.js";
import type { Call } from "../lib/call.js";
import type { Clock } from "../lib/clock.js";
import { type Logger, silentLogger } from "../lib/logger.js";
import { backgroundSleep, type Sleep } from "../lib/sleep.js";
import type { AppCredential, AppToken } from "./app-token.js";
import { AppTokenClient } from "./app-token-client.js";
import { ConnectionToken } from "./connection-token.js";

/** Entra may take seconds; beyond this an administrator thinks that the gateway hangs. */
const TIMEOUT_MS = 10_000;
const MAX_CONNECTIONS = 1_000;

export interface AppTokenSourceOptions {
  readonly clock: Clock;
  /** For the alarms of renewals; the default does not keep the process alive. */
  readonly sleep?: Sleep;
  /** Numbers in [0, 1) for jitter; default `Math.random`. */
  readonly random?: () => number;
  readonly log?: Logger;
  readonly timeoutMs?: number;
  readonly maxConnections?: number;
  /** What carries the requests to Entra; default the global `fetch`. */
  readonly fetch?: typeof fetch;
}

interface Held {
  readonly identity: string;
  readonly token: ConnectionToken;
}

/**
 * App-only tokens for Graph, by the client credentials flow. However many callers wait for a connection's token, one
 * request is made: MSAL does not merge them, and Entra punishes repetition (AADSTS50196). Tokens are renewed in the
 * background ahead of their end, so that after the first one no request waits for Entra.
 */
export class AppTokenSource {
  /** In the order of last use, oldest first. */
  readonly #held = new Map<string, Held>();

  constructor(private readonly options: AppTokenSourceOptions) {}

  /**
   * A token that Entra will accept for some time yet. `fresh` asks Entra whatever is remembered, for a connection test
   * and after Graph refused a token; a wait that Entra asked for is obeyed all the same.
   * @throws IdentityError, or the signal's reason when the caller's signal aborts; the request goes on for the others.
   */
  async tokenFor(credential: AppCredential, call: Call, options: { readonly fresh?: boolean } = {}): Promise<AppToken> {
    call.signal.throwIfAborted();
    const { token } = this.#holdFor(credential);
    return options.fresh === true ? token.getFresh(call) : token.get(call);
  }

  /**
   * A token for a credential that is not in use yet, asked from Entra itself. Nothing of it is kept, and nothing that is
   * held for the connection changes.
   * @throws IdentityError
   */
  async tryOut(credential: AppCredential, call: Call): Promise<AppToken> {
    call.signal.throwIfAborted();
    const trial = this.#clientsOf(credential)().acquire(call);
    return (await abortable(trial, call.signal)).token;
  }

  /** Permissions that the token held for a connection shows; null where none is held. Asks nobody. */
  rolesShown(connectionId: string): readonly string[] | null {
    return this.#held.get(connectionId)?.token.held?.roles ?? null;
  }

  /** Drops what is held for a connection that was deleted or disabled. */
  forget(connectionId: string): void {
    this.#held.get(connectionId)?.token.close();
    this.#held.delete(connectionId);
  }

  /** Stops all renewals. */
  close(): void {
    for (const connectionId of [...this.#held.keys()]) this.forget(connectionId);
  }

  #holdFor(credential: AppCredential): Held {
    const { connectionId } = credential;
    const identity = identityOf(credential);
    const known = this.#held.get(connectionId);
    const held = known?.identity === identity ? known : { identity, token: this.#newToken(credential) };
    if (known !== held) known?.token.close();
    // Set again at the end, so that the first one is the one unused for longest.
    this.#held.delete(connectionId);
    this.#held.set(connectionId, held);
    for (const oldest of [...this.#held.keys()]) {
      if (this.#held.size <= (this.options.maxConnections ?? MAX_CONNECTIONS)) break;
      this.forget(oldest);
    }
    return held;
  }

  #clientsOf(credential: AppCredential): () => AppTokenClient {
    const { clock, timeoutMs = TIMEOUT_MS, fetch } = this.options;
    return () => new AppTokenClient(credential, { clock, timeoutMs, fetch });
  }

  #newToken(credential: AppCredential): ConnectionToken {
    const { clock, sleep = backgroundSleep, random = Math.random, log = silentLogger } = this.options;
    const newClient = this.#clientsOf(credential);
    return new ConnectionToken(credential.connectionId, newClient(), newClient, { clock, sleep, random, log });
  }
}

/** What must be equal for a token to serve: the secret's version stands for the secret. */
function identityOf(credential: AppCredential): string {
  const { version, tenantId, clientId, endpoints } = credential;
  return JSON.stringify([version, tenantId, clientId, endpoints.loginUrl, endpoints.graphScope]);
}
