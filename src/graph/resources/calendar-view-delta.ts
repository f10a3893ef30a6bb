import type { Event } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import { isGraphError, localGraphError } from "../graph-error.js";
import type { GraphClient, GraphConnection, GraphRequest } from "../graph-types.js";
import { withQuery } from "../graph-url.js";
import { type CalendarPlace, calendarPath } from "./calendar-path.js";
import { toldRound } from "./told-round.js";

/** A hint, which Graph exceeds rather than cut a series in two; its own choice of about 10 would cost a round trip each. */
const PAGE_HINT = 1_000;

/** Rounds that never end are known: their links lead on for ever. */
const MAX_PAGES = 100;

/** Failures that Graph did not report, and that say nothing about change tracking. */
const NO_ANSWER = new Set([
  "NetworkError",
  "Timeout",
  "BatchPartMissing",
  "InsecureRoot",
  "ClientClosed",
  "CircuitOpen",
]);

/** What a round tells: a whole event, an occurrence with hardly more than its times, or an id that is gone. */
export type DeltaItem = Event & {
  readonly "@odata.etag"?: string;
  readonly "@removed"?: { readonly reason?: string };
};

export interface CalendarViewDeltaInput extends CalendarPlace {
  /** Bounds of the window: ISO 8601 in UTC. They belong to the first round; the link of a later one holds them. */
  readonly startDateTime: string;
  readonly endDateTime: string;
  /** Where an earlier round ended; without it, the round tells everything in the window. */
  readonly deltaLink?: string | undefined;
  /** Members that are made use of. */
  readonly select: readonly string[];
  /** Items to take at most; default 20,000. */
  readonly maxItems?: number;
}

export interface DeltaRound {
  /** As they were told: an item may come more than once, and the last one holds. Occurrences may come before their master. */
  readonly items: readonly DeltaItem[];
  /** Where the next round begins; null when this one was given up before its end, and its items are worth nothing. */
  readonly deltaLink: string | null;
}

interface DeltaPage {
  readonly value?: readonly DeltaItem[];
  readonly "@odata.nextLink"?: string;
  readonly "@odata.deltaLink"?: string;
}

/**
 * One round of change tracking over a calendar view: what changed since the round before. Graph takes no `$select` here:
 * events come whole (https://learn.microsoft.com/graph/delta-query-events).
 */
export async function calendarViewDelta(
  client: GraphClient,
  connection: GraphConnection,
  input: CalendarViewDeltaInput,
  call: Call,
): Promise<DeltaRound> {
  const { startDateTime, endDateTime, deltaLink, select, mailbox, maxItems = 20_000 } = input;
  const first = withQuery(`${calendarPath(input)}/calendarView/delta`, { startDateTime, endDateTime });
  const headers = { prefer: `odata.maxpagesize=${PAGE_HINT}` };
  const items: DeltaItem[] = [];
  let path = deltaLink ?? first;
  for (let page = 1; page <= MAX_PAGES && items.length <= maxItems; page++) {
    const request: GraphRequest = { method: "GET", path, mailbox, headers };
    const { body } = await client.send<DeltaPage | undefined>(connection, request, call);
    // A broken answer must never pass for "nothing changed".
    if (!Array.isArray(body?.value)) throw localGraphError("UnexpectedBody", "Graph answered a round without items.");
    for (const item of body.value as readonly DeltaItem[]) items.push(item);
    const end = body["@odata.deltaLink"];
    if (end !== undefined) {
      toldRound(connection, select, items);
      return { items, deltaLink: end };
    }
    const next = body["@odata.nextLink"];
    if (next === undefined) throw localGraphError("UnexpectedBody", "Graph answered a round without a link.");
    path = next;
  }
  return { items, deltaLink: null };
}

/**
 * Whether a failed round says only that changes cannot be tracked, or not from this link on (410, 400 and others are
 * reported for lost ones), while the view itself may well be readable.
 */
export function isTrackingRefused(error: unknown): boolean {
  return isGraphError(error) && error.status !== 401 && error.status !== 429 && !NO_ANSWER.has(error.code);
}
