import type { MailboxGrant } from "../entities/mailbox-grant.entity.js";
import { abortable } from "../lib/abortable.js";
import type { Call } from "../lib/call.js";
import type { Clock } from "../lib/clock.js";
import type { Secret } from "../lib/secret.js";
import { sleep as realSleep, type Sleep } from "../lib/sleep.js";
import type { Database } from "../store/database.js";
import type { AppCredential } from "./app-token.js";
import type { DelegatedClient, DelegatedToken } from "./delegated-client.js";
import type { GrantVault } from "./grant-vault.js";
import { IdentityError } from "./identity-error.js";

/** As MSAL does it: a token counts as used up five minutes before its end. */
const RENEWAL_MS = 300_000;
/** Longer than a token request may take, so that a lease ends by itself only when its process died. */
const LEASE_MS = 15_000;
const LEASE_PAUSE_MS = 100;
const MAX_MAILBOXES = 5_000;

interface Held {
  readonly grantId: string;
  token?: DelegatedToken;
  flight?: Promise<DelegatedToken> | undefined;
  freshFlight?: Promise<DelegatedToken> | undefined;
}

export interface DelegatedTokenSourceOptions {
  readonly db: Pick<Database, "mailboxGrants">;
  readonly vault: GrantVault;
  readonly clock: Clock;
  readonly client: Pick<DelegatedClient, "renew">;
  readonly sleep?: Sleep;
}

/** There is no sign-in to renew from: none yet, one that was withdrawn, or one that ended. */
export class NoGrantError extends Error {
  override readonly name = "NoGrantError";

  constructor(
    /** Microsoft's code where an earlier sign-in ended; null where there is none. */
    readonly stateCode: string | null,
  ) {
    super("The owner of this mailbox must sign in.");
  }
}

/**
 * Tokens of people who signed in, one partition a mailbox. However many callers wait, this process asks once, and a
 * lease in the store keeps other processes from asking at the same time: each renewal replaces the refresh token, and
 * the slower of two would store the older one.
 */
export class DelegatedTokenSource {
  readonly #options: DelegatedTokenSourceOptions;
  readonly #client: Pick<DelegatedClient, "renew">;
  readonly #sleep: Sleep;
  /** By mailbox, in the order of last use, oldest first. */
  readonly #held = new Map<string, Held>();

  constructor(options: DelegatedTokenSourceOptions) {
    this.#options = options;
    this.#client = options.client;
    this.#sleep = options.sleep ?? realSleep;
  }

  /**
   * A token for the mailbox of this grant. `fresh` asks Entra whatever is remembered.
   * @throws NoGrantError, IdentityError, or the signal's reason when the caller gives up; the request goes on for others.
   */
  async tokenFor(
    grant: Pick<MailboxGrant, "id" | "mailboxId">,
    credential: AppCredential,
    call: Call,
    options: { readonly fresh?: boolean } = {},
  ): Promise<Secret> {
    call.signal.throwIfAborted();
    const held = this.#holdFor(grant);
    const { token } = held;
    if (options.fresh !== true && token && this.#now() < token.expiresAt - RENEWAL_MS) return token.accessToken;
    const flight = options.fresh === true ? this.#fresh(held, credential, call) : this.#next(held, credential, call);
    return (await abortable(flight, call.signal)).accessToken;
  }

  /** Drops what is held in memory for a mailbox, after its sign-in was withdrawn or replaced. */
  forget(mailboxId: string): void {
    this.#held.delete(mailboxId);
  }

  #next(held: Held, credential: AppCredential, call: Call): Promise<DelegatedToken> {
    const running = held.freshFlight ?? held.flight;
    if (running !== undefined) return running;
    const flight = this.#renew(held, credential, call, false).finally(() => {
      held.flight = undefined;
    });
    held.flight = flight;
    return flight;
  }

  #fresh(held: Held, credential: AppCredential, call: Call): Promise<DelegatedToken> {
    if (held.freshFlight !== undefined) return held.freshFlight;
    const flight = this.#renew(held, credential, call, true).finally(() => {
      held.freshFlight = undefined;
    });
    held.freshFlight = flight;
    return flight;
  }

  async #renew(held: Held, credential: AppCredential, call: Call, fresh: boolean): Promise<DelegatedToken> {
    const row = await this.#lease(held.grantId);
    try {
      const { homeAccountId, scopes, tenantId } = row;
      const stored = { cache: this.#options.vault.cacheOf(row), homeAccountId, scopes };
      const { token, cache } = await this.#client.renew(
        // The account's own tenant, whichever authority it signed in at.
        { ...credential, tenantId },
        stored,
        { fresh },
        // The request serves all who wait, so it must not end with the one who came first.
        { ...call, signal: new AbortController().signal, meter: call.meter },
      );
      await this.#store(row, cache);
      held.token = token;
      return token;
    } catch (error) {
      await this.#options.db.mailboxGrants.release(row);
      const { token } = held;
      const mayLast = error instanceof IdentityError && (error.kind === "unavailable" || error.kind === "throttled");
      if (!fresh && mayLast && token && this.#now() < token.expiresAt) return token;
      throw error;
    }
  }

  /** Waits for its turn, but not for a process that died. */
  async #lease(grantId: string): Promise<MailboxGrant> {
    const { mailboxGrants } = this.#options.db;
    const giveUpAt = this.#now() + 2 * LEASE_MS;
    for (;;) {
      const leased = await mailboxGrants.lease(grantId, LEASE_MS);
      if (leased?.state === "ACTIVE") return leased;
      const row = leased ?? (await mailboxGrants.byId(grantId));
      if (row === null) throw new NoGrantError(null);
      if (row.state === "NEEDS_RECONNECT") throw new NoGrantError(row.stateCode);
      if (this.#now() >= giveUpAt) throw new IdentityError({ kind: "unavailable" });
      await this.#sleep(LEASE_PAUSE_MS);
    }
  }

  async #store(row: MailboxGrant, cache: Secret | null): Promise<void> {
    const { db, vault } = this.#options;
    if (cache === null) await db.mailboxGrants.release(row);
    // A newer sign-in has its own tokens by now, or the mailbox was disconnected: then these are worth nothing.
    else if ((await db.mailboxGrants.renewed(row, vault.sealCache(row, cache))) === null) throw new NoGrantError(null);
  }

  #holdFor({ id, mailboxId }: Pick<MailboxGrant, "id" | "mailboxId">): Held {
    const known = this.#held.get(mailboxId);
    const held: Held = known?.grantId === id ? known : { grantId: id };
    // Set again at the end, so that the first one is the one unused for longest.
    this.#held.delete(mailboxId);
    this.#held.set(mailboxId, held);
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= MAX_MAILBOXES) break;
      this.#held.delete(oldest);
    }
    return held;
  }

  #now(): number {
    return this.#options.clock.now();
  }
}
