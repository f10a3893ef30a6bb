import { type FindOptionsWhere, IsNull, Not } from "typeorm";
import { ConnectionConfig, type ConnectionState } from "../entities/connection-config.entity.js";
import type { Clock } from "../lib/clock.js";
import type { Cloud } from "../lib/clouds.js";
import { given } from "../lib/given.js";
import { newRowId } from "../lib/ids.js";
import type { PageRequest, RowPage } from "./page.js";
import type { RowAccess } from "./row-access.js";
import { RowTable } from "./row-table.js";

type Registration = "name" | "cloud" | "access" | "supportedAccountTypes" | "tenantId" | "clientId" | "state";
type Report =
  | "stateReason"
  | "stateCause"
  | "stateCode"
  | "lastVerification"
  | "credentialExpiresAt"
  | "permissionLevel";

export type NewConnection = Pick<ConnectionConfig, "organizationId" | Registration> &
  Partial<Pick<ConnectionConfig, "permissionLevel" | "stateReason" | "stateCause">>;
export type ConnectionPatch = { readonly [K in Registration | Report]?: ConnectionConfig[K] | undefined };

/** A credential as stored; only the credential vault makes one. */
export type StoredCredential = Pick<
  ConnectionConfig,
  "credentialKind" | "credentialSealed" | "credentialHint" | "credentialSetAt" | "credentialExpiresAt"
>;

export interface ConnectionFilter {
  /** The only organization the viewer may see; null for a viewer of the whole server. */
  readonly organizationId: string | null;
  readonly state?: ConnectionState;
  readonly cloud?: Cloud;
  /** Only connections that have a credential, or only those without. */
  readonly hasCredential?: boolean;
}

export class ConnectionConfigRepository {
  readonly #table: RowTable<ConnectionConfig>;
  readonly #clock: Clock;

  constructor(access: RowAccess, clock: Clock) {
    this.#table = new RowTable(access, ConnectionConfig);
    this.#clock = clock;
  }

  byIds(ids: readonly string[], organizationId: string | null): Promise<Map<string, ConnectionConfig>> {
    return this.#table.byIds(ids, where({ organizationId }));
  }

  byName(organizationId: string, name: string): Promise<ConnectionConfig | null> {
    return this.#table.one({ organizationId, name });
  }

  page(request: PageRequest<ConnectionFilter>): Promise<RowPage<ConnectionConfig>> {
    return this.#table.page({ ...request, filter: where(request.filter) });
  }

  /**
   * Adds a connection without a credential.
   * @throws AppError CONFLICT when the name is taken, NOT_FOUND when the organization is gone.
   */
  insert(values: NewConnection): Promise<ConnectionConfig> {
    const now = new Date(this.#clock.now());
    return this.#table.insert({
      ...values,
      id: newRowId(),
      credentialVersion: 0,
      createdAt: now,
      updatedAt: now,
      rowVersion: 1,
    });
  }

  /** The changed row; null when that version is not there any more. */
  update(id: string, rowVersion: number, patch: ConnectionPatch): Promise<ConnectionConfig | null> {
    return this.#table.update(id, { rowVersion }, { ...given(patch), updatedAt: new Date(this.#clock.now()) });
  }

  /** Replaces or removes the credential and raises its version. Null when that version is not there any more. */
  setCredential(
    row: Pick<ConnectionConfig, "id" | "rowVersion" | "credentialVersion">,
    credential: StoredCredential,
  ): Promise<ConnectionConfig | null> {
    return this.#table.update(
      row.id,
      { rowVersion: row.rowVersion },
      { ...credential, credentialVersion: row.credentialVersion + 1, updatedAt: new Date(this.#clock.now()) },
    );
  }

  /** Replaces the envelope of an unchanged credential, after its key was rotated. */
  replaceEnvelope(
    row: Pick<ConnectionConfig, "id" | "rowVersion">,
    envelope: string,
  ): Promise<ConnectionConfig | null> {
    return this.#table.update(row.id, { rowVersion: row.rowVersion }, { credentialSealed: envelope });
  }

  /** Deletes its mailboxes as well. False when it is not there. */
  delete(id: string): Promise<boolean> {
    return this.#table.delete(id);
  }
}

function where(filter: ConnectionFilter): FindOptionsWhere<ConnectionConfig> {
  return {
    ...(filter.organizationId === null ? {} : { organizationId: filter.organizationId }),
    ...(filter.state === undefined ? {} : { state: filter.state }),
    ...(filter.cloud === undefined ? {} : { cloud: filter.cloud }),
    ...(filter.hasCredential === undefined
      ? {}
      : { credentialSealed: filter.hasCredential ? Not(IsNull()) : IsNull() }),
  };
}
