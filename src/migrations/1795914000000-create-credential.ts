import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from "typeorm";

const text = (name: string): TableColumnOptions => ({ name, type: "text" });
const varchar = (name: string, length: number): TableColumnOptions => ({ name, type: "varchar", length: `${length}` });
const integer = (name: string): TableColumnOptions => ({ name, type: "integer" });
const instant = (name: string): TableColumnOptions => ({ name, type: "bigint" });
const optional = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isNullable: true });

const cascade = (name: string, column: string, table: string) => ({
  name,
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ["id"],
  onDelete: "CASCADE",
});

const credential = new Table({
  name: "credential",
  columns: [
    { ...varchar("id", 26), isPrimary: true },
    varchar("organization_id", 26),
    varchar("connection_id", 26),
    varchar("kind", 32),
    varchar("state", 16),
    integer("version"),
    optional(text("sealed")),
    varchar("hint", 64),
    optional(text("certificate_pem")),
    optional(text("token_file")),
    optional(text("issuer")),
    optional(text("subject")),
    optional(text("audience")),
    instant("set_at"),
    optional(instant("expires_at")),
    optional(integer("warned_days")),
    optional(instant("refused_at")),
    integer("row_version"),
  ],
  indices: [
    { name: "ix_credential_connection", columnNames: ["connection_id", "id"] },
    { name: "ux_credential_current", columnNames: ["connection_id"], isUnique: true, where: "state = 'CURRENT'" },
  ],
  foreignKeys: [
    cascade("fk_credential_organization", "organization_id", "organization"),
    cascade("fk_credential_connection", "connection_id", "connection_config"),
  ],
});

const MOVED = {
  credential_kind: "varchar(32)",
  credential_sealed: "text",
  credential_hint: "varchar(8)",
  credential_set_at: "bigint",
  credential_expires_at: "bigint",
} as const;

/**
 * Gives credentials a table of their own, so that a connection can have two. Stored client secrets move as they are: their
 * envelopes name the connection's row and organization, which stay, so they open without being sealed anew and go back
 * the same way. Columns are added and dropped in place: a table that is built anew would take the rows with it that
 * refer to it.
 */
export class CreateCredential1795914000000 implements MigrationInterface {
  // TypeORM keeps the class's name in its table of executed migrations; a minifier must not change it.
  readonly name = "CreateCredential1795914000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(credential.clone());
    // A connection has one stored secret at most, so the connection's id serves the row; later rows get their own.
    await runner.query(`
      INSERT INTO "credential" ("id", "organization_id", "connection_id", "kind", "state", "version", "sealed", "hint",
        "set_at", "expires_at", "row_version")
      SELECT "id", "organization_id", "id", "credential_kind", 'CURRENT', "credential_version", "credential_sealed",
        COALESCE("credential_hint", ''), COALESCE("credential_set_at", "updated_at"), "credential_expires_at", 1
      FROM "connection_config"
      WHERE "credential_kind" IS NOT NULL AND "credential_sealed" IS NOT NULL`);
    for (const column of Object.keys(MOVED)) {
      await runner.query(`ALTER TABLE "connection_config" DROP COLUMN "${column}"`);
    }
  }

  /** The former tables have room for one client secret a connection: the one in use, else the newest that was. */
  async down(runner: QueryRunner): Promise<void> {
    for (const [column, type] of Object.entries(MOVED)) {
      await runner.query(`ALTER TABLE "connection_config" ADD COLUMN "${column}" ${type}`);
    }
    await runner.query(`
      UPDATE "connection_config"
      SET ("credential_kind", "credential_sealed", "credential_hint", "credential_set_at", "credential_expires_at") = (
        SELECT "kind", "sealed", "hint", "set_at", "expires_at" FROM "credential"
        WHERE "connection_id" = "connection_config"."id" AND "kind" = 'CLIENT_SECRET'
        ORDER BY CASE "state" WHEN 'CURRENT' THEN 0 ELSE 1 END, "version" DESC
        LIMIT 1
      )`);
    await runner.dropTable("credential");
  }
}
