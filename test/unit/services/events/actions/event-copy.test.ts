import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type GraphEvent, graphDateTimeToInstant } from "../../../../../src/graph/index.js";
import { copyOf, obstaclesOf } from "../../../../../src/services/events/actions/event-copy.js";

const utc = (instant: number) => ({ dateTime: new Date(instant).toISOString().slice(0, -1), timeZone: "UTC" });
const at = (instant: number, zone: string, more: GraphEvent = {}): GraphEvent => ({
  type: "singleInstance",
  start: utc(instant),
  end: utc(instant + 3_600_000),
  originalStartTimeZone: zone,
  originalEndTimeZone: zone,
  ...more,
});
const ZONES = ["W. Europe Standard Time", "Pacific Standard Time", "Asia/Kolkata", "Lord Howe Standard Time", "UTC"];

describe("a copy of an event", () => {
  test("is at the same instants, across changes of clocks too", () => {
    const minutes = fc.integer({ min: Date.UTC(2026, 0) / 60_000, max: Date.UTC(2027, 0) / 60_000 });
    fc.assert(
      fc.property(minutes, fc.constantFrom(...ZONES, "tzone://Microsoft/Custom"), (minute, zone) => {
        const event = at(minute * 60_000, zone);
        const { start, end } = copyOf(event);

        for (const [copied, original] of [
          [start, event.start],
          [end, event.end],
        ] as const) {
          const { dateTime = "", timeZone = "" } = copied ?? {};
          const instant = graphDateTimeToInstant({ dateTime: dateTime ?? "", timeZone: timeZone ?? "" });
          expect(`${instant.toISOString().slice(0, -1)}`).toBe(original?.dateTime);
        }
      }),
    );
  });

  test("keeps the zone that the event was made in, unless nobody can say it again", () => {
    const noon = Date.UTC(2026, 6, 1, 12);

    expect(copyOf(at(noon, "W. Europe Standard Time")).start).toEqual({
      dateTime: "2026-07-01T14:00:00",
      timeZone: "W. Europe Standard Time",
    });
    expect(copyOf(at(noon, "tzone://Microsoft/Custom")).start).toEqual({
      dateTime: "2026-07-01T12:00:00",
      timeZone: "UTC",
    });
  });

  test("keeps whole days from midnight to midnight in one zone", () => {
    const event = at(0, "Pacific Standard Time", {
      isAllDay: true,
      start: { dateTime: "2026-03-02T08:00:00.0000000", timeZone: "UTC" },
      end: { dateTime: "2026-03-03T08:00:00.0000000", timeZone: "UTC" },
      originalEndTimeZone: "UTC",
    });

    expect(copyOf(event)).toMatchObject({
      isAllDay: true,
      start: { dateTime: "2026-03-02T00:00:00", timeZone: "Pacific Standard Time" },
      end: { timeZone: "Pacific Standard Time" },
    });
  });

  test("has nothing that Graph fills in itself", () => {
    const event = at(0, "UTC", {
      id: "1",
      iCalUId: "2",
      subject: "S",
      organizer: {},
      attendees: [],
      locations: [],
      webLink: "x",
    });

    expect(Object.keys(copyOf(event)).sort()).toEqual(["end", "isAllDay", "locations", "start", "subject"]);
  });
});

describe("what stands in the way of a move", () => {
  test.each<[string, GraphEvent, string[]]>([
    ["nothing", {}, []],
    ["an invitation", { isOrganizer: false }, ["NOT_ORGANIZER"]],
    ["people", { attendees: [{}] }, ["ATTENDEES"]],
    ["a series", { type: "seriesMaster" }, ["SERIES"]],
    ["an occurrence", { type: "occurrence" }, ["SERIES"]],
    ["an online meeting", { isOnlineMeeting: true }, ["ONLINE_MEETING"]],
    ["attachments", { hasAttachments: true }, ["ATTACHMENTS"]],
    ["images in the text", { body: { content: '<img src="CID:1">' } }, ["ATTACHMENTS"]],
    ["several at once", { attendees: [{}], isOnlineMeeting: true }, ["ATTENDEES", "ONLINE_MEETING"]],
  ])("%s", (_name, more, obstacles) => {
    expect(obstaclesOf(at(0, "UTC", more))).toEqual(obstacles);
  });
});
