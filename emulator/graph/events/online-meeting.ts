import { createHash } from "node:crypto";
import type { CalendarRow, EventContent, EventRow } from "../../core/mailbox.model.js";

type Online = Pick<EventRow, "isOnlineMeeting" | "onlineMeetingProvider" | "onlineMeeting">;

/**
 * The online part of an event after a write. Asking for a provider that the calendar does not allow makes a plain
 * event without an error; once a meeting is online, nothing undoes it.
 */
export function onlinePart(
  wanted: Pick<Partial<EventContent>, "isOnlineMeeting" | "onlineMeetingProvider">,
  calendar: CalendarRow,
  event: EventRow,
): Online {
  if (event.isOnlineMeeting && event.onlineMeeting !== undefined) {
    const { isOnlineMeeting, onlineMeetingProvider, onlineMeeting } = event;
    return { isOnlineMeeting, onlineMeetingProvider, onlineMeeting };
  }
  const named = wanted.onlineMeetingProvider ?? "unknown";
  const provider = named === "unknown" ? calendar.onlineMeetingProviders[0] : named;
  const isAllowed = provider !== undefined && calendar.onlineMeetingProviders.includes(provider);
  if (wanted.isOnlineMeeting !== true || !isAllowed) {
    return { isOnlineMeeting: false, onlineMeetingProvider: "unknown", onlineMeeting: undefined };
  }
  return {
    isOnlineMeeting: true,
    onlineMeetingProvider: provider as Online["onlineMeetingProvider"],
    onlineMeeting: joinFacts(event.iCalUId),
  };
}

/** How to join the meeting; derived from the id that all copies share, so they agree. */
export function joinFacts(iCalUId: string): { joinUrl: string; conferenceId: string } {
  const digest = createHash("sha256").update(iCalUId).digest();
  const thread = digest.toString("hex").slice(0, 32);
  return {
    joinUrl: `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${thread}%40thread.v2/0`,
    conferenceId: String(digest.readUInt32BE(0) % 900_000_000).padStart(9, "1"),
  };
}
