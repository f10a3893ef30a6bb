import { randomUUID } from "node:crypto";
import { monotonicFactory } from "ulid";

const nextUlid = monotonicFactory();

/** Id of a row of ours: a ULID (26 characters), so that ids made later sort later. */
export function newRowId(): string {
  return nextUlid();
}

/** A random UUID for requests and references, the form that Microsoft's `client-request-id` takes. */
export function newRequestId(): string {
  return randomUUID();
}
