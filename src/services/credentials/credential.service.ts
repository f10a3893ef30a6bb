import type { AppTokenSource } from "../../auth/app-token-source.js";
import { makeCertificate } from "../../auth/certificates/make-certificate.js";
import type { CredentialProof } from "../../auth/credential-proof.js";
import type { CredentialVault } from "../../auth/credential-vault.js";
import type { FederatedTokenFiles } from "../../auth/federated-token-files.js";
import { assertCan } from "../../auth/permissions.js";
import type { Viewer } from "../../auth/viewer.js";
import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import type { Credential as CredentialRow } from "../../entities/credential.entity.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import type { Clock } from "../../lib/clock.js";
import type { Database, Repositories } from "../../store/database.js";
import type { ConnectionConfig } from "../connections/connection.model.js";
import type { ConnectionAccess } from "../connections/connection-access.js";
import { toConnection } from "../connections/connection-mapper.js";
import { moveConnection } from "../connections/connection-move.js";
import { changedMeanwhile, notFound } from "../outcomes.js";
import { fromUpstream } from "../upstream-errors.js";
import { warningsOf } from "./connection-warnings.js";
import type { ConnectionWarning, Credential } from "./credential.model.js";
import { type CredentialDraft, materialOf } from "./credential-draft.js";
import { lapseSentence } from "./credential-expiry.js";
import { toCredential } from "./credential-mapper.js";

export interface CredentialServiceDeps {
  readonly db: Database;
  readonly vault: CredentialVault;
  readonly tokens: AppTokenSource;
  readonly access: ConnectionAccess;
  readonly files: FederatedTokenFiles;
  readonly clock: Clock;
}

export interface CertificateOrder {
  readonly commonName: string;
  readonly keyBits: number;
  readonly validDays: number;
}

/** All that there is to say of a connection's credentials. */
export interface CredentialReport {
  /** Oldest first. */
  readonly credentials: readonly Credential[];
  readonly warnings: readonly ConnectionWarning[];
}

/** A changed connection and the credential that it is about. */
export interface CredentialChange {
  readonly connection: ConnectionConfig;
  readonly credential: Credential;
}

/**
 * Changes a connection's credentials without a gap: what is new is tried against the tenant first, and what it replaces
 * stays until somebody retires it.
 */
export class CredentialService {
  constructor(private readonly deps: CredentialServiceDeps) {}

  async getMany(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, Credential>> {
    const rows = await this.deps.db.credentials.byIds(ids, viewer.organizationId);
    const now = this.deps.clock.now();
    return new Map([...rows].map(([id, row]) => [id, toCredential(row, now)]));
  }

  /** What may be shown of each connection's credentials, in the order of the connections. */
  async ofConnections(viewer: Viewer, connections: readonly ConnectionConfig[]): Promise<readonly CredentialReport[]> {
    const ids = connections.map(({ id }) => id);
    const rows = await this.deps.db.credentials.ofConnections(ids, viewer.organizationId);
    const now = this.deps.clock.now();
    return connections.map((connection) => {
      const own = rows.filter(({ connectionId }) => connectionId === connection.id);
      return { credentials: own.map((row) => toCredential(row, now)), warnings: warningsOf(connection, own, now) };
    });
  }

  /**
   * Tries a credential against the tenant and puts it in use; the former one is kept, retiring.
   * @throws AppError; then nothing has changed.
   */
  async add(
    viewer: Viewer,
    input: { readonly connectionId: string; readonly draft: CredentialDraft },
    call: Call,
  ): Promise<CredentialChange> {
    const { vault, files } = this.deps;
    const connection = await this.#connection(viewer, input.connectionId, ["connectionId"]);
    const material = await materialOf(input.draft, { files, now: this.deps.clock.now() });
    await this.#assertRoom(connection, this.deps.db);
    await this.#tryOut(connection, vault.proofOfMaterial(material), call);
    return this.#takeOver(connection, (raised, repositories) => vault.add(raised, material, "CURRENT", repositories));
  }

  /** Makes a key pair here. It is not used before its certificate was uploaded to Entra and it was promoted. */
  async generate(
    viewer: Viewer,
    { connectionId, order }: { readonly connectionId: string; readonly order: CertificateOrder },
  ): Promise<CredentialChange> {
    const connection = await this.#connection(viewer, connectionId, ["connectionId"]);
    await assertNoCandidate(connection, this.deps.db);
    const certificate = await makeCertificate(order, this.deps.clock.now());
    return this.deps.db.transaction(async (repositories) => {
      const now = await unchanged(connection, repositories);
      await assertNoCandidate(connection, repositories);
      const raised = await repositories.connections.raiseCredentialVersion(now);
      if (raised === null) throw changedMeanwhile("connection");
      const row = await this.deps.vault.add(raised, { kind: "CERTIFICATE", certificate }, "CANDIDATE", repositories);
      return this.#change(raised, row);
    });
  }

  /** Tries a candidate, or one that was refused or replaced, and puts it in use. @throws AppError; then nothing has changed. */
  async promote(viewer: Viewer, id: string, call: Call): Promise<CredentialChange> {
    const { connection, credential } = await this.#credential(viewer, id);
    const isInUse = credential.state === "CURRENT" && credential.refusedAt === null;
    if (isInUse) return this.#change(connection, credential);
    if (credential.state === "CANDIDATE") await this.#assertRoom(connection, this.deps.db);
    await this.#tryOut(connection, this.deps.vault.proofOf(credential), call);
    return this.#takeOver(
      connection,
      async (_raised, { credentials }) => {
        const patch = { state: "CURRENT", refusedAt: null } as const;
        const promoted = await credentials.update(id, credential.rowVersion, patch);
        if (promoted === null) throw changedMeanwhile("credential");
        return promoted;
      },
      id,
    );
  }

  /** Deletes a credential that is not in use, its key with it. Nothing changes at Microsoft. */
  async retire(viewer: Viewer, id: string): Promise<ConnectionConfig> {
    const { connection, credential } = await this.#credential(viewer, id);
    const changed = await this.deps.db.transaction(async (repositories) => {
      const now = await unchanged(connection, repositories);
      const state = (await repositories.credentials.byIds([id], connection.organizationId)).get(id)?.state;
      if (state === undefined) throw notFound("credential");
      if (state === "CURRENT") {
        throw new AppError(
          "INVALID_INPUT",
          "This credential is the one in use. Add or promote another one first, then retire this one.",
          { path: ["id"] },
        );
      }
      await repositories.credentials.delete(id);
      return repositories.connections.raiseCredentialVersion(now);
    });
    if (changed === null) throw changedMeanwhile("connection");
    // A token of the retired credential may be held, where it stood in for an expired one.
    this.deps.tokens.forget(credential.connectionId);
    return toConnection(changed);
  }

  async #tryOut(connection: ConnectionRow, proof: CredentialProof, call: Call): Promise<void> {
    try {
      await this.deps.access.tryOut(connection, proof, call);
    } catch (error) {
      throw fromUpstream(error);
    }
  }

  /** One transaction: whatever happens before its end, the former credential stays in use. */
  #takeOver(
    tried: ConnectionRow,
    place: (raised: ConnectionRow, repositories: Repositories) => Promise<CredentialRow>,
    promotedId?: string,
  ): Promise<CredentialChange> {
    return this.deps.db.transaction(async (repositories) => {
      const now = await unchanged(tried, repositories);
      const all = await repositories.credentials.ofConnections([tried.id], tried.organizationId);
      const former = all.find(({ state, id }) => state === "CURRENT" && id !== promotedId);
      const raised = await repositories.connections.raiseCredentialVersion(now);
      const moved = raised && (await this.#restart(raised, former, repositories));
      if (moved === null) throw changedMeanwhile("connection");
      if (former !== undefined) {
        await repositories.credentials.update(former.id, former.rowVersion, { state: "RETIRING" });
      }
      return this.#change(moved, await place(moved, repositories));
    });
  }

  /** A working connection goes on working; one that stood still for its credential must be verified. */
  #restart(row: ConnectionRow, former: CredentialRow | undefined, repositories: Repositories) {
    const hadLapsed =
      row.state === "DEGRADED" &&
      former?.expiresAt != null &&
      row.stateReason === lapseSentence(former.kind, former.expiresAt);
    if (row.state !== "NEEDS_RECONNECT" && !hadLapsed) return row;
    const reason = "The new credential works. Verify the connection to see that the rest does.";
    return moveConnection(repositories, row, { cause: "CREDENTIAL_REPLACED", reason });
  }

  async #assertRoom(connection: ConnectionRow, { credentials }: Repositories): Promise<void> {
    const all = await credentials.ofConnections([connection.id], connection.organizationId);
    if (!all.some(({ state }) => state === "RETIRING")) return;
    throw limit("This connection has two live credentials. Retire the older one first.", 2);
  }

  async #credential(viewer: Viewer, id: string) {
    const credential = (await this.deps.db.credentials.byIds([id], viewer.organizationId)).get(id);
    if (credential === undefined) throw notFound("credential");
    return { credential, connection: await this.#connection(viewer, credential.connectionId, ["id"]) };
  }

  async #connection(viewer: Viewer, id: string, path: readonly string[]): Promise<ConnectionRow> {
    const row = (await this.deps.db.connections.byIds([id], viewer.organizationId)).get(id);
    if (row === undefined) throw notFound("connection", path);
    assertCan(viewer, "connection:manage", row.organizationId);
    return row;
  }

  #change(connection: ConnectionRow, credential: CredentialRow): CredentialChange {
    return { connection: toConnection(connection), credential: toCredential(credential, this.deps.clock.now()) };
  }
}

async function assertNoCandidate(connection: ConnectionRow, { credentials }: Repositories): Promise<void> {
  const all = await credentials.ofConnections([connection.id], connection.organizationId);
  if (!all.some(({ state }) => state === "CANDIDATE")) return;
  throw limit("A certificate that was made here waits for its upload. Promote or retire that one first.", 1);
}

/** The connection as it is now; what was tried must have been tried for it. */
async function unchanged(tried: ConnectionRow, { connections }: Repositories): Promise<ConnectionRow> {
  const now = (await connections.byIds([tried.id], tried.organizationId)).get(tried.id);
  if (now === undefined) throw notFound("connection");
  const isSame = (["cloud", "tenantId", "clientId", "credentialVersion"] as const).every(
    (name) => now[name] === tried[name],
  );
  if (!isSame) throw changedMeanwhile("connection");
  return now;
}

function limit(message: string, max: number): AppError {
  return new AppError("LIMIT_EXCEEDED", message, { limit: { name: "credentials", max, actual: max + 1 } });
}
