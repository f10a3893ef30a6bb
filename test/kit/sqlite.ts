import sqlite3 from "sqlite3";

/** Runs a statement on a database file beside the gateway and gives its rows. */
export async function runSql(file: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const db = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened = new sqlite3.Database(file, sqlite3.OPEN_READWRITE, (error) =>
      error ? reject(error) : resolve(opened),
    );
  });
  try {
    return await new Promise((resolve, reject) => {
      db.all<Record<string, unknown>>(sql, (error, rows) => (error ? reject(error) : resolve(rows)));
    });
  } finally {
    await new Promise<void>((resolve) => db.close(() => resolve()));
  }
}
