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

  /** @throws AppError CONNECTION_UNUSABLE that says what is missing. */
  open(row: ConnectionRow): GraphConnection {
    const endpoints = cloudEndpoints(row.cloud, this.deps.emulator);
    if (row.state === "DISABLED") throw unusable("This connection is switched off. Switch it on to use it.");
    if (row.access === "DELEGATED") {
      throw unusable(
        "Nobody has signed in to this connection yet: connections by sign-in cannot be used in this version.",
      );
    }
    if (row.credentialSealed === null) throw unusable("This connection has no client secret. Enter one.");
    if (endpoints === undefined)
      throw unusable("This connection is for the tenant emulator, which this gateway has not.");
    const secret = this.deps.vault.open(row);
    const credential = {
      connectionId: row.id,
      endpoints,
      isEmulator: row.cloud === "EMULATOR",
      tenantId: row.tenantId,
      clientId: row.clientId,
      secret,
      version: row.credentialVersion,
    };
    return {
      id: row.id,
      graphUrl: endpoints.graphUrl,
      accessToken: async (call: Call, options?: { readonly fresh?: boolean }) =>
        (await this.deps.tokens.tokenFor(credential, call, options)).accessToken,
    };
  }
}

function unusable(message: string): AppError {
  return new AppError("CONNECTION_UNUSABLE", message);
}
