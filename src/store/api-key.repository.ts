import { type FindOptionsWhere, IsNull } from "typeorm";
import { ApiKey, type Role } from "../entities/api-key.entity.js";
import type { VisibilityRule } from "../entities/visibility.js";
import type { Clock } from "../lib/clock.js";
import { given } from "../lib/given.js";
import { newRowId } from "../lib/ids.js";
import type { PageRequest, RowPage } from "./page.js";
import type { RowAccess } from "./row-access.js";
import { RowTable } from "./row-table.js";

export type NewApiKey = Pick<ApiKey, "organizationId" | "name" | "role" | "keyHash" | "hint" | "expiresAt"> &
  Partial<VisibilityRule>;
export type ApiKeyPatch = { readonly [K in "name" | "expiresAt" | keyof VisibilityRule]?: ApiKey[K] | undefined };

export interface ApiKeyFilter {
  /** The only organization the viewer may see; null for a viewer of the whole server, who sees every key. */
  readonly organizationId: string | null;
  readonly role?: Role;
}

export class ApiKeyRepository {
  readonly #access: RowAccess;
  readonly #table: RowTable<ApiKey>;
  readonly #clock: Clock;

  constructor(access: RowAccess, clock: Clock) {
    this.#access = access;
    this.#table = new RowTable(access, ApiKey);
    this.#clock = clock;
  }

  byIds(ids: readonly string[], organizationId: string | null): Promise<Map<string, ApiKey>> {
    return this.#table.byIds(ids, where({ organizationId }));
  }

  byHash(keyHash: string): Promise<ApiKey | null> {
    return this.#table.one({ keyHash });
  }

  page(request: PageRequest<ApiKeyFilter>): Promise<RowPage<ApiKey>> {
    return this.#table.page({ ...request, filter: where(request.filter) });
  }

  /** @throws AppError NOT_FOUND when the organization is gone. */
  insert(values: NewApiKey): Promise<ApiKey> {
    return this.#table.insert({ ...values, id: newRowId(), createdAt: new Date(this.#clock.now()) });
  }

  /** The changed row, or null when it is not there. */
  update(id: string, patch: ApiKeyPatch): Promise<ApiKey | null> {
    const changes = given(patch);
    return Object.keys(changes).length === 0 ? this.#table.one({ id }) : this.#table.update(id, {}, changes);
  }

  /** The key as revoked; the moment of an earlier revocation stays. Null when it is not there. */
  async revoke(id: string): Promise<ApiKey | null> {
    const revoked = await this.#table.update(id, { revokedAt: IsNull() }, { revokedAt: new Date(this.#clock.now()) });
    return revoked ?? this.#table.one({ id });
  }

  /** Notes when keys were last used, all in one transaction. Keys that are gone are passed over. */
  async touch(lastUsed: ReadonlyMap<string, Date>): Promise<void> {
    await this.#access.write(async (manager) => {
      for (const [id, lastUsedAt] of lastUsed) await manager.update(ApiKey, { id }, { lastUsedAt });
    });
  }

  delete(id: string): Promise<boolean> {
    return this.#table.delete(id);
  }
}

function where(filter: ApiKeyFilter): FindOptionsWhere<ApiKey> {
  const { organizationId, ...rest } = filter;
  return { ...given(rest), ...(organizationId === null ? {} : { organizationId }) };
}
