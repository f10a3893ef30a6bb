import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from "typeorm";

const varchar = (name: string, length: number): TableColumnOptions => ({ name, type: "varchar", length: `${length}` });

const cascade = (name: string, column: string, table: string) => ({
  name,
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ["id"],
  onDelete: "CASCADE",
});

const eventIdentity = new Table({
  name: "event_identity",
  columns: [
    { ...varchar("id", 26), isPrimary: true },
    varchar("organization_id", 26),
    varchar("mailbox_id", 26),
    varchar("graph_key", 43),
    { name: "i_cal_uid", type: "text" },
    varchar("kind", 10),
    { ...varchar("master_key", 43), isNullable: true },
    { name: "master_graph_id", type: "text", isNullable: true },
    { name: "original_start", type: "bigint", isNullable: true },
    { name: "time_zone", type: "text", isNullable: true },
    { name: "last_seen_at", type: "bigint" },
  ],
  uniques: [{ name: "uq_event_identity_graph_key", columnNames: ["mailbox_id", "graph_key"] }],
  indices: [
    { name: "ix_event_identity_master", columnNames: ["mailbox_id", "master_key"] },
    { name: "ix_event_identity_seen", columnNames: ["mailbox_id", "last_seen_at"] },
    { name: "ix_event_identity_last_seen", columnNames: ["last_seen_at"] },
  ],
  foreignKeys: [
    cascade("fk_event_identity_organization", "organization_id", "organization"),
    cascade("fk_event_identity_mailbox", "mailbox_id", "mailbox"),
  ],
});

/** Which meeting an event's id is of, for when Microsoft gives the event another id. */
export class CreateEventIdentity1795950000000 implements MigrationInterface {
  readonly name = "CreateEventIdentity1795950000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(eventIdentity.clone());
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(eventIdentity.name);
  }
}
