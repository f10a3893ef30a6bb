import type {
  EmailAddress,
  EventRow,
  Mailbox,
  ResponseKind,
  ResponseStatus,
  TimeSlot,
} from "../../core/mailbox.model.js";
import type { World } from "../../core/world.js";
import { utcText } from "../../core/zoned-time.js";
import { findCopy, isSameAddress, newVersion } from "./meeting-copy.js";
import { post } from "./post.js";

export type AnswerKind = Extract<ResponseKind, "accepted" | "tentativelyAccepted" | "declined">;

export interface MeetingAnswer {
  readonly kind: AnswerKind;
  readonly comment?: string | undefined;
  /** Whether the organizer is told; otherwise only the own copy changes. */
  readonly send: boolean;
  readonly proposedNewTime?: TimeSlot | undefined;
}

/** Answers a meeting in the invited mailbox, and tells the organizer. A declined meeting leaves the calendar. */
export function answerMeeting(world: World, mailbox: Mailbox, event: EventRow, answer: MeetingAnswer): void {
  const status: ResponseStatus = { response: answer.kind, at: world.clock.now() };
  if (answer.kind === "declined" && !world.switches.keepDeclinedMeetings) world.store.removeEvent(mailbox, event);
  else {
    world.store.putEvent(mailbox, {
      ...event,
      responseStatus: status,
      showAs: showAsAfter(answer.kind, event),
      attendees: event.attendees.map((attendee) =>
        isSameAddress(attendee.emailAddress, mailbox.owner) ? { ...attendee, status } : attendee,
      ),
      ...newVersion(world),
    });
  }
  if (answer.send) sendAnswer(world, mailbox, event, answer, status);
}

/** Mails the answer to the organizer, whose copy shows it on arrival. */
export function sendAnswer(
  world: World,
  mailbox: Mailbox,
  event: EventRow,
  { kind, comment, proposedNewTime: slot }: MeetingAnswer,
  status: ResponseStatus,
): void {
  const letter = {
    kind: "response" as const,
    to: [event.organizer],
    response: kind,
    ...(comment === undefined ? {} : { comment }),
    ...(slot && { proposedNewTime: { start: utcText(slot.start.at), end: utcText(slot.end.at) } }),
  };
  post(world, mailbox, event, letter, (organizer) => {
    receiveAnswer(world, organizer, event, mailbox.owner, status, slot);
  });
}

/** The organizer's copy takes in an answer. Someone who was not invited, but answers, is added to the list. */
function receiveAnswer(
  world: World,
  organizer: Mailbox,
  answered: EventRow,
  from: EmailAddress,
  status: ResponseStatus,
  slot: TimeSlot | undefined,
): void {
  const event = findCopy(organizer, answered);
  if (event === undefined || !event.isOrganizer) return;
  const known = event.attendees.find(({ emailAddress }) => isSameAddress(emailAddress, from));
  const { emailAddress, type } = known ?? { emailAddress: from, type: "required" as const };
  const entry = { emailAddress, type, status, ...(slot && { proposedNewTime: slot }) };
  const attendees =
    known === undefined
      ? [...event.attendees, entry]
      : event.attendees.map((attendee) => (attendee === known ? entry : attendee));
  world.store.putEvent(organizer, { ...event, attendees, ...newVersion(world) });
}

function showAsAfter(kind: AnswerKind, event: EventRow): EventRow["showAs"] {
  if (kind === "declined") return "free";
  return kind === "tentativelyAccepted" ? "tentative" : (event.intendedShowAs ?? "busy");
}
