import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from "typeorm";
import { instant } from "./column-transformers.js";
import { Organization } from "./organization.entity.js";
import type { Visibility } from "./visibility.js";

/** What a key may do, highest first. OWNER is of the whole server, the others are of one organization. */
export const ROLES = ["OWNER", "ADMIN", "WRITER", "READER"] as const;
export type Role = (typeof ROLES)[number];

/** A key that calls the gateway. The key itself is shown once and never stored. */
@Entity({ name: "api_key" })
@Unique("uq_api_key_key_hash", ["keyHash"])
@Index("ix_api_key_organization", ["organizationId", "id"])
export class ApiKey {
  @PrimaryColumn("varchar", { name: "id", length: 26 }) id!: string;
  /** Null for a key of the whole server (OWNER). */
  @Column("varchar", { name: "organization_id", length: 26, nullable: true })
  @ForeignKey(() => Organization, { name: "fk_api_key_organization", onDelete: "CASCADE" })
  organizationId!: string | null;
  @Column("varchar", { name: "name", length: 200 }) name!: string;
  @Column("varchar", { name: "role", length: 16 }) role!: Role;
  @Column("varchar", { name: "visibility", length: 16, default: "FULL" }) visibility!: Visibility;
  @Column("varchar", { name: "private_events", length: 16, default: "BUSY_ONLY" }) privateEvents!: Visibility;
  /** SHA-256 of the whole token, 64 hexadecimal digits. */
  @Column("varchar", { name: "key_hash", length: 64 }) keyHash!: string;
  /** The token's first characters: enough to recognize a key, far too few to guess it. */
  @Column("varchar", { name: "hint", length: 16 }) hint!: string;
  @Column("bigint", { name: "created_at", transformer: instant }) createdAt!: Date;
  @Column("bigint", { name: "expires_at", nullable: true, transformer: instant }) expiresAt!: Date | null;
  @Column("bigint", { name: "revoked_at", nullable: true, transformer: instant }) revokedAt!: Date | null;
  @Column("bigint", { name: "last_used_at", nullable: true, transformer: instant }) lastUsedAt!: Date | null;
}
