import type { ConnectionConfig } from "../entities/connection-config.entity.js";
import { AppError } from "../lib/app-error.js";
import type { Clock } from "../lib/clock.js";
import { keyIdOf, type SealedBox, SealedBoxError } from "../lib/sealed-box.js";
import { Secret } from "../lib/secret.js";
import type { Database, Repositories } from "../store/database.js";

/** As many characters as Entra itself shows of a secret. */
const HINT_LENGTH = 3;
const RESEAL_PAGE = 100;

/** What a round of resealing did. */
export interface ResealReport {
  readonly resealed: number;
  /** Ids of connections whose credential no configured key opens: it must be entered again, or its key put back. */
  readonly unreadable: readonly string[];
}

/** Keeps the client secrets of connections: write-only for callers, encrypted at rest, each bound to its own row. */
export class CredentialVault {
  readonly #db: Database;
  readonly #box: SealedBox;
  readonly #clock: Clock;

  constructor(deps: { readonly db: Database; readonly box: SealedBox; readonly clock: Clock }) {
    this.#db = deps.db;
    this.#box = deps.box;
    this.#clock = deps.clock;
  }

  /**
   * Replaces the connection's client secret. Give the repositories of an open transaction to make it part of one.
   * @returns the changed row; null when the given version is not there any more.
   */
  setSecret(
    connection: ConnectionConfig,
    secret: Secret,
    expiresAt: Date | null,
    repositories: Repositories = this.#db,
  ): Promise<ConnectionConfig | null> {
    const text = secret.reveal();
    return repositories.connections.setCredential(connection, {
      credentialKind: "CLIENT_SECRET",
      credentialSealed: this.#box.seal(text, contextOf(connection)),
      credentialHint: text.slice(0, HINT_LENGTH),
      credentialSetAt: new Date(this.#clock.now()),
      credentialExpiresAt: expiresAt,
    });
  }

  /** Removes the credential, which raises its version as well. Null when the given version is not there any more. */
  clear(connection: ConnectionConfig, repositories: Repositories = this.#db): Promise<ConnectionConfig | null> {
    return repositories.connections.setCredential(connection, {
      credentialKind: null,
      credentialSealed: null,
      credentialHint: null,
      credentialSetAt: null,
      credentialExpiresAt: null,
    });
  }

  /**
   * The connection's client secret; null when it has none.
   * @throws AppError CONNECTION_UNUSABLE when no configured key opens it.
   */
  secretOf(connection: ConnectionConfig): Secret | null {
    if (connection.credentialSealed === null) return null;
    try {
      return new Secret(this.#box.open(connection.credentialSealed, contextOf(connection)));
    } catch (error) {
      if (!(error instanceof SealedBoxError)) throw error;
      throw new AppError(
        "CONNECTION_UNUSABLE",
        "The stored client secret of this connection cannot be opened with the configured sealing keys. " +
          "Enter the client secret again, or configure the key it was sealed with.",
        {},
        { cause: error },
      );
    }
  }

  /**
   * Seals anew, under the first key, what was sealed under another, so that an old key can be taken out of the
   * configuration. All or nothing, and nothing to do the second time.
   */
  reseal(): Promise<ResealReport> {
    return this.#db.transaction(async ({ connections }) => {
      const unreadable: string[] = [];
      let resealed = 0;
      const filter = { organizationId: null, hasCredential: true } as const;
      let page = await connections.page({ first: RESEAL_PAGE, filter });
      for (;;) {
        for (const row of page.rows) {
          const envelope = this.#resealed(row);
          if (envelope === "unreadable") unreadable.push(row.id);
          else if (envelope !== null && (await connections.replaceEnvelope(row, envelope.text)) !== null) resealed++;
        }
        const last = page.rows.at(-1);
        if (!page.hasNextPage || !last) return { resealed, unreadable };
        page = await connections.page({ first: RESEAL_PAGE, after: last.id, filter });
      }
    });
  }

  /** The envelope under the first key; null when it is under that key already. */
  #resealed(row: ConnectionConfig): { readonly text: string } | "unreadable" | null {
    if (row.credentialSealed === null) return null;
    try {
      if (keyIdOf(row.credentialSealed) === this.#box.sealingKeyId) return null;
      const context = contextOf(row);
      return { text: this.#box.seal(this.#box.open(row.credentialSealed, context), context) };
    } catch (error) {
      if (error instanceof SealedBoxError) return "unreadable";
      throw error;
    }
  }
}

/** Binds an envelope to its place: one that was copied to another row or organization does not open. */
function contextOf(row: Pick<ConnectionConfig, "id" | "organizationId">): string {
  return ["connection_config", "credential_sealed", row.id, row.organizationId].join("|");
}
