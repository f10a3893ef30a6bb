import { type GraphClient, type GraphEvent, getEvent } from "../../../graph/index.js";
import { AppError } from "../../../lib/app-error.js";
import type { Call } from "../../../lib/call.js";
import type { OpenMailbox } from "../../mailboxes/mailbox-access.js";
import { assertSeenWhole } from "../../visibility/change-gate.js";
import { membersBeforeChange } from "../../visibility/event-visibility.js";
import type { EventTarget } from "../event-writer.service.js";

/** What an action may concern of a series: the event that was named, or the series that it is an occurrence of. */
export const MEETING_SCOPES = ["THIS", "SERIES"] as const;
export type MeetingScope = (typeof MEETING_SCOPES)[number];

/** An event just before it is acted on, with its ETag. */
export type ActingEvent = GraphEvent & { readonly "@odata.etag"?: string };

/** What every action looks at; an action names what it needs besides. */
const SELECT = ["isOrganizer", "isCancelled", "seriesMasterId"] as const;

/**
 * Reads what decides whether an action may be done. Actions of Graph take no `If-Match`, so an expected version is
 * compared here; a change in the moment between is not noticed.
 *
 * @throws AppError CONFLICT when it is not the expected version, FORBIDDEN where the viewer is not shown it whole.
 */
export async function readActing(
  graph: GraphClient,
  mailbox: OpenMailbox,
  { graphId, expectedVersion }: EventTarget,
  select: readonly string[],
  call: Call,
  expand?: string,
): Promise<ActingEvent> {
  const place = {
    mailbox: mailbox.graphUser,
    eventId: graphId,
    select: [...new Set([...SELECT, ...membersBeforeChange(mailbox), ...select])],
    expand,
  };
  const event: ActingEvent = await getEvent(graph, mailbox.connection, place, call);
  assertSeenWhole(mailbox, event);
  assertExpected(event, expectedVersion);
  return event;
}

/** @throws AppError CONFLICT when it is not the expected version. */
export function assertExpected(event: ActingEvent, expectedVersion: string | null): void {
  if (expectedVersion === null || expectedVersion === event["@odata.etag"]) return;
  throw new AppError("CONFLICT", "The event was changed meanwhile. Read it again, then repeat.", {
    retryable: true,
    path: ["expectedVersion"],
  });
}

/** The event that an action is done on. */
export function actedOn(event: ActingEvent, graphId: string, scope: MeetingScope): string {
  return scope === "SERIES" ? (event.seriesMasterId ?? graphId) : graphId;
}

/** @throws AppError NOT_ORGANIZER, with what an attendee can do instead. */
export function assertOrganizer(event: ActingEvent, what: string, instead: string): void {
  if (event.isOrganizer === false) {
    throw new AppError("NOT_ORGANIZER", `Only the organizer can ${what}; this mailbox is invited. ${instead}`, {
      path: ["id"],
    });
  }
}

/** @throws AppError NOT_ATTENDEE for the organizer's own event, EVENT_CANCELLED where there is nothing left to answer. */
export function assertMayRespond(event: ActingEvent): void {
  if (event.isOrganizer === true) {
    throw new AppError(
      "NOT_ATTENDEE",
      "This mailbox is the event's organizer, who needs no answer. To call a meeting off, use `cancelEvent`.",
      { path: ["id"] },
    );
  }
  if (event.isCancelled) {
    throw new AppError(
      "EVENT_CANCELLED",
      "The organizer has cancelled this meeting: there is nothing left to answer. To take it out of the calendar, use `deleteEvent`.",
      { path: ["id"] },
    );
  }
}
