import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique, VersionColumn } from "typeorm";
import { instant, json, lowerCase } from "./column-transformers.js";
import { ConnectionConfig } from "./connection-config.entity.js";
import { Mailbox } from "./mailbox.entity.js";
import { Organization } from "./organization.entity.js";

export const OAUTH_FLOW_KINDS = ["MAILBOX_AUTHORIZATION", "ADMIN_CONSENT"] as const;
export type OauthFlowKind = (typeof OAUTH_FLOW_KINDS)[number];

/** One visit to Microsoft's sign-in, from the link that begins it to what came of it. Good once, and not for long. */
@Entity({ name: "oauth_flow" })
@Unique("uq_oauth_flow_handle_hash", ["handleHash"])
@Unique("uq_oauth_flow_state_hash", ["stateHash"])
@Index("ix_oauth_flow_organization", ["organizationId", "kind", "expiresAt"])
@Index("ix_oauth_flow_expires_at", ["expiresAt"])
export class OauthFlow {
  @PrimaryColumn("varchar", { name: "id", length: 26 }) id!: string;
  @Column("varchar", { name: "organization_id", length: 26 })
  @ForeignKey(() => Organization, { name: "fk_oauth_flow_organization", onDelete: "CASCADE" })
  organizationId!: string;
  @Column("varchar", { name: "connection_id", length: 26 })
  @ForeignKey(() => ConnectionConfig, { name: "fk_oauth_flow_connection", onDelete: "CASCADE" })
  connectionId!: string;
  /** The mailbox to connect; null for one that is specified by its address alone, and for an administrator's consent. */
  @Column("varchar", { name: "mailbox_id", length: 26, nullable: true })
  @ForeignKey(() => Mailbox, { name: "fk_oauth_flow_mailbox", onDelete: "CASCADE" })
  mailboxId!: string | null;
  @Column("varchar", { name: "invitation_id", length: 26, nullable: true }) invitationId!: string | null;
  @Column("varchar", { name: "kind", length: 24 }) kind!: OauthFlowKind;
  /** Tenant, or `organizations`, `common`, `consumers`: the authority that both legs of the flow use. */
  @Column("varchar", { name: "authority", length: 255 }) authority!: string;
  /** The account that must sign in; null where any administrator of the tenant may. */
  @Column("varchar", { name: "expected_address", length: 320, nullable: true, transformer: lowerCase })
  expectedAddress!: string | null;
  /** SHA-256 of the handle in the link that begins the flow. */
  @Column("varchar", { name: "handle_hash", length: 64 }) handleHash!: string;
  /** SHA-256 of the `state` that went to Microsoft; null until a browser has begun. */
  @Column("varchar", { name: "state_hash", length: 64, nullable: true }) stateHash!: string | null;
  /** SHA-256 of the cookie of the browser that began. */
  @Column("varchar", { name: "binding_hash", length: 64, nullable: true }) bindingHash!: string | null;
  /** State, nonce and PKCE verifier, sealed. Removed when the flow is used. */
  @Column("text", { name: "attempt_sealed", nullable: true }) attemptSealed!: string | null;
  /** What came of it, for the page that tells; its shape belongs to the service that made it. */
  @Column("text", { name: "outcome", nullable: true, transformer: json }) outcome!: unknown;
  @Column("bigint", { name: "created_at", transformer: instant }) createdAt!: Date;
  @Column("bigint", { name: "expires_at", transformer: instant }) expiresAt!: Date;
  /** When the browser was sent to Microsoft for the attempt that counts. */
  @Column("bigint", { name: "started_at", nullable: true, transformer: instant }) startedAt!: Date | null;
  @Column("bigint", { name: "used_at", nullable: true, transformer: instant }) usedAt!: Date | null;
  @VersionColumn({ type: "integer", name: "row_version" }) rowVersion!: number;
}
