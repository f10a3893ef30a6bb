import type { FindOptionsWhere } from "typeorm";
import { ConnectionConfig, type ConnectionState } from "../entities/connection-config.entity.js";
import type { VisibilityRule } from "../entities/visibility.js";
import type { Clock } from "../lib/clock.js";
import type { Cloud } from "../lib/clouds.js";
import { given } from "../lib/given.js";
import { newRowId } from "../lib/ids.js";
import type { PageRequest, RowPage } from "./page.js";
import type { RowAccess } from "./row-access.js";
import { RowTable } from "./row-table.js";

type Registration = "name" | "cloud" | "access" | "supportedAccountTypes" | "tenantId" | "clientId" | "state";
type Report = "stateReason" | "stateCause" | "stateCode" | "lastVerification";
type Use = "permissionLevel" | "freeBusyReach" | keyof VisibilityRule;

export type NewConnection = Pick<ConnectionConfig, "organizationId" | Registration> &
  Partial<Pick<ConnectionConfig, Use | "stateReason" | "stateCause">>;
export type ConnectionPatch = { readonly [K in Registration | Report | Use]?: ConnectionConfig[K] | undefined };

export interface ConnectionFilter {
  /** The only organization the viewer may see; null for a viewer of the whole server. */
  readonly organizationId: string | null;
  readonly state?: ConnectionState;
  readonly cloud?: Cloud;
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

  /** Goes with every change among the credentials. Null when that version is not there any more. */
  raiseCredentialVersion(
    row: Pick<ConnectionConfig, "id" | "rowVersion" | "credentialVersion">,
    patch: ConnectionPatch = {},
  ): Promise<ConnectionConfig | null> {
    return this.#table.update(
      row.id,
      { rowVersion: row.rowVersion },
      { ...given(patch), credentialVersion: row.credentialVersion + 1, updatedAt: new Date(this.#clock.now()) },
    );
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
  };
}
