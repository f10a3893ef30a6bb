import type { GraphEvent } from "../../../graph/index.js";

export const MEETING_MAILS = ["INVITATION", "UPDATE", "CANCELLATION", "RESPONSE"] as const;
export type MeetingMail = (typeof MEETING_MAILS)[number];

/** Somebody whom Microsoft mails because of a write. */
export interface MailedPerson {
  readonly address: string;
  readonly name: string | null;
  readonly mail: MeetingMail;
}

type GraphAttendee = NonNullable<GraphEvent["attendees"]>[number];

/** A change of these alone stays in the organizer's own copy: nobody is mailed. */
const OWN_MEMBERS: ReadonlySet<string> = new Set([
  "showAs",
  "categories",
  "isReminderOn",
  "reminderMinutesBeforeStart",
  "extensions",
]);

/** Whether a change may have anybody mailed, whatever the event is. */
export function mayMail(changes: GraphEvent): boolean {
  return Object.keys(changes).some((member) => !OWN_MEMBERS.has(member));
}

/** The changes with another recurrence among them: when it ends is not known here, so that it counts as going on. */
export function mailingChanges(
  changes: GraphEvent,
  { recurrence }: { readonly recurrence?: object | null | undefined },
) {
  if (recurrence === undefined) return changes;
  return { ...changes, recurrence: recurrence && {} } satisfies GraphEvent;
}

/** Everybody who is invited to a new event, but its organizer. */
export function mailedByCreation({ attendees }: GraphEvent, organizer: string): readonly MailedPerson[] {
  return peopleOf(attendees, organizer).map((person) => ({ ...person, mail: "INVITATION" }));
}

/**
 * Whom a change has Microsoft mail: all attendees, or, when the list of attendees alone is changed, those it concerns. An
 * attendee's own copy is nobody's business.
 */
export function mailedByChange(current: GraphEvent, changes: GraphEvent): readonly MailedPerson[] {
  if (!isOwnMeeting(current) || !mayMail(changes)) return [];
  const organizer = organizerOf(current);
  const before = peopleOf(current.attendees, organizer);
  if (changes.attendees === undefined) return before.map((person) => mailed(person, "UPDATE"));
  const after = peopleOf(changes.attendees, organizer);
  const [was, is] = [typesByAddress(current.attendees), typesByAddress(changes.attendees)];
  const { attendees: _, ...others } = changes;
  return [
    ...before.flatMap((person) => (is.has(person.address.toLowerCase()) ? [] : [mailed(person, "CANCELLATION")])),
    ...after.flatMap((person) => {
      const key = person.address.toLowerCase();
      if (!was.has(key)) return [mailed(person, "INVITATION")];
      return mayMail(others) || was.get(key) !== is.get(key) ? [mailed(person, "UPDATE")] : [];
    }),
  ];
}

/** Everybody who is invited, when the organizer removes a meeting that is not cancelled already. */
export function mailedByRemoval(current: GraphEvent): readonly MailedPerson[] {
  if (!isOwnMeeting(current) || current.isCancelled) return [];
  return peopleOf(current.attendees, organizerOf(current)).map((person) => mailed(person, "CANCELLATION"));
}

export function isInvited({ isOrganizer, attendees }: GraphEvent): boolean {
  return isOrganizer === false && (attendees?.length ?? 0) > 0;
}

/** The organizer, to whom an attendee's answer is sent. */
export function mailedByResponse({ organizer }: GraphEvent): readonly MailedPerson[] {
  const { address, name } = organizer?.emailAddress ?? {};
  return address ? [{ address, name: name || null, mail: "RESPONSE" }] : [];
}

function isOwnMeeting({ isOrganizer, isDraft }: GraphEvent): boolean {
  return isOrganizer !== false && !isDraft;
}

function organizerOf({ organizer }: GraphEvent): string {
  return organizer?.emailAddress?.address ?? "";
}

function mailed(person: Omit<MailedPerson, "mail">, mail: MeetingMail): MailedPerson {
  return { ...person, mail };
}

/** Somebody whose type is not told is required. */
function typesByAddress(attendees: GraphAttendee[] | null | undefined): ReadonlyMap<string, string> {
  return new Map(
    (attendees ?? []).map(({ emailAddress, type }) => [
      emailAddress?.address?.toLowerCase() ?? "",
      (type ?? "required").toLowerCase(),
    ]),
  );
}

function peopleOf(attendees: GraphAttendee[] | null | undefined, organizer: string): Omit<MailedPerson, "mail">[] {
  return (attendees ?? []).flatMap(({ emailAddress }) => {
    const address = emailAddress?.address;
    if (!address || address.toLowerCase() === organizer.toLowerCase()) return [];
    return [{ address, name: emailAddress.name || null }];
  });
}
