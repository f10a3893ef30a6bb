import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { zoned } from "../../../emulator/core/zoned-time.js";
import { readDuration } from "../../../emulator/graph/schedule/duration.js";
import { delegatedClient } from "./delegated.kit.js";
import { addPerson, type GraphClient, type Json, type Mailbox } from "./kit.js";
import { codeOf, guest, type Office, startOffice } from "./meeting-kit.js";

let office: Office;
let ann: GraphClient;
beforeAll(async () => {
  office = await startOffice();
  ann = await delegatedClient(office.emulator, office.ann, "Calendars.Read.Shared");
});
afterAll(() => office.emulator.close());

const utc = (dateTime: string) => ({ dateTime, timeZone: "UTC" });
const slot = (from: string, until: string) => ({ start: utc(from), end: utc(until) });
/** A day of March 2026, from eight to five; the second is a Monday. */
const day = (date: string, domain?: string) => ({
  ...(domain === undefined ? {} : { activityDomain: domain }),
  timeSlots: [slot(`2026-03-${date}T08:00:00`, `2026-03-${date}T17:00:00`)],
});
const ask = (body: unknown, headers?: Record<string, string>) => ann.post("/me/findMeetingTimes", body, headers);
const starts = (json: Json): string[] =>
  json.meetingTimeSuggestions.map(({ meetingTimeSlot }: Json) => meetingTimeSlot.start.dateTime.slice(5, 16));
let people = 0;
const newPerson = () => {
  people += 1;
  return addPerson(office.emulator, office.tenant, `asked${people}`);
};
const block = (mailbox: Mailbox | undefined, from: string, until: string, over = {}) => {
  if (mailbox === undefined) throw new Error("There is no mailbox.");
  office.emulator.add.addEvent(mailbox, { start: zoned(from, "UTC"), end: zoned(until, "UTC"), ...over });
};

describe("findMeetingTimes: what it suggests (sheet 1.6)", () => {
  test("without a body it looks at the organizer's working hours of the next days, half an hour each", async () => {
    const { status, json } = await ask({});
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
    const [must, may] = [newPerson(), newPerson()];
    block(must.mailbox, "2026-03-03T08:00", "2026-03-03T09:00");
    block(may.mailbox, "2026-03-03T09:00", "2026-03-03T10:00");
    block(must.mailbox, "2026-03-03T10:00", "2026-03-03T17:00");
    block(may.mailbox, "2026-03-03T10:30", "2026-03-03T17:00");
    const attendees = [guest(may.userPrincipalName, "optional"), guest(must.userPrincipalName)];
    const { json } = await ask({ attendees, timeConstraint: day("03"), returnSuggestionReasons: true });
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
    const busy = newPerson();
    block(busy.mailbox, "2026-03-04T08:00", "2026-03-04T17:00");
    const attendees = [guest("bob"), guest("dana@elsewhere.example"), guest(busy.userPrincipalName)];
    const at = (minimumAttendeePercentage: unknown) =>
      ask({ attendees, timeConstraint: day("04"), minimumAttendeePercentage, maxCandidates: 1 });
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
    const one = newPerson();
    block(one.mailbox, "2026-03-05T08:00", "2026-03-05T08:30", { showAs: "workingElsewhere" });
    block(one.mailbox, "2026-03-05T08:30", "2026-03-05T09:00", { showAs: "tentative" });
    block(one.mailbox, "2026-03-05T09:00", "2026-03-05T17:00", { showAs: "oof" });
    const attendees = [guest(one.userPrincipalName)];
    const all = async () =>
      (await ask({ attendees, timeConstraint: day("05"), minimumAttendeePercentage: 0 })).json.meetingTimeSuggestions;
    expect((await all()).slice(0, 3).map(({ confidence }: Json) => confidence)).toEqual([100, 49, 0]);
    office.emulator.switches.tentativeAttendancePercent = 100;
    expect((await all())[1].confidence).toBe(100);
    office.emulator.switches.tentativeAttendancePercent = 49;
  });

  test("meetingDuration and maxCandidates are obeyed, and times come in the preferred zone", async () => {
    const { json, headers } = await ask(
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
    (await ask({ timeConstraint, meetingDuration: "PT1H", ...over })).json.meetingTimeSuggestions.length;

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
    const early = await ask({ attendees, timeConstraint: day("09") });
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
    const own = newPerson();
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

describe("findMeetingTimes: why there is nothing", () => {
  const reasonFor = async (body: object) => (await ask(body)).json.emptySuggestionsReason;

  test("the organizer is busy, unless optional; tentative is no hindrance", async () => {
    block(office.ann.mailbox, "2026-03-10T08:00", "2026-03-10T17:00");
    block(office.ann.mailbox, "2026-03-11T08:00", "2026-03-11T17:00", { showAs: "tentative" });
    expect(await reasonFor({ timeConstraint: day("10") })).toBe("organizerUnavailable");
    const optional = await ask({ timeConstraint: day("10"), isOrganizerOptional: "true" });
    expect(optional.json.meetingTimeSuggestions[0]).toMatchObject({ organizerAvailability: "busy", confidence: 100 });
    const { json } = await ask({ timeConstraint: day("11") });
    expect(json.meetingTimeSuggestions[0].organizerAvailability).toBe("tentative");
  });

  test("attendees are busy, or some of them unknown; in the letter case of the switch", async () => {
    const busy = newPerson();
    block(busy.mailbox, "2026-03-12T08:00", "2026-03-12T17:00");
    const timeConstraint = day("12");
    const attendees = [guest(busy.userPrincipalName)];
    expect(await reasonFor({ attendees, timeConstraint })).toBe("attendeesUnavailable");
    const stranger = guest("dana@elsewhere.example");
    expect(await reasonFor({ attendees: [...attendees, stranger], timeConstraint })).toBe(
      "attendeesUnavailableOrUnknown",
    );
    office.emulator.switches.emptySuggestionsReasonCase = "pascal";
    expect(await reasonFor({ attendees, timeConstraint })).toBe("AttendeesUnavailable");
    office.emulator.switches.emptySuggestionsReasonCase = "camel";
  });

  test("the window is shorter than the meeting: the reason is not known", async () => {
    expect(await reasonFor({ meetingDuration: "PT10H", timeConstraint: day("12") })).toBe("unknown");
  });
});

describe("findMeetingTimes: places", () => {
  const hood = { displayName: "Conf room Hood", resolveAvailability: false };
  const placesOf = async (locationConstraint: unknown, over = {}) =>
    (await ask({ locationConstraint, timeConstraint: day("13"), maxCandidates: 1, ...over })).json;

  test("a named place is given back unasked, or replaced by a free room while it is busy", async () => {
    const { emulator, tenant } = office;
    const small = emulator.add.addUser(tenant, {
      userPrincipalName: "small@quarry.example",
      displayName: "Small",
      mailbox: { purpose: "room", place: { capacity: 2 } },
    });
    const large = emulator.add.addUser(tenant, {
      userPrincipalName: "large@quarry.example",
      displayName: "Large",
      mailbox: { purpose: "room", place: { capacity: 40 } },
    });
    block(small.mailbox, "2026-03-13T08:00", "2026-03-13T09:00");
    const placeOf = async (constraint: unknown, over = {}) =>
      (await placesOf(constraint, over)).meetingTimeSuggestions[0].locations;
    expect(await placeOf({ locations: [hood] })).toEqual([{ displayName: "Conf room Hood" }]);
    const wanted = { displayName: "Small", locationEmailAddress: "small@quarry.example" };
    expect(await placeOf({ locations: [{ ...wanted, resolveAvailability: false }] })).toEqual([wanted]);
    const [other] = await placeOf({ locations: [wanted] });
    expect(other).toEqual({ displayName: "Large", locationEmailAddress: large.mail });
    expect(await placeOf({ locations: [wanted] }, { timeConstraint: day("16") })).toEqual([wanted]);
    // Two guests and the organizer need more than two seats.
    const attendees = [guest("bob"), guest("cleo")];
    const [suggested] = await placeOf({ suggestLocation: true }, { attendees, timeConstraint: day("16") });
    expect(suggested.displayName).toBe("Large");
    expect((await placeOf({ suggestLocation: true }, { timeConstraint: day("16") }))[0].displayName).toBe("Small");
    expect(await placeOf({ suggestLocation: false })).toEqual([]);
  });

  test("a required place that is nowhere free leaves no suggestion; one that is not required leaves no place", async () => {
    for (const user of office.tenant.users.values()) {
      if (user.mailbox?.purpose === "room") block(user.mailbox, "2026-03-17T08:00", "2026-03-17T17:00");
    }
    const over = { timeConstraint: day("17") };
    expect(await placesOf({ isRequired: true, suggestLocation: true }, over)).toMatchObject({
      emptySuggestionsReason: "locationsUnavailable",
      meetingTimeSuggestions: [],
    });
    const loose = await placesOf({ isRequired: false, suggestLocation: true }, over);
    expect(loose.meetingTimeSuggestions[0].locations).toEqual([]);
  });
});

describe("findMeetingTimes: refusals", () => {
  test("statement 18: app-only tokens are refused, and delegated ones without the shared permission", async () => {
    const path = `${office.base("ann")}/findMeetingTimes`;
    expect(codeOf(await office.graph.post(path, {}))).toEqual([403, "ErrorAccessDenied"]);
    const own = await delegatedClient(office.emulator, office.ann, "Calendars.ReadWrite");
    expect(codeOf(await own.post("/me/findMeetingTimes", {}))).toEqual([403, "ErrorAccessDenied"]);
  });

  test("members that cannot be are 400", async () => {
    const bad: [object, string][] = [
      [{ nonsense: true }, "RequestBodyRead"],
      [{ attendees: "bob" }, "RequestBodyRead"],
      [{ attendees: [{ type: "required" }] }, "ErrorInvalidRecipients"],
      [{ attendees: [guest("bob", "robot")] }, "RequestBodyRead"],
      [{ attendees: new Array(101).fill(guest("bob")) }, "ErrorMailboxDataArrayTooBig"],
      [{ meetingDuration: "an hour" }, "RequestBodyRead"],
      [{ meetingDuration: "PT0S" }, "ErrorPropertyValidationFailure"],
      [{ meetingDuration: "-PT1H" }, "ErrorPropertyValidationFailure"],
      [{ maxCandidates: 0 }, "ErrorPropertyValidationFailure"],
      [{ maxCandidates: 1.5 }, "RequestBodyRead"],
      [{ minimumAttendeePercentage: 101 }, "ErrorPropertyValidationFailure"],
      [{ minimumAttendeePercentage: "many" }, "RequestBodyRead"],
      [{ isOrganizerOptional: "perhaps" }, "RequestBodyRead"],
      [{ timeConstraint: [] }, "RequestBodyRead"],
      [{ timeConstraint: { activityDomain: "sleep" } }, "RequestBodyRead"],
      [
        { timeConstraint: { timeSlots: [slot("2026-03-02T09:00:00", "2026-03-02T09:00:00")] } },
        "ErrorPropertyValidationFailure",
      ],
      [
        { timeConstraint: { timeSlots: [slot("2026-03-02T09:00:00", "2026-05-04T09:00:00")] } },
        "ErrorTimeIntervalTooBig",
      ],
      [
        {
          timeConstraint: {
            timeSlots: [
              {
                ...slot("2026-03-02T09:00:00", "2026-03-02T10:00:00"),
                end: { dateTime: "2026-03-02T10:00:00", timeZone: "Moon" },
              },
            ],
          },
        },
        "TimeZoneNotSupportedException",
      ],
      [{ locationConstraint: { locations: [7] } }, "RequestBodyRead"],
      [{ locationConstraint: { locations: [{ displayName: 7 }] } }, "RequestBodyRead"],
      [{ locationConstraint: { colour: "red" } }, "RequestBodyRead"],
    ];
    for (const [body, code] of bad) expect([body, ...codeOf(await ask(body))]).toEqual([body, 400, code]);
  });

  test("a duration is read as it was written, and text that is none is refused", () => {
    const part = fc.nat({ max: 999 });
    fc.assert(
      fc.property(part, part, part, part, (days, hours, minutes, seconds) => {
        const ms = ((days * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1_000;
        expect(readDuration(`P${days}DT${hours}H${minutes}M${seconds}S`)).toBe(ms);
        expect(readDuration(`-P${days}DT${hours}H`)).toBe(-(days * 24 + hours) * 3_600_000);
      }),
    );
    for (const text of ["", "P", "PT", "P1DT", "1H", "PT1H30", "P1Y", "PT1.5H"])
      expect(readDuration(text)).toBeUndefined();
  });
});
