import type { AttachmentFacts } from "../../graph/index.js";
import type { Attachment, AttachmentKey, AttachmentType } from "./attachment.model.js";

const TYPES: Readonly<Record<string, AttachmentType>> = {
  "#microsoft.graph.fileattachment": "FILE",
  "#microsoft.graph.itemattachment": "ITEM",
  "#microsoft.graph.referenceattachment": "REFERENCE",
};

export function toAttachment(event: Omit<AttachmentKey, "graphId">, facts: AttachmentFacts): Attachment {
  return {
    kind: "Attachment",
    mailboxId: event.mailboxId,
    eventGraphId: event.eventGraphId,
    graphId: facts.id ?? "",
    type: TYPES[facts["@odata.type"]?.toLowerCase() ?? ""] ?? "UNKNOWN",
    name: facts.name ?? null,
    contentType: facts.contentType ?? null,
    size: facts.size ?? null,
    isInline: facts.isInline ?? false,
    contentId: facts.contentId ?? null,
    changedAt: facts.lastModifiedDateTime ? new Date(facts.lastModifiedDateTime) : null,
  };
}
