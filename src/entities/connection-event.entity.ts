import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { instant } from "./column-transformers.js";
import { ConnectionConfig, type ConnectionState } from "./connection-config.entity.js";

/** One change in the life of a connection, as it happened; never changed afterwards. */
@Entity({ name: "connection_event" })
@Index("ix_connection_event_connection", ["connectionId", "id"])
export class ConnectionEvent {
  @PrimaryColumn("varchar", { name: "id", length: 26 }) id!: string;
  @Column("varchar", { name: "organization_id", length: 26 }) organizationId!: string;
  @Column("varchar", { name: "connection_id", length: 26 })
  @ForeignKey(() => ConnectionConfig, { name: "fk_connection_event_connection", onDelete: "CASCADE" })
  connectionId!: string;
  @Column("bigint", { name: "happened_at", transformer: instant }) happenedAt!: Date;
  @Column("varchar", { name: "from_state", length: 32, nullable: true }) from!: ConnectionState | null;
  @Column("varchar", { name: "to_state", length: 32 }) to!: ConnectionState;
  /** Why the change was made; the list of causes belongs to the service that makes changes. */
  @Column("varchar", { name: "cause", length: 32 }) cause!: string;
  @Column("text", { name: "reason", nullable: true }) reason!: string | null;
  /** Microsoft's code behind it. */
  @Column("varchar", { name: "code", length: 80, nullable: true }) code!: string | null;
  @Column("varchar", { name: "correlation_id", length: 64, nullable: true }) correlationId!: string | null;
  /** Row id of the API key that asked for it; null for the gateway itself. */
  @Column("varchar", { name: "actor", length: 64, nullable: true }) actor!: string | null;
}
