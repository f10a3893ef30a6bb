import type { EventRow, Series } from "../../core/mailbox.model.js";
import { dayOfDate, dayOfWall, dayText, isSlotDay, type Recurrence, slotDays } from "../../core/recurrence.js";
import { occurrenceRow, timesOn, wallIn } from "../../core/series.js";
import type { Switches } from "../../core/switches.js";
import { invalidValue } from "../events/event-rules.js";
import { GraphFailure } from "../graph-failure.js";
import type { RecurrenceInput } from "./recurrence-body.js";

/** No series may end after 1 September 4500, as reported from the field. */
const LATEST_END = dayOfDate(4500, 8, 1);

type Timed = Pick<EventRow, "start" | "end">;
type SeriesRow = Timed & { readonly series: Series };
type Readings = Pick<Switches, "shortMonths" | "severalDays">;

/**
 * The series that a recurrence makes of an event, and the times of its first occurrence, which are the master's.
 * Throws 400 `ErrorPropertyValidationFailure` for a start date that is not the event's, and for a series without an
 * occurrence; 400 `ErrorRecurrenceEndDateTooBig` for one that ends too late.
 */
export function startSeries(input: RecurrenceInput, event: Timed, switches: Readings): SeriesRow {
  const zone = input.range.zone ?? event.start.zone;
  const { type, startDay, endDay, numberOfOccurrences } = input.range;
  if (startDay !== dayOfWall(wallIn(event.start, zone))) {
    throw invalidValue("The start date of the recurrence range has to be the date of the event's start.");
  }
  if (endDay !== undefined && endDay > LATEST_END) throw endsTooLate();
  return settle(event, {
    pattern: input.pattern,
    range: { type, firstDay: startDay, lastDay: endDay, numberOfOccurrences },
    zone,
    shortMonths: switches.shortMonths,
    severalDays: switches.severalDays,
  });
}

/** The series after its master was moved: the same pattern from the new start on, in the new time of day. */
export function moveSeries(series: Series, event: Timed): SeriesRow {
  const { recurrence } = series;
  const { type, lastDay, numberOfOccurrences } = recurrence.range;
  const firstDay = dayOfWall(wallIn(event.start, recurrence.zone));
  return settle(event, {
    ...recurrence,
    range: { type, firstDay, lastDay: type === "endDate" ? lastDay : undefined, numberOfOccurrences },
  });
}

/** Keeps the changed and cancelled occurrences whose days are still days of the series. */
export function keepChanges(from: Series, to: Series): Series {
  const stays = (day: number) => isSlotDay(to.recurrence, day);
  return {
    ...to,
    changes: new Map([...from.changes].filter(([day]) => stays(day))),
    cancelled: new Set([...from.cancelled].filter(stays)),
  };
}

/** Moves the first day to the first day of the pattern, and counts a numbered range out to its last day. */
function settle(event: Timed, wanted: Recurrence): SeriesRow {
  const firstDay = slotDays(wanted).next().value;
  if (firstDay === undefined) throw invalidValue("The recurrence has no occurrence.");
  const recurrence: Recurrence = { ...wanted, range: { ...wanted.range, firstDay } };
  const lastDay = recurrence.range.type === "numbered" ? nthDay(recurrence) : recurrence.range.lastDay;
  return {
    ...timesOn(event, recurrence.zone, firstDay),
    series: {
      recurrence: { ...recurrence, range: { ...recurrence.range, lastDay } },
      changes: new Map(),
      cancelled: new Set(),
    },
  };
}

function nthDay(recurrence: Recurrence): number {
  let count = 0;
  for (const day of slotDays(recurrence)) {
    if (day > LATEST_END) break;
    count += 1;
    if (count === recurrence.range.numberOfOccurrences) return day;
  }
  throw endsTooLate();
}

function endsTooLate(): GraphFailure {
  return new GraphFailure(
    400,
    "ErrorRecurrenceEndDateTooBig",
    "The end of the recurrence cannot be after September 1, 4500.",
  );
}

/**
 * Throws 400 `ErrorOccurrenceCrossingBoundary` when an occurrence would come to lie on, or beyond, the day of the one
 * before or after it. Cancelled neighbours do not count, changed ones count where they are now.
 */
export function assertBetweenNeighbours(master: EventRow, row: EventRow): void {
  const { series } = master;
  const { slot } = row;
  if (series === undefined || slot === undefined) return;
  const { recurrence } = series;
  const dayOf = (event: EventRow) => dayOfWall(wallIn(event.start, recurrence.zone));
  let before: number | undefined;
  let after: number | undefined;
  for (const day of slotDays(recurrence)) {
    if (day === slot.day || series.cancelled.has(day)) continue;
    if (day < slot.day) before = day;
    else {
      after = day;
      break;
    }
  }
  const day = dayOf(row);
  const isPast = before !== undefined && day <= dayOf(occurrenceRow(master, series, before));
  const isBeyond = after !== undefined && day >= dayOf(occurrenceRow(master, series, after));
  if (!isPast && !isBeyond) return;
  throw new GraphFailure(
    400,
    "ErrorOccurrenceCrossingBoundary",
    `The occurrence of ${dayText(slot.day)} cannot be moved onto or past the day of the occurrence next to it.`,
  );
}
