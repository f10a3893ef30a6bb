import type { MigrationInterface, QueryRunner } from "typeorm";

/** Whose free and busy times a connection tells: until somebody decides otherwise, those of specified mailboxes. */
export class AddFreeBusyReach1795932000000 implements MigrationInterface {
  // TypeORM keeps the class's name in its table of executed migrations; a minifier must not change it.
  readonly name = "AddFreeBusyReach1795932000000";

  async up(runner: QueryRunner): Promise<void> {
    // By SQL: TypeORM would rebuild the table on SQLite, and dropping the old one would delete every mailbox with it.
    await runner.query(
      `ALTER TABLE "connection_config" ADD COLUMN "free_busy_reach" varchar(16) NOT NULL DEFAULT 'SPECIFIED'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "connection_config" DROP COLUMN "free_busy_reach"`);
  }
}
