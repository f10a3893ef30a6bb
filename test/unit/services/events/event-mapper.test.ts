import { describe, expect, test } from "vitest";
import type { GraphEvent } from "../../../../src/graph/index.js";
import { toCalendarEvent } from "../../../../src/services/events/event-mapper.js";

const TIMES = {
  id: "AAMk1",
  "@odata.etag": 'W/"1"',
  start: { dateTime: "2026-03-02T09:00:00.0000000", timeZone: "UTC" },
  end: { dateTime: "2026-03-02T09:30:00.0000000", timeZone: "UTC" },
  originalStartTimeZone: "W. Europe Standard Time",
  originalEndTimeZone: "W. Europe Standard Time",
  isAllDay: false,
};
const map = (event: object) => toCalendarEvent("mbx", { ...TIMES, ...event } as GraphEvent);

describe("an event of Graph as the domain has it", () => {
  test("what was not selected is absent, not null: nobody may take it for empty", () => {
    expect(Object.keys(map({})).sort()).toEqual(
      ["end", "graphId", "isAllDay", "kind", "mailboxId", "start", "version", "visibility"].sort(),
    );
  });

  test("what was selected and is empty is null or an empty list", () => {
    const event = map({ subject: null, location: { displayName: "" }, attendees: [], categories: null, body: null });
    expect(event).toMatchObject({ subject: null, location: null, attendees: [], categories: [], body: null });
  });

  test.each([
    ["busy", "BUSY"],
    ["workingElsewhere", "WORKING_ELSEWHERE"],
    ["WORKINGELSEWHERE", "WORKING_ELSEWHERE"],
    ["tomorrowsWord", "UNKNOWN"],
    ["constructor", "UNKNOWN"],
    ["toString", "UNKNOWN"],
    [null, "UNKNOWN"],
  ])("showAs %j is %s", (word, expected) => {
    expect(map({ showAs: word }).showAs).toBe(expected);
  });

  test("people keep name, address, kind and answer; `none` and `notResponded` are one", () => {
    const silent = { respondedAt: null, proposedTime: null };
    const emailAddress = { name: "Ann", address: "ann@x.example" };
    const { organizer, attendees } = map({
      organizer: { emailAddress },
      attendees: [
        { emailAddress, type: "optional", status: { response: "none" } },
        { type: "resource", status: { response: "tentativelyAccepted" } },
        {},
      ],
    });
    expect(organizer).toEqual({ name: "Ann", address: "ann@x.example" });
    expect(attendees).toEqual([
      { name: "Ann", address: "ann@x.example", type: "OPTIONAL", response: "NOT_RESPONDED", ...silent },
      { name: null, address: null, type: "RESOURCE", response: "TENTATIVELY_ACCEPTED", ...silent },
      { name: null, address: null, type: "UNKNOWN", response: "NOT_RESPONDED", ...silent },
    ]);
  });
});
