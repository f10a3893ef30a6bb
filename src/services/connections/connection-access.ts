import type { AppCredential, AppToken } from "../../auth/app-token.js";
import type { AppTokenSource } from "../../auth/app-token-source.js";
import type { CredentialProof } from "../../auth/credential-proof.js";
import type { CredentialVault } from "../../auth/credential-vault.js";
import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import type { Credential } from "../../entities/credential.entity.js";
import type { Mailbox as MailboxRow } from "../../entities/mailbox.entity.js";
import type { MailboxGrant } from "../../entities/mailbox-grant.entity.js";
import type { GraphConnection } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import type { Clock } from "../../lib/clock.js";
import { type CloudEndpoints, cloudEndpoints, type EmulatorUrls } from "../../lib/clouds.js";
import type { Logger } from "../../lib/logger.js";
import type { Database } from "../../store/database.js";
import type { GrantKeeper } from "../authorization/grant-keeper.js";
import { isRefusedAsExpired, LiveCredentials } from "./live-credentials.js";

export interface ConnectionAccessDeps {
  readonly db: Database;
  readonly vault: CredentialVault;
  readonly tokens: AppTokenSource;
  readonly emulator: EmulatorUrls;
  readonly clock: Clock;
  readonly log: Logger;
  readonly keeper: GrantKeeper;
}

/** A credential that may be used, opened when its turn comes. */
interface Usable {
  readonly credential: Credential;
  readonly opened: () => AppCredential;
}

/** Opens a stored connection: its way to Graph with a token of its own. */
export class ConnectionAccess {
  readonly #live: LiveCredentials;

  constructor(private readonly deps: ConnectionAccessDeps) {
    this.#live = new LiveCredentials(deps);
  }

  /**
   * The way to Graph, with a token for every request.
   *
   * @throws AppError CONNECTION_UNUSABLE that says what is missing.
   */
  async open(row: ConnectionRow): Promise<GraphConnection> {
    assertInUse(row);
    const endpoints = this.#endpointsOf(row);
    const usable = await this.#usableOf(row, endpoints);
    return {
      id: row.id,
      // What one credential may read says nothing about another: a read under way is never shared between them.
      identity: String(row.credentialVersion),
      graphUrl: endpoints.graphUrl,
      accessToken: async (call, options) => (await this.#tokenWith(row, usable, call, options)).accessToken.reveal(),
    };
  }

  /**
   * The way to Graph for one mailbox: with the application's own permission, or with its owner's sign-in.
   *
   * @throws AppError CONNECTION_UNUSABLE or CREDENTIAL_REFUSED that says what is missing.
   */
  async openMailbox(
    row: ConnectionRow,
    mailbox: MailboxRow,
    grant: MailboxGrant | undefined,
  ): Promise<GraphConnection> {
    if (row.access === "APPLICATION") return this.open(row);
    const { keeper } = this.deps;
    const usable = keeper.usable(grant);
    const credential = await this.signInCredential(row, usable.tenantId);
    return {
      id: row.id,
      identity: usable.id,
      ownUser: mailbox.graphUserId ?? mailbox.address,
      graphUrl: credential.endpoints.graphUrl,
      accessToken: (call, options) => keeper.token(usable, credential, call, options),
    };
  }

  /** The same for a mailbox whose sign-in, where it needs one, is not at hand. */
  async openFor(row: ConnectionRow, mailbox: MailboxRow): Promise<GraphConnection> {
    if (row.access === "APPLICATION") return this.open(row);
    return this.openMailbox(row, mailbox, (await this.deps.db.mailboxGrants.byMailbox(mailbox.id)) ?? undefined);
  }

  /** How the application proves itself when people sign in at that authority. @throws AppError CONNECTION_UNUSABLE. */
  async signInCredential(row: ConnectionRow, authority: string): Promise<AppCredential> {
    assertSwitchedOn(row);
    const [first] = await this.#usableOf(row, this.#endpointsOf(row));
    if (first === undefined) throw withoutCredential();
    return { ...first.opened(), tenantId: authority };
  }

  /** A token alone. @throws AppError CONNECTION_UNUSABLE, or IdentityError when Entra refuses. */
  async token(row: ConnectionRow, call: Call, options: { readonly fresh: boolean }): Promise<AppToken> {
    assertInUse(row);
    return this.#tokenWith(row, await this.#usableOf(row, this.#endpointsOf(row)), call, options);
  }

  /**
   * Asks Entra for a token with something that is not in use yet, past every cache and leaving none.
   * @throws AppError CONNECTION_UNUSABLE, or IdentityError when Entra refuses.
   */
  async tryOut(row: ConnectionRow, proof: CredentialProof, call: Call): Promise<AppToken> {
    return this.deps.tokens.tryOut(appCredential(row, this.#endpointsOf(row), proof, row.credentialVersion), call);
  }

  /** Only an expired credential gives way to another one: a refusal for any other reason is told. */
  async #tokenWith(
    row: ConnectionRow,
    usable: readonly Usable[],
    call: Call,
    options: { readonly fresh?: boolean } = {},
  ): Promise<AppToken> {
    const [first, second] = usable;
    if (first === undefined) throw withoutCredential();
    try {
      return await this.deps.tokens.tokenFor(first.opened(), call, options);
    } catch (error) {
      const isLast = second === undefined || second.credential.refusedAt !== null;
      if (isLast || !isRefusedAsExpired(error, first.credential, this.deps.clock.now())) throw error;
      await this.#live.noteRefused(row, first.credential);
      return this.#tokenWith(row, usable.slice(1), call, options);
    }
  }

  async #usableOf(row: ConnectionRow, endpoints: CloudEndpoints): Promise<readonly Usable[]> {
    const usable = (await this.#live.of(row)).map((credential): Usable => {
      let opened: AppCredential | undefined;
      return {
        credential,
        opened: () => {
          opened ??= appCredential(row, endpoints, this.deps.vault.proofOf(credential), credential.version);
          return opened;
        },
      };
    });
    if (usable[0] === undefined) throw withoutCredential();
    // Opened now, so that one that no key opens is told before anything is asked.
    usable[0].opened();
    return usable;
  }

  #endpointsOf(row: ConnectionRow): CloudEndpoints {
    const endpoints = cloudEndpoints(row.cloud, this.deps.emulator);
    if (endpoints === undefined)
      throw unusable("This connection is for the tenant emulator, which this gateway has not.");
    return endpoints;
  }
}

function assertInUse(row: ConnectionRow): void {
  assertSwitchedOn(row);
  if (row.access === "DELEGATED") {
    throw unusable("This connection has no permission of its own: each of its mailboxes is reached by a sign-in.");
  }
}

function assertSwitchedOn(row: ConnectionRow): void {
  if (row.state === "DISABLED") throw unusable("This connection is switched off. Switch it on to use it.");
}

function appCredential(
  row: ConnectionRow,
  endpoints: CloudEndpoints,
  proof: CredentialProof,
  version: number,
): AppCredential {
  const { id: connectionId, tenantId, clientId, cloud } = row;
  return { connectionId, endpoints, isEmulator: cloud === "EMULATOR", tenantId, clientId, proof, version };
}

function withoutCredential(): AppError {
  return unusable("This connection has no client secret or other credential. Add one.");
}

function unusable(message: string): AppError {
  return new AppError("CONNECTION_UNUSABLE", message);
}
