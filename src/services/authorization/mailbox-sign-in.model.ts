import type { MailboxGrant, MailboxGrantState } from "../../entities/mailbox-grant.entity.js";

export type { MailboxGrantState };

/** What may be shown of a person's sign-in. Its tokens are not part of it. */
export interface MailboxSignIn {
  readonly account: string;
  readonly tenantId: string;
  readonly state: MailboxGrantState;
  readonly stateCode: string | null;
  readonly signedInAt: Date;
  readonly refreshedAt: Date;
  /** Permissions that Microsoft granted with it: bare names, or with the address of Graph in front. */
  readonly scopes: readonly string[];
}

export function toMailboxSignIn(row: MailboxGrant): MailboxSignIn {
  const { accountName, tenantId, state, stateCode, grantedAt, refreshedAt, scopes } = row;
  return { account: accountName, tenantId, state, stateCode, signedInAt: grantedAt, refreshedAt, scopes };
}
