import type { EventRow } from "../core/mailbox.model.js";
import { dayOfWall, dayText, isSlotDay } from "../core/recurrence.js";
import { occurrenceOn, withException, withoutSlot } from "../core/series.js";
import { DEFAULT_SWITCHES } from "../core/switches.js";
import { readIso, zonedFromWall } from "../core/zoned-time.js";
import { GraphFailure } from "../graph/graph-failure.js";
import { readRecurrence } from "../graph/recurrence/recurrence-body.js";
import { startSeries } from "../graph/recurrence/series-rules.js";
import type { EventEntry } from "./event.schema.js";
import type { ScenarioFault } from "./scenario-error.js";
import type { EventTimes } from "./scenario-times.js";

const MINUTE_MS = 60_000;

const dayOf = (date: string) => dayOfWall(readIso(date)?.wall ?? 0);

/** The members that make an event a series; none for a single event. Throws `GraphFailure` for a rule that cannot be. */
export function seriesPart({ recurrence }: EventEntry, times: EventTimes): Partial<EventRow> {
  if (recurrence === undefined) return {};
  const range = { type: "noEnd", ...recurrence.range, startDate: dayText(dayOfWall(times.start.wall)) };
  const input = readRecurrence({ pattern: recurrence.pattern, range }, DEFAULT_SWITCHES);
  return { ...startSeries(input, times, DEFAULT_SWITCHES), type: "seriesMaster" };
}

/** What is wrong with an event's rule and the dates of its occurrences. */
export function seriesFaults(event: EventEntry, times: EventTimes): readonly ScenarioFault[] {
  if (event.recurrence === undefined) return [];
  try {
    const { series } = seriesPart(event, times);
    const dates = [
      ...(event.moved ?? []).map(({ date }, index) => ({ date, path: ["moved", index, "date"] })),
      ...(event.cancelled ?? []).map((date, index) => ({ date, path: ["cancelled", index] })),
    ];
    return dates
      .filter(({ date }) => series === undefined || !isSlotDay(series.recurrence, dayOf(date)))
      .map(({ date, path }) => ({ path, message: `The series has no occurrence on ${date}.` }));
  } catch (error) {
    if (error instanceof GraphFailure) return [{ path: ["recurrence"], message: error.message }];
    throw error;
  }
}

/** A copy of the series with its moved and without its cancelled occurrences. */
export function withChanges(master: EventRow, event: EventEntry): EventRow {
  let row = master;
  for (const { date, start, minutes } of event.moved ?? []) {
    const occurrence = occurrenceOn(row, dayOf(date));
    if (occurrence === undefined || row.series === undefined) continue;
    const from = readIso(start)?.wall ?? occurrence.start.wall;
    const length = minutes === undefined ? occurrence.end.wall - occurrence.start.wall : minutes * MINUTE_MS;
    const moved = {
      ...occurrence,
      start: zonedFromWall(from, occurrence.start.zone),
      end: zonedFromWall(from + length, occurrence.end.zone),
    };
    row = { ...row, series: withException(row, row.series, dayOf(date), moved) };
  }
  for (const date of event.cancelled ?? []) {
    if (row.series !== undefined) row = { ...row, series: withoutSlot(row.series, dayOf(date)) };
  }
  return row;
}
