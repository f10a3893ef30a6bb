import type { Mailbox } from "../mailboxes/mailbox.model.js";

/** What the directory says about somebody's mailbox; whether it can be reached is known only when it is asked. */
export const DIRECTORY_MAILBOX_HINTS = ["LICENSED", "ADDRESS_ONLY", "NONE", "GUEST", "UNKNOWN"] as const;
export type DirectoryMailboxHint = (typeof DIRECTORY_MAILBOX_HINTS)[number];

/** Somebody, or a room, in a tenant's directory. Nothing of it is stored before it is specified as a mailbox. */
export interface DirectoryUser {
  /** Graph's object id. */
  readonly id: string;
  readonly displayName: string | null;
  /** Primary SMTP address in lower case. */
  readonly mail: string | null;
  readonly userPrincipalName: string | null;
  /** Every address, mail first, in lower case; only mail and sign-in name where the connection reads basic profiles. */
  readonly addresses: readonly string[];
  readonly isGuest: boolean;
  /** Null where the connection reads basic profiles only. */
  readonly isEnabled: boolean | null;
  /** Null without the permission to read places. */
  readonly isRoom: boolean | null;
  readonly mailboxHint: DirectoryMailboxHint;
  /** The mailbox of this connection that it is, when it is specified. */
  readonly mailbox: Mailbox | null;
}

export const DIRECTORY_GROUP_KINDS = ["MICROSOFT_365", "DISTRIBUTION", "MAIL_ENABLED_SECURITY", "SECURITY"] as const;
export type DirectoryGroupKind = (typeof DIRECTORY_GROUP_KINDS)[number];

export interface DirectoryGroup {
  readonly connectionId: string;
  /** Graph's object id. */
  readonly id: string;
  readonly displayName: string | null;
  readonly mail: string | null;
  readonly description: string | null;
  readonly groupKind: DirectoryGroupKind;
}

/** A page of what the directory found, with the cursor of the next one; null at the end. */
export interface FoundPage<T> {
  readonly items: readonly T[];
  readonly endCursor: string | null;
}
