import DataLoader from "dataloader";
import type { Viewer } from "../auth/viewer.js";
import type { Call } from "../lib/call.js";
import type { Calendar } from "../services/calendars/calendar.model.js";
import type { CalendarKey, CalendarService } from "../services/calendars/calendar.service.js";

/** One calendar by its mailbox and Graph id. */
export function calendarByKeyLoader(
  viewer: Viewer,
  calendars: CalendarService,
  call: Call,
): DataLoader<CalendarKey, Calendar, string> {
  return new DataLoader<CalendarKey, Calendar, string>((keys) => calendars.getMany(viewer, keys, call), {
    name: "calendarByKey",
    cacheKeyFn: ({ mailboxId, graphId }) => `${mailboxId}|${graphId}`,
    maxBatchSize: 200,
  });
}
