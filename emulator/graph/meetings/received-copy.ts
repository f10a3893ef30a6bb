import { newEventRow } from "../../core/builders.js";
import type { EventRow, Mailbox, ResponseStatus } from "../../core/mailbox.model.js";
import type { World } from "../../core/world.js";
import { deliveredSeries } from "./delivered-series.js";
import { attendeesSeenBy, hasMoved, newVersion, sharedPart } from "./meeting-copy.js";

const UNANSWERED: ResponseStatus = { response: "notResponded", at: undefined };
const CANCELED_PREFIX = "Canceled: ";

/** A first copy of the meeting for an invited mailbox, not yet in the store. */
export function newCopy(world: World, mailbox: Mailbox, sent: EventRow): EventRow {
  return newEventRow(world.store, mailbox, {
    ...sharedPart(sent),
    ...deliveredSeries(mailbox.owner, undefined, sent),
    isOrganizer: false,
    responseStatus: UNANSWERED,
    showAs: "tentative",
    intendedShowAs: sent.showAs,
    attendees: attendeesSeenBy(mailbox.owner, UNANSWERED, sent.attendees, sent.hideAttendees),
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
    ...(copy.slot === undefined ? deliveredSeries(mailbox.owner, copy, sent) : {}),
    ...ofOwnKind(copy),
    ...deliveredAttachments(world, copy, sent),
    responseStatus,
    intendedShowAs: sent.showAs,
    showAs: stays ? copy.showAs : "tentative",
    attendees: attendeesSeenBy(mailbox.owner, responseStatus, sent.attendees, sent.hideAttendees),
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

/** The owner may mark a meeting private that the organizer did not; an update does not undo it. */
function ofOwnKind(copy: EventRow): Partial<EventRow> {
  return copy.sensitivity === "normal" ? {} : { sensitivity: copy.sensitivity };
}
