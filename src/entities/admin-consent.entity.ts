import { Column, Entity, ForeignKey, PrimaryColumn, Unique, VersionColumn } from "typeorm";
import { instant, json } from "./column-transformers.js";
import { ConnectionConfig } from "./connection-config.entity.js";
import { Organization } from "./organization.entity.js";

/** That an administrator of a tenant consented, when, and what was seen of it. */
@Entity({ name: "admin_consent" })
@Unique("uq_admin_consent_tenant", ["connectionId", "tenantId"])
export class AdminConsent {
  @PrimaryColumn("varchar", { name: "id", length: 26 }) id!: string;
  @Column("varchar", { name: "organization_id", length: 26 })
  @ForeignKey(() => Organization, { name: "fk_admin_consent_organization", onDelete: "CASCADE" })
  organizationId!: string;
  @Column("varchar", { name: "connection_id", length: 26 })
  @ForeignKey(() => ConnectionConfig, { name: "fk_admin_consent_connection", onDelete: "CASCADE" })
  connectionId!: string;
  @Column("varchar", { name: "tenant_id", length: 36 }) tenantId!: string;
  @Column("bigint", { name: "consented_at", transformer: instant }) consentedAt!: Date;
  /** Permissions that the tenant's token shows; null where no token can show them before somebody signs in. */
  @Column("text", { name: "granted", nullable: true, transformer: json }) granted!: string[] | null;
  /** Permissions that are required and were not seen. */
  @Column("text", { name: "missing", transformer: json }) missing!: string[];
  @VersionColumn({ type: "integer", name: "row_version" }) rowVersion!: number;
}
