import type { DataSource } from "typeorm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { dataSourceFor } from "../../../src/store/data-sources.js";
import { migrate } from "../../../src/store/migrate.js";

let source: DataSource;

beforeEach(async () => {
  source = await dataSourceFor({ kind: "memory" }).initialize();
});
afterEach(() => source.destroy());

test("migrations make exactly the tables, columns and constraints that the entities describe", async () => {
  await migrate(source);

  const missing = await source.driver.createSchemaBuilder().log();

  expect(missing.upQueries.map((query) => query.query)).toEqual([]);
});

test("every migration can be undone, down to an empty database", async () => {
  const executed = await migrate(source);
  expect(executed.length).toBeGreaterThan(0);

  for (const _ of executed) await source.undoLastMigration({ transaction: "all" });

  const tables: { name: string }[] = await source.query("SELECT name FROM sqlite_master WHERE type = 'table'");
  expect(tables.map((table) => table.name).sort()).toEqual(["migration", "sqlite_sequence"]);
});

test("migrating again finds nothing to do", async () => {
  await migrate(source);

  expect(await migrate(source)).toEqual([]);
});

test("constraints carry the names that were given to them", async () => {
  await migrate(source);

  const rows: { sql: string | null }[] = await source.query("SELECT sql FROM sqlite_master");
  const sql = rows.map((row) => row.sql).join("\n");

  for (const name of [
    "uq_organization_slug",
    "uq_connection_config_name",
    "uq_mailbox_address",
    "uq_api_key_key_hash",
  ]) {
    expect(sql).toContain(`CONSTRAINT "${name}"`);
  }
  for (const name of ["fk_connection_config_organization", "fk_mailbox_connection", "fk_api_key_organization"]) {
    expect(sql).toContain(`CONSTRAINT "${name}"`);
  }
});
