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

/** What a split that is under way has to remember: ids and dates, and nothing of what the events say. */
export interface StoredPlan {
  readonly masterId: string;
  readonly masterVersion: string | null;
  readonly calendarId: string;
  readonly truncated: GraphRecurrence;
  readonly cancelled: readonly string[] | null;
  readonly dropped: readonly string[];
  readonly lacksAttachments: boolean;
}
