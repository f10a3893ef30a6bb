import type { ApiKeyAuthenticator } from "../../auth/api-key-authenticator.js";
import { createApiKeyToken, hashApiKey, hintOfApiKey } from "../../auth/api-keys.js";
import { assertCan, assertCanGrant } from "../../auth/permissions.js";
import type { Viewer } from "../../auth/viewer.js";
import type { ApiKey as ApiKeyRow } from "../../entities/api-key.entity.js";
import type { Visibility } from "../../entities/visibility.js";
import { AppError } from "../../lib/app-error.js";
import type { Clock } from "../../lib/clock.js";
import { given } from "../../lib/given.js";
import type { Secret } from "../../lib/secret.js";
import type { Database } from "../../store/database.js";
import { notFound } from "../outcomes.js";
import { mapPage, type Page, type PageWindow } from "../page.js";
import type { ApiKey, ApiKeyRole } from "./api-key.model.js";

/** Name of the key that the setting BOOTSTRAP_API_KEY holds. */
const CONFIGURED_OWNER = "BOOTSTRAP_API_KEY";
const OWNERS = { organizationId: null, role: "OWNER" } as const;
const OWNERS_PAGE = 100;

export interface ApiKeyDraft {
  /** Null for a key of the whole server, whose role is OWNER. */
  readonly organizationId: string | null;
  readonly name: string;
  readonly role: ApiKeyRole;
  readonly visibility?: Visibility | undefined;
  readonly privateEvents?: Visibility | undefined;
  readonly expiresAt: Date | null;
}

export interface ApiKeyChanges {
  readonly name?: string | undefined;
  readonly visibility?: Visibility | undefined;
  readonly privateEvents?: Visibility | undefined;
  readonly expiresAt?: Date | null | undefined;
}

export interface ApiKeyServiceDeps {
  readonly db: Database;
  readonly authenticator: ApiKeyAuthenticator;
  readonly clock: Clock;
}

/** Keys of client applications. A key that is revoked, changed or deleted is forgotten by the authenticator at once. */
export class ApiKeyService {
  constructor(private readonly deps: ApiKeyServiceDeps) {}

  async getMany(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, ApiKey>> {
    const rows = await this.deps.db.apiKeys.byIds(ids, viewer.organizationId);
    return new Map([...rows].map(([id, row]) => [id, toApiKey(row)]));
  }

  async listOfOrganization(viewer: Viewer, organizationId: string, window: PageWindow): Promise<Page<ApiKey>> {
    assertCan(viewer, "apiKey:manage", organizationId);
    return mapPage(await this.deps.db.apiKeys.page({ ...window, filter: { organizationId } }), toApiKey);
  }

  /** Makes a key; the token is in the answer and nowhere else. */
  async create(viewer: Viewer, draft: ApiKeyDraft): Promise<{ readonly apiKey: ApiKey; readonly token: Secret }> {
    this.#assertDraft(viewer, draft);
    const { token, keyHash, hint } = createApiKeyToken();
    const { visibility, privateEvents, ...rest } = draft;
    const row = await this.deps.db.apiKeys.insert({ ...rest, ...given({ visibility, privateEvents }), keyHash, hint });
    return { apiKey: toApiKey(row), token };
  }

  /**
   * Makes the OWNER key of the configuration the only one of its name: an earlier value stops working, as whoever
   * replaces a setting expects.
   */
  async ensureConfiguredOwner(token: Secret): Promise<void> {
    const keyHash = hashApiKey(token.reveal());
    await this.deps.db.transaction(async ({ apiKeys }) => {
      let page = await apiKeys.page({ first: OWNERS_PAGE, filter: OWNERS });
      for (;;) {
        for (const row of page.rows) {
          const isFormer = row.name === CONFIGURED_OWNER && row.keyHash !== keyHash && row.revokedAt === null;
          if (isFormer) await apiKeys.revoke(row.id);
        }
        const last = page.rows.at(-1);
        if (!page.hasNextPage || !last) break;
        page = await apiKeys.page({ first: OWNERS_PAGE, after: last.id, filter: OWNERS });
      }
      if ((await apiKeys.byHash(keyHash)) !== null) return;
      const hint = hintOfApiKey(token.reveal());
      await apiKeys.insert({
        organizationId: null,
        name: CONFIGURED_OWNER,
        role: "OWNER",
        keyHash,
        hint,
        expiresAt: null,
      });
    });
  }

  /** At the very first start without a configured key: makes one. Undefined when some OWNER key exists. */
  async createFirstOwner(name: string): Promise<Secret | undefined> {
    const { token, keyHash, hint } = createApiKeyToken();
    const isMade = await this.deps.db.transaction(async ({ apiKeys }) => {
      const owners = await apiKeys.page({ first: 1, filter: OWNERS });
      if (owners.rows.length > 0) return false;
      await apiKeys.insert({ organizationId: null, name, role: "OWNER", keyHash, hint, expiresAt: null });
      return true;
    });
    return isMade ? token : undefined;
  }

  async update(viewer: Viewer, id: string, changes: ApiKeyChanges): Promise<ApiKey> {
    await this.#requireManageable(viewer, id);
    this.#assertExpiry(changes.expiresAt ?? null);
    const row = await this.deps.db.apiKeys.update(id, changes);
    this.deps.authenticator.forget(id);
    if (row === null) throw notFound("API key");
    return toApiKey(row);
  }

  async revoke(viewer: Viewer, id: string): Promise<ApiKey> {
    await this.#requireManageable(viewer, id);
    const row = await this.deps.db.apiKeys.revoke(id);
    this.deps.authenticator.forget(id);
    if (row === null) throw notFound("API key");
    return toApiKey(row);
  }

  async delete(viewer: Viewer, id: string): Promise<void> {
    await this.#requireManageable(viewer, id);
    const isDeleted = await this.deps.db.apiKeys.delete(id);
    this.deps.authenticator.forget(id);
    if (!isDeleted) throw notFound("API key");
  }

  #assertDraft(viewer: Viewer, { organizationId, role, expiresAt }: ApiKeyDraft): void {
    if (role === "OWNER" && organizationId !== null) {
      throw new AppError("INVALID_INPUT", "An OWNER key is of the whole server: leave `organizationId` out.", {
        path: ["organizationId"],
      });
    }
    if (role !== "OWNER" && organizationId === null) {
      throw new AppError("INVALID_INPUT", `A key with the role ${role} needs the organization that it is for.`, {
        path: ["organizationId"],
      });
    }
    if (organizationId !== null) assertCan(viewer, "apiKey:manage", organizationId);
    assertCanGrant(viewer, role);
    this.#assertExpiry(expiresAt);
  }

  #assertExpiry(expiresAt: Date | null): void {
    if (expiresAt === null || expiresAt.getTime() > this.deps.clock.now()) return;
    throw new AppError("INVALID_INPUT", "A key must expire in the future. To stop one now, revoke it.", {
      path: ["expiresAt"],
    });
  }

  async #requireManageable(viewer: Viewer, id: string): Promise<void> {
    const row = (await this.deps.db.apiKeys.byIds([id], viewer.organizationId)).get(id);
    if (row === undefined) throw notFound("API key");
    assertCan(viewer, "apiKey:manage", row.organizationId);
    assertCanGrant(viewer, row.role);
  }
}

function toApiKey(row: ApiKeyRow): ApiKey {
  const { id, organizationId, name, role, visibility, privateEvents, hint, createdAt, expiresAt } = row;
  const { revokedAt, lastUsedAt } = row;
  const rule = { visibility, privateEvents };
  return { kind: "ApiKey", id, organizationId, name, role, ...rule, hint, createdAt, expiresAt, revokedAt, lastUsedAt };
}
