import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique, VersionColumn } from "typeorm";
import { instant, json } from "./column-transformers.js";
import { ConnectionConfig } from "./connection-config.entity.js";
import { Mailbox } from "./mailbox.entity.js";
import { Organization } from "./organization.entity.js";

export const MAILBOX_GRANT_STATES = ["ACTIVE", "NEEDS_RECONNECT"] as const;
export type MailboxGrantState = (typeof MAILBOX_GRANT_STATES)[number];

/** What a person gave by signing in: the token cache of one mailbox, and of no other. */
@Entity({ name: "mailbox_grant" })
@Unique("uq_mailbox_grant_mailbox", ["mailboxId"])
@Index("ix_mailbox_grant_connection", ["connectionId", "id"])
export class MailboxGrant {
  @PrimaryColumn("varchar", { name: "id", length: 26 }) id!: string;
  @Column("varchar", { name: "organization_id", length: 26 })
  @ForeignKey(() => Organization, { name: "fk_mailbox_grant_organization", onDelete: "CASCADE" })
  organizationId!: string;
  @Column("varchar", { name: "connection_id", length: 26 })
  @ForeignKey(() => ConnectionConfig, { name: "fk_mailbox_grant_connection", onDelete: "CASCADE" })
  connectionId!: string;
  @Column("varchar", { name: "mailbox_id", length: 26 })
  @ForeignKey(() => Mailbox, { name: "fk_mailbox_grant_mailbox", onDelete: "CASCADE" })
  mailboxId!: string;
  /** Tenant of the account: with the object id the only lasting key of a person. */
  @Column("varchar", { name: "tenant_id", length: 36 }) tenantId!: string;
  /** MSAL's key of the account, `<object id>.<tenant>` of its home. */
  @Column("varchar", { name: "home_account_id", length: 200 }) homeAccountId!: string;
  /** The name that was signed in with, for people to recognize. */
  @Column("varchar", { name: "account_name", length: 320 }) accountName!: string;
  @Column("text", { name: "scopes", transformer: json }) scopes!: string[];
  /** MSAL's token cache, sealed; only the grant vault reads or writes it. */
  @Column("text", { name: "cache_sealed" }) cacheSealed!: string;
  @Column("varchar", { name: "state", length: 16 }) state!: MailboxGrantState;
  /** Microsoft's code for why a new sign-in is needed. */
  @Column("varchar", { name: "state_code", length: 64, nullable: true }) stateCode!: string | null;
  @Column("bigint", { name: "granted_at", transformer: instant }) grantedAt!: Date;
  @Column("bigint", { name: "refreshed_at", transformer: instant }) refreshedAt!: Date;
  /** Until then one process alone may ask Microsoft for this mailbox's next token. */
  @Column("bigint", { name: "lease_until", transformer: instant }) leaseUntil!: Date;
  @VersionColumn({ type: "integer", name: "row_version" }) rowVersion!: number;
}
