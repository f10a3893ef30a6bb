import { INTERVAL_MINUTES, type PlainEvent, plainBlock, type Question } from "./question.js";

/** The members of Graph's free and busy times that the question needs. */
export interface ScheduleRow {
  readonly scheduleId: string;
  readonly availabilityView: string;
  readonly scheduleItems: readonly {
    readonly status: string;
    readonly start: { readonly dateTime: string };
    readonly end: { readonly dateTime: string };
  }[];
}

/** Documented are at most 20 a request. */
export const ADDRESSES_AT_ONCE = 20;

export function schedulePath(asker: string): string {
  return `/users/${asker}/calendar/getSchedule`;
}

export function scheduleBody(addresses: readonly string[], { start, end }: Pick<Question, "start" | "end">) {
  const at = (instant: string) => ({ dateTime: instant.slice(0, 19), timeZone: "UTC" });
  return {
    schedules: addresses,
    startTime: at(start),
    endTime: at(end),
    availabilityViewInterval: INTERVAL_MINUTES,
  };
}

export function rowsIn(answer: unknown): readonly ScheduleRow[] {
  return (answer as { readonly value: readonly ScheduleRow[] }).value;
}

/** What a server delivers of a row: the members of the question and no others. */
export function onlyAsked({ scheduleId, availabilityView, scheduleItems }: ScheduleRow): ScheduleRow {
  const items = scheduleItems.map(({ status, start, end }) => ({
    status,
    start: { dateTime: start.dateTime },
    end: { dateTime: end.dateTime },
  }));
  return { scheduleId, availabilityView, scheduleItems: items };
}

/** Each item, and each view of availability as if it were an event of the whole window. */
export function plainRow(row: ScheduleRow, { start, end }: Pick<Question, "start" | "end">): PlainEvent[] {
  const items = row.scheduleItems.map((item) =>
    plainBlock(row.scheduleId, item.status, instant(item.start.dateTime), instant(item.end.dateTime)),
  );
  return [...items, plainBlock(row.scheduleId, row.availabilityView, Date.parse(start), Date.parse(end))];
}

/** Graph answers in UTC and writes no offset. */
function instant(dateTime: string): number {
  return Date.parse(`${dateTime.slice(0, 19)}Z`);
}
