import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from "typeorm";
import { instant } from "./column-transformers.js";
import { Mailbox } from "./mailbox.entity.js";
import { Organization } from "./organization.entity.js";

/**
 * An id of Graph's that this gateway gave up, and the one that took its place: that of the copy of a moved event, or of the
 * same occurrence in the later half of a series. Nothing of what events say.
 */
@Entity({ name: "event_alias" })
@Unique("uq_event_alias_former", ["mailboxId", "formerKey"])
@Index("ix_event_alias_present", ["mailboxId", "presentKey"])
@Index("ix_event_alias_change", ["mailboxId", "changeId"])
@Index("ix_event_alias_created", ["createdAt"])
export class EventAlias {
  @PrimaryColumn("varchar", { name: "id", length: 26 }) id!: string;
  @Column("varchar", { name: "organization_id", length: 26 })
  @ForeignKey(() => Organization, { name: "fk_event_alias_organization", onDelete: "CASCADE" })
  organizationId!: string;
  @Column("varchar", { name: "mailbox_id", length: 26 })
  @ForeignKey(() => Mailbox, { name: "fk_event_alias_mailbox", onDelete: "CASCADE" })
  mailboxId!: string;
  /** SHA-256 of the former id, which is only ever compared. */
  @Column("varchar", { name: "former_key", length: 43 }) formerKey!: string;
  /** Likewise of the present one, so that chains are found. */
  @Column("varchar", { name: "present_key", length: 43 }) presentKey!: string;
  @Column("text", { name: "present_graph_id" }) presentGraphId!: string;
  /** The move or split that wrote it. */
  @Column("varchar", { name: "change_id", length: 43 }) changeId!: string;
  @Column("bigint", { name: "created_at", transformer: instant }) createdAt!: Date;
}
