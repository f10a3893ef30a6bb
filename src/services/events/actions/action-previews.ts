import type { GraphEvent } from "../../../graph/index.js";
import { attendeeDifferences } from "../safety/event-differences.js";
import { isInvited, mailedByResponse } from "../safety/meeting-mails.js";
import type { Plan } from "../safety/write-judge.js";
import type { EventPreview } from "../safety/write-manner.js";
import type { RecipientDraft, toRecipient } from "./recipients.js";
import { GIVEN_WORDS, MEETING_RESPONSES, type ResponseDraft } from "./response-draft.js";

/** Who is invited by a forward, and what becomes of the list of attendees. */
export function forwardPlan(
  event: GraphEvent,
  to: readonly RecipientDraft[],
  toRecipients: readonly ReturnType<typeof toRecipient>[],
): Plan {
  const listed = event.attendees ?? [];
  const known = new Set(listed.map(({ emailAddress }) => emailAddress?.address?.toLowerCase()));
  const added = toRecipients.filter(({ emailAddress }) => !known.has(emailAddress.address.toLowerCase()));
  const after = { ...event, attendees: [...listed, ...added] };
  return {
    // The organizer's list alone gets them; an attendee's copy does when the organizer's next update comes.
    changes: () => (event.isOrganizer === false ? [] : attendeeDifferences(event, after)),
    recipients: to.map(({ address, name }) => ({ address, name: name ?? null, mail: "INVITATION" })),
    event,
    warnings: isInvited(event) ? ["This mailbox is invited: Microsoft tells the organizer of the forward."] : [],
  };
}

/** What an answer changes in the own calendar, and whether the organizer is mailed. */
export function responsePreview(event: GraphEvent, { response }: ResponseDraft, isSent: boolean): EventPreview {
  const before = MEETING_RESPONSES.find((word) => GIVEN_WORDS[word] === event.responseStatus?.response) ?? null;
  const isSame = before === response;
  const changes = isSame ? [] : [{ path: "response", before, after: response }];
  return { changes, recipients: isSent ? mailedByResponse(event) : [], warnings: warningsOf(response, isSame) };
}

function warningsOf(response: ResponseDraft["response"], isSame: boolean): readonly string[] {
  return [
    ...(isSame ? ["The same answer was given before; it is given anew."] : []),
    ...(response === "DECLINE"
      ? ["Microsoft takes the meeting out of the calendar unless the mailbox keeps declined ones."]
      : []),
  ];
}
