import type { EmailAddress, EventRow, Series } from "../../core/mailbox.model.js";
import { attendeesSeenBy, hasMoved, sharedPart } from "./meeting-copy.js";

type Change = Partial<EventRow>;

/**
 * The series of a copy after the organizer's was delivered: the same rule, the organizer's changed and cancelled
 * occurrences, and what the owner did to single occurrences, unless the series moved. Whoever is invited to an
 * occurrence alone gets an event of its own.
 */
export function deliveredSeries(
  owner: EmailAddress,
  copy: EventRow | undefined,
  sent: EventRow,
): Pick<EventRow, "type" | "series"> {
  if (sent.series === undefined) return { type: "singleInstance", series: undefined };
  const known = copy?.series !== undefined && !hasMoved(copy, sent) ? copy.series : undefined;
  const days = new Set([...(known?.changes.keys() ?? []), ...sent.series.changes.keys()]);
  const changes = new Map<number, Change>();
  for (const day of days) {
    const change = deliveredChange(owner, known?.changes.get(day), sent.series.changes.get(day), sent.hideAttendees);
    if (Object.keys(change).length > 0) changes.set(day, change);
  }
  const series: Series = {
    recurrence: sent.series.recurrence,
    changes,
    cancelled: new Set([...(known?.cancelled ?? []), ...sent.series.cancelled]),
  };
  return { type: "seriesMaster", series };
}

function deliveredChange(owner: EmailAddress, known: Change = {}, sent: Change = {}, isHidden: boolean): Change {
  const shared = sharedOf(sent);
  const knownShared = sharedOf(known);
  const own = Object.fromEntries(Object.entries(known).filter(([member]) => !Object.hasOwn(knownShared, member)));
  if (shared.attendees === undefined) return { ...shared, ...own };
  const status = known.responseStatus ?? { response: "notResponded", at: undefined };
  return { ...shared, ...own, attendees: attendeesSeenBy(owner, status, shared.attendees, isHidden) };
}

// A change holds some members of a row; taking members out of it works alike.
const sharedOf = (change: Change): Change => sharedPart(change as EventRow);
