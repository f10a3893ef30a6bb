import { newEventRow } from "../../core/builders.js";
import type { AttendeeRow, EmailAddress, EventRow, Mailbox, ResponseStatus } from "../../core/mailbox.model.js";
import type { Store } from "../../core/store.js";
import type { World } from "../../core/world.js";

const UNANSWERED: ResponseStatus = { response: "notResponded", at: undefined };
const CANCELED_PREFIX = "Canceled: ";

export const isSameAddress = (a: EmailAddress, b: EmailAddress) => a.address.toLowerCase() === b.address.toLowerCase();

export function hasMoved(before: EventRow, after: EventRow): boolean {
  return before.start.at !== after.start.at || before.end.at !== after.end.at;
}

/** The mailbox's copy of the meeting with that `iCalUId`. */
export function findCopy(mailbox: Mailbox, iCalUId: string): EventRow | undefined {
  for (const event of mailbox.events.values()) if (event.iCalUId === iCalUId) return event;
  return undefined;
}

/**
 * A mailbox by SMTP address as a sender of that tenant reaches it: in the own tenant first, then in the one that owns
 * the address's domain. Undefined for addresses outside of every emulated tenant.
 */
export function mailboxAt(store: Store, tenantId: string, address: string): Mailbox | undefined {
  const home = store.tenant(tenantId);
  const own = home && store.userByMail(home, address)?.mailbox;
  if (own !== undefined) return own;
  const owner = store.tenant(address.split("@").at(-1) ?? "");
  return owner && store.userByMail(owner, address)?.mailbox;
}

/** What an invitation carries: everything but what belongs to the sender's own copy. */
export function sharedPart(row: EventRow) {
  const {
    id: _id,
    immutableId: _immutableId,
    calendarId: _calendarId,
    changeKey: _changeKey,
    createdAt: _createdAt,
    modifiedAt: _modifiedAt,
    transactionId: _transactionId,
    isOrganizer: _isOrganizer,
    responseStatus: _responseStatus,
    intendedShowAs: _intendedShowAs,
    reminderState: _reminderState,
    categories: _categories,
    showAs: _showAs,
    isReminderOn: _isReminderOn,
    reminderMinutesBeforeStart: _reminderMinutes,
    extensions: _extensions,
    extendedProperties: _extendedProperties,
    ...shared
  } = row;
  return shared;
}

/** A first copy of the meeting for an invited mailbox, not yet in the store. */
export function newCopy(world: World, mailbox: Mailbox, sent: EventRow): EventRow {
  return newEventRow(world.store, mailbox, {
    ...sharedPart(sent),
    isOrganizer: false,
    responseStatus: UNANSWERED,
    showAs: "tentative",
    intendedShowAs: sent.showAs,
    attendees: attendeesSeenBy(mailbox.owner, UNANSWERED, sent),
    isReminderOn: sent.isReminderOn,
    reminderMinutesBeforeStart: sent.reminderMinutesBeforeStart,
    ...deliveredAttachments(world, undefined, sent),
  });
}

/**
 * The copy after an update arrived: the organizer's content, the owner's categories and reminder. The owner's answer
 * stands unless the meeting moved or had been cancelled.
 */
export function updatedCopy(world: World, mailbox: Mailbox, copy: EventRow, sent: EventRow): EventRow {
  const isAskedAgain = hasMoved(copy, sent) || copy.isCancelled;
  const responseStatus = isAskedAgain ? UNANSWERED : copy.responseStatus;
  const stays = !isAskedAgain && responseStatus.response !== "notResponded";
  return {
    ...copy,
    ...sharedPart(sent),
    ...ofOwnKind(copy),
    ...deliveredAttachments(world, copy, sent),
    responseStatus,
    intendedShowAs: sent.showAs,
    showAs: stays ? copy.showAs : "tentative",
    attendees: attendeesSeenBy(mailbox.owner, responseStatus, sent),
    ...newVersion(world),
  };
}

/** The attachments as the copy holds them: with ids of its own, which stay over updates. */
function deliveredAttachments(world: World, copy: EventRow | undefined, sent: EventRow): Pick<EventRow, "attachments"> {
  if (sent.attachments === undefined) return {};
  const { ids } = world.store;
  const attachments = sent.attachments.map((attachment) => {
    const known = copy?.attachments?.find(({ sourceId }) => sourceId === attachment.immutableId);
    const own = known ?? { id: ids.itemId("attachment"), immutableId: ids.immutableId("attachment") };
    return { ...attachment, id: own.id, immutableId: own.immutableId, sourceId: attachment.immutableId };
  });
  return { attachments };
}

/** The copy after a cancellation arrived; it stays in the calendar until its owner removes it. */
export function cancelledCopy(world: World, copy: EventRow): EventRow {
  const subject = copy.subject.startsWith(CANCELED_PREFIX) ? copy.subject : CANCELED_PREFIX + copy.subject;
  return { ...copy, subject, isCancelled: true, showAs: "free", ...newVersion(world) };
}

/** The members that every change of an event renews. */
export function newVersion(world: World): Pick<EventRow, "changeKey" | "modifiedAt"> {
  return { changeKey: world.store.ids.changeKey(), modifiedAt: world.clock.now() };
}

/** The owner may mark a meeting private that the organizer did not; an update does not undo it. */
function ofOwnKind(copy: EventRow): Partial<EventRow> {
  return copy.sensitivity === "normal" ? {} : { sensitivity: copy.sensitivity };
}

/**
 * In a copy only the owner's own answer shows; everybody else's is `none`. With hidden attendees the owner is the only
 * one on the list.
 */
function attendeesSeenBy(owner: EmailAddress, ownStatus: ResponseStatus, sent: EventRow): AttendeeRow[] {
  const listed = sent.attendees.map(({ emailAddress, type }): AttendeeRow => {
    const isOwn = isSameAddress(emailAddress, owner);
    return { emailAddress, type, status: isOwn ? ownStatus : { response: "none", at: undefined } };
  });
  return sent.hideAttendees ? listed.filter(({ emailAddress }) => isSameAddress(emailAddress, owner)) : listed;
}
