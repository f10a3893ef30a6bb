import type { EmailAddress, EventRow, Mailbox } from "../../core/mailbox.model.js";
import type { Notice, NoticeKind } from "../../core/outbox.js";
import type { World } from "../../core/world.js";
import { settingsOf } from "../settings/mailbox-settings.js";
import { delegatesOf } from "../sharing/calendar-rights.js";

/** Requests and responses, which are what Microsoft says that Outlook directs to delegates. */
const HANDED_ON: ReadonlySet<NoticeKind> = new Set(["invitation", "update", "forward", "response"]);

/** What the owner of the mailbox gets besides, by `delegateMeetingMessageDeliveryOptions`. */
const PRINCIPAL_GETS: Readonly<Record<string, "nothing" | "information" | "message">> = {
  sendToDelegateOnly: "nothing",
  sendToDelegateAndInformationToPrincipal: "information",
  sendToDelegateAndPrincipal: "message",
};

/**
 * Writes down the copy that a recipient's delegates are handed. The recipient's calendar gets the meeting all the same.
 * Exchange's rule leaves private messages with their recipient; the switch `privateRequestsToDelegates` has another
 * reading.
 */
export function tellDelegates(world: World, notice: Notice, recipient: Mailbox, event: EventRow): void {
  if (!HANDED_ON.has(notice.kind)) return;
  const isPrivate = event.sensitivity === "private";
  if (isPrivate && world.switches.privateRequestsToDelegates === "withhold") return;
  const to = delegatesOf(recipient)
    .filter(({ role }) => !isPrivate || role === "delegateWithPrivateEventAccess")
    .flatMap(({ emailAddress: { name, address } }): EmailAddress[] =>
      address === undefined ? [] : [{ name, address }],
    );
  if (to.length === 0) return;
  const { sequence: _sequence, members: _members, kind, ...rest } = notice;
  const gets = PRINCIPAL_GETS[settingsOf(recipient).delegateMeetingMessageDeliveryOptions] ?? "nothing";
  world.outbox.add({ ...rest, kind: "delegateCopy", copyOf: kind, to, principal: { ...recipient.owner, gets } });
}
