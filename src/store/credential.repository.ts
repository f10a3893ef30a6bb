import { type FindOptionsWhere, In, IsNull, Not } from "typeorm";
import { Credential, type CredentialState } from "../entities/credential.entity.js";
import { given } from "../lib/given.js";
import { newRowId } from "../lib/ids.js";
import type { PageRequest, RowPage } from "./page.js";
import type { RowAccess } from "./row-access.js";
import { RowTable } from "./row-table.js";

export type NewCredential = Omit<Credential, "id" | "rowVersion" | "warnedDays" | "refusedAt"> & {
  /** Made ahead where an envelope names it. */
  readonly id?: string;
};

export type CredentialPatch = {
  readonly [K in "state" | "expiresAt" | "warnedDays" | "refusedAt" | "sealed"]?: Credential[K] | undefined;
};

export interface CredentialFilter {
  /** The only organization the viewer may see; null for a viewer of the whole server. */
  readonly organizationId: string | null;
  readonly state?: CredentialState;
  /** Only those that hold something sealed. */
  readonly isSealed?: true;
  /** Only those whose expiry is known. */
  readonly expires?: true;
}

export class CredentialRepository {
  readonly #access: RowAccess;
  readonly #table: RowTable<Credential>;

  constructor(access: RowAccess) {
    this.#access = access;
    this.#table = new RowTable(access, Credential);
  }

  byIds(ids: readonly string[], organizationId: string | null): Promise<Map<string, Credential>> {
    return this.#table.byIds(ids, where({ organizationId }));
  }

  /** Every credential of these connections, oldest first. Connections are few in a call: a page of them at most. */
  ofConnections(connectionIds: readonly string[], organizationId: string | null): Promise<readonly Credential[]> {
    return this.#access.read((manager) =>
      manager.find(Credential, {
        where: { ...where({ organizationId }), connectionId: In([...new Set(connectionIds)]) },
        order: { version: "ASC" },
      }),
    );
  }

  page(request: PageRequest<CredentialFilter>): Promise<RowPage<Credential>> {
    return this.#table.page({ ...request, filter: where(request.filter) });
  }

  /** @throws AppError NOT_FOUND when the connection is gone, CONFLICT when it has a current credential already. */
  insert({ id = newRowId(), ...values }: NewCredential): Promise<Credential> {
    return this.#table.insert({ ...values, id, warnedDays: null, refusedAt: null, rowVersion: 1 });
  }

  /** The changed row; null when that version is not there any more. */
  update(id: string, rowVersion: number, patch: CredentialPatch): Promise<Credential | null> {
    return this.#table.update(id, { rowVersion }, given(patch));
  }

  /** Notes the first refusal; null when one was noted before, by this process or another. */
  noteRefusal(id: string, refusedAt: Date): Promise<Credential | null> {
    return this.#table.update(id, { refusedAt: IsNull() }, { refusedAt });
  }

  delete(id: string): Promise<boolean> {
    return this.#table.delete(id);
  }
}

function where({ organizationId, state, isSealed, expires }: CredentialFilter): FindOptionsWhere<Credential> {
  return {
    ...(organizationId === null ? {} : { organizationId }),
    ...(state === undefined ? {} : { state }),
    ...(isSealed === undefined ? {} : { sealed: Not(IsNull()) }),
    ...(expires === undefined ? {} : { expiresAt: Not(IsNull()) }),
  };
}
