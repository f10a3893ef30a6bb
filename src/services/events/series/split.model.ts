import type { CalendarEvent } from "../event.model.js";
import type { GraphRecurrence } from "./recurrence-mapper.js";

/** What came of cutting a series in two. */
export interface SeriesSplitResult {
  /** The old series, which ends before the occurrence. */
  readonly endedSeries: CalendarEvent;
  /** Removed occurrences that were removed from the new series too, by its dates; null where Microsoft does not tell. */
  readonly carriedCancellations: readonly string[] | null;
  /** Dates of changed occurrences that the new series has unchanged. */
  readonly droppedExceptions: readonly string[];
  readonly lacksAttachments: boolean;
}

/** Which occurrence of the new series is which of the old one: the same slot, moved by a number of days. */
export interface SlotPairing {
  /** Zones on whose clocks the slots of either series are dates. */
  readonly formerZone: string;
  /** Null where what was made is a single event. */
  readonly presentZone: string | null;
  /** The first slot of the later part, in the old series. */
  readonly from: string;
  readonly shiftDays: number;
  /** True where the new series has a rule of its own: only the occurrence that was named goes on in it. */
  readonly isFirstOnly: boolean;
}

/** What a split that is under way has to remember: ids and dates, and nothing of what the events say. */
export interface StoredPlan {
  readonly masterId: string;
  readonly masterVersion: string | null;
  readonly calendarId: string;
  readonly truncated: GraphRecurrence;
  readonly cancelled: readonly string[] | null;
  readonly dropped: readonly string[];
  readonly lacksAttachments: boolean;
  /** Absent in plans that an earlier release stored. */
  readonly pairing?: SlotPairing;
}
