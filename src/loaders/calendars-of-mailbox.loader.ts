import DataLoader from "dataloader";
import type { Viewer } from "../auth/viewer.js";
import type { Call } from "../lib/call.js";
import type { Calendar } from "../services/calendars/calendar.model.js";
import type { CalendarService } from "../services/calendars/calendar.service.js";

/** All calendars of a mailbox by the mailbox's row id. A mailbox that fails: its own error. */
export function calendarsOfMailboxLoader(
  viewer: Viewer,
  calendars: CalendarService,
  call: Call,
): DataLoader<string, readonly Calendar[]> {
  return new DataLoader<string, readonly Calendar[]>((ids) => calendars.listMany(viewer, ids, call), {
    name: "calendarsOfMailbox",
    maxBatchSize: 200,
  });
}
