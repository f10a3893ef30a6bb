import type { Call } from "../lib/call.js";
import { localGraphError } from "./graph-error.js";
import type { GraphClient, GraphConnection, GraphRequest } from "./graph-types.js";

const DEFAULT_MAX_PAGES = 100;

/** A collection as Graph answers it. */
interface GraphPage<T> {
  readonly value?: readonly T[];
  readonly "@odata.nextLink"?: string;
}

export interface PageLimits {
  /** Items to return at most; no page is asked for beyond them. */
  readonly maxItems: number;
  /** Pages to ask for at most, because a faulty list may link for ever; default 100. */
  readonly maxPages?: number;
}

export interface ReadList<T> {
  /** Of one page as it came: whoever shares the answer has the same list. */
  readonly items: readonly T[];
  /** True when the list goes on beyond what was read. */
  readonly isCut: boolean;
}

/**
 * Reads a list page by page. Pages may be short or empty and still go on, so only the link decides; it is followed
 * as it is, with the request's own headers, and refused (`ForeignLink`) when it leaves the connection's root.
 * Items with an `id` that was seen before are dropped: Outlook pages by offset, which repeats items while lists change.
 */
export async function readAll<T extends { id?: string }>(
  client: GraphClient,
  connection: GraphConnection,
  request: GraphRequest,
  call: Call,
  { maxItems, maxPages = DEFAULT_MAX_PAGES }: PageLimits,
): Promise<ReadList<T>> {
  const items: T[] = [];
  const seen = new Set<string>();
  let path: string | undefined = request.path;
  for (let page = 1; path !== undefined; page++) {
    if (page > maxPages || items.length >= maxItems) return { items, isCut: true };
    const { body }: { body: GraphPage<T> | undefined } = await client.send(connection, { ...request, path }, call);
    // A broken answer must never pass for an empty list: it would look like a free calendar.
    if (!Array.isArray(body?.value))
      throw localGraphError("UnexpectedBody", "Graph answered a list without its items.");
    const value: readonly T[] = body.value;
    const next: string | undefined = body["@odata.nextLink"];
    // Most lists are one page, in which nothing is there twice.
    if (page === 1 && next === undefined && value.length <= maxItems) return { items: value, isCut: false };
    for (const item of value) {
      if (item.id !== undefined && seen.has(item.id)) continue;
      if (items.length >= maxItems) return { items, isCut: true };
      if (item.id !== undefined) seen.add(item.id);
      items.push(item);
    }
    path = next;
  }
  return { items, isCut: false };
}
