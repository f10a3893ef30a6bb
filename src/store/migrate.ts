import type { DataSource } from "typeorm";

/**
 * Brings the tables up to date. The write lock is taken before the list of executed migrations is read, so of two
 * processes that start at once the second waits and then finds nothing left to do. All or nothing: a migration that
 * fails leaves the database as it was.
 */
export async function migrate(writer: DataSource): Promise<readonly string[]> {
  await writer.query("BEGIN IMMEDIATE");
  try {
    const executed = await writer.runMigrations({ transaction: "none" });
    await writer.query("COMMIT");
    return executed.map((migration) => migration.name);
  } catch (error) {
    // Fails only when SQLite has ended the transaction by itself; the first error is the one to tell.
    await writer.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}
