import sqlite3 from "sqlite3";

/** Runs a statement on a database file beside the gateway and gives its rows. */
export async function runSql(file: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const db = await opened(file);
  try {
    return await all(db, sql);
  } finally {
    await closed(db);
  }
}

/** Keeps every other connection from writing until the function that it gives is called. */
export async function holdWriteLock(file: string): Promise<() => Promise<void>> {
  const db = await opened(file);
  await all(db, "BEGIN IMMEDIATE");
  return async () => {
    await all(db, "ROLLBACK");
    await closed(db);
  };
}

function opened(file: string): Promise<sqlite3.Database> {
  return new Promise((resolve, reject) => {
    const db = new sqlite3.Database(file, sqlite3.OPEN_READWRITE, (error) => (error ? reject(error) : resolve(db)));
  });
}

function all(db: sqlite3.Database, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return new Promise((resolve, reject) => {
    db.all<Record<string, unknown>>(sql, (error, rows) => (error ? reject(error) : resolve(rows)));
  });
}

function closed(db: sqlite3.Database): Promise<void> {
  return new Promise((resolve) => db.close(() => resolve()));
}
