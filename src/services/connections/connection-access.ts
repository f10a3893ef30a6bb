import type { AppCredential, AppToken } from "../../auth/app-token.js";
import type { AppTokenSource } from "../../auth/app-token-source.js";
import type { CredentialVault } from "../../auth/credential-vault.js";
import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import type { Mailbox as MailboxRow } from "../../entities/mailbox.entity.js";
import type { MailboxGrant } from "../../entities/mailbox-grant.entity.js";
import type { GraphConnection } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import { cloudEndpoints, type EmulatorUrls } from "../../lib/clouds.js";
import type { GrantKeeper } from "../authorization/grant-keeper.js";

export interface ConnectionAccessDeps {
  readonly vault: CredentialVault;
  readonly tokens: AppTokenSource;
  readonly emulator: EmulatorUrls;
  readonly keeper: GrantKeeper;
}

/** Opens a stored connection: its way to Graph with a token of its own. */
export class ConnectionAccess {
  constructor(private readonly deps: ConnectionAccessDeps) {}

  /**
   * The way to Graph, with a token for every request.
   *
   * @throws AppError CONNECTION_UNUSABLE that says what is missing.
   */
  open(row: ConnectionRow): GraphConnection {
    const credential = this.#credentialOf(row);
    return {
      id: row.id,
      // What one credential may read says nothing about another: a read under way is never shared between them.
      identity: String(row.credentialVersion),
      graphUrl: credential.endpoints.graphUrl,
      accessToken: async (call, options) =>
        (await this.deps.tokens.tokenFor(credential, call, options)).accessToken.reveal(),
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

  /** How the application proves itself when people sign in at that authority. @throws AppError CONNECTION_UNUSABLE. */
  async signInCredential(row: ConnectionRow, authority: string): Promise<AppCredential> {
    return { ...this.#anyCredentialOf(row), tenantId: authority };
  }

  /** A token alone. @throws AppError CONNECTION_UNUSABLE, or IdentityError when Entra refuses. */
  async token(row: ConnectionRow, call: Call, options: { readonly fresh: boolean }): Promise<AppToken> {
    return this.deps.tokens.tokenFor(this.#credentialOf(row), call, options);
  }

  #credentialOf(row: ConnectionRow): AppCredential {
    if (row.access === "DELEGATED" && row.state !== "DISABLED") {
      throw unusable("This connection has no permission of its own: each of its mailboxes is reached by a sign-in.");
    }
    return this.#anyCredentialOf(row);
  }

  #anyCredentialOf(row: ConnectionRow): AppCredential {
    const endpoints = cloudEndpoints(row.cloud, this.deps.emulator);
    if (row.state === "DISABLED") throw unusable("This connection is switched off. Switch it on to use it.");
    if (endpoints === undefined)
      throw unusable("This connection is for the tenant emulator, which this gateway has not.");
    const secret = this.deps.vault.secretOf(row);
    if (secret === null) throw unusable("This connection has no client secret. Enter one.");
    return {
      connectionId: row.id,
      endpoints,
      isEmulator: row.cloud === "EMULATOR",
      tenantId: row.tenantId,
      clientId: row.clientId,
      secret,
      version: row.credentialVersion,
    };
  }
}

function unusable(message: string): AppError {
  return new AppError("CONNECTION_UNUSABLE", message);
}
