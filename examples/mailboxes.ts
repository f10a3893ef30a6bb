import type { Run } from "./gateway-client.js";
import { MailboxOfAddressDocument } from "./generated/operations.js";

/** The mailbox with this address. @throws Error where none is specified, or this API key may not see it. */
export async function mailboxOf(run: Run, address: string) {
  const { organization } = await run(MailboxOfAddressDocument, { address });
  const mailbox = organization?.mailboxes?.nodes[0];
  if (!mailbox) throw new Error(`${address} is no specified mailbox of this organization.`);
  return mailbox;
}
