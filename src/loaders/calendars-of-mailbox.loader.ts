import DataLoader from "dataloader";
import type { Viewer } from "../auth/viewer.js";
import type { Call } from "../lib/call.js";
import type { Calendar } from "../services/calendars/calendar.model.js";
import type { CalendarListKey, CalendarService } from "../services/calendars/calendar.service.js";

/** All calendars of a mailbox. A mailbox that fails: its own error. */
export function calendarsOfMailboxLoader(
  viewer: Viewer,
  calendars: CalendarService,
  call: Call,
): DataLoader<CalendarListKey, readonly Calendar[], string> {
  return new DataLoader<CalendarListKey, readonly Calendar[], string>(
    (keys) => calendars.listMany(viewer, keys, call),
    {
      name: "calendarsOfMailbox",
      cacheKeyFn: ({ mailboxId }) => mailboxId,
      maxBatchSize: 200,
    },
  );
}
