import { recipientsBehind } from "../../core/groups.js";
import type { EmailAddress, EventRow, Mailbox } from "../../core/mailbox.model.js";
import type { Notice } from "../../core/outbox.js";
import type { World } from "../../core/world.js";
import { tellDelegates } from "./delegate-copies.js";
import { isSameAddress, mailboxAt } from "./meeting-copy.js";

/** A notice about a meeting, as its sender gives it to the post. */
export type Letter = Pick<Notice, "kind" | "to"> &
  Partial<Pick<Notice, "comment" | "response" | "proposedNewTime">> & {
    /** Who does not get it although a group in `to` has them. */
    readonly except?: readonly EmailAddress[];
  };

/**
 * Mails a notice: writes it down in the outbox, hands it to delegates, and calls `arrive` for each recipient with a
 * mailbox here, members of groups among them, after the delay that the switch `meetingDeliveryMs` names. A notice to
 * nobody is none.
 */
export function post(
  world: World,
  sender: Mailbox,
  event: EventRow,
  { except = [], ...letter }: Letter,
  arrive: (recipient: Mailbox) => void,
): void {
  const isLeftOut = (address: EmailAddress) =>
    isSameAddress(address, sender.owner) || except.some((other) => isSameAddress(address, other));
  const to = withoutRepeats(letter.to).filter((address) => !isSameAddress(address, sender.owner));
  if (to.length === 0) return;
  const { people, members } = recipientsBehind(world.store, sender.tenantId, to);
  const behindGroups = members.filter((member) => !isLeftOut(member));
  const notice = world.outbox.add({
    at: world.clock.now(),
    tenantId: sender.tenantId,
    from: sender.owner,
    subject: event.subject,
    iCalUId: event.iCalUId,
    ...letter,
    to,
    ...(behindGroups.length > 0 ? { members: behindGroups } : {}),
  });
  for (const person of people) {
    if (isLeftOut(person)) continue;
    const recipient = mailboxAt(world.store, sender.tenantId, person.address);
    if (recipient === undefined) continue;
    tellDelegates(world, notice, recipient, event);
    world.agenda.after(world.switches.meetingDeliveryMs, () => arrive(recipient));
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
