import type { Event } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { withQuery } from "../graph-url.js";
import { type ReadList, readAll } from "../paging.js";
import { type CalendarPlace, calendarPath, selectOf } from "./calendar-path.js";
import { toldList } from "./told-events.js";

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
  const { startDateTime, endDateTime, select, expand, top = LARGEST_PAGE, maxItems = 10_000, mailbox } = input;
  const isWhole = select.some((member) => NOT_SELECTABLE.has(member));
  const path = withQuery(`${calendarPath(input)}/calendarView`, {
    startDateTime,
    endDateTime,
    ...(!isWhole && { $select: selectOf(select) }),
    ...(expand !== undefined && { $expand: expand }),
    $orderby: "start/dateTime",
    $top: Math.max(1, Math.min(top, LARGEST_PAGE, maxItems)),
  });
  const list = await readAll<Event>(client, connection, { method: "GET", path, mailbox }, call, { maxItems });
  toldList(connection, select, list.items);
  return { ...list, isWhole };
}
