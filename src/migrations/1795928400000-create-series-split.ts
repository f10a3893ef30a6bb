import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from "typeorm";

const text = (name: string): TableColumnOptions => ({ name, type: "text" });
const varchar = (name: string, length: number): TableColumnOptions => ({ name, type: "varchar", length: `${length}` });
const instant = (name: string): TableColumnOptions => ({ name, type: "bigint" });

const cascade = (name: string, column: string, table: string) => ({
  name,
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ["id"],
  onDelete: "CASCADE",
});

const seriesSplit = new Table({
  name: "series_split",
  columns: [
    { ...varchar("id", 26), isPrimary: true },
    varchar("organization_id", 26),
    varchar("mailbox_id", 26),
    varchar("fingerprint", 64),
    varchar("state", 12),
    text("plan"),
    { ...text("new_graph_id"), isNullable: true },
    instant("created_at"),
    instant("touched_at"),
    { name: "row_version", type: "integer" },
  ],
  uniques: [{ name: "uq_series_split_fingerprint", columnNames: ["mailbox_id", "fingerprint"] }],
  indices: [{ name: "ix_series_split_state", columnNames: ["state", "touched_at"] }],
  foreignKeys: [
    cascade("fk_series_split_organization", "organization_id", "organization"),
    cascade("fk_series_split_mailbox", "mailbox_id", "mailbox"),
  ],
});

/** Series that are being cut in two. */
export class CreateSeriesSplit1795928400000 implements MigrationInterface {
  readonly name = "CreateSeriesSplit1795928400000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(seriesSplit.clone());
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(seriesSplit.name);
  }
}
