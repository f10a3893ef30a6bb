import type { MigrationInterface, QueryRunner } from "typeorm";

const TABLES = ["connection_config", "api_key"];

/** How much of events connections and keys show: as before all of them, but of private ones only that the time is taken. */
export class AddVisibility1795939200000 implements MigrationInterface {
  // TypeORM keeps the class's name in its table of executed migrations; a minifier must not change it.
  readonly name = "AddVisibility1795939200000";

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      // By SQL: TypeORM would rebuild the table on SQLite, and dropping the old one would delete what refers to it.
      await runner.query(`ALTER TABLE "${table}" ADD COLUMN "visibility" varchar(16) NOT NULL DEFAULT 'FULL'`);
      await runner.query(`ALTER TABLE "${table}" ADD COLUMN "private_events" varchar(16) NOT NULL DEFAULT 'BUSY_ONLY'`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`ALTER TABLE "${table}" DROP COLUMN "private_events"`);
      await runner.query(`ALTER TABLE "${table}" DROP COLUMN "visibility"`);
    }
  }
}
