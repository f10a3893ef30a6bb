import type { Event } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { withQuery } from "../graph-url.js";
import { type ReadList, readAll } from "../paging.js";
import { type CalendarPlace, calendarPath, selectOf } from "./calendar-path.js";
import { membersOfList, toldList } from "./told-events.js";

/** The largest page that Outlook is believed to serve; its own default of 10 would cost a round trip each. */
const LARGEST_PAGE = 1_000;

/**
 * Members that a calendar view cannot select: they come only where nothing is selected
 * (https://learn.microsoft.com/graph/api/user-list-calendarview).
 */
const NOT_SELECTABLE = new Set(["createdDateTime", "lastModifiedDateTime"]);

export interface CalendarViewInput extends CalendarPlace {
  /** Bounds of the window: ISO 8601 in UTC, for example `2026-03-02T00:00:00Z`. Graph refuses over 1,825 days. */
  readonly startDateTime: string;
  readonly endDateTime: string;
  readonly select: readonly string[];
  /** Navigations to show with each event, for example `extensions($filter=id eq 'com.example')`. */
  readonly expand?: string | undefined;
  /** Page size; default and at most 1,000. */
  readonly top?: number;
  /** Events to return at most; default 10,000. */
  readonly maxItems?: number;
}

export interface CalendarViewList extends ReadList<Event> {
  /** True when events came with all their members, because some of those asked for cannot be selected. */
  readonly isWhole: boolean;
}

/** Single events and the occurrences of series that overlap a window, by their start; never series masters. */
export async function calendarView(
  client: GraphClient,
  connection: GraphConnection,
  input: CalendarViewInput,
  call: Call,
): Promise<CalendarViewList> {
  const { maxItems = 10_000, mailbox, select } = input;
  const { query, isWhole } = queryOf(input);
  const path = `${calendarPath(input)}/calendarView${query}`;
  const list = await readAll<Event>(client, connection, { method: "GET", path, mailbox }, call, { maxItems });
  toldList(connection, select, list.items);
  return { ...list, isWhole };
}

interface ViewQuery {
  readonly asked: Omit<CalendarViewInput, keyof CalendarPlace>;
  readonly query: string;
  readonly isWhole: boolean;
}

/** The latest query of each list of members: a question asks the same of all its mailboxes. */
const latestQueries = new WeakMap<readonly string[], ViewQuery>();

function queryOf(asked: ViewQuery["asked"]): ViewQuery {
  const latest = latestQueries.get(asked.select);
  if (latest !== undefined && isSameQuery(latest.asked, asked)) return latest;
  const { startDateTime, endDateTime, select, expand, top = LARGEST_PAGE, maxItems = 10_000 } = asked;
  const isWhole = select.some((member) => NOT_SELECTABLE.has(member));
  const query = withQuery("", {
    startDateTime,
    endDateTime,
    ...(!isWhole && { $select: selectOf(membersOfList(select)) }),
    ...(expand !== undefined && { $expand: expand }),
    $orderby: "start/dateTime",
    $top: Math.max(1, Math.min(top, LARGEST_PAGE, maxItems)),
  });
  const made = { asked, query, isWhole };
  latestQueries.set(select, made);
  return made;
}

function isSameQuery(a: ViewQuery["asked"], b: ViewQuery["asked"]): boolean {
  return (
    a.startDateTime === b.startDateTime &&
    a.endDateTime === b.endDateTime &&
    a.expand === b.expand &&
    a.top === b.top &&
    a.maxItems === b.maxItems
  );
}
