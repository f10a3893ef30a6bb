import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readDuration } from "../../../emulator/graph/schedule/duration.js";
import { delegatedClient } from "./delegated.kit.js";
import { codeOf, guest } from "./meeting-kit.js";
import { day, slot, startSearching } from "./meeting-times.kit.js";

let office: Awaited<ReturnType<typeof startSearching>>;
beforeAll(async () => {
  office = await startSearching();
});
afterAll(() => office.emulator.close());

describe("findMeetingTimes: why there is nothing", () => {
  const reasonFor = async (body: object) => (await office.ask(body)).json.emptySuggestionsReason;

  test("the organizer is busy, unless optional; tentative is no hindrance", async () => {
    office.block(office.ann.mailbox, "2026-03-10T08:00", "2026-03-10T17:00");
    office.block(office.ann.mailbox, "2026-03-11T08:00", "2026-03-11T17:00", { showAs: "tentative" });
    expect(await reasonFor({ timeConstraint: day("10") })).toBe("organizerUnavailable");
    const optional = await office.ask({ timeConstraint: day("10"), isOrganizerOptional: "true" });
    expect(optional.json.meetingTimeSuggestions[0]).toMatchObject({ organizerAvailability: "busy", confidence: 100 });
    const { json } = await office.ask({ timeConstraint: day("11") });
    expect(json.meetingTimeSuggestions[0].organizerAvailability).toBe("tentative");
  });

  test("attendees are busy, or some of them unknown; in the letter case of the switch", async () => {
    const busy = office.newPerson();
    office.block(busy.mailbox, "2026-03-12T08:00", "2026-03-12T17:00");
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
    (await office.ask({ locationConstraint, timeConstraint: day("13"), maxCandidates: 1, ...over })).json;

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
    office.block(small.mailbox, "2026-03-13T08:00", "2026-03-13T09:00");
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
      if (user.mailbox?.purpose === "room") office.block(user.mailbox, "2026-03-17T08:00", "2026-03-17T17:00");
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
    for (const [body, code] of bad) expect([body, ...codeOf(await office.ask(body))]).toEqual([body, 400, code]);
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
