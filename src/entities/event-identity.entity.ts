import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from "typeorm";
import { instant } from "./column-transformers.js";
import { Mailbox } from "./mailbox.entity.js";
import { Organization } from "./organization.entity.js";

/** EVENT: a single event or a master. LISTED: from a list that did not say which of these it is, or whether an occurrence. */
export type EventIdentityKind = "EVENT" | "OCCURRENCE" | "LISTED";

/** Which meeting, or which slot of which series, an id of Graph's is. Nothing of what events say. */
@Entity({ name: "event_identity" })
@Unique("uq_event_identity_graph_key", ["mailboxId", "graphKey"])
@Index("ix_event_identity_master", ["mailboxId", "masterKey"])
@Index("ix_event_identity_seen", ["mailboxId", "lastSeenAt"])
@Index("ix_event_identity_last_seen", ["lastSeenAt"])
export class EventIdentity {
  @PrimaryColumn("varchar", { name: "id", length: 26 }) id!: string;
  @Column("varchar", { name: "organization_id", length: 26 })
  @ForeignKey(() => Organization, { name: "fk_event_identity_organization", onDelete: "CASCADE" })
  organizationId!: string;
  @Column("varchar", { name: "mailbox_id", length: 26 })
  @ForeignKey(() => Mailbox, { name: "fk_event_identity_mailbox", onDelete: "CASCADE" })
  mailboxId!: string;
  /** SHA-256 of the id, which is only ever compared. */
  @Column("varchar", { name: "graph_key", length: 43 }) graphKey!: string;
  @Column("text", { name: "i_cal_uid" }) iCalUId!: string;
  @Column("varchar", { name: "kind", length: 10 }) kind!: EventIdentityKind;
  /** Of an occurrence: SHA-256 of its master's id; where that was not told (LISTED), of the series' `iCalUId`. */
  @Column("varchar", { name: "master_key", length: 43, nullable: true }) masterKey!: string | null;
  /** Of an occurrence: its master's id, and where its slot begins by the series' rule and in which zone. */
  @Column("text", { name: "master_graph_id", nullable: true }) masterGraphId!: string | null;
  @Column("bigint", { name: "original_start", transformer: instant, nullable: true }) originalStart!: Date | null;
  /** As Graph calls it. */
  @Column("text", { name: "time_zone", nullable: true }) timeZone!: string | null;
  @Column("bigint", { name: "last_seen_at", transformer: instant }) lastSeenAt!: Date;
}
