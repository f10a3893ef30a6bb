/** Kinds of attachments; the last one: a kind that Microsoft added later. */
export const ATTACHMENT_TYPES = ["FILE", "ITEM", "REFERENCE", "UNKNOWN"] as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];

/** Where an attachment is: its mailbox by our row id, its event and itself by Graph's ids. */
export interface AttachmentKey {
  readonly mailboxId: string;
  readonly eventGraphId: string;
  readonly graphId: string;
}

/** What hangs on an event, without its bytes. */
export interface Attachment extends AttachmentKey {
  readonly kind: "Attachment";
  readonly type: AttachmentType;
  readonly name: string | null;
  readonly contentType: string | null;
  /** Bytes as Microsoft counts them, which may be some more than the file has. */
  readonly size: number | null;
  readonly isInline: boolean;
  readonly contentId: string | null;
  readonly changedAt: Date | null;
}

/** A file that is to be added to an event. */
export interface FileUpload {
  readonly mailboxId: string;
  readonly eventGraphId: string;
  readonly name: string;
  readonly contentType: string;
  readonly isInline: boolean;
  readonly contentId: string | null;
  /** Bytes that will come; null when nobody knows, which is for less than 3 MB only. */
  readonly size: number | null;
  /** Taken piece by piece, no faster than Microsoft takes them. */
  readonly bytes: AsyncIterable<Buffer>;
}

export interface AttachmentDownload {
  readonly attachment: Attachment;
  /** How many bytes come, where Microsoft says so. */
  readonly size: number | null;
  /** To be read to its end or given up; it holds one of the mailbox's places. */
  readonly bytes: AsyncIterable<Buffer>;
}

export interface AttachmentLimits {
  /** Bytes of one file. */
  readonly maxBytes: number;
  /** Uploads and downloads under way at once, of one organization. */
  readonly transfers: number;
}
