import { Organization } from "../entities/organization.entity.js";
import type { Clock } from "../lib/clock.js";
import { given } from "../lib/given.js";
import { newRowId } from "../lib/ids.js";
import type { PageRequest, RowPage } from "./page.js";
import type { RowAccess } from "./row-access.js";
import { RowTable } from "./row-table.js";

export type NewOrganization = Pick<Organization, "name" | "slug" | "emailDomains">;
export type OrganizationPatch = { readonly [K in keyof NewOrganization]?: NewOrganization[K] | undefined };

export interface OrganizationFilter {
  /** The only organization the viewer may see; null for a viewer of the whole server. */
  readonly organizationId: string | null;
}

export class OrganizationRepository {
  readonly #table: RowTable<Organization>;
  readonly #clock: Clock;

  constructor(access: RowAccess, clock: Clock) {
    this.#table = new RowTable(access, Organization);
    this.#clock = clock;
  }

  byIds(ids: readonly string[], organizationId: string | null): Promise<Map<string, Organization>> {
    return this.#table.byIds(ids, scope(organizationId));
  }

  bySlug(slug: string): Promise<Organization | null> {
    return this.#table.one({ slug });
  }

  page(request: PageRequest<OrganizationFilter>): Promise<RowPage<Organization>> {
    return this.#table.page({ ...request, filter: scope(request.filter.organizationId) });
  }

  /** @throws AppError CONFLICT when the slug is taken. */
  insert(values: NewOrganization): Promise<Organization> {
    const now = new Date(this.#clock.now());
    return this.#table.insert({ ...values, id: newRowId(), createdAt: now, updatedAt: now, rowVersion: 1 });
  }

  /** The changed row; null when that version is not there any more. */
  update(id: string, rowVersion: number, patch: OrganizationPatch): Promise<Organization | null> {
    return this.#table.update(id, { rowVersion }, { ...given(patch), updatedAt: new Date(this.#clock.now()) });
  }

  /** Deletes all that belongs to it as well. False when it is not there. */
  delete(id: string): Promise<boolean> {
    return this.#table.delete(id);
  }
}

function scope(organizationId: string | null): { id?: string } {
  return organizationId === null ? {} : { id: organizationId };
}
