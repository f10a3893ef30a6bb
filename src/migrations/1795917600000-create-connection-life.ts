import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from "typeorm";

const text = (name: string): TableColumnOptions => ({ name, type: "text" });
const varchar = (name: string, length: number): TableColumnOptions => ({ name, type: "varchar", length: `${length}` });
const integer = (name: string): TableColumnOptions => ({ name, type: "integer" });
const instant = (name: string): TableColumnOptions => ({ name, type: "bigint" });
const optional = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isNullable: true });

const id: TableColumnOptions = { ...varchar("id", 26), isPrimary: true };

const cascade = (name: string, column: string, table: string) => ({
  name,
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ["id"],
  onDelete: "CASCADE",
});

const connectionEvent = new Table({
  name: "connection_event",
  columns: [
    id,
    varchar("organization_id", 26),
    varchar("connection_id", 26),
    instant("happened_at"),
    optional(varchar("from_state", 32)),
    varchar("to_state", 32),
    varchar("cause", 32),
    optional(text("reason")),
    optional(varchar("code", 80)),
    optional(varchar("correlation_id", 64)),
    optional(varchar("actor", 64)),
  ],
  indices: [{ name: "ix_connection_event_connection", columnNames: ["connection_id", "id"] }],
  foreignKeys: [cascade("fk_connection_event_connection", "connection_id", "connection_config")],
});

const connectionHealth = new Table({
  name: "connection_health",
  columns: [
    id,
    optional(instant("last_success_at")),
    optional(instant("last_failure_at")),
    optional(varchar("last_error_code", 80)),
    optional(varchar("last_error_request_id", 64)),
    integer("consecutive_failures"),
  ],
  foreignKeys: [cascade("fk_connection_health_connection", "id", "connection_config")],
});

const verification = new Table({
  name: "verification",
  columns: [
    id,
    varchar("organization_id", 26),
    varchar("connection_id", 26),
    varchar("state", 16),
    { name: "passed", type: "boolean" },
    instant("started_at"),
    optional(instant("finished_at")),
    varchar("correlation_id", 64),
    optional(varchar("actor", 64)),
    text("checks"),
  ],
  indices: [{ name: "ix_verification_connection", columnNames: ["connection_id", "id"] }],
  foreignKeys: [cascade("fk_verification_connection", "connection_id", "connection_config")],
});

/** The life of connections: their history, health, verifications with an id, and how much each may do. */
export class CreateConnectionLife1795917600000 implements MigrationInterface {
  // TypeORM keeps the class's name in its table of executed migrations; a minifier must not change it.
  readonly name = "CreateConnectionLife1795917600000";

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [connectionEvent, connectionHealth, verification]) await runner.createTable(table.clone());
    // By SQL: TypeORM would rebuild the table on SQLite, and dropping the old one would delete every mailbox with it.
    await runner.query(
      `ALTER TABLE "connection_config" ADD COLUMN "permission_level" varchar(16) NOT NULL DEFAULT 'READ_WRITE'`,
    );
    await runner.query(`ALTER TABLE "connection_config" ADD COLUMN "state_cause" varchar(32)`);
    await runner.query(`ALTER TABLE "connection_config" ADD COLUMN "state_code" varchar(80)`);
    await this.#adoptResults(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ["state_code", "state_cause", "permission_level"]) {
      await runner.query(`ALTER TABLE "connection_config" DROP COLUMN "${column}"`);
    }
    for (const table of [verification, connectionHealth, connectionEvent]) await runner.dropTable(table.name);
  }

  /** Results from before they had an id take their connection's: both are ULIDs, of different tables. */
  async #adoptResults(runner: QueryRunner): Promise<void> {
    const rows: readonly { id: string; organization_id: string; last_verification: string }[] = await runner.query(
      `SELECT "id", "organization_id", "last_verification" FROM "connection_config" WHERE "last_verification" IS NOT NULL`,
    );
    for (const row of rows) {
      const result = { ...JSON.parse(row.last_verification), id: row.id, connectionId: row.id, state: "FINISHED" };
      await runner.query(
        `INSERT INTO "verification" ("id", "organization_id", "connection_id", "state", "passed", "started_at", "finished_at", "correlation_id", "checks") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          row.id,
          row.organization_id,
          row.id,
          result.state,
          result.passed ? 1 : 0,
          Date.parse(result.startedAt),
          Date.parse(result.finishedAt),
          result.correlationId,
          JSON.stringify(result.checks),
        ],
      );
      await runner.query(`UPDATE "connection_config" SET "last_verification" = ? WHERE "id" = ?`, [
        JSON.stringify(result),
        row.id,
      ]);
    }
  }
}
