import type { ValueTransformer } from "typeorm";

/**
 * A moment in time, kept as whole milliseconds since the Unix epoch in a `bigint` column, so that every database
 * stores the same thing. Postgres returns a `bigint` as text, SQLite as a number: both become a Date.
 */
export const instant: ValueTransformer = {
  to: (value: unknown) => (value instanceof Date ? value.getTime() : value),
  from: (value: number | string | null) => (value === null ? null : new Date(Number(value))),
};

/** A plain JSON value in a `text` column. */
export const json: ValueTransformer = {
  to: (value: unknown) => (value === null || value === undefined ? value : JSON.stringify(value)),
  from: (value: string | null): unknown => (value === null ? null : JSON.parse(value)),
};

/** Text that is compared without regard to case, so it is stored and looked up in lower case. */
export const lowerCase: ValueTransformer = {
  to: (value: unknown) => (typeof value === "string" ? value.toLowerCase() : value),
  from: (value: unknown) => value,
};
