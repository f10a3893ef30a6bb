import { Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";
import { instant } from "./column-transformers.js";
import { ConnectionConfig } from "./connection-config.entity.js";

/** What real use has shown of a connection. A table of its own, so that noting it never collides with a change. */
@Entity({ name: "connection_health" })
export class ConnectionHealth {
  /** The connection's id. */
  @PrimaryColumn("varchar", { name: "id", length: 26 })
  @ForeignKey(() => ConnectionConfig, { name: "fk_connection_health_connection", onDelete: "CASCADE" })
  id!: string;
  @Column("bigint", { name: "last_success_at", nullable: true, transformer: instant }) lastSuccessAt!: Date | null;
  @Column("bigint", { name: "last_failure_at", nullable: true, transformer: instant }) lastFailureAt!: Date | null;
  @Column("varchar", { name: "last_error_code", length: 80, nullable: true }) lastErrorCode!: string | null;
  @Column("varchar", { name: "last_error_request_id", length: 64, nullable: true }) lastErrorRequestId!: string | null;
  @Column("integer", { name: "consecutive_failures" }) consecutiveFailures!: number;
}
