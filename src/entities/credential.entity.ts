import { Column, Entity, ForeignKey, Index, PrimaryColumn, VersionColumn } from "typeorm";
import { instant } from "./column-transformers.js";
import { ConnectionConfig } from "./connection-config.entity.js";
import { Organization } from "./organization.entity.js";

/** How an application proves itself to Entra. */
export const CREDENTIAL_KINDS = ["CLIENT_SECRET", "CERTIFICATE", "FEDERATED"] as const;
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];

/** In use; made here and not yet known to Entra; or replaced and kept until somebody takes it away. */
export const CREDENTIAL_STATES = ["CURRENT", "CANDIDATE", "RETIRING"] as const;
export type CredentialState = (typeof CREDENTIAL_STATES)[number];

/** One way in which a connection's application can prove itself. */
@Entity({ name: "credential" })
@Index("ix_credential_connection", ["connectionId", "id"])
@Index("ux_credential_current", ["connectionId"], { unique: true, where: "state = 'CURRENT'" })
export class Credential {
  @PrimaryColumn("varchar", { name: "id", length: 26 }) id!: string;
  @Column("varchar", { name: "organization_id", length: 26 })
  @ForeignKey(() => Organization, { name: "fk_credential_organization", onDelete: "CASCADE" })
  organizationId!: string;
  @Column("varchar", { name: "connection_id", length: 26 })
  @ForeignKey(() => ConnectionConfig, { name: "fk_credential_connection", onDelete: "CASCADE" })
  connectionId!: string;
  @Column("varchar", { name: "kind", length: 32 }) kind!: CredentialKind;
  @Column("varchar", { name: "state", length: 16 }) state!: CredentialState;
  /** The connection's credential version at which it came: unique in its connection, so tokens can be told apart. */
  @Column("integer", { name: "version" }) version!: number;
  /** A sealed envelope, of the secret or the private key; only the credential vault reads or writes it. */
  @Column("text", { name: "sealed", nullable: true }) sealed!: string | null;
  /** The secret's first three characters, the certificate's SHA-256 thumbprint, or the token file's name. */
  @Column("varchar", { name: "hint", length: 64 }) hint!: string;
  /** The public certificate. */
  @Column("text", { name: "certificate_pem", nullable: true }) certificatePem!: string | null;
  /** Of a federated credential: where the other issuer's token is found, and what Entra compares. */
  @Column("text", { name: "token_file", nullable: true }) tokenFile!: string | null;
  @Column("text", { name: "issuer", nullable: true }) issuer!: string | null;
  @Column("text", { name: "subject", nullable: true }) subject!: string | null;
  @Column("text", { name: "audience", nullable: true }) audience!: string | null;
  @Column("bigint", { name: "set_at", transformer: instant }) setAt!: Date;
  @Column("bigint", { name: "expires_at", nullable: true, transformer: instant }) expiresAt!: Date | null;
  /** The last threshold before the expiry, in days, of which the log was told; 0 after it. */
  @Column("integer", { name: "warned_days", nullable: true }) warnedDays!: number | null;
  /** Since when Entra refuses it as expired. */
  @Column("bigint", { name: "refused_at", nullable: true, transformer: instant }) refusedAt!: Date | null;
  @VersionColumn({ type: "integer", name: "row_version" }) rowVersion!: number;
}
