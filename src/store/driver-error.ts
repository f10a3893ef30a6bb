import { QueryFailedError } from "typeorm";
import { AppError } from "../lib/app-error.js";

/**
 * The database failed in a way that no caller can act upon. Its message names SQLite's code and nothing else: the
 * driver's own text and the statement hold values of rows, so neither is kept, not even as a cause.
 */
export class StoreError extends Error {
  override readonly name = "StoreError";

  constructor(
    /** SQLite's result code, for example `SQLITE_FULL`. */
    readonly code: string,
  ) {
    super(`The database could not carry out a statement (${code}).`);
  }
}

/** What a broken UNIQUE constraint means, by the columns that SQLite names. */
const TAKEN: Readonly<Record<string, { readonly message: string; readonly path: readonly string[] }>> = {
  "organization.slug": {
    message: "Another organization has this slug. Choose a different slug.",
    path: ["slug"],
  },
  "connection_config.organization_id, connection_config.name": {
    message: "Another connection of this organization has this name. Choose a different name.",
    path: ["name"],
  },
  "credential.connection_id": {
    message: "Somebody else gave this connection another credential meanwhile. Read it again, then repeat.",
    path: ["connectionId"],
  },
  "series_split.mailbox_id, series_split.fingerprint": {
    message: "The same change of this series is under way. Repeat in a moment.",
    path: ["id"],
  },
  "mailbox.connection_id, mailbox.address": {
    message: "This address is already a mailbox of the connection.",
    path: ["address"],
  },
};

/** Turns what the driver threw into what it means; any other error is returned unchanged. */
export function translateDriverError(error: unknown): unknown {
  if (!(error instanceof QueryFailedError)) return error;
  const { code, message } = error.driverError as { code?: unknown; message?: unknown };
  const text = typeof message === "string" ? message : "";
  const unique = /UNIQUE constraint failed: (.+)$/.exec(text)?.[1];
  if (unique !== undefined) {
    const known = TAKEN[unique];
    return new AppError("CONFLICT", known?.message ?? "This already exists.", known ? { path: known.path } : {});
  }
  if (text.includes("FOREIGN KEY constraint failed")) {
    return new AppError("NOT_FOUND", "What this belongs to does not exist any more.");
  }
  return new StoreError(typeof code === "string" ? code : "SQLITE_ERROR");
}
