import type { ConnectionConfig } from "../entities/connection-config.entity.js";
import type { Credential, CredentialState } from "../entities/credential.entity.js";
import { AppError } from "../lib/app-error.js";
import type { Clock } from "../lib/clock.js";
import { newRowId } from "../lib/ids.js";
import { keyIdOf, type SealedBox, SealedBoxError } from "../lib/sealed-box.js";
import { Secret } from "../lib/secret.js";
import type { NewCredential } from "../store/credential.repository.js";
import type { Database, Repositories } from "../store/database.js";
import { certificateFacts } from "./certificates/client-certificate.js";
import type { CredentialMaterial } from "./credential-material.js";
import type { CredentialProof } from "./credential-proof.js";
import type { FederatedTokenFiles } from "./federated-token-files.js";

/** As many characters as Entra itself shows of a secret. */
const HINT_LENGTH = 3;
const LONGEST_HINT = 64;
const RESEAL_PAGE = 100;

/** What a round of resealing did. */
export interface ResealReport {
  readonly resealed: number;
  /** Ids of connections whose credential no configured key opens: it must be entered again, or its key put back. */
  readonly unreadable: readonly string[];
}

/** Keeps what connections prove themselves with: write-only for callers, encrypted at rest, each bound to its place. */
export class CredentialVault {
  readonly #db: Database;
  readonly #box: SealedBox;
  readonly #clock: Clock;
  readonly #files: FederatedTokenFiles;

  constructor(deps: {
    readonly db: Database;
    readonly box: SealedBox;
    readonly clock: Clock;
    readonly files: FederatedTokenFiles;
  }) {
    this.#db = deps.db;
    this.#box = deps.box;
    this.#clock = deps.clock;
    this.#files = deps.files;
  }

  /**
   * Puts a client secret in the place of the current credential, untried.
   * @returns the changed connection; null when the given version is not there any more.
   */
  setSecret(
    connection: ConnectionConfig,
    secret: Secret,
    expiresAt: Date | null,
    repositories?: Repositories,
  ): Promise<ConnectionConfig | null> {
    return this.#in(repositories, async (own) => {
      const raised = await own.connections.raiseCredentialVersion(connection);
      if (raised === null) return null;
      const all = await own.credentials.ofConnections([connection.id], connection.organizationId);
      for (const { id } of all.filter(({ state }) => state === "CURRENT")) await own.credentials.delete(id);
      await this.add(raised, { kind: "CLIENT_SECRET", secret, expiresAt }, "CURRENT", own);
      return raised;
    });
  }

  /** Removes every credential, which raises the version as well. Null when the given version is not there any more. */
  clear(connection: ConnectionConfig, repositories?: Repositories): Promise<ConnectionConfig | null> {
    return this.#in(repositories, async (own) => {
      const raised = await own.connections.raiseCredentialVersion(connection);
      if (raised === null) return null;
      const all = await own.credentials.ofConnections([connection.id], connection.organizationId);
      for (const { id } of all) await own.credentials.delete(id);
      return raised;
    });
  }

  /** Stores another credential under the connection's version, which was raised for it in the same transaction. */
  add(
    connection: ConnectionConfig,
    material: CredentialMaterial,
    state: CredentialState,
    repositories: Repositories,
  ): Promise<Credential> {
    return repositories.credentials.insert(this.#row(connection, material, state));
  }

  /**
   * What the credential proves itself with.
   * @throws AppError CONNECTION_UNUSABLE when no configured key opens it.
   */
  proofOf(credential: Credential): CredentialProof {
    const { kind, certificatePem, tokenFile } = credential;
    switch (kind) {
      case "CLIENT_SECRET":
        return { kind, secret: this.#open(credential) };
      case "CERTIFICATE": {
        const { thumbprintSha256 } = certificateFacts(certificatePem ?? "");
        return { kind, thumbprintSha256, privateKeyPem: this.#open(credential) };
      }
      case "FEDERATED":
        return { kind, token: () => this.#files.tokenIn(tokenFile ?? "") };
    }
  }

  /** The same for what is not stored yet. */
  proofOfMaterial(material: CredentialMaterial): CredentialProof {
    switch (material.kind) {
      case "CLIENT_SECRET":
        return { kind: material.kind, secret: material.secret };
      case "CERTIFICATE": {
        const { certificatePem, privateKeyPem } = material.certificate;
        return { kind: material.kind, ...certificateFacts(certificatePem), privateKeyPem };
      }
      case "FEDERATED":
        return { kind: material.kind, token: () => this.#files.tokenIn(material.tokenFile) };
    }
  }

  /**
   * Seals anew, under the first key, what was sealed under another, so that an old key can be taken out of the
   * configuration. All or nothing, and nothing to do the second time.
   */
  reseal(): Promise<ResealReport> {
    return this.#db.transaction(async ({ credentials }) => {
      const unreadable = new Set<string>();
      let resealed = 0;
      const filter = { organizationId: null, isSealed: true } as const;
      let page = await credentials.page({ first: RESEAL_PAGE, filter });
      for (;;) {
        for (const row of page.rows) {
          const sealed = this.#resealed(row);
          if (sealed === "unreadable") unreadable.add(row.connectionId);
          else if (sealed !== null && (await credentials.update(row.id, row.rowVersion, sealed)) !== null) resealed++;
        }
        const last = page.rows.at(-1);
        if (!page.hasNextPage || !last) return { resealed, unreadable: [...unreadable] };
        page = await credentials.page({ first: RESEAL_PAGE, after: last.id, filter });
      }
    });
  }

  #row(connection: ConnectionConfig, material: CredentialMaterial, state: CredentialState): NewCredential {
    const place = { id: newRowId(), organizationId: connection.organizationId, connectionId: connection.id };
    const row = {
      ...place,
      kind: material.kind,
      state,
      version: connection.credentialVersion,
      sealed: null,
      certificatePem: null,
      tokenFile: null,
      issuer: null,
      subject: null,
      audience: null,
      setAt: new Date(this.#clock.now()),
      expiresAt: null,
    };
    const seal = (secret: Secret) => this.#box.seal(secret.reveal(), contextOf({ ...place, kind: material.kind }));
    switch (material.kind) {
      case "CLIENT_SECRET": {
        const { secret, expiresAt } = material;
        return { ...row, sealed: seal(secret), hint: secret.reveal().slice(0, HINT_LENGTH), expiresAt };
      }
      case "CERTIFICATE": {
        const { certificatePem, privateKeyPem, expiresAt } = material.certificate;
        const { thumbprintSha256: hint } = certificateFacts(certificatePem);
        return { ...row, sealed: seal(privateKeyPem), certificatePem, hint, expiresAt };
      }
      case "FEDERATED": {
        const { tokenFile, issuer, subject, audience } = material;
        const hint = tokenFile.slice(tokenFile.lastIndexOf("/") + 1).slice(0, LONGEST_HINT);
        return { ...row, tokenFile, issuer, subject, audience, hint };
      }
    }
  }

  #open(credential: Credential): Secret {
    try {
      return new Secret(this.#box.open(credential.sealed ?? "", contextOf(credential)));
    } catch (error) {
      if (!(error instanceof SealedBoxError)) throw error;
      const what = credential.kind === "CERTIFICATE" ? "private key" : "client secret";
      throw new AppError(
        "CONNECTION_UNUSABLE",
        `The stored ${what} of this connection cannot be opened with the configured sealing keys. ` +
          `Enter the ${what} again, or configure the key it was sealed with.`,
        {},
        { cause: error },
      );
    }
  }

  /** The envelope under the first key; null when it is under that key already. */
  #resealed(row: Credential): { readonly sealed: string } | "unreadable" | null {
    if (row.sealed === null) return null;
    try {
      if (keyIdOf(row.sealed) === this.#box.sealingKeyId) return null;
      const context = contextOf(row);
      return { sealed: this.#box.seal(this.#box.open(row.sealed, context), context) };
    } catch (error) {
      if (error instanceof SealedBoxError) return "unreadable";
      throw error;
    }
  }

  /** In the open transaction that was given, else in one of its own. */
  #in<T>(repositories: Repositories | undefined, work: (own: Repositories) => Promise<T>): Promise<T> {
    return repositories === undefined ? this.#db.transaction(work) : work(repositories);
  }
}

/**
 * Binds an envelope to its place: one that was copied elsewhere does not open. A client secret's place is its connection,
 * in the words of the time when it stood in the connection's row, so that secrets of then open here and those of now
 * would open there; a private key's place is its own row.
 */
function contextOf(row: Pick<Credential, "id" | "kind" | "connectionId" | "organizationId">): string {
  const { id, kind, connectionId, organizationId } = row;
  if (kind === "CLIENT_SECRET")
    return ["connection_config", "credential_sealed", connectionId, organizationId].join("|");
  return ["credential", "sealed", id, connectionId, organizationId].join("|");
}
