import type { Call } from "../../lib/call.js";
import { localGraphError } from "../graph-error.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";

/**
 * Searching and casting in the directory are advanced queries (https://learn.microsoft.com/graph/aad-advanced-queries),
 * which need this header and `$count=true`, and are answered from an index that may be a little behind.
 */
export const ADVANCED_QUERY = { consistencylevel: "eventual" };

/** One page of a list of the directory, and Graph's own link to the next; null at the end. */
export interface DirectoryPage<T> {
  readonly items: readonly T[];
  readonly nextLink: string | null;
}

/** Reads the page that a path, or the link of the page before, names. */
export async function directoryPage<T>(
  client: GraphClient,
  connection: GraphConnection,
  path: string,
  call: Call,
  headers: Readonly<Record<string, string>> = {},
): Promise<DirectoryPage<T>> {
  const request = { method: "GET", path, mailbox: null, headers } as const;
  const { body } = await client.send<{ value?: unknown; "@odata.nextLink"?: unknown } | undefined>(
    connection,
    request,
    call,
  );
  // A broken answer must never pass for an empty list: it would look as if nobody had been found.
  if (!Array.isArray(body?.value)) throw localGraphError("UnexpectedBody", "Graph answered a list without its items.");
  const link = body["@odata.nextLink"];
  return { items: body.value as readonly T[], nextLink: typeof link === "string" ? link : null };
}

/** A `$search` that finds the text in any of the members: words of names, beginnings of the others. */
export function searchClause(members: readonly string[], text: string): string {
  const quoted = text.replace(/[\\"]/g, "\\$&");
  return members.map((member) => `"${member}:${quoted}"`).join(" OR ");
}

/** A text of `$filter`, in which a quote is written twice. */
export function filterText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
