import type { Calendar } from "../../services/calendars/calendar.model.js";
import { pageOfList } from "../common/list-page.js";
import type { PageArgs } from "../common/page-args.js";
import { toWindow } from "../common/page-window.js";
import type { RelayPage } from "../common/relay.js";

/** A page of a mailbox's calendars. Cursors hold the position: the list is short and seldom changes. */
export async function calendarPage(
  args: PageArgs,
  maxPageSize: number,
  load: () => Promise<readonly Calendar[]>,
): Promise<RelayPage<Calendar>> {
  const window = toWindow(args, maxPageSize);
  const calendars = await load();
  const positions = new Map(calendars.map((calendar, index) => [calendar, index]));
  return pageOfList(calendars, window, {
    cursorOf: (calendar) => String(positions.get(calendar)),
    compare: (calendar, cursor) =>
      /^\d{1,6}$/.test(cursor) ? (positions.get(calendar) ?? 0) - Number(cursor) : undefined,
  });
}
