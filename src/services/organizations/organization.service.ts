import type { ApiKeyAuthenticator } from "../../auth/api-key-authenticator.js";
import { assertCan } from "../../auth/permissions.js";
import type { Viewer } from "../../auth/viewer.js";
import type { Organization as OrganizationRow } from "../../entities/organization.entity.js";
import type { Database } from "../../store/database.js";
import type { ViewForgetter } from "../events/views/view.model.js";
import { changedMeanwhile, notFound } from "../outcomes.js";
import { mapPage, type Page, type PageWindow } from "../page.js";
import type { Organization, OrganizationDraft } from "./organization.model.js";

export type OrganizationChanges = { readonly [K in keyof OrganizationDraft]?: OrganizationDraft[K] | undefined };

/** Organizations as a viewer may see them: an OWNER all, every other key its own. */
export class OrganizationService {
  constructor(
    private readonly db: Database,
    private readonly authenticator: ApiKeyAuthenticator,
    private readonly views: ViewForgetter,
  ) {}

  async getMany(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, Organization>> {
    const rows = await this.db.organizations.byIds(ids, viewer.organizationId);
    return new Map([...rows].map(([id, row]) => [id, toOrganization(row)]));
  }

  async bySlug(viewer: Viewer, slug: string): Promise<Organization> {
    const row = await this.db.organizations.bySlug(slug.toLowerCase());
    const isVisible = row !== null && (viewer.organizationId === null || viewer.organizationId === row.id);
    if (!isVisible) throw notFound("organization", ["slug"]);
    return toOrganization(row);
  }

  async list(viewer: Viewer, window: PageWindow): Promise<Page<Organization>> {
    const page = await this.db.organizations.page({ ...window, filter: { organizationId: viewer.organizationId } });
    return mapPage(page, toOrganization);
  }

  /** @throws AppError CONFLICT when the slug is taken. */
  async create(viewer: Viewer, draft: OrganizationDraft): Promise<Organization> {
    assertCan(viewer, "server:manage");
    return toOrganization(
      await this.db.organizations.insert({ ...draft, emailDomains: cleanDomains(draft.emailDomains) }),
    );
  }

  async update(viewer: Viewer, id: string, changes: OrganizationChanges): Promise<Organization> {
    const row = await this.#require(viewer, id);
    assertCan(viewer, "organization:manage", id);
    const emailDomains = changes.emailDomains && cleanDomains(changes.emailDomains);
    const updated = await this.db.organizations.update(id, row.rowVersion, { ...changes, emailDomains });
    if (updated === null) throw changedMeanwhile("organization");
    return toOrganization(updated);
  }

  async delete(viewer: Viewer, id: string): Promise<void> {
    await this.#require(viewer, id);
    assertCan(viewer, "server:manage");
    const isDeleted = await this.db.organizations.delete(id);
    this.authenticator.forgetOrganization(id);
    // Its connections went with it, and nobody knows them any more.
    await this.views.forget();
    if (!isDeleted) throw notFound("organization");
  }

  async #require(viewer: Viewer, id: string): Promise<OrganizationRow> {
    const row = (await this.db.organizations.byIds([id], viewer.organizationId)).get(id);
    if (row === undefined) throw notFound("organization");
    return row;
  }
}

function cleanDomains(domains: readonly string[]): string[] {
  return [...new Set(domains.map((domain) => domain.toLowerCase()))];
}

function toOrganization(row: OrganizationRow): Organization {
  const { id, name, slug, emailDomains, createdAt, updatedAt } = row;
  return { kind: "Organization", id, name, slug, emailDomains, createdAt, updatedAt };
}
