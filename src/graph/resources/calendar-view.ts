import type { Event } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { withQuery } from "../graph-url.js";
import { type ReadList, readAll } from "../paging.js";
import { type CalendarPlace, calendarPath, selectOf } from "./calendar-path.js";

/** The largest page that Outlook is believed to serve; its own default of 10 would cost a round trip each. */
const LARGEST_PAGE = 1_000;

/** Members that a calendar view cannot select; they are read from the event itself. */
const NOT_IN_VIEW = new Set(["createdDateTime", "lastModifiedDateTime"]);

export interface CalendarViewInput extends CalendarPlace {
  /** Bounds of the window: ISO 8601 in UTC, for example `2026-03-02T00:00:00Z`. Graph refuses over 1,825 days. */
  readonly startDateTime: string;
  readonly endDateTime: string;
  readonly select: readonly string[];
  /** Page size; default and at most 1,000. */
  readonly top?: number;
  /** Events to return at most; default 10,000. */
  readonly maxItems?: number;
}

/** Single events and the occurrences of series that overlap a window, by their start; never series masters. */
export function calendarView(
  client: GraphClient,
  connection: GraphConnection,
  input: CalendarViewInput,
  call: Call,
): Promise<ReadList<Event>> {
  const { startDateTime, endDateTime, select, top = LARGEST_PAGE, maxItems = 10_000, mailbox } = input;
  const path = withQuery(`${calendarPath(input)}/calendarView`, {
    startDateTime,
    endDateTime,
    $select: selectOf(select.filter((member) => !NOT_IN_VIEW.has(member))),
    $orderby: "start/dateTime",
    $top: Math.max(1, Math.min(top, LARGEST_PAGE, maxItems)),
  });
  return readAll<Event>(client, connection, { method: "GET", path, mailbox }, call, { maxItems });
}
