import type { AppTokenSource } from "../../auth/app-token-source.js";
import type { CredentialVault } from "../../auth/credential-vault.js";
import { assertCan } from "../../auth/permissions.js";
import type { Viewer } from "../../auth/viewer.js";
import { type ConnectionConfig as ConnectionRow, PERMISSION_LEVELS } from "../../entities/connection-config.entity.js";
import { DEFAULT_VISIBILITY, type Visibility } from "../../entities/visibility.js";
import { AppError } from "../../lib/app-error.js";
import type { Cloud, EmulatorUrls } from "../../lib/clouds.js";
import { given } from "../../lib/given.js";
import { Secret } from "../../lib/secret.js";
import type { ConnectionPatch } from "../../store/connection-config.repository.js";
import type { Database, Repositories } from "../../store/database.js";
import type { ViewForgetter } from "../events/views/view.model.js";
import { changedMeanwhile, notFound } from "../outcomes.js";
import { mapPage, type Page, type PageWindow } from "../page.js";
import type { ConnectionConfig, FreeBusyReach, PermissionLevel } from "./connection.model.js";
import { toConnection } from "./connection-mapper.js";
import { type ConnectionMove, moveConnection, noteCreation } from "./connection-move.js";
import { assertUsableRegistration, cleanClientSecret, type RegistrationValues } from "./connection-rules.js";

/** A client secret as it was typed; it is cleaned and sealed before it is stored. */
export interface CredentialDraft {
  readonly clientSecret: Secret;
  readonly expiresAt: Date | null;
}

export interface ConnectionDraft extends RegistrationValues {
  readonly organizationId: string;
  readonly name: string;
  readonly credential: CredentialDraft | null;
  readonly permissionLevel?: PermissionLevel | undefined;
  readonly freeBusyReach?: FreeBusyReach | undefined;
  readonly visibility?: Visibility | undefined;
  readonly privateEvents?: Visibility | undefined;
}

export interface ConnectionChanges {
  readonly registration: { readonly [K in keyof RegistrationValues]?: RegistrationValues[K] | undefined };
  readonly name?: string | undefined;
  readonly credential?: CredentialDraft | undefined;
  /** For the stored credential, when no new one comes along. */
  readonly credentialExpiresAt?: Date | null | undefined;
  readonly isEnabled?: boolean | undefined;
  readonly permissionLevel?: PermissionLevel | undefined;
  readonly freeBusyReach?: FreeBusyReach | undefined;
  readonly visibility?: Visibility | undefined;
  readonly privateEvents?: Visibility | undefined;
}

export interface ConnectionServiceDeps {
  readonly db: Database;
  readonly vault: CredentialVault;
  readonly tokens: AppTokenSource;
  readonly emulator: EmulatorUrls;
  readonly views: ViewForgetter;
}

/** Connections to Microsoft 365 as administrators configure them. */
export class ConnectionService {
  constructor(private readonly deps: ConnectionServiceDeps) {}

  async getMany(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, ConnectionConfig>> {
    const rows = await this.deps.db.connections.byIds(ids, viewer.organizationId);
    return new Map([...rows].map(([id, row]) => [id, toConnection(row)]));
  }

  async listOfOrganization(
    viewer: Viewer,
    organizationId: string,
    window: PageWindow,
  ): Promise<Page<ConnectionConfig>> {
    assertCan(viewer, "connection:read", organizationId);
    return mapPage(await this.deps.db.connections.page({ ...window, filter: { organizationId } }), toConnection);
  }

  /** Stores the connection and its sealed credential, both or neither. */
  async create(viewer: Viewer, { credential, ...draft }: ConnectionDraft): Promise<ConnectionConfig> {
    await this.#requireOrganization(viewer, draft.organizationId);
    assertCan(viewer, "connection:manage", draft.organizationId);
    const registration = this.#checked(draft);
    const cleaned = credential && clean(credential);
    const { permissionLevel = "READ_WRITE", freeBusyReach = "SPECIFIED" } = draft;
    const { visibility = DEFAULT_VISIBILITY.visibility, privateEvents = DEFAULT_VISIBILITY.privateEvents } = draft;
    const row = await this.deps.db.transaction(async (repositories) => {
      const values = {
        ...draft,
        ...registration,
        permissionLevel,
        freeBusyReach,
        visibility,
        privateEvents,
        state: "DRAFT",
        stateCause: "CREATED",
      } as const;
      const inserted = await repositories.connections.insert(values);
      await noteCreation(repositories, inserted, viewer.apiKeyId);
      return cleaned === null ? inserted : this.#seal(inserted, cleaned, repositories);
    });
    return toConnection(row);
  }

  /** A change of cloud, tenant or client ID drops the credential, which belonged to the former ones, unless a new one comes along. */
  async update(viewer: Viewer, id: string, changes: ConnectionChanges): Promise<ConnectionConfig> {
    const row = await this.#require(viewer, id);
    assertCan(viewer, "connection:manage", row.organizationId);
    const registration = this.#checked({ ...row, ...given(changes.registration) });
    const cleaned = changes.credential && clean(changes.credential);
    const isOther = (["cloud", "tenantId", "clientId"] as const).some((name) => registration[name] !== row[name]);
    const expiry = expiryFor(changes, isOther);
    const updated = await this.deps.db.transaction(async (repositories) => {
      const { name, permissionLevel, freeBusyReach, visibility, privateEvents } = changes;
      const use = { permissionLevel, freeBusyReach, visibility, privateEvents };
      const patch: ConnectionPatch = { ...registration, name, ...use };
      const move = moveFor(row, changes, isOther || isOtherUse(row, registration, changes));
      const changed = await (move === null
        ? repositories.connections.update(id, row.rowVersion, patch)
        : moveConnection(repositories, row, { ...move, actor: viewer.apiKeyId }, patch));
      if (changed === null) throw changedMeanwhile("connection");
      if (expiry !== undefined) await noteExpiry(changed, expiry, repositories);
      if (cleaned !== undefined) return this.#seal(changed, cleaned, repositories);
      return isOther ? this.#drop(changed, repositories) : changed;
    });
    await this.deps.views.forget(id);
    return toConnection(updated);
  }

  async delete(viewer: Viewer, id: string): Promise<void> {
    const row = await this.#require(viewer, id);
    assertCan(viewer, "connection:manage", row.organizationId);
    const isDeleted = await this.deps.db.connections.delete(id);
    this.deps.tokens.forget(id);
    await this.deps.views.forget(id);
    if (!isDeleted) throw notFound("connection");
  }

  /** True when some connection is of the emulator, which production refuses. */
  async hasEmulatorConnection(): Promise<boolean> {
    const page = await this.deps.db.connections.page({ first: 1, filter: { organizationId: null, cloud: "EMULATOR" } });
    return page.rows.length > 0;
  }

  #checked(values: RegistrationValues): RegistrationValues {
    const registration = {
      cloud: values.cloud,
      access: values.access,
      supportedAccountTypes: values.supportedAccountTypes,
      tenantId: values.tenantId.trim().toLowerCase(),
      clientId: values.clientId.trim().toLowerCase(),
    };
    assertUsableRegistration(registration);
    this.#assertCloud(registration.cloud);
    return registration;
  }

  #assertCloud(cloud: Cloud): void {
    if (cloud !== "EMULATOR" || this.deps.emulator !== undefined) return;
    throw new AppError("INVALID_INPUT", "This gateway has no tenant emulator. Choose the cloud of the real tenant.", {
      path: ["cloud"],
    });
  }

  async #seal(row: ConnectionRow, { clientSecret, expiresAt }: CredentialDraft, repositories: Repositories) {
    const sealed = await this.deps.vault.setSecret(row, clientSecret, expiresAt, repositories);
    if (sealed === null) throw changedMeanwhile("connection");
    return sealed;
  }

  async #drop(row: ConnectionRow, repositories: Repositories) {
    const cleared = await this.deps.vault.clear(row, repositories);
    if (cleared === null) throw changedMeanwhile("connection");
    return cleared;
  }

  async #require(viewer: Viewer, id: string): Promise<ConnectionRow> {
    const row = (await this.deps.db.connections.byIds([id], viewer.organizationId)).get(id);
    if (row === undefined) throw notFound("connection");
    return row;
  }

  async #requireOrganization(viewer: Viewer, id: string): Promise<void> {
    const found = await this.deps.db.organizations.byIds([id], viewer.organizationId);
    if (!found.has(id)) throw notFound("organization", ["organizationId"]);
  }
}

function clean({ clientSecret, expiresAt }: CredentialDraft): CredentialDraft {
  return { clientSecret: new Secret(cleanClientSecret(clientSecret.reveal())), expiresAt };
}

/** Changes that leave the credential good, and yet put in question what was verified. */
function isOtherUse(row: ConnectionRow, registration: RegistrationValues, changes: ConnectionChanges): boolean {
  return (
    registration.access !== row.access ||
    registration.supportedAccountTypes !== row.supportedAccountTypes ||
    isMore(changes.permissionLevel, row.permissionLevel)
  );
}

/** Less than before was proven with what was verified; more was not. */
function isMore(asked: PermissionLevel | undefined, former: PermissionLevel): boolean {
  return asked !== undefined && PERMISSION_LEVELS.indexOf(asked) < PERMISSION_LEVELS.indexOf(former);
}

/** New values or a new credential must be verified again; switching off and on is remembered as its own state. */
function moveFor(row: ConnectionRow, changes: ConnectionChanges, isOther: boolean): ConnectionMove | null {
  if (changes.isEnabled === false) return { cause: "SWITCHED_OFF", reason: "Switched off by an administrator." };
  const reason = "Changed since the last verification.";
  if (changes.isEnabled === true && row.state === "DISABLED") return { cause: "SWITCHED_ON", reason };
  return isOther || changes.credential !== undefined ? { cause: "CHANGED", reason } : null;
}

/** An expiry alone, for the stored secret; undefined when there is none to note. */
function expiryFor(changes: ConnectionChanges, isOther: boolean): Date | null | undefined {
  const { credential, credentialExpiresAt } = changes;
  if (credential !== undefined || credentialExpiresAt === undefined) return undefined;
  if (isOther) throw expiryOfNothing();
  return credentialExpiresAt;
}

/** An expiry belongs to the current client secret: that of a certificate is known from itself. */
async function noteExpiry(row: ConnectionRow, expiresAt: Date | null, { credentials }: Repositories): Promise<void> {
  const all = await credentials.ofConnections([row.id], row.organizationId);
  const secret = all.find(({ kind, state }) => kind === "CLIENT_SECRET" && state === "CURRENT");
  if (secret === undefined) throw expiryOfNothing();
  await credentials.update(secret.id, secret.rowVersion, { expiresAt, warnedDays: null });
}

function expiryOfNothing(): AppError {
  return new AppError(
    "INVALID_INPUT",
    "There is no client secret that this expiry could belong to. Enter one with it.",
    { path: ["clientSecretExpiresAt"] },
  );
}
