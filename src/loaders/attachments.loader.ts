import DataLoader from "dataloader";
import type { Viewer } from "../auth/viewer.js";
import type { Call } from "../lib/call.js";
import type { Attachment, AttachmentKey } from "../services/attachments/attachment.model.js";
import type { AttachmentReaderService } from "../services/attachments/attachment-reader.service.js";
import type { CalendarEvent } from "../services/events/event.model.js";

type EventAt = Pick<CalendarEvent, "mailboxId" | "graphId" | "visibility">;

/** What is attached to an event, without bytes; null where it is withheld. An event that fails: its own error. */
export function attachmentsOfEventLoader(
  viewer: Viewer,
  attachments: AttachmentReaderService,
  call: Call,
): DataLoader<EventAt, readonly Attachment[] | null, string> {
  return new DataLoader<EventAt, readonly Attachment[] | null, string>(
    (events) => attachments.listMany(viewer, events, call),
    {
      name: "attachmentsOfEvent",
      cacheKeyFn: ({ mailboxId, graphId }) => `${mailboxId}|${graphId}`,
      maxBatchSize: 200,
    },
  );
}

/** One attachment by its event and Graph id. */
export function attachmentByKeyLoader(
  viewer: Viewer,
  attachments: AttachmentReaderService,
  call: Call,
): DataLoader<AttachmentKey, Attachment, string> {
  return new DataLoader<AttachmentKey, Attachment, string>((keys) => attachments.getMany(viewer, keys, call), {
    name: "attachmentByKey",
    cacheKeyFn: ({ mailboxId, eventGraphId, graphId }) => [mailboxId, eventGraphId, graphId].join("|"),
    maxBatchSize: 200,
  });
}
