import type { Mailbox as MailboxRow } from "../../entities/mailbox.entity.js";
import type { Mailbox } from "./mailbox.model.js";

/** The row as the domain knows it. */
export function toMailbox(row: MailboxRow): Mailbox {
  const { id, organizationId, connectionId, address, displayName, graphUserId, state, stateReason } = row;
  return {
    kind: "Mailbox",
    id,
    organizationId,
    connectionId,
    address,
    displayName,
    graphUserId,
    identityReadAt: row.identityReadAt,
    state,
    stateReason,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}
