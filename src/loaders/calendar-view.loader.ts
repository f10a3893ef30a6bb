import type DataLoader from "dataloader";
import type { Viewer } from "../auth/viewer.js";
import type { Call } from "../lib/call.js";
import type { CalendarViewKey, EventReaderService } from "../services/events/event-reader.service.js";
import type { CalendarView } from "../services/events/views/view.model.js";
import { eachLoader } from "./each-loader.js";

/** All events of a calendar in a window. The same window asked for twice in a request is read once. */
export function calendarViewLoader(
  viewer: Viewer,
  events: EventReaderService,
  call: Call,
): DataLoader<CalendarViewKey, CalendarView, string> {
  return eachLoader("calendarView", keyOf, (keys) => events.viewMany(viewer, keys, call));
}

function keyOf({ mailboxId, calendarGraphId, start, end, fields, maxAgeSeconds }: CalendarViewKey): string {
  return [mailboxId, calendarGraphId ?? "", start.getTime(), end.getTime(), fields.join(), maxAgeSeconds ?? ""].join(
    "|",
  );
}
