import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique, VersionColumn } from "typeorm";
import { instant, json } from "./column-transformers.js";
import { Mailbox } from "./mailbox.entity.js";
import { Organization } from "./organization.entity.js";

/**
 * PLANNED: the new half may or may not be there. CREATED: it is. TRUNCATED: the old half has ended. DONE: dates that were
 * cancelled are cancelled in the new half too. UNDOING: the new half has to go. UNDONE: nothing is left of the attempt.
 */
export const SERIES_SPLIT_STATES = ["PLANNED", "CREATED", "TRUNCATED", "DONE", "UNDOING", "UNDONE"] as const;
export type SeriesSplitState = (typeof SERIES_SPLIT_STATES)[number];

/** A series that is being cut in two, so that a process which dies half-way leaves no two halves overlapping. */
@Entity({ name: "series_split" })
@Unique("uq_series_split_fingerprint", ["mailboxId", "fingerprint"])
@Index("ix_series_split_state", ["state", "touchedAt"])
export class SeriesSplit {
  /** Also the mark and the transaction id of the new half. */
  @PrimaryColumn("varchar", { name: "id", length: 26 }) id!: string;
  @Column("varchar", { name: "organization_id", length: 26 })
  @ForeignKey(() => Organization, { name: "fk_series_split_organization", onDelete: "CASCADE" })
  organizationId!: string;
  @Column("varchar", { name: "mailbox_id", length: 26 })
  @ForeignKey(() => Mailbox, { name: "fk_series_split_mailbox", onDelete: "CASCADE" })
  mailboxId!: string;
  /** SHA-256 of what the caller asked for: the same call again goes on with the same attempt. */
  @Column("varchar", { name: "fingerprint", length: 64 }) fingerprint!: string;
  @Column("varchar", { name: "state", length: 12 }) state!: SeriesSplitState;
  /** Ids and dates of the work, and nothing of what the events say; its shape belongs to the service. */
  @Column("text", { name: "plan", transformer: json }) plan!: unknown;
  /** Graph's id of the new half. */
  @Column("text", { name: "new_graph_id", nullable: true }) newGraphId!: string | null;
  @Column("bigint", { name: "created_at", transformer: instant }) createdAt!: Date;
  /** When a process last worked on it. */
  @Column("bigint", { name: "touched_at", transformer: instant }) touchedAt!: Date;
  @VersionColumn({ type: "integer", name: "row_version" }) rowVersion!: number;
}
