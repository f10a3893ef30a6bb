import type { GraphClient } from "../../graph/index.js";
import type { Clock } from "../../lib/clock.js";
import type { EventReaderService } from "../events/event-reader.service.js";
import type { ViewForgetter } from "../events/views/view.model.js";
import type { MailboxAccess } from "../mailboxes/mailbox-access.js";
import type { AttachmentLimits } from "./attachment.model.js";
import { AttachmentLinks } from "./attachment-links.js";
import { AttachmentReaderService } from "./attachment-reader.service.js";
import { AttachmentWriterService } from "./attachment-writer.service.js";
import { TransferSlots } from "./transfer-slots.js";

export interface AttachmentServices {
  readonly attachmentReader: AttachmentReaderService;
  readonly attachmentWriter: AttachmentWriterService;
  readonly attachmentLinks: AttachmentLinks;
}

export function createAttachments(deps: {
  readonly graph: GraphClient;
  readonly mailboxes: MailboxAccess;
  readonly eventReader: EventReaderService;
  readonly views: ViewForgetter;
  readonly limits: AttachmentLimits;
  readonly publicUrl: string;
  readonly clock: Clock;
}): AttachmentServices {
  const slots = new TransferSlots(deps.limits.transfers);
  return {
    attachmentReader: new AttachmentReaderService({ ...deps, slots }),
    attachmentWriter: new AttachmentWriterService({ ...deps, slots }),
    attachmentLinks: new AttachmentLinks(deps.publicUrl),
  };
}
