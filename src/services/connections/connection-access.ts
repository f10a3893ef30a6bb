import type { AppCredential, AppToken } from "../../auth/app-token.js";
import type { AppTokenSource } from "../../auth/app-token-source.js";
import type { CredentialVault } from "../../auth/credential-vault.js";
import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import type { GraphConnection } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import { cloudEndpoints, type EmulatorUrls } from "../../lib/clouds.js";

export interface ConnectionAccessDeps {
  readonly vault: CredentialVault;
  readonly tokens: AppTokenSource;
  readonly emulator: EmulatorUrls;
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

  /** A token alone. @throws AppError CONNECTION_UNUSABLE, or IdentityError when Entra refuses. */
  async token(row: ConnectionRow, call: Call, options: { readonly fresh: boolean }): Promise<AppToken> {
    return this.deps.tokens.tokenFor(this.#credentialOf(row), call, options);
  }

  #credentialOf(row: ConnectionRow): AppCredential {
    const endpoints = cloudEndpoints(row.cloud, this.deps.emulator);
    if (row.state === "DISABLED") throw unusable("This connection is switched off. Switch it on to use it.");
    if (row.access === "DELEGATED") {
      throw unusable(
        "Nobody has signed in to this connection yet: connections by sign-in cannot be used in this version.",
      );
    }
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
