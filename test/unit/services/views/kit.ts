import fc from "fast-check";
import type { GraphClient, GraphConnection, GraphEvent, GraphRequest } from "../../../../src/graph/index.js";
import { type Call, newMeter } from "../../../../src/lib/call.js";
import { eventFieldsAmong } from "../../../../src/services/events/event-members.js";
import type { FreshQuestion } from "../../../../src/services/events/views/event-views.js";
import type { ViewPlace } from "../../../../src/services/events/views/view.model.js";

export const HOUR_MS = 3_600_000;
export const MONDAY = Date.UTC(2026, 2, 2);

export function newCall(overrides: Partial<Call> = {}): Call {
  return {
    signal: new AbortController().signal,
    requestId: "11111111-2222-4333-8444-555555555555",
    traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    meter: newMeter(),
    ...overrides,
  };
}

export function place(overrides: Partial<GraphConnection> = {}, mailbox = "ann"): ViewPlace {
  const connection = { id: "c1", graphUrl: "https://graph.example", accessToken: async () => "token", ...overrides };
  return { mailbox: { id: `row-${mailbox}`, connection, graphUser: mailbox }, calendarGraphId: null };
}

/** A question about hours from Monday on. */
export function question(from: number, until: number, ...fields: string[]): FreshQuestion {
  return {
    start: new Date(MONDAY + from * HOUR_MS),
    end: new Date(MONDAY + until * HOUR_MS),
    fields: eventFieldsAmong(new Set(fields)),
    maxAgeSeconds: null,
  };
}

export interface Meeting {
  readonly id: string;
  /** Hours from Monday on. */
  readonly from: number;
  readonly until: number;
  readonly isAllDay: boolean;
}

/** How a stand-in for Graph reads what is not documented. */
export interface Reading {
  readonly countsTouching: boolean;
  /** Offset in hours at which it takes days to begin. */
  readonly dayOffset: number;
}

/** A Graph that knows calendar views alone and notes what it is asked. `before` may hold an answer back, or fail. */
export function viewGraph(
  meetings: readonly Meeting[],
  { countsTouching, dayOffset }: Reading = { countsTouching: false, dayOffset: 0 },
  before: (query: URLSearchParams, count: number) => Promise<void> = async () => {},
) {
  const asked: URLSearchParams[] = [];
  const isShown = ({ from, until, isAllDay }: Meeting, start: number, end: number) => {
    const shift = isAllDay ? -dayOffset * HOUR_MS : 0;
    const [first, last] = [MONDAY + from * HOUR_MS + shift, MONDAY + until * HOUR_MS + shift];
    return countsTouching ? first <= end && last >= start : first < end && last > start;
  };
  const client: GraphClient = {
    async send<T>(_: GraphConnection, { path }: GraphRequest, call: Call) {
      const query = new URLSearchParams(path.split("?")[1]);
      asked.push(query);
      call.meter.graphRequests++;
      await before(query, asked.length);
      call.signal.throwIfAborted();
      const [start, end] = ["startDateTime", "endDateTime"].map((name) => Date.parse(query.get(name) ?? ""));
      const value = meetings.filter((meeting) => isShown(meeting, start ?? 0, end ?? 0)).map(toGraph);
      return { status: 200, headers: {}, body: { value } as T, requestId: "" };
    },
    close: async () => {},
  };
  return { client, asked };
}

function toGraph({ id, from, until, isAllDay }: Meeting): GraphEvent {
  const text = (hours: number) => new Date(MONDAY + hours * HOUR_MS).toISOString().slice(0, 19);
  return {
    id,
    isAllDay,
    subject: `Subject ${id}`,
    start: { dateTime: text(from), timeZone: "UTC" },
    end: { dateTime: text(until), timeZone: "UTC" },
  };
}

const hours = fc.integer({ min: -12, max: 24 * 9 });

export const meetings: fc.Arbitrary<readonly Meeting[]> = fc
  .array(
    fc.oneof(
      fc
        .tuple(hours, fc.integer({ min: 0, max: 30 }))
        .map(([from, long]) => ({ from, until: from + long, isAllDay: false })),
      fc
        .tuple(fc.integer({ min: -1, max: 9 }), fc.integer({ min: 1, max: 3 }))
        .map(([day, days]) => ({ from: day * 24, until: (day + days) * 24, isAllDay: true })),
    ),
    { maxLength: 12 },
  )
  .map((found) => found.map((meeting, index) => ({ ...meeting, id: `e${index}` })));

export const readings: fc.Arbitrary<Reading> = fc.record({
  countsTouching: fc.boolean(),
  dayOffset: fc.integer({ min: -12, max: 14 }),
});

const fields = fc.subarray(["subject", "body", "attendees", "location", "showAs"]);

export const questions: fc.Arbitrary<readonly FreshQuestion[]> = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 24 * 8 }), fc.constantFrom(1, 8, 24, 48, 168), fields)
    .map(([from, long, names]) => question(from, from + long, ...names)),
  { minLength: 1, maxLength: 8 },
);
