import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique, VersionColumn } from "typeorm";
import { instant, lowerCase } from "./column-transformers.js";
import { ConnectionConfig } from "./connection-config.entity.js";
import { Mailbox } from "./mailbox.entity.js";
import { Organization } from "./organization.entity.js";

/** Its mail waits; the mail server took it; it was given up; or no mail, because the link was handed out. */
export const INVITATION_DELIVERIES = ["PENDING", "SENT", "FAILED", "HANDED_OUT"] as const;
export type InvitationDelivery = (typeof INVITATION_DELIVERIES)[number];

/** One person asked to connect one mailbox. */
@Entity({ name: "invitation" })
@Unique("uq_invitation_token_hash", ["tokenHash"])
@Index("ix_invitation_connection", ["connectionId", "id"])
@Index("ix_invitation_mailbox", ["mailboxId", "id"])
@Index("ix_invitation_next_attempt", ["nextAttemptAt"])
export class Invitation {
  @PrimaryColumn("varchar", { name: "id", length: 26 }) id!: string;
  @Column("varchar", { name: "organization_id", length: 26 })
  @ForeignKey(() => Organization, { name: "fk_invitation_organization", onDelete: "CASCADE" })
  organizationId!: string;
  @Column("varchar", { name: "connection_id", length: 26 })
  @ForeignKey(() => ConnectionConfig, { name: "fk_invitation_connection", onDelete: "CASCADE" })
  connectionId!: string;
  @Column("varchar", { name: "mailbox_id", length: 26 })
  @ForeignKey(() => Mailbox, { name: "fk_invitation_mailbox", onDelete: "CASCADE" })
  mailboxId!: string;
  /** Who is invited: the mail goes there, and this account alone may sign in. */
  @Column("varchar", { name: "address", length: 320, transformer: lowerCase }) address!: string;
  /** What whoever invites adds in words of their own. */
  @Column("text", { name: "note", nullable: true }) note!: string | null;
  /** SHA-256 of the one token that works; null until its mail is sent. The token itself is stored nowhere. */
  @Column("varchar", { name: "token_hash", length: 64, nullable: true }) tokenHash!: string | null;
  @Column("varchar", { name: "delivery", length: 16 }) delivery!: InvitationDelivery;
  /** How often its mail was tried since it was last asked for. */
  @Column("integer", { name: "attempts" }) attempts!: number;
  /** When its mail is due; while it is being sent, when another process may try. Null when there is none to send. */
  @Column("bigint", { name: "next_attempt_at", nullable: true, transformer: instant }) nextAttemptAt!: Date | null;
  /** Why the last attempt failed, in a sentence of ours. */
  @Column("text", { name: "delivery_fault", nullable: true }) deliveryFault!: string | null;
  /** Row id of the API key that asked for it. */
  @Column("varchar", { name: "created_by", length: 64, nullable: true }) createdBy!: string | null;
  @Column("bigint", { name: "created_at", transformer: instant }) createdAt!: Date;
  @Column("bigint", { name: "expires_at", transformer: instant }) expiresAt!: Date;
  @Column("bigint", { name: "sent_at", nullable: true, transformer: instant }) sentAt!: Date | null;
  /** When its page was first shown, to a person or to a program that checks links. */
  @Column("bigint", { name: "opened_at", nullable: true, transformer: instant }) openedAt!: Date | null;
  @Column("bigint", { name: "used_at", nullable: true, transformer: instant }) usedAt!: Date | null;
  @Column("bigint", { name: "revoked_at", nullable: true, transformer: instant }) revokedAt!: Date | null;
  @VersionColumn({ type: "integer", name: "row_version" }) rowVersion!: number;
}
