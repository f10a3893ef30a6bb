import { createHash } from "node:crypto";

/** What an id of Graph's is compared by: a third of its length. */
export function graphIdKey(graphId: string): string {
  return createHash("sha256").update(graphId).digest("base64url");
}
