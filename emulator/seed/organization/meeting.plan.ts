import type { EventContent, ResponseKind } from "../../core/mailbox.model.js";
import type { Party, Room } from "./party.js";

export interface Guest {
  readonly party: Party;
  readonly type: "required" | "optional";
  readonly response: Exclude<ResponseKind, "none" | "organizer">;
}

/** A meeting before it is in anybody's calendar: times are minutes of a day on the organizer's clock. */
export interface MeetingPlan {
  /** Names the meeting among all of the organization, and with it its ids. */
  readonly key: string;
  readonly subject: string;
  readonly body: string;
  readonly organizer: Party;
  readonly guests: readonly Guest[];
  readonly room: Room | undefined;
  readonly at: number;
  readonly minutes: number;
  /** The day, or the first day of the series, counted from the Monday that the organization hangs on. */
  readonly day: number;
  readonly series: SeriesPlan | undefined;
  readonly isOnline: boolean;
  readonly isCancelled: boolean;
  readonly extra: Partial<Pick<EventContent, "sensitivity" | "importance" | "categories" | "showAs">>;
}

export interface SeriesPlan {
  /** `pattern` of Graph's `patternedRecurrence`. */
  readonly pattern: Readonly<Record<string, unknown>>;
  /** Places among the occurrences after the Monday: one that is an hour later, and one that was cancelled. */
  readonly moved: number | undefined;
  readonly cancelled: number | undefined;
}

/** What all kinds of meetings have in common unless they say otherwise. */
export function meeting(
  plan: Pick<MeetingPlan, "key" | "subject" | "organizer" | "guests" | "at" | "minutes" | "day"> & Partial<MeetingPlan>,
): MeetingPlan {
  return {
    body: `<p>${plan.subject}: news, decisions, next steps.</p>`,
    room: undefined,
    series: undefined,
    isOnline: true,
    isCancelled: false,
    extra: {},
    ...plan,
  };
}
