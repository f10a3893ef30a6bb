import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from "typeorm";

const varchar = (name: string, length: number): TableColumnOptions => ({ name, type: "varchar", length: `${length}` });

const cascade = (name: string, column: string, table: string) => ({
  name,
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ["id"],
  onDelete: "CASCADE",
});

const eventAlias = new Table({
  name: "event_alias",
  columns: [
    { ...varchar("id", 26), isPrimary: true },
    varchar("organization_id", 26),
    varchar("mailbox_id", 26),
    varchar("former_key", 43),
    varchar("present_key", 43),
    { name: "present_graph_id", type: "text" },
    varchar("change_id", 43),
    { name: "created_at", type: "bigint" },
  ],
  uniques: [{ name: "uq_event_alias_former", columnNames: ["mailbox_id", "former_key"] }],
  indices: [
    { name: "ix_event_alias_present", columnNames: ["mailbox_id", "present_key"] },
    { name: "ix_event_alias_change", columnNames: ["mailbox_id", "change_id"] },
    { name: "ix_event_alias_created", columnNames: ["created_at"] },
  ],
  foreignKeys: [
    cascade("fk_event_alias_organization", "organization_id", "organization"),
    cascade("fk_event_alias_mailbox", "mailbox_id", "mailbox"),
  ],
});

/** Ids of events that this gateway gave up, and those that took their place. */
export class CreateEventAlias1795946400000 implements MigrationInterface {
  readonly name = "CreateEventAlias1795946400000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(eventAlias.clone());
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(eventAlias.name);
  }
}
