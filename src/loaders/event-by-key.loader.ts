import DataLoader from "dataloader";
import type { Viewer } from "../auth/viewer.js";
import type { Call } from "../lib/call.js";
import type { CalendarEvent } from "../services/events/event.model.js";
import type { EventKey, EventReaderService } from "../services/events/event-reader.service.js";

/** One event by its mailbox and Graph id, with the fields that were selected. */
export function eventByKeyLoader(
  viewer: Viewer,
  events: EventReaderService,
  call: Call,
): DataLoader<EventKey, CalendarEvent, string> {
  return new DataLoader<EventKey, CalendarEvent, string>((keys) => events.getMany(viewer, keys, call), {
    name: "eventByKey",
    cacheKeyFn: ({ mailboxId, graphId, fields }) => [mailboxId, graphId, fields.join()].join("|"),
    maxBatchSize: 200,
  });
}
