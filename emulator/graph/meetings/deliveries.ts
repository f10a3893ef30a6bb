import type { EmailAddress, EventRow, Mailbox } from "../../core/mailbox.model.js";
import type { World } from "../../core/world.js";
import { occurrencesOf } from "../events/occurrences.js";
import { answerMeeting } from "./meeting-answers.js";
import { findCopy } from "./meeting-copy.js";
import { post } from "./post.js";
import { cancelledCopy, newCopy, updatedCopy } from "./received-copy.js";

/** How far ahead a room looks for conflicts: Exchange's default booking window. */
const BOOKING_WINDOW_MS = 180 * 86_400_000;

/** Mails an invitation or an update; each recipient's calendar gets its copy or has it changed. */
export function sendRequest(
  world: World,
  sender: Mailbox,
  event: EventRow,
  kind: "invitation" | "update" | "forward",
  to: readonly EmailAddress[],
  comment?: string,
  except: readonly EmailAddress[] = [],
): void {
  post(world, sender, event, { kind, to, except, ...(comment === undefined ? {} : { comment }) }, (recipient) => {
    receiveRequest(world, recipient, event);
  });
}

/** Mails a cancellation. The copies stay, marked; a room's is removed. */
export function sendCancellation(
  world: World,
  sender: Mailbox,
  event: EventRow,
  to: readonly EmailAddress[],
  comment?: string,
  except: readonly EmailAddress[] = [],
): void {
  const letter = { kind: "cancellation" as const, to, except, ...(comment === undefined ? {} : { comment }) };
  post(world, sender, event, letter, (recipient) => {
    const copy = findCopy(recipient, event);
    if (copy === undefined || copy.isOrganizer) return;
    if (recipient.purpose === "room") world.store.removeEvent(recipient, copy);
    else world.store.putEvent(recipient, cancelledCopy(world, copy));
  });
}

function receiveRequest(world: World, recipient: Mailbox, sent: EventRow): void {
  const known = findCopy(recipient, sent);
  if (known?.isOrganizer === true) return;
  const copy = known === undefined ? newCopy(world, recipient, sent) : updatedCopy(world, recipient, known, sent);
  world.store.putEvent(recipient, copy);
  if (recipient.purpose === "room" && copy.responseStatus.response === "notResponded") {
    const kind = isFree(world, recipient, copy) ? "accepted" : "declined";
    answerMeeting(world, recipient, copy, { kind, send: true });
  }
}

/** Whether nothing else takes the room while the meeting, or one of its occurrences, runs. */
function isFree(world: World, room: Mailbox, meeting: EventRow): boolean {
  const from = Math.min(meeting.start.at, world.clock.now());
  const window = { from, until: Math.max(meeting.end.at, world.clock.now() + BOOKING_WINDOW_MS) };
  const wanted = occurrencesOf(meeting, window);
  for (const event of room.events.values()) {
    if (event.id === meeting.id || event.isCancelled || event.showAs === "free") continue;
    for (const taken of occurrencesOf(event, window)) {
      if (wanted.some((slot) => slot.start.at < taken.end.at && slot.end.at > taken.start.at)) return false;
    }
  }
  return true;
}
