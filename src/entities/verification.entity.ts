import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { instant, json } from "./column-transformers.js";
import { ConnectionConfig } from "./connection-config.entity.js";

export const VERIFICATION_STATES = ["RUNNING", "FINISHED", "INTERRUPTED"] as const;
export type VerificationState = (typeof VERIFICATION_STATES)[number];

/** One test of a connection, begun or ended. */
@Entity({ name: "verification" })
@Index("ix_verification_connection", ["connectionId", "id"])
export class Verification {
  @PrimaryColumn("varchar", { name: "id", length: 26 }) id!: string;
  @Column("varchar", { name: "organization_id", length: 26 }) organizationId!: string;
  @Column("varchar", { name: "connection_id", length: 26 })
  @ForeignKey(() => ConnectionConfig, { name: "fk_verification_connection", onDelete: "CASCADE" })
  connectionId!: string;
  @Column("varchar", { name: "state", length: 16 }) state!: VerificationState;
  @Column("boolean", { name: "passed" }) passed!: boolean;
  @Column("bigint", { name: "started_at", transformer: instant }) startedAt!: Date;
  @Column("bigint", { name: "finished_at", nullable: true, transformer: instant }) finishedAt!: Date | null;
  @Column("varchar", { name: "correlation_id", length: 64 }) correlationId!: string;
  /** Row id of the API key that asked for it. */
  @Column("varchar", { name: "actor", length: 64, nullable: true }) actor!: string | null;
  /** Its steps; their shape belongs to the service that made them. */
  @Column("text", { name: "checks", transformer: json }) checks!: unknown;
}
