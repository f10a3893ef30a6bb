import type { Calendar } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { withQuery } from "../graph-url.js";
import { type ReadList, readAll } from "../paging.js";
import { selectOf, userPath } from "./calendar-path.js";

const PAGE_SIZE = 100;

export interface ListCalendarsInput {
  /** Graph user id or address. */
  readonly mailbox: string;
  readonly select: readonly string[];
  /** Calendars to return at most; default 1,000. */
  readonly maxItems?: number;
  /** True when further reads wait for the list, for example those of the calendars' events; see `GraphRequest`. */
  readonly isAwaited?: boolean;
}

/** The mailbox's calendars, in all its calendar groups. */
export function listCalendars(
  client: GraphClient,
  connection: GraphConnection,
  { mailbox, select, maxItems = 1_000, isAwaited = false }: ListCalendarsInput,
  call: Call,
): Promise<ReadList<Calendar>> {
  const path = withQuery(`${userPath(mailbox)}/calendars`, {
    $select: selectOf(select),
    $top: Math.min(PAGE_SIZE, maxItems),
  });
  return readAll<Calendar>(client, connection, { method: "GET", path, mailbox, isAwaited }, call, { maxItems });
}
