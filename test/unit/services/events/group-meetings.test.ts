import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CalendarEvent, ResponseStatus } from "../../../../src/services/events/event.model.js";
import { attendanceOf, groupMeetings, meetingKey } from "../../../../src/services/events/many/group-meetings.js";

const copy = (
  mailboxId: string,
  iCalUId: string | null,
  hour: number,
  over: Partial<CalendarEvent> = {},
): CalendarEvent => {
  const at = {
    kind: "Timed" as const,
    instant: new Date(Date.UTC(2026, 2, 2, hour)),
    timeZone: "UTC",
    timeZoneSource: "EVENT" as const,
  };
  const graphId = `${mailboxId}-${iCalUId}-${hour}`;
  return {
    kind: "Event",
    visibility: "FULL",
    mailboxId,
    graphId,
    version: "v",
    start: at,
    end: at,
    isAllDay: false,
    ...over,
    ...(iCalUId !== null && { iCalUId }),
  };
};
const attendee = (response: ResponseStatus) =>
  ({ name: null, address: null, type: "REQUIRED" as const, response }) as never;

const lists = fc
  .array(fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 8 }), { minLength: 1, maxLength: 6 })
  .map((found) => found.map((uids, n) => uids.map((uid) => copy(`m${n}`, `u${uid}`, uid % 4))));

describe("meetings of several mailboxes", () => {
  test("are one for each iCalUId, and hold every copy once [demand 33]", () => {
    fc.assert(
      fc.property(lists, (held) => {
        const meetings = groupMeetings(held);

        expect(new Set(meetings.map(meetingKey)).size).toBe(meetings.length);
        expect(meetings.flatMap(({ copies }) => copies).sort(byId)).toEqual(held.flat().sort(byId));
        expect(new Set(held.flat().map(({ iCalUId }) => iCalUId)).size).toBe(meetings.length);
        for (const { copies } of meetings) expect(new Set(copies.map(({ iCalUId }) => iCalUId)).size).toBe(1);
      }),
    );
  });

  test("keep their keys and order whichever mailbox comes first", () => {
    fc.assert(
      fc.property(lists, (held) => {
        const keys = (from: readonly (readonly CalendarEvent[])[]) => groupMeetings(from).map(meetingKey);
        expect(keys([...held].reverse())).toEqual(keys(held));
      }),
    );
  });

  test("are told by the organizer's copy, and the others follow by mailbox", () => {
    const organizers = copy("m2", "u", 9, { isOrganizer: true });
    const [meeting] = groupMeetings([[copy("m3", "u", 9)], [organizers], [copy("m1", "u", 9, { isOrganizer: false })]]);
    expect(meeting?.copies.map(({ mailboxId }) => mailboxId)).toEqual(["m2", "m1", "m3"]);
  });

  test("stay one when a mailbox has not yet followed a change of time", () => {
    const meetings = groupMeetings([[copy("m1", "u", 9)], [copy("m2", "u", 11, { isOrganizer: true })]]);
    expect(meetings.map(({ copies }) => copies.map(({ mailboxId }) => mailboxId))).toEqual([["m2", "m1"]]);
  });

  test("are told apart by their start where occurrences share an iCalUId", () => {
    const meetings = groupMeetings([
      [copy("m1", "u", 9), copy("m1", "u", 33)],
      [copy("m2", "u", 9), copy("m2", "u", 33)],
    ]);
    expect(meetings.map(({ copies }) => copies.length)).toEqual([2, 2]);
    expect(new Set(meetings.map(meetingKey)).size).toBe(2);
  });

  test("are alone where the iCalUId is hidden [demand 21]", () => {
    expect(groupMeetings([[copy("m1", null, 9)], [copy("m2", null, 9)]])).toHaveLength(2);
  });

  test("count answers from the organizer's copy, else from the copies that are there", () => {
    const attendees = [attendee("ACCEPTED"), attendee("DECLINED"), attendee("NOT_RESPONDED"), attendee("ACCEPTED")];
    const known = groupMeetings([[copy("m1", "u", 9, { isOrganizer: true, attendees, response: "ORGANIZER" })]]);
    expect(known.map(attendanceOf)).toEqual([
      { isComplete: true, accepted: 2, tentativelyAccepted: 0, declined: 1, notResponded: 1 },
    ]);
    const guests = groupMeetings([
      [copy("m1", "u", 9, { isOrganizer: false, attendees, response: "TENTATIVELY_ACCEPTED" })],
      [copy("m2", "u", 9, { isOrganizer: false, attendees, response: "ACCEPTED" })],
    ]);
    expect(guests.map(attendanceOf)).toEqual([
      { isComplete: false, accepted: 1, tentativelyAccepted: 1, declined: 0, notResponded: 0 },
    ]);
  });
});

function byId(a: CalendarEvent, b: CalendarEvent): number {
  return a.graphId < b.graphId ? -1 : 1;
}
