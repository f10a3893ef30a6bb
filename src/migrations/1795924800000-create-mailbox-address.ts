import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from "typeorm";

const varchar = (name: string, length: number): TableColumnOptions => ({ name, type: "varchar", length: `${length}` });

const cascade = (name: string, column: string, table: string) => ({
  name,
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ["id"],
  onDelete: "CASCADE",
});

const mailboxAddress = new Table({
  name: "mailbox_address",
  columns: [
    { ...varchar("id", 26), isPrimary: true },
    varchar("organization_id", 26),
    varchar("connection_id", 26),
    varchar("mailbox_id", 26),
    varchar("address", 320),
  ],
  uniques: [{ name: "uq_mailbox_address_address", columnNames: ["connection_id", "address"] }],
  indices: [
    { name: "ix_mailbox_address_mailbox", columnNames: ["mailbox_id", "id"] },
    { name: "ix_mailbox_address_organization", columnNames: ["organization_id", "address"] },
  ],
  foreignKeys: [
    cascade("fk_mailbox_address_organization", "organization_id", "organization"),
    cascade("fk_mailbox_address_connection", "connection_id", "connection_config"),
    cascade("fk_mailbox_address_mailbox", "mailbox_id", "mailbox"),
  ],
});

/** Keeps the other addresses of specified mailboxes, and when they were read; mailboxes are found by Graph's id. */
export class CreateMailboxAddress1795924800000 implements MigrationInterface {
  // TypeORM keeps the class's name in its table of executed migrations; a minifier must not change it.
  readonly name = "CreateMailboxAddress1795924800000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(mailboxAddress.clone());
    // By SQL: TypeORM would rebuild the table on SQLite, and dropping the old one would delete every grant with it.
    await runner.query(`ALTER TABLE "mailbox" ADD COLUMN "identity_read_at" bigint`);
    await runner.query(`CREATE INDEX "ix_mailbox_graph_user" ON "mailbox" ("connection_id", "graph_user_id")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "ix_mailbox_graph_user"`);
    await runner.query(`ALTER TABLE "mailbox" DROP COLUMN "identity_read_at"`);
    await runner.dropTable("mailbox_address");
  }
}
