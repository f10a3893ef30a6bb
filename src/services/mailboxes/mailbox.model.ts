import type { MailboxState } from "../../entities/mailbox.entity.js";

export type { MailboxState };

/** A user, room or shared mailbox that the administrator specified for a connection. Others are out of reach. */
export interface Mailbox {
  readonly kind: "Mailbox";
  readonly id: string;
  readonly organizationId: string;
  readonly connectionId: string;
  /** SMTP address in lower case. */
  readonly address: string;
  readonly displayName: string | null;
  readonly graphUserId: string | null;
  /** When the directory last said whose it is; null when it never did. */
  readonly identityReadAt: Date | null;
  readonly state: MailboxState;
  readonly stateReason: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
