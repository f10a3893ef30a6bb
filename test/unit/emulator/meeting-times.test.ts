import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { delegatedClient } from "./delegated.kit.js";
import type { Json } from "./kit.js";
import { guest } from "./meeting-kit.js";
import { day, slot, startSearching, starts } from "./meeting-times.kit.js";

let office: Awaited<ReturnType<typeof startSearching>>;
beforeAll(async () => {
  office = await startSearching();
});
afterAll(() => office.emulator.close());

describe("findMeetingTimes: what it suggests (sheet 1.6)", () => {
  test("without a body it looks at the organizer's working hours of the next days, half an hour each", async () => {
    const { status, json } = await office.ask({});
    expect(status).toBe(200);
    expect(Object.keys(json)).toEqual(["@odata.context", "emptySuggestionsReason", "meetingTimeSuggestions"]);
    expect(json["@odata.context"]).toBe(
      `${office.emulator.graphUrl}/v1.0/$metadata#microsoft.graph.meetingTimeSuggestionsResult`,
    );
    expect(json.emptySuggestionsReason).toBe("");
    expect(json.meetingTimeSuggestions).toHaveLength(office.emulator.switches.meetingTimesCandidates);
    expect(json.meetingTimeSuggestions[0]).toEqual({
      confidence: 100,
      order: 1,
      organizerAvailability: "free",
      meetingTimeSlot: slot("2026-03-02T08:00:00.0000000", "2026-03-02T08:30:00.0000000"),
      attendeeAvailability: [],
      locations: [],
    });
  });

  test("suggestions are ordered by confidence, then by required people who are free, then by time", async () => {
    const [must, may] = [office.newPerson(), office.newPerson()];
    office.block(must.mailbox, "2026-03-03T08:00", "2026-03-03T09:00");
    office.block(may.mailbox, "2026-03-03T09:00", "2026-03-03T10:00");
    office.block(must.mailbox, "2026-03-03T10:00", "2026-03-03T17:00");
    office.block(may.mailbox, "2026-03-03T10:30", "2026-03-03T17:00");
    const attendees = [guest(may.userPrincipalName, "optional"), guest(must.userPrincipalName)];
    const { json } = await office.ask({ attendees, timeConstraint: day("03"), returnSuggestionReasons: true });
    expect(json.meetingTimeSuggestions.map(({ confidence }: Json) => confidence)).toEqual(new Array(5).fill(50));
    expect(starts(json)).toEqual(["03-03T09:00", "03-03T09:30", "03-03T08:00", "03-03T08:30", "03-03T10:00"]);
    expect(json.meetingTimeSuggestions.map(({ order }: Json) => order)).toEqual([1, 2, 3, 4, 5]);
    expect(json.meetingTimeSuggestions[0].attendeeAvailability).toEqual([
      {
        availability: "busy",
        attendee: { type: "optional", emailAddress: { name: may.userPrincipalName, address: may.userPrincipalName } },
      },
      {
        availability: "free",
        attendee: { type: "required", emailAddress: { name: must.userPrincipalName, address: must.userPrincipalName } },
      },
    ]);
    expect(json.meetingTimeSuggestions[0].suggestionReason).toMatch(/^Suggested because /);
  });

  test("confidence is the mean of 100 for free, 49 for unknown and 0 for busy, and has to reach the minimum", async () => {
    const busy = office.newPerson();
    office.block(busy.mailbox, "2026-03-04T08:00", "2026-03-04T17:00");
    const attendees = [guest("bob"), guest("dana@elsewhere.example"), guest(busy.userPrincipalName)];
    const at = (minimumAttendeePercentage: unknown) =>
      office.ask({ attendees, timeConstraint: day("04"), minimumAttendeePercentage, maxCandidates: 1 });
    const { json } = await at(49);
    expect(json.meetingTimeSuggestions[0].confidence).toBeCloseTo(49.667, 2);
    expect(json.meetingTimeSuggestions[0].attendeeAvailability.map(({ availability }: Json) => availability)).toEqual([
      "free",
      "unknown",
      "busy",
    ]);
    expect((await at("49")).json.meetingTimeSuggestions).toHaveLength(1);
    expect((await at(undefined)).json.meetingTimeSuggestions).toEqual([]);
  });

  test("free and working elsewhere count alike, out of office as busy, tentative by the switch", async () => {
    const one = office.newPerson();
    office.block(one.mailbox, "2026-03-05T08:00", "2026-03-05T08:30", { showAs: "workingElsewhere" });
    office.block(one.mailbox, "2026-03-05T08:30", "2026-03-05T09:00", { showAs: "tentative" });
    office.block(one.mailbox, "2026-03-05T09:00", "2026-03-05T17:00", { showAs: "oof" });
    const attendees = [guest(one.userPrincipalName)];
    const all = async () =>
      (await office.ask({ attendees, timeConstraint: day("05"), minimumAttendeePercentage: 0 })).json
        .meetingTimeSuggestions;
    expect((await all()).slice(0, 3).map(({ confidence }: Json) => confidence)).toEqual([100, 49, 0]);
    office.emulator.switches.tentativeAttendancePercent = 100;
    expect((await all())[1].confidence).toBe(100);
    office.emulator.switches.tentativeAttendancePercent = 49;
  });

  test("meetingDuration and maxCandidates are obeyed, and times come in the preferred zone", async () => {
    const { json, headers } = await office.ask(
      { meetingDuration: "PT2H30M", maxCandidates: "2", timeConstraint: day("06") },
      { Prefer: 'outlook.timezone="Tokyo Standard Time"' },
    );
    expect(headers.get("preference-applied")).toBe('outlook.timezone="Tokyo Standard Time"');
    expect(json.meetingTimeSuggestions.map(({ meetingTimeSlot }: Json) => meetingTimeSlot)).toEqual([
      {
        start: { dateTime: "2026-03-06T17:00:00.0000000", timeZone: "Tokyo Standard Time" },
        end: { dateTime: "2026-03-06T19:30:00.0000000", timeZone: "Tokyo Standard Time" },
      },
      {
        start: { dateTime: "2026-03-06T17:30:00.0000000", timeZone: "Tokyo Standard Time" },
        end: { dateTime: "2026-03-06T20:00:00.0000000", timeZone: "Tokyo Standard Time" },
      },
    ]);
  });
});

describe("findMeetingTimes: activityDomain", () => {
  const night = { timeSlots: [slot("2026-03-09T00:00:00", "2026-03-09T07:00:00")] };
  const countOf = async (timeConstraint: unknown, over = {}) =>
    (await office.ask({ timeConstraint, meetingDuration: "PT1H", ...over })).json.meetingTimeSuggestions.length;

  test("work and unknown stay in working hours, personal adds the weekend, unrestricted takes any hour", async () => {
    const counts = async (constraint: object) => {
      const found: number[] = [];
      for (const activityDomain of ["work", "unknown", "Personal", "unrestricted"]) {
        found.push(await countOf({ ...constraint, activityDomain }));
      }
      return found;
    };
    expect(await counts(day("09"))).toEqual([17, 17, 17, 17]);
    expect(await counts(day("07"))).toEqual([0, 0, 17, 17]);
    expect(await counts(night)).toEqual([0, 0, 0, 13]);
  });

  test("the working hours of the people who are asked count on their own clocks, those of rooms do not", async () => {
    const { emulator, tenant } = office;
    emulator.add.addUser(tenant, {
      userPrincipalName: "far@quarry.example",
      mailbox: { timeZone: "Tokyo Standard Time" },
    });
    const attendees = [guest("far")];
    // Tokyo works from 23:00 to 08:00 UTC.
    const early = await office.ask({ attendees, timeConstraint: day("09") });
    expect(early.json).toMatchObject({
      emptySuggestionsReason: "attendeesUnavailable",
      meetingTimeSuggestions: [],
    });
    expect(await countOf(day("09", "unrestricted"), { attendees })).toBe(17);
    const room = emulator.add.addUser(tenant, {
      userPrincipalName: "annex@quarry.example",
      mailbox: { purpose: "room", timeZone: "Tokyo Standard Time" },
    });
    expect(await countOf(day("09"), { attendees: [guest(room.userPrincipalName, "resource")] })).toBe(17);
  });

  test("hours that the owner has set are the ones that count, over a clock change too", async () => {
    const own = office.newPerson();
    own.mailbox.timeZone = "Europe/Berlin";
    own.mailbox.settings = {
      workingHours: {
        daysOfWeek: ["sunday"],
        startTime: "10:00:00.0000000",
        endTime: "11:00:00.0000000",
        timeZone: { name: "Europe/Berlin" },
      },
    };
    const client = await delegatedClient(office.emulator, own, "Calendars.ReadWrite.Shared");
    const timeSlots = [slot("2026-03-21T00:00:00", "2026-03-31T00:00:00")];
    const { json } = await client.post("/me/findMeetingTimes", {
      meetingDuration: "PT1H",
      timeConstraint: { timeSlots },
    });
    expect(starts(json)).toEqual(["03-22T09:00", "03-29T08:00"]);
    own.mailbox.settings = {
      workingHours: {
        daysOfWeek: ["sunday"],
        startTime: "10:00:00.0000000",
        endTime: "11:00:00.0000000",
        timeZone: { "@odata.type": "#microsoft.graph.customTimeZone", name: "Own", bias: -120 },
      },
    } as never;
    const custom = await client.post("/me/findMeetingTimes", { timeConstraint: { timeSlots }, maxCandidates: 1 });
    expect(starts(custom.json)).toEqual(["03-22T08:00"]);
  });
});
