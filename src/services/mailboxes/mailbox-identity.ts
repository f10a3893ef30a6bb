import type { Mailbox as MailboxRow } from "../../entities/mailbox.entity.js";
import type { Repositories } from "../../store/database.js";
import type { DirectoryPerson } from "../directory/directory-people.js";
import { changedMeanwhile } from "../outcomes.js";

/** What of a mailbox follows from whose it is: the person's primary address, unless it is another mailbox's here. */
export function addressFor(person: DirectoryPerson, given: string, isTaken: (address: string) => boolean): string {
  const primary = person.mail;
  return primary === null || isTaken(primary) ? given : primary;
}

/**
 * Records whose a mailbox is, in the caller's transaction: Graph's id, the primary address, and the others.
 * @throws AppError CONFLICT when somebody changed the mailbox meanwhile.
 */
export async function recordIdentity(
  { mailboxes, mailboxAddresses }: Pick<Repositories, "mailboxes" | "mailboxAddresses">,
  row: MailboxRow,
  person: DirectoryPerson,
  { address, now }: { readonly address: string; readonly now: number },
): Promise<MailboxRow> {
  const patch = { address, graphUserId: person.id, identityReadAt: new Date(now) };
  const changed = await mailboxes.update(row.id, row.rowVersion, patch);
  if (changed === null) throw changedMeanwhile("mailbox");
  await keepAliases({ mailboxAddresses }, changed, person);
  return changed;
}

/** Keeps every address of the person but the mailbox's own. */
export async function keepAliases(
  { mailboxAddresses }: Pick<Repositories, "mailboxAddresses">,
  { id: mailboxId, organizationId, connectionId, address }: MailboxRow,
  person: DirectoryPerson,
): Promise<void> {
  const others = person.addresses.filter((one) => one !== address && one.length <= 320);
  await mailboxAddresses.replace({ organizationId, connectionId, mailboxId }, others);
}
