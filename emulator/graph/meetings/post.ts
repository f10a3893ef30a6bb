import type { EmailAddress, EventRow, Mailbox } from "../../core/mailbox.model.js";
import type { Notice } from "../../core/outbox.js";
import type { World } from "../../core/world.js";
import { isSameAddress, mailboxAt } from "./meeting-copy.js";

/** A notice about a meeting, as its sender gives it to the post. */
export type Letter = Pick<Notice, "kind" | "to"> & Partial<Pick<Notice, "comment" | "response" | "proposedNewTime">>;

/**
 * Mails a notice: writes it down in the outbox, and calls `arrive` for each recipient with a mailbox here, after the
 * delay that the switch `meetingDeliveryMs` names. A notice to nobody is none.
 */
export function post(
  world: World,
  sender: Mailbox,
  event: EventRow,
  letter: Letter,
  arrive: (recipient: Mailbox) => void,
): void {
  const to = withoutRepeats(letter.to).filter((address) => !isSameAddress(address, sender.owner));
  if (to.length === 0) return;
  world.outbox.add({
    at: world.clock.now(),
    tenantId: sender.tenantId,
    from: sender.owner,
    subject: event.subject,
    iCalUId: event.iCalUId,
    ...letter,
    to,
  });
  for (const { address } of to) {
    const recipient = mailboxAt(world.store, sender.tenantId, address);
    if (recipient !== undefined) world.agenda.after(world.switches.meetingDeliveryMs, () => arrive(recipient));
  }
}

function withoutRepeats(addresses: readonly EmailAddress[]): EmailAddress[] {
  const byAddress = new Map<string, EmailAddress>();
  for (const address of addresses) {
    const key = address.address.toLowerCase();
    if (!byAddress.has(key)) byAddress.set(key, address);
  }
  return [...byAddress.values()];
}
