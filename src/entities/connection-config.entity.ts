import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique, VersionColumn } from "typeorm";
import type { Cloud } from "../lib/clouds.js";
import { instant, json } from "./column-transformers.js";
import { Organization } from "./organization.entity.js";
import type { Visibility } from "./visibility.js";

/** Whether the gateway acts as itself or for a signed-in person. */
export const CONNECTION_ACCESS = ["APPLICATION", "DELEGATED"] as const;
export type ConnectionAccess = (typeof CONNECTION_ACCESS)[number];

/** The four choices of Entra's "Supported account types" form. */
export const SUPPORTED_ACCOUNT_TYPES = [
  "SINGLE_TENANT",
  "MULTI_TENANT",
  "MULTI_TENANT_AND_PERSONAL",
  "PERSONAL_ONLY",
] as const;
export type SupportedAccountTypes = (typeof SUPPORTED_ACCOUNT_TYPES)[number];

export const CONNECTION_STATES = [
  "DRAFT",
  "AWAITING_CONSENT",
  "ACTIVE",
  "DEGRADED",
  "NEEDS_RECONNECT",
  "DISABLED",
] as const;
export type ConnectionState = (typeof CONNECTION_STATES)[number];

/** How much of calendars a connection may use, whatever its application was granted; the most first. */
export const PERMISSION_LEVELS = ["READ_WRITE", "READ", "FREE_BUSY"] as const;
export type PermissionLevel = (typeof PERMISSION_LEVELS)[number];

/** Whose free and busy times a connection tells, beside those of its specified mailboxes; the fewest first. */
export type FreeBusyReach = "SPECIFIED" | "ROOMS" | "TENANT";

/** How one organization reaches one Microsoft 365 tenant. */
@Entity({ name: "connection_config" })
@Unique("uq_connection_config_name", ["organizationId", "name"])
@Index("ix_connection_config_organization", ["organizationId", "id"])
export class ConnectionConfig {
  @PrimaryColumn("varchar", { name: "id", length: 26 }) id!: string;
  @Column("varchar", { name: "organization_id", length: 26 })
  @ForeignKey(() => Organization, { name: "fk_connection_config_organization", onDelete: "CASCADE" })
  organizationId!: string;
  @Column("varchar", { name: "name", length: 200 }) name!: string;
  @Column("varchar", { name: "cloud", length: 16 }) cloud!: Cloud;
  @Column("varchar", { name: "access", length: 16 }) access!: ConnectionAccess;
  @Column("varchar", { name: "supported_account_types", length: 32 }) supportedAccountTypes!: SupportedAccountTypes;
  @Column("varchar", { name: "tenant_id", length: 255 }) tenantId!: string;
  @Column("varchar", { name: "client_id", length: 36 }) clientId!: string;
  /** Rises with each change among its credentials, so that what was read or got with an older one is dropped. */
  @Column("integer", { name: "credential_version" }) credentialVersion!: number;
  @Column("varchar", { name: "state", length: 32 }) state!: ConnectionState;
  @Column("text", { name: "state_reason", nullable: true }) stateReason!: string | null;
  /** Why it stands there: a cause of the connection's life, and Microsoft's code behind it. */
  @Column("varchar", { name: "state_cause", length: 32, nullable: true }) stateCause!: string | null;
  @Column("varchar", { name: "state_code", length: 80, nullable: true }) stateCode!: string | null;
  @Column("varchar", { name: "permission_level", length: 16, default: "READ_WRITE" }) permissionLevel!: PermissionLevel;
  @Column("varchar", { name: "free_busy_reach", length: 16, default: "SPECIFIED" }) freeBusyReach!: FreeBusyReach;
  @Column("varchar", { name: "visibility", length: 16, default: "FULL" }) visibility!: Visibility;
  @Column("varchar", { name: "private_events", length: 16, default: "BUSY_ONLY" }) privateEvents!: Visibility;
  /** Result of the last verification; its shape belongs to the service that made it. */
  @Column("text", { name: "last_verification", nullable: true, transformer: json }) lastVerification!: unknown;
  @Column("bigint", { name: "created_at", transformer: instant }) createdAt!: Date;
  @Column("bigint", { name: "updated_at", transformer: instant }) updatedAt!: Date;
  @VersionColumn({ type: "integer", name: "row_version" }) rowVersion!: number;
}
