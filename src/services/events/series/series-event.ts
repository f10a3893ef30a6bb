import {
  type GraphClient,
  type GraphConnection,
  type GraphEvent,
  getEvent,
  isGraphError,
  toIanaZone,
} from "../../../graph/index.js";
import { AppError } from "../../../lib/app-error.js";
import type { Call } from "../../../lib/call.js";
import type { FormerEventIds } from "../../mailboxes/former-event-ids.js";
import type { EventScope } from "./event-scope.js";
import type { RecurrenceRule } from "./recurrence.model.js";
import { ruleStartAt, toRule } from "./recurrence-mapper.js";
import { isKnownRule } from "./rrule-text.js";

/** An event as Graph has it, with its version. */
export type VersionedEvent = GraphEvent & { readonly "@odata.etag"?: string };

/** The way to one mailbox's events. */
export interface EventPort {
  readonly graph: GraphClient;
  readonly connection: GraphConnection;
  /** As Graph knows the mailbox. */
  readonly user: string;
  readonly formerIds: FormerEventIds;
  readonly call: Call;
}

/** What has to be known of an event to say what it is to a series and where its rule counts from. */
export const SERIES_MEMBERS = [
  "type",
  "seriesMasterId",
  "originalStart",
  "start",
  "end",
  "isAllDay",
  "originalStartTimeZone",
  "originalEndTimeZone",
  "recurrence",
  "isOrganizer",
];

/**
 * An event to be written, with its version.
 *
 * @throws AppError OCCURRENCE_GONE where the caller speaks of an occurrence, or of its series, and it is not there.
 */
export async function readSeriesEvent(
  { graph, connection, user, call }: EventPort,
  eventId: string,
  more: readonly string[],
  scope: EventScope | null,
): Promise<VersionedEvent> {
  const select = [...SERIES_MEMBERS, ...more];
  try {
    return await getEvent(graph, connection, { mailbox: user, eventId, select }, call);
  } catch (error) {
    if (scope === null || !isGraphError(error) || error.status !== 404) throw error;
    throw new AppError(
      "OCCURRENCE_GONE",
      "This occurrence is not there any more. It was removed, or its series was changed so that all occurrences got new ids: read them again.",
      { path: ["id"] },
    );
  }
}

export function isOccurrence({ type }: GraphEvent): boolean {
  return type === "occurrence" || type === "exception";
}

/**
 * The rule of a master, to be counted with.
 *
 * @throws AppError INVALID_INPUT where it cannot be: a zone that somebody made up, a word that Microsoft added later.
 */
export function countableRule(master: GraphEvent): RecurrenceRule {
  const rule = toRule(master);
  const zone = toIanaZone(master.recurrence?.range?.recurrenceTimeZone || master.originalStartTimeZone || "UTC");
  const isMadeUp = zone.source === "CUSTOM" || zone.source === "UNKNOWN";
  if (rule !== null && isKnownRule(rule) && !isMadeUp) return rule;
  throw new AppError(
    "INVALID_INPUT",
    "This series follows a zone or a rule that is not known here, so its days cannot be counted. Give `recurrence` and times with `scope: ALL`, or change it in Outlook.",
    { path: ["scope"] },
  );
}

/** The date of an occurrence's slot, or of a master's first, on the clock of the rule's zone. */
export function slotDateOf(event: GraphEvent, { range }: RecurrenceRule): string {
  if (!event.originalStart) return range.startDate;
  return ruleStartAt(new Date(event.originalStart), range.recurrenceTimeZone).date;
}
