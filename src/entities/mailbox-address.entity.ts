import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from "typeorm";
import { lowerCase } from "./column-transformers.js";
import { ConnectionConfig } from "./connection-config.entity.js";
import { Mailbox } from "./mailbox.entity.js";
import { Organization } from "./organization.entity.js";

/** Another address of a specified mailbox, as the directory named it: an alias, a former address or the sign-in name. */
@Entity({ name: "mailbox_address" })
@Unique("uq_mailbox_address_address", ["connectionId", "address"])
@Index("ix_mailbox_address_mailbox", ["mailboxId", "id"])
@Index("ix_mailbox_address_organization", ["organizationId", "address"])
export class MailboxAddress {
  @PrimaryColumn("varchar", { name: "id", length: 26 }) id!: string;
  @Column("varchar", { name: "organization_id", length: 26 })
  @ForeignKey(() => Organization, { name: "fk_mailbox_address_organization", onDelete: "CASCADE" })
  organizationId!: string;
  @Column("varchar", { name: "connection_id", length: 26 })
  @ForeignKey(() => ConnectionConfig, { name: "fk_mailbox_address_connection", onDelete: "CASCADE" })
  connectionId!: string;
  @Column("varchar", { name: "mailbox_id", length: 26 })
  @ForeignKey(() => Mailbox, { name: "fk_mailbox_address_mailbox", onDelete: "CASCADE" })
  mailboxId!: string;
  @Column("varchar", { name: "address", length: 320, transformer: lowerCase }) address!: string;
}
