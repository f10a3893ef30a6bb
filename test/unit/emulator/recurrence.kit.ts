import { DAYS, type ModelSeries } from "./recurrence.model.js";

/** A weekly series on Mondays from 2 March 2026, 09:00 to 10:00 in Berlin, unless told otherwise. */
export function seriesBody(
  pattern: Record<string, unknown> = {},
  range: Record<string, unknown> = {},
  over: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    subject: "Stand-up",
    start: { dateTime: "2026-03-02T09:00:00", timeZone: "Europe/Berlin" },
    end: { dateTime: "2026-03-02T10:00:00", timeZone: "Europe/Berlin" },
    recurrence: {
      pattern: { type: "weekly", interval: 1, daysOfWeek: ["monday"], firstDayOfWeek: "monday", ...pattern },
      range: { type: "numbered", startDate: "2026-03-02", numberOfOccurrences: 6, ...range },
    },
    ...over,
  };
}

export const window = (from: string, until: string): string =>
  `startDateTime=${from}T00:00:00Z&endDateTime=${until}T00:00:00Z&$top=1000`;

/** Length of a meeting: longer than any change of clocks, or a start in the gap would move behind its end. */
export const MINUTES = 90;

/** The body that makes the model's series through the API. */
export function bodyOfModel(series: ModelSeries): Record<string, unknown> {
  const date = new Date(series.startDay * 86_400_000).toISOString().slice(0, 10);
  const [from, to] = [series.minuteOfDay, series.minuteOfDay + MINUTES].map((minute) => {
    const wall = new Date(series.startDay * 86_400_000 + minute * 60_000);
    return { dateTime: wall.toISOString().slice(0, 19), timeZone: series.zone };
  });
  const { pattern, end } = series;
  const endDate = end.kind === "endDate" ? new Date(end.day * 86_400_000).toISOString().slice(0, 10) : undefined;
  return {
    subject: "Series",
    start: from,
    end: to,
    recurrence: {
      pattern: {
        ...pattern,
        daysOfWeek: pattern.daysOfWeek.map((day) => DAYS[day]),
        firstDayOfWeek: DAYS[pattern.firstDayOfWeek],
      },
      range: {
        type: end.kind,
        startDate: date,
        ...(endDate === undefined ? {} : { endDate }),
        ...(end.kind === "numbered" ? { numberOfOccurrences: end.count } : {}),
      },
    },
  };
}
