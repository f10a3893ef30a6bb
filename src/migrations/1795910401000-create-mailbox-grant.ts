import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from "typeorm";

const text = (name: string): TableColumnOptions => ({ name, type: "text" });
const varchar = (name: string, length: number): TableColumnOptions => ({ name, type: "varchar", length: `${length}` });
const instant = (name: string): TableColumnOptions => ({ name, type: "bigint" });
const optional = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isNullable: true });
const id: TableColumnOptions = { ...varchar("id", 26), isPrimary: true };
const rowVersion: TableColumnOptions = { name: "row_version", type: "integer" };

const cascade = (name: string, column: string, table: string) => ({
  name,
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ["id"],
  onDelete: "CASCADE",
});

const mailboxGrant = new Table({
  name: "mailbox_grant",
  columns: [
    id,
    varchar("organization_id", 26),
    varchar("connection_id", 26),
    varchar("mailbox_id", 26),
    varchar("tenant_id", 36),
    varchar("home_account_id", 200),
    varchar("account_name", 320),
    text("scopes"),
    text("cache_sealed"),
    varchar("state", 16),
    optional(varchar("state_code", 64)),
    instant("granted_at"),
    instant("refreshed_at"),
    instant("lease_until"),
    rowVersion,
  ],
  uniques: [{ name: "uq_mailbox_grant_mailbox", columnNames: ["mailbox_id"] }],
  indices: [{ name: "ix_mailbox_grant_connection", columnNames: ["connection_id", "id"] }],
  foreignKeys: [
    cascade("fk_mailbox_grant_organization", "organization_id", "organization"),
    cascade("fk_mailbox_grant_connection", "connection_id", "connection_config"),
    cascade("fk_mailbox_grant_mailbox", "mailbox_id", "mailbox"),
  ],
});

const adminConsent = new Table({
  name: "admin_consent",
  columns: [
    id,
    varchar("organization_id", 26),
    varchar("connection_id", 26),
    varchar("tenant_id", 36),
    instant("consented_at"),
    optional(text("granted")),
    text("missing"),
    rowVersion,
  ],
  uniques: [{ name: "uq_admin_consent_tenant", columnNames: ["connection_id", "tenant_id"] }],
  foreignKeys: [
    cascade("fk_admin_consent_organization", "organization_id", "organization"),
    cascade("fk_admin_consent_connection", "connection_id", "connection_config"),
  ],
});

/** What people and administrators granted: the token cache of each signed-in mailbox, and consents of tenants. */
export class CreateMailboxGrant1795910401000 implements MigrationInterface {
  readonly name = "CreateMailboxGrant1795910401000";

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [mailboxGrant, adminConsent]) await runner.createTable(table.clone());
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [adminConsent, mailboxGrant]) await runner.dropTable(table.name);
  }
}
