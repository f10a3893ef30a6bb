import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from "typeorm";

const text = (name: string): TableColumnOptions => ({ name, type: "text" });
const varchar = (name: string, length: number): TableColumnOptions => ({ name, type: "varchar", length: `${length}` });
const integer = (name: string): TableColumnOptions => ({ name, type: "integer" });
const instant = (name: string): TableColumnOptions => ({ name, type: "bigint" });
const optional = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isNullable: true });

const id: TableColumnOptions = { ...varchar("id", 26), isPrimary: true };
const changes = [instant("created_at"), instant("updated_at"), integer("row_version")];

const cascade = (name: string, column: string, table: string) => ({
  name,
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ["id"],
  onDelete: "CASCADE",
});

const organization = new Table({
  name: "organization",
  columns: [id, varchar("name", 200), varchar("slug", 100), text("email_domains"), ...changes],
  uniques: [{ name: "uq_organization_slug", columnNames: ["slug"] }],
});

const connectionConfig = new Table({
  name: "connection_config",
  columns: [
    id,
    varchar("organization_id", 26),
    varchar("name", 200),
    varchar("cloud", 16),
    varchar("access", 16),
    varchar("supported_account_types", 32),
    varchar("tenant_id", 255),
    varchar("client_id", 36),
    optional(varchar("credential_kind", 32)),
    optional(text("credential_sealed")),
    optional(varchar("credential_hint", 8)),
    integer("credential_version"),
    optional(instant("credential_set_at")),
    optional(instant("credential_expires_at")),
    varchar("state", 32),
    optional(text("state_reason")),
    optional(text("last_verification")),
    ...changes,
  ],
  uniques: [{ name: "uq_connection_config_name", columnNames: ["organization_id", "name"] }],
  indices: [{ name: "ix_connection_config_organization", columnNames: ["organization_id", "id"] }],
  foreignKeys: [cascade("fk_connection_config_organization", "organization_id", "organization")],
});

const mailbox = new Table({
  name: "mailbox",
  columns: [
    id,
    varchar("organization_id", 26),
    varchar("connection_id", 26),
    varchar("address", 320),
    optional(varchar("display_name", 256)),
    optional(varchar("graph_user_id", 36)),
    varchar("state", 16),
    optional(text("state_reason")),
    ...changes,
  ],
  uniques: [{ name: "uq_mailbox_address", columnNames: ["connection_id", "address"] }],
  indices: [
    { name: "ix_mailbox_organization", columnNames: ["organization_id", "id"] },
    { name: "ix_mailbox_connection", columnNames: ["connection_id", "id"] },
  ],
  foreignKeys: [
    cascade("fk_mailbox_organization", "organization_id", "organization"),
    cascade("fk_mailbox_connection", "connection_id", "connection_config"),
  ],
});

const apiKey = new Table({
  name: "api_key",
  columns: [
    id,
    optional(varchar("organization_id", 26)),
    varchar("name", 200),
    varchar("role", 16),
    varchar("key_hash", 64),
    varchar("hint", 16),
    instant("created_at"),
    optional(instant("expires_at")),
    optional(instant("revoked_at")),
    optional(instant("last_used_at")),
  ],
  uniques: [{ name: "uq_api_key_key_hash", columnNames: ["key_hash"] }],
  indices: [{ name: "ix_api_key_organization", columnNames: ["organization_id", "id"] }],
  foreignKeys: [cascade("fk_api_key_organization", "organization_id", "organization")],
});

/** The first tables: organizations, their connections and mailboxes, and the keys that may call the gateway. */
export class CreateCoreTables1767225600000 implements MigrationInterface {
  // TypeORM keeps the class's name in its table of executed migrations; a minifier must not change it.
  readonly name = "CreateCoreTables1767225600000";

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [organization, connectionConfig, mailbox, apiKey]) await runner.createTable(table.clone());
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [apiKey, mailbox, connectionConfig, organization]) await runner.dropTable(table.name);
  }
}
