import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique, VersionColumn } from "typeorm";
import { instant, lowerCase } from "./column-transformers.js";
import { ConnectionConfig } from "./connection-config.entity.js";
import { Organization } from "./organization.entity.js";

export const MAILBOX_STATES = ["UNVERIFIED", "ACTIVE", "UNREACHABLE", "NEEDS_RECONNECT"] as const;
export type MailboxState = (typeof MAILBOX_STATES)[number];

/** A user whose calendars the administrator opened to the gateway through one connection. */
@Entity({ name: "mailbox" })
@Unique("uq_mailbox_address", ["connectionId", "address"])
@Index("ix_mailbox_organization", ["organizationId", "id"])
@Index("ix_mailbox_graph_user", ["connectionId", "graphUserId"])
@Index("ix_mailbox_connection", ["connectionId", "id"])
export class Mailbox {
  @PrimaryColumn("varchar", { name: "id", length: 26 }) id!: string;
  @Column("varchar", { name: "organization_id", length: 26 })
  @ForeignKey(() => Organization, { name: "fk_mailbox_organization", onDelete: "CASCADE" })
  organizationId!: string;
  @Column("varchar", { name: "connection_id", length: 26 })
  @ForeignKey(() => ConnectionConfig, { name: "fk_mailbox_connection", onDelete: "CASCADE" })
  connectionId!: string;
  /** Mail address or user principal name, in lower case. */
  @Column("varchar", { name: "address", length: 320, transformer: lowerCase }) address!: string;
  @Column("varchar", { name: "display_name", length: 256, nullable: true }) displayName!: string | null;
  /** The user's object id in Graph, once it is known. */
  @Column("varchar", { name: "graph_user_id", length: 36, nullable: true }) graphUserId!: string | null;
  /** When the directory last said whose it is; null: never, and a user id that stands here was entered by hand. */
  @Column("bigint", { name: "identity_read_at", nullable: true, transformer: instant }) identityReadAt!: Date | null;
  @Column("varchar", { name: "state", length: 16 }) state!: MailboxState;
  @Column("text", { name: "state_reason", nullable: true }) stateReason!: string | null;
  @Column("bigint", { name: "created_at", transformer: instant }) createdAt!: Date;
  @Column("bigint", { name: "updated_at", transformer: instant }) updatedAt!: Date;
  @VersionColumn({ type: "integer", name: "row_version" }) rowVersion!: number;
}
