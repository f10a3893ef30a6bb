import type { GraphCalendar, GraphEvent } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { OnlineMeeting, OnlineMeetingProvider, PhoneType } from "./event.model.js";
import { member, membersOf, word } from "./graph-words.js";

/** A meeting as callers ask for it; without a provider, the calendar's own. */
export interface OnlineMeetingDraft {
  readonly provider?: OnlineMeetingProvider | null | undefined;
}

const PROVIDER = {
  TEAMS_FOR_BUSINESS: "teamsForBusiness",
  SKYPE_FOR_BUSINESS: "skypeForBusiness",
  SKYPE_FOR_CONSUMER: "skypeForConsumer",
} as const;
const PROVIDERS = membersOf<Exclude<OnlineMeetingProvider, "UNKNOWN">>(PROVIDER);

const PHONES = membersOf<Exclude<PhoneType, "UNKNOWN">>({
  HOME: "home",
  BUSINESS: "business",
  MOBILE: "mobile",
  OTHER: "other",
  ASSISTANT: "assistant",
  HOME_FAX: "homeFax",
  BUSINESS_FAX: "businessFax",
  OTHER_FAX: "otherFax",
  PAGER: "pager",
  RADIO: "radio",
});

export function toOnlineMeeting(
  meeting: NonNullable<GraphEvent["onlineMeeting"]> | null,
  provider: GraphEvent["onlineMeetingProvider"],
): OnlineMeeting | null {
  if (!meeting) return null;
  return {
    provider: member(PROVIDERS, provider),
    joinUrl: meeting.joinUrl ?? null,
    conferenceId: meeting.conferenceId ?? null,
    tollNumber: meeting.tollNumber ?? null,
    tollFreeNumbers: meeting.tollFreeNumbers ?? [],
    quickDial: meeting.quickDial ?? null,
    phones: (meeting.phones ?? []).map(({ number, type }) => ({ number: number ?? null, type: member(PHONES, type) })),
  };
}

/** Graph's members that ask for a meeting. @throws AppError INVALID_INPUT for a provider that can only be read. */
export function toGraphOnlineMeeting({ provider }: OnlineMeetingDraft): GraphEvent {
  if (!provider) return { isOnlineMeeting: true };
  const onlineMeetingProvider = word(PROVIDER, provider, "onlineMeeting", "provider");
  return { isOnlineMeeting: true, onlineMeetingProvider };
}

/** Members of Graph's calendar that say which meetings it allows. */
export const ONLINE_MEETING_RULES = ["allowedOnlineMeetingProviders", "defaultOnlineMeetingProvider"] as const;

/**
 * Refuses what Graph would accept and silently leave out: it makes a plain event where the calendar does not allow the
 * provider, and calendars of personal accounts allow none for business.
 *
 * @throws AppError ONLINE_MEETING_UNAVAILABLE that says what the calendar allows.
 */
export function assertOnlineMeetingAllowed(calendar: GraphCalendar, { provider }: OnlineMeetingDraft): void {
  const allowed = (calendar.allowedOnlineMeetingProviders ?? []).map((name) => member(PROVIDERS, name));
  const known: readonly OnlineMeetingProvider[] = allowed.filter((name) => name !== "UNKNOWN");
  if (provider ? known.includes(provider) : known.length > 0) return;
  const message =
    known.length === 0
      ? "This calendar allows no online meetings: its account may have no licence for Teams, or be a personal one. Nothing was written."
      : `This calendar does not allow this provider; it allows ${known.join(", ")}. Nothing was written.`;
  throw onlineMeetingUnavailable(message, known);
}

/** What to say of an event that was written, and that Microsoft did not put online. */
export function notPutOnline(): AppError {
  return onlineMeetingUnavailable(
    "The event was written, but Microsoft did not make it an online meeting: the mailbox may have no licence for it.",
    [],
  );
}

function onlineMeetingUnavailable(message: string, allowed: readonly string[]): AppError {
  return new AppError("ONLINE_MEETING_UNAVAILABLE", message, {
    path: ["onlineMeeting"],
    allowedProviders: allowed,
  });
}
