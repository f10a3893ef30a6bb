import type { HttpAnswer } from "../../core/http-message.js";
import type { AttendeeRow, EventRow } from "../../core/mailbox.model.js";
import { EVENT_PATHS, eventOfPath } from "../events/event-reads.routes.js";
import type { MailboxCall, MailboxRoute } from "../graph-call.js";
import { GraphFailure } from "../graph-failure.js";
import { flagParameter, readActionBody, recipientsParameter, slotParameter, textParameter } from "./action-body.js";
import { sendRequest } from "./deliveries.js";
import { type AnswerKind, answerMeeting } from "./meeting-answers.js";
import { findCopy, isSameAddress, mailboxAt, newVersion } from "./meeting-copy.js";
import { leaveMeeting } from "./meeting-writes.js";
import { post } from "./post.js";

const ACCEPTED: HttpAnswer = { status: 202, headers: {} };

const invalidRequest = (message: string) => new GraphFailure(400, "ErrorInvalidRequest", message);

function respond(call: MailboxCall, kind: AnswerKind): HttpAnswer {
  const { world, mailbox } = call;
  const event = eventOfPath(call);
  const mayPropose = kind !== "accepted";
  const body = readActionBody(call, ["comment", "sendResponse", ...(mayPropose ? ["proposedNewTime"] : [])]);
  const comment = textParameter(body, "comment");
  const send = flagParameter(body, "sendResponse", true);
  const proposedNewTime = slotParameter(body, "proposedNewTime");
  if (event.isOrganizer) {
    throw invalidRequest(
      "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.",
    );
  }
  if (event.isCancelled) throw invalidRequest("This meeting was cancelled; it can no longer be answered.");
  if (proposedNewTime !== undefined && !send) {
    throw invalidRequest("A new time can only be proposed in a response that is sent.");
  }
  if (proposedNewTime !== undefined && !event.allowNewTimeProposals) {
    throw invalidRequest("The organizer does not allow new time proposals for this meeting.");
  }
  if (send && !event.responseRequested && world.switches.unrequestedResponse === "refuse") {
    throw invalidRequest("Your request can't be completed. The meeting organizer hasn't requested a response.");
  }
  answerMeeting(world, mailbox, event, { kind, comment, send, proposedNewTime });
  return ACCEPTED;
}

function cancel(call: MailboxCall): HttpAnswer {
  const event = eventOfPath(call);
  const comment = textParameter(readActionBody(call, ["comment"]), "comment");
  if (!event.isOrganizer) {
    throw invalidRequest("Your request can't be completed. You need to be an organizer to cancel a meeting.");
  }
  call.world.store.removeEvent(call.mailbox, event);
  leaveMeeting(call.world, call.mailbox, event, comment);
  return ACCEPTED;
}

/** Invites new people. An attendee's forward is told to the organizer, whose list they join. */
function forward(call: MailboxCall): HttpAnswer {
  const { world, mailbox } = call;
  const event = eventOfPath(call);
  const body = readActionBody(call, ["toRecipients", "comment"]);
  const comment = textParameter(body, "comment");
  const to = recipientsParameter(body, "toRecipients");
  const organizer = event.isOrganizer ? mailbox : mailboxAt(world.store, mailbox.tenantId, event.organizer.address);
  const original = event.isOrganizer ? event : organizer && findCopy(organizer, event);
  const listed = withInvited(original ?? event, to);
  if (organizer !== undefined && original?.isOrganizer === true) {
    world.store.putEvent(organizer, { ...original, attendees: listed, ...newVersion(world) });
  }
  sendRequest(world, mailbox, { ...(original ?? event), attendees: listed }, "forward", to, comment);
  if (!event.isOrganizer) post(world, mailbox, event, { kind: "forwardNotification", to: [event.organizer] }, () => {});
  return ACCEPTED;
}

function withInvited(event: EventRow, people: readonly AttendeeRow["emailAddress"][]): AttendeeRow[] {
  const attendees = [...event.attendees];
  for (const emailAddress of people) {
    const isListed = attendees.some((attendee) => isSameAddress(attendee.emailAddress, emailAddress));
    if (isListed || isSameAddress(emailAddress, event.organizer)) continue;
    attendees.push({ emailAddress, type: "required", status: { response: "none", at: undefined } });
  }
  return attendees;
}

export const meetingActionRoutes: readonly MailboxRoute[] = EVENT_PATHS.flatMap((path): MailboxRoute[] => {
  const action = (
    name: string,
    handle: MailboxRoute["handle"],
    needs: MailboxRoute["needs"] = "write",
  ): MailboxRoute => ({ kind: "mailbox", method: "POST", path: `${path}/{event}/${name}`, needs, handle });
  return [
    action("accept", (call) => respond(call, "accepted")),
    action("tentativelyAccept", (call) => respond(call, "tentativelyAccepted")),
    action("decline", (call) => respond(call, "declined")),
    action("cancel", cancel),
    // Microsoft's permission data asks for no more than Calendars.Read here.
    action("forward", forward, "read"),
  ];
});
