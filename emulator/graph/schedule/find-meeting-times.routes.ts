import type { HttpAnswer } from "../../core/http-message.js";
import { UTC } from "../../core/time-zones.js";
import { sevenDigits, zonedFromInstant } from "../../core/zoned-time.js";
import { PERSONAL_TENANT_ID } from "../../entra/tenant-path.js";
import type { MailboxCall, MailboxRoute } from "../graph-call.js";
import { accessDenied, GraphFailure } from "../graph-failure.js";
import { appliedHeader } from "../odata/answers.js";
import { MeetingPlaces } from "./meeting-places.js";
import { findTimes, type Suggestion } from "./meeting-times.js";
import { type Invitee, type MeetingTimesRequest, readMeetingTimesBody } from "./meeting-times-body.js";

const DAY_MS = 86_400_000;
/** What Microsoft names; the permissions without `Shared` do not open it. */
const READERS = ["Calendars.Read.Shared", "Calendars.ReadWrite.Shared"];
/** What app-only tokens come with, so that they get as far as the refusal that is theirs. */
const REFUSED = ["Calendars.ReadBasic", "Calendars.ReadBasic.All", "Calendars.Read", "Calendars.ReadWrite"];

/** Suggests times and places for a meeting of the user's, from the free/busy information of everybody who is asked. */
function findMeetingTimes(call: MailboxCall): HttpAnswer {
  assertDelegated(call);
  const { caller, mailbox, world } = call;
  const request = readMeetingTimesBody(call);
  const now = world.clock.now();
  const windows =
    request.timeSlots.length > 0
      ? request.timeSlots.map(({ start, end }) => ({ from: start.at, until: end.at }))
      : [{ from: now, until: now + world.switches.meetingTimesSearchDays * DAY_MS }];
  const span = {
    from: Math.min(...windows.map(({ from }) => from)),
    until: Math.max(...windows.map(({ until }) => until)),
  };
  const { store } = world;
  const { suggestions, emptyReason } = findTimes({
    request,
    windows,
    organizer: mailbox,
    mailboxOf: ({ emailAddress: { address } }: Invitee) =>
      (store.userByMail(caller.tenant, address) ?? store.user(caller.tenant, address))?.mailbox,
    places: new MeetingPlaces(caller.tenant, span, request),
    switches: world.switches,
  });
  return {
    status: 200,
    headers: appliedHeader(call),
    json: {
      "@odata.context": `${world.origin()}/v1.0/$metadata#microsoft.graph.meetingTimeSuggestionsResult`,
      emptySuggestionsReason:
        world.switches.emptySuggestionsReasonCase === "pascal" ? capitalized(emptyReason) : emptyReason,
      meetingTimeSuggestions: suggestions.map((suggestion, index) => render(call, request, suggestion, index + 1)),
    },
  };
}

function assertDelegated({ caller, user, world }: MailboxCall): void {
  const { delegated } = caller;
  if (delegated === undefined) {
    throw new GraphFailure(
      world.switches.findMeetingTimesStatus,
      "ErrorAccessDenied",
      "This operation is not supported with application permissions.",
    );
  }
  const isPersonal = user.tenantId === PERSONAL_TENANT_ID;
  if (isPersonal || !READERS.some((scope) => delegated.scopes.has(scope))) throw accessDenied();
}

function render(
  { prefer }: MailboxCall,
  request: MeetingTimesRequest,
  suggestion: Suggestion,
  order: number,
): Record<string, unknown> {
  const zone = prefer.zone ?? UTC;
  const time = (at: number) => ({ dateTime: sevenDigits(zonedFromInstant(at, zone).wall), timeZone: zone.name });
  return {
    confidence: suggestion.confidence,
    order,
    organizerAvailability: suggestion.organizer,
    ...(request.returnSuggestionReasons ? { suggestionReason: reasonOf(suggestion) } : {}),
    meetingTimeSlot: { start: time(suggestion.from), end: time(suggestion.until) },
    attendeeAvailability: suggestion.attendees.map(({ invitee, availability }) => ({
      availability,
      attendee: invitee,
    })),
    locations: suggestion.locations,
  };
}

function reasonOf({ confidence, attendees }: Suggestion): string {
  if (attendees.length === 0) return "Suggested because the organizer is available at one of the nearest times.";
  const who = confidence === 100 ? "all" : "enough";
  return `Suggested because ${who} attendees are available at one of the nearest times.`;
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const findMeetingTimesRoutes: readonly MailboxRoute[] = [
  {
    kind: "mailbox",
    method: "POST",
    path: "/findMeetingTimes",
    needs: "basic",
    anyOf: [...READERS, ...REFUSED],
    handle: findMeetingTimes,
  },
];
