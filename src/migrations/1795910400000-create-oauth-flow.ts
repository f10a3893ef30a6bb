import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from "typeorm";

const text = (name: string): TableColumnOptions => ({ name, type: "text" });
const varchar = (name: string, length: number): TableColumnOptions => ({ name, type: "varchar", length: `${length}` });
const instant = (name: string): TableColumnOptions => ({ name, type: "bigint" });
const optional = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isNullable: true });

const cascade = (name: string, column: string, table: string) => ({
  name,
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ["id"],
  onDelete: "CASCADE",
});

const oauthFlow = new Table({
  name: "oauth_flow",
  columns: [
    { ...varchar("id", 26), isPrimary: true },
    varchar("organization_id", 26),
    varchar("connection_id", 26),
    optional(varchar("mailbox_id", 26)),
    optional(varchar("invitation_id", 26)),
    varchar("kind", 24),
    varchar("authority", 255),
    optional(varchar("expected_address", 320)),
    varchar("handle_hash", 64),
    optional(varchar("state_hash", 64)),
    optional(varchar("binding_hash", 64)),
    optional(text("attempt_sealed")),
    optional(text("outcome")),
    instant("created_at"),
    instant("expires_at"),
    optional(instant("started_at")),
    optional(instant("used_at")),
    { name: "row_version", type: "integer" },
  ],
  uniques: [
    { name: "uq_oauth_flow_handle_hash", columnNames: ["handle_hash"] },
    { name: "uq_oauth_flow_state_hash", columnNames: ["state_hash"] },
  ],
  indices: [
    { name: "ix_oauth_flow_organization", columnNames: ["organization_id", "kind", "expires_at"] },
    { name: "ix_oauth_flow_expires_at", columnNames: ["expires_at"] },
  ],
  foreignKeys: [
    cascade("fk_oauth_flow_organization", "organization_id", "organization"),
    cascade("fk_oauth_flow_connection", "connection_id", "connection_config"),
    cascade("fk_oauth_flow_mailbox", "mailbox_id", "mailbox"),
  ],
});

/** Sign-ins and consents under way. */
export class CreateOauthFlow1795910400000 implements MigrationInterface {
  readonly name = "CreateOauthFlow1795910400000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(oauthFlow.clone());
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(oauthFlow.name);
  }
}
