import { createHash } from "node:crypto";
import { groupBy } from "../../../lib/group-by.js";
import type { CalendarEvent, ResponseStatus } from "../event.model.js";
import type { EventField } from "../event-members.js";
import { compareTexts, type StartOrder } from "../event-order.js";
import { orderOf } from "../event-times.js";
import type { Attendance, Meeting } from "./meeting.model.js";

/** Needed to know which events are copies of one meeting, and which of them is the organizer's. */
export const GROUPING_FIELDS: readonly EventField[] = ["isOrganizer", "iCalUId"];

/** Needed to count answers. */
export const ATTENDANCE_FIELDS: readonly EventField[] = ["attendees", "response"];

/**
 * The meetings that events of several mailboxes are copies of, by their start. Copies have one `iCalUId`, which each
 * occurrence of a series has of its own: https://learn.microsoft.com/graph/api/resources/event. Where a mailbox has one
 * twice at different times all the same, the start tells them apart. An event that hides its `iCalUId` stands alone.
 */
export function groupMeetings(lists: readonly (readonly CalendarEvent[])[]): readonly Meeting[] {
  return groupBy(lists.flat(), identityOf)
    .flatMap(([first, ...others]) => meetingsOf(first, others))
    .sort(compareMeetings);
}

export const MEETINGS_BY_START: StartOrder<Meeting> = {
  startOf: ({ copies: [{ start }] }) => orderOf(start),
  idOf: ({ identity }) => identity,
};

/** A name for a meeting that is the same in every list. Not the identity itself, which is long and nobody's to read. */
export function meetingKey({ identity }: Meeting): string {
  return `mtg_${createHash("sha256").update(identity).digest("base64url").slice(0, 22)}`;
}

export function attendanceOf({ copies }: Meeting): Attendance {
  const [first] = copies;
  const isComplete = first.isOrganizer === true && first.attendees !== undefined;
  const answers = isComplete
    ? (first.attendees ?? []).map(({ response }) => response)
    : copies.map(({ response }) => response);
  const count = (wanted: ResponseStatus) => answers.filter((answer) => answer === wanted).length;
  return {
    isComplete,
    accepted: count("ACCEPTED"),
    tentativelyAccepted: count("TENTATIVELY_ACCEPTED"),
    declined: count("DECLINED"),
    notResponded: count("NOT_RESPONDED"),
  };
}

function identityOf({ iCalUId, mailboxId, graphId }: CalendarEvent): string {
  return iCalUId ? `m${iCalUId}` : `e${mailboxId}${graphId}`;
}

function meetingsOf(first: CalendarEvent, others: readonly CalendarEvent[]): readonly Meeting[] {
  const identity = identityOf(first);
  const all = [first, ...others];
  const isAmbiguous = new Set(all.map(({ mailboxId }) => mailboxId)).size < all.length;
  if (!isAmbiguous) return [meetingOf(identity, first, others)];
  return groupBy(all, ({ start }) => String(orderOf(start))).map(([one, ...more]) =>
    meetingOf(`${identity} ${orderOf(one.start)}`, one, more),
  );
}

function meetingOf(identity: string, first: CalendarEvent, others: readonly CalendarEvent[]): Meeting {
  const [leading, ...rest] = others.length === 0 ? [first] : [first, ...others].sort(compareCopies);
  return { identity, copies: [leading ?? first, ...rest] };
}

function compareCopies(a: CalendarEvent, b: CalendarEvent): number {
  return (
    Number(b.isOrganizer ?? false) - Number(a.isOrganizer ?? false) ||
    compareTexts(a.mailboxId, b.mailboxId) ||
    compareTexts(a.graphId, b.graphId)
  );
}

function compareMeetings(a: Meeting, b: Meeting): number {
  return orderOf(a.copies[0].start) - orderOf(b.copies[0].start) || compareTexts(a.identity, b.identity);
}
