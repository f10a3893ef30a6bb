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

const invitation = new Table({
  name: "invitation",
  columns: [
    id,
    varchar("organization_id", 26),
    varchar("connection_id", 26),
    varchar("mailbox_id", 26),
    varchar("address", 320),
    optional(text("note")),
    optional(varchar("token_hash", 64)),
    varchar("delivery", 16),
    integer("attempts"),
    optional(instant("next_attempt_at")),
    optional(text("delivery_fault")),
    optional(varchar("created_by", 64)),
    instant("created_at"),
    instant("expires_at"),
    optional(instant("sent_at")),
    optional(instant("opened_at")),
    optional(instant("used_at")),
    optional(instant("revoked_at")),
    integer("row_version"),
  ],
  uniques: [{ name: "uq_invitation_token_hash", columnNames: ["token_hash"] }],
  indices: [
    { name: "ix_invitation_connection", columnNames: ["connection_id", "id"] },
    { name: "ix_invitation_mailbox", columnNames: ["mailbox_id", "id"] },
    { name: "ix_invitation_next_attempt", columnNames: ["next_attempt_at"] },
  ],
  foreignKeys: [
    cascade("fk_invitation_organization", "organization_id", "organization"),
    cascade("fk_invitation_connection", "connection_id", "connection_config"),
    cascade("fk_invitation_mailbox", "mailbox_id", "mailbox"),
  ],
});

const invitationIssue = new Table({
  name: "invitation_issue",
  columns: [id, varchar("organization_id", 26), instant("issued_at")],
  indices: [{ name: "ix_invitation_issue_organization", columnNames: ["organization_id", "issued_at"] }],
  foreignKeys: [cascade("fk_invitation_issue_organization", "organization_id", "organization")],
});

/** People who are asked to connect their mailbox, and how many were asked lately. */
export class CreateInvitation1795921200000 implements MigrationInterface {
  readonly name = "CreateInvitation1795921200000";

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [invitation, invitationIssue]) await runner.createTable(table.clone());
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [invitationIssue, invitation]) await runner.dropTable(table.name);
  }
}
