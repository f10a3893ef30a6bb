/** Where this gateway is asked for attachments. The addresses hold no secret: an API key opens them. */
export class AttachmentLinks {
  /** `publicUrl`: without a trailing slash. */
  constructor(private readonly publicUrl: string) {}

  download(attachmentId: string): string {
    return `${this.publicUrl}/attachments/${attachmentId}`;
  }
}
