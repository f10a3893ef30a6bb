import { isDeepStrictEqual } from "node:util";
import type { EventRow, Mailbox, Series } from "../../core/mailbox.model.js";
import type { Switches } from "../../core/switches.js";
import { invalidValue } from "../events/event-rules.js";
import { GraphFailure } from "../graph-failure.js";
import { readRecurrence } from "./recurrence-body.js";
import { assertBetweenNeighbours, keepChanges, moveSeries, startSeries } from "./series-rules.js";

/** A new event with the `recurrence` that was sent; absent or null makes a single event. */
export function withNewSeries(event: EventRow, recurrence: unknown, switches: Switches): EventRow {
  if (recurrence === undefined || recurrence === null) return event;
  const input = readRecurrence(recurrence, switches);
  return { ...event, ...startSeries(input, event, switches), type: "seriesMaster" };
}

/**
 * An event after a PATCH was merged in, with what the change means for its series. `recurrence` is undefined where it
 * was not sent. Throws Graph's refusals for series and occurrences.
 */
export function withChangedSeries(
  mailbox: Mailbox,
  before: EventRow,
  merged: EventRow,
  recurrence: unknown,
  switches: Switches,
): EventRow {
  if (before.slot !== undefined) return changedOccurrence(mailbox, before.slot.masterId, merged, recurrence);
  if (recurrence === null) return { ...merged, type: "singleInstance", series: undefined };
  if (recurrence !== undefined) {
    const fresh = withNewSeries(merged, recurrence, switches);
    return before.series === undefined ? fresh : keptWhereAllowed(before, before.series, fresh, switches);
  }
  if (before.series === undefined || isSameTime(before, merged)) return merged;
  assertSameZone(before, merged);
  const moved = { ...merged, ...moveSeries(before.series, merged) };
  return keptWhereAllowed(before, before.series, moved, switches);
}

function changedOccurrence(mailbox: Mailbox, masterId: string, merged: EventRow, recurrence: unknown): EventRow {
  if (recurrence !== undefined && recurrence !== null) {
    throw new GraphFailure(400, "ErrorInvalidRequest", "An occurrence of a series cannot have a recurrence.");
  }
  const master = mailbox.events.get(masterId);
  if (master !== undefined) assertBetweenNeighbours(master, merged);
  return { ...merged, type: "exception" };
}

/** Changed and cancelled occurrences outlive a change of other members and of the range's end. */
function keptWhereAllowed(before: EventRow, series: Series, after: EventRow, switches: Switches): EventRow {
  if (after.series === undefined) return after;
  const isSamePattern =
    isDeepStrictEqual(series.recurrence.pattern, after.series.recurrence.pattern) && isSameTime(before, after);
  if (!isSamePattern && switches.newTimesDropExceptions) return after;
  return { ...after, series: keepChanges(series, after.series) };
}

function isSameTime(before: EventRow, after: EventRow): boolean {
  const isSame = (member: "start" | "end") =>
    before[member].wall === after[member].wall && before[member].zone.iana === after[member].zone.iana;
  return isSame("start") && isSame("end") && before.isAllDay === after.isAllDay;
}

function assertSameZone(before: EventRow, after: EventRow): void {
  if (before.start.zone.iana === after.start.zone.iana && before.end.zone.iana === after.end.zone.iana) return;
  throw invalidValue("The time zone of a series can only be changed together with its recurrence.");
}
