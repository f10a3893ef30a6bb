import { isDeepStrictEqual } from "node:util";
import { recipientsBehind } from "../../core/groups.js";
import type { AttendeeRow, EmailAddress, EventRow, Mailbox } from "../../core/mailbox.model.js";
import type { Switches } from "../../core/switches.js";
import type { World } from "../../core/world.js";
import { GraphFailure } from "../graph-failure.js";
import { sendCancellation, sendRequest } from "./deliveries.js";
import { sendAnswer } from "./meeting-answers.js";
import { isSameAddress, sharedPart } from "./meeting-copy.js";

/** What an attendee may change in the own copy; everything else belongs to the organizer. */
const ATTENDEE_MEMBERS: ReadonlySet<string> = new Set([
  "showAs",
  "categories",
  "isReminderOn",
  "reminderMinutesBeforeStart",
  "sensitivity",
]);

/**
 * The part of a PATCH that counts on this copy. The switch `attendeeEdits` says what happens to members that are the
 * organizer's; throws 400 `ErrorInvalidRequest` where it says so.
 */
export function permittedChanges<T extends object>(world: World, event: EventRow, wanted: T): T | Partial<T> {
  if (event.isOrganizer || world.switches.attendeeEdits === "ownCopy") return wanted;
  const own = Object.entries(wanted).filter(([member]) => ATTENDEE_MEMBERS.has(member));
  if (world.switches.attendeeEdits === "refuse" && own.length < Object.keys(wanted).length) {
    throw new GraphFailure(400, "ErrorInvalidRequest", "Only the organizer can change this meeting.");
  }
  return Object.fromEntries(own) as Partial<T>;
}

/** After an event was created: everybody on its list is invited. */
export function inviteAttendees(world: World, organizer: Mailbox, event: EventRow): void {
  if (event.isOrganizer) sendRequest(world, organizer, event, "invitation", addressesOf(event.attendees));
}

/**
 * After an organizer changed an event: new people are invited, removed ones get a cancellation. The others get an
 * update when the meeting itself changed; a change of the list alone is mailed only to those it concerns.
 */
export function tellAttendees(world: World, mailbox: Mailbox, before: EventRow, after: EventRow): void {
  if (!after.isOrganizer) return;
  const was = byAddress(before);
  const is = byAddress(after);
  const added = [...is].filter(([address]) => !was.has(address)).map(([, attendee]) => attendee);
  const removed = [...was].filter(([address]) => !is.has(address)).map(([, attendee]) => attendee);
  const kept = [...is].filter(([address]) => was.has(address));
  const staying = addressesOf(kept.map(([, attendee]) => attendee));
  const gone = addressesOf(removed);
  const changed =
    isNews(before, after, world.switches) || takesFromGroup(world, mailbox, gone, staying)
      ? kept
      : kept.filter(([address, { type }]) => was.get(address)?.type !== type);
  // Who leaves with a group but stays on the list by name stays invited, and the other way round.
  const { people: invited } = recipientsBehind(world.store, mailbox.tenantId, [...staying, ...addressesOf(added)]);
  sendCancellation(
    world,
    mailbox,
    before,
    gone,
    undefined,
    invited.filter((person) => !isListed(gone, person)),
  );
  sendRequest(world, mailbox, after, "invitation", addressesOf(added));
  sendRequest(world, mailbox, after, "update", addressesOf(changed.map(([, attendee]) => attendee)), undefined, gone);
}

/** Whether somebody was taken off the list who is in a group that stays on it: everybody is mailed then. */
function takesFromGroup(
  world: World,
  { tenantId }: Mailbox,
  gone: readonly EmailAddress[],
  staying: readonly EmailAddress[],
): boolean {
  const { members } = recipientsBehind(world.store, tenantId, staying);
  return members.some((member) => isListed(gone, member));
}

const isListed = (list: readonly EmailAddress[], wanted: EmailAddress) =>
  list.some((address) => isSameAddress(address, wanted));

/** After an event was removed: by its organizer that cancels the meeting, by an attendee it is no answer by itself. */
export function leaveMeeting(world: World, mailbox: Mailbox, event: EventRow, comment?: string): void {
  if (event.isCancelled) return;
  if (event.isOrganizer) sendCancellation(world, mailbox, event, addressesOf(event.attendees), comment);
  else if (world.switches.attendeeDelete === "decline") {
    const status = { response: "declined" as const, at: world.clock.now() };
    sendAnswer(world, mailbox, event, { kind: "declined", send: true }, status);
  }
}

function isNews(before: EventRow, after: EventRow, switches: Switches): boolean {
  const own = ({ categories, showAs, isReminderOn, reminderMinutesBeforeStart }: EventRow) => ({
    categories,
    showAs,
    isReminderOn,
    reminderMinutesBeforeStart,
  });
  const content = (row: EventRow) => ({ ...sharedPart(row), series: row.series, attendees: undefined });
  const isOwnNews = switches.ownMemberUpdates === "mail" && !isDeepStrictEqual(own(before), own(after));
  return isOwnNews || !isDeepStrictEqual(content(before), content(after));
}

const addressesOf = (attendees: readonly AttendeeRow[]) => attendees.map(({ emailAddress }) => emailAddress);

function byAddress(event: EventRow): Map<string, AttendeeRow> {
  return new Map(event.attendees.map((attendee) => [attendee.emailAddress.address.toLowerCase(), attendee]));
}
