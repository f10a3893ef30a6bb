import type { Viewer } from "../auth/viewer.js";
import type { Call } from "../lib/call.js";
import {
  attachmentGlobalId,
  mailboxObjectGlobalId,
  parseAttachmentGlobalId,
  parseMailboxObjectGlobalId,
} from "../resolvers/common/global-id.js";
import type { Attachment, AttachmentDownload, FileUpload } from "../services/attachments/attachment.model.js";
import type { AttachmentServices } from "../services/attachments/create-attachments.js";

type File = Omit<FileUpload, "mailboxId" | "eventGraphId">;

/** The files' own way in and out, beside GraphQL: the same ids, the same services. */
export interface AttachmentEndpoint {
  /** @throws AppError, before the first byte; what fails later rejects the bytes. */
  download(viewer: Viewer, attachmentId: string, call: Call): Promise<AttachmentDownload>;
  /** Gives the new attachment with the members of GraphQL's `Attachment`. @throws AppError */
  upload(viewer: Viewer, eventId: string, file: File, call: Call): Promise<object>;
}

export function attachmentEndpoint({
  attachmentReader,
  attachmentWriter,
  attachmentLinks,
}: AttachmentServices): AttachmentEndpoint {
  const toJson = (attachment: Attachment): object => {
    const { mailboxId, eventGraphId, graphId: _, kind: __, ...facts } = attachment;
    const id = attachmentGlobalId(attachment);
    const eventId = mailboxObjectGlobalId("Event", { mailboxId, graphId: eventGraphId });
    return { id, eventId, ...facts, downloadUrl: attachmentLinks.download(id) };
  };
  return {
    async download(viewer, attachmentId, call) {
      return attachmentReader.download(viewer, parseAttachmentGlobalId(attachmentId), call);
    },
    async upload(viewer, eventId, file, call) {
      const { mailboxId, graphId } = parseMailboxObjectGlobalId("Event", eventId);
      const at = { mailboxId, eventGraphId: graphId };
      return toJson(await attachmentWriter.upload(viewer, { ...at, ...file }, call));
    },
  };
}
