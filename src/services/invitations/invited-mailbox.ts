import type { Mailbox as MailboxRow } from "../../entities/mailbox.entity.js";
import { AppError } from "../../lib/app-error.js";
import type { Repositories } from "../../store/database.js";

/** The mailbox of an address, specified now where it was not; a name that it has is kept. */
export async function mailboxFor(
  { mailboxes }: Repositories,
  wanted: Pick<MailboxRow, "organizationId" | "connectionId" | "address" | "displayName">,
): Promise<MailboxRow> {
  const known = await mailboxes.byAddress(wanted.connectionId, wanted.address);
  if (known === null) return mailboxes.insert({ ...wanted, state: "UNVERIFIED" });
  if (known.displayName !== null || wanted.displayName === null) return known;
  return (await mailboxes.update(known.id, known.rowVersion, { displayName: wanted.displayName })) ?? known;
}

/** @throws AppError CONFLICT for a mailbox that is connected, or whose owner is being asked already. */
export async function assertWanted({ id }: MailboxRow, { mailboxGrants, invitations }: Repositories): Promise<void> {
  if ((await mailboxGrants.byMailbox(id))?.state === "ACTIVE") {
    throw conflict("This mailbox is connected already: its owner has signed in.", ["address"]);
  }
  if ((await invitations.openOf(id)) !== null) {
    throw conflict("This address has an invitation that is still open. Send it again, or revoke it.", ["address"]);
  }
}

export function conflict(message: string, path: readonly string[] = []): AppError {
  return new AppError("CONFLICT", message, { path });
}
