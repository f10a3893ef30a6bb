import type DataLoader from "dataloader";
import type { Viewer } from "../auth/viewer.js";
import type { Call } from "../lib/call.js";
import type { Calendar } from "../services/calendars/calendar.model.js";
import type { CalendarListKey, CalendarService } from "../services/calendars/calendar.service.js";
import { eachLoader } from "./each-loader.js";

/** All calendars of a mailbox. A mailbox that fails: its own error. */
export function calendarsOfMailboxLoader(
  viewer: Viewer,
  calendars: CalendarService,
  call: Call,
): DataLoader<CalendarListKey, readonly Calendar[], string> {
  return eachLoader(
    "calendarsOfMailbox",
    ({ mailboxId }) => mailboxId,
    (keys) => calendars.listMany(viewer, keys, call),
  );
}
