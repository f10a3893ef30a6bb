import type { MigrationInterface, QueryRunner } from "typeorm";

const UP = [
  `CREATE TABLE "idempotency_record" (
    "id" varchar(26) PRIMARY KEY NOT NULL,
    "organization_id" varchar(26),
    "api_key_id" varchar(26) NOT NULL,
    "key_hash" varchar(64) NOT NULL,
    "request_sealed" text NOT NULL,
    "state" varchar(8) NOT NULL,
    "lease_owner" varchar(36) NOT NULL,
    "lease_until" bigint NOT NULL,
    "outcome_sealed" text,
    "created_at" bigint NOT NULL,
    "expires_at" bigint NOT NULL,
    CONSTRAINT "uq_idempotency_record_key_hash" UNIQUE ("key_hash"),
    CONSTRAINT "fk_idempotency_record_organization" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE CASCADE ON UPDATE NO ACTION,
    CONSTRAINT "fk_idempotency_record_api_key" FOREIGN KEY ("api_key_id") REFERENCES "api_key" ("id") ON DELETE CASCADE ON UPDATE NO ACTION
  )`,
  `CREATE INDEX "ix_idempotency_record_expires_at" ON "idempotency_record" ("expires_at")`,
  `CREATE INDEX "ix_idempotency_record_api_key" ON "idempotency_record" ("api_key_id")`,
  `CREATE INDEX "ix_idempotency_record_organization" ON "idempotency_record" ("organization_id")`,
  `CREATE TABLE "meeting_mail" (
    "organization_id" varchar(26) NOT NULL,
    "minute" bigint NOT NULL,
    "recipients" integer NOT NULL,
    CONSTRAINT "fk_meeting_mail_organization" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE CASCADE ON UPDATE NO ACTION,
    PRIMARY KEY ("organization_id", "minute")
  )`,
] as const;

/** Remembers writes by their idempotency keys, and counts the people whom writes had Microsoft mail. */
export class CreateIdempotencyRecord1795942800000 implements MigrationInterface {
  // TypeORM keeps the class's name in its table of executed migrations; a minifier must not change it.
  readonly name = "CreateIdempotencyRecord1795942800000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "meeting_mail"`);
    await runner.query(`DROP TABLE "idempotency_record"`);
  }
}
