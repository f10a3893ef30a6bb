/** What hangs on an event, whatever its kind. */
interface AttachmentBase {
  readonly id: string;
  readonly immutableId: string;
  /** Immutable id of the organizer's attachment that this one was delivered from. */
  readonly sourceId?: string;
  readonly name: string;
  readonly contentType: string | null;
  readonly isInline: boolean;
  readonly modifiedAt: number;
}

export type AttachmentRow = AttachmentBase &
  (
    | { readonly kind: "file"; readonly bytes: Buffer; readonly contentId: string | null }
    /** An Outlook item, as it was sent. */
    | { readonly kind: "item"; readonly item: Readonly<Record<string, unknown>> }
    /** A link; its further members as they were sent. */
    | { readonly kind: "reference"; readonly link: Readonly<Record<string, unknown>> }
  );

/** A large attachment on its way. */
export interface UploadSession {
  readonly id: string;
  readonly token: string;
  readonly tenantId: string;
  /** Of the application that asked for it. */
  readonly appId: string;
  readonly userId: string;
  readonly eventId: string;
  readonly name: string;
  readonly contentType: string | null;
  readonly isInline: boolean;
  readonly contentId: string | null;
  /** In bytes. */
  readonly size: number;
  readonly chunks: Buffer[];
  readonly expiresAt: number;
}
