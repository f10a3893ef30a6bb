import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { zoned } from "../../../emulator/core/zoned-time.js";
import { availabilityView } from "../../../emulator/graph/schedule/free-busy.js";
import { addPerson, eventBody, type Json, type Mailbox } from "./kit.js";
import { codeOf, type Office, startOffice } from "./meeting-kit.js";

let office: Office;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.emulator.close());

const utc = (dateTime: string) => ({ dateTime, timeZone: "UTC" });
const ask = (over: Record<string, unknown> = {}, headers?: Record<string, string>) =>
  office.graph.post(
    `${office.base("ann")}/calendar/getSchedule`,
    {
      schedules: ["bob@quarry.example"],
      startTime: utc("2026-03-02T08:00:00"),
      endTime: utc("2026-03-02T18:00:00"),
      ...over,
    },
    headers,
  );
let people = 0;
const newPerson = () => {
  people += 1;
  return addPerson(office.emulator, office.tenant, `busy${people}`);
};
const add = (mailbox: Mailbox, from: string, to: string, over = {}) =>
  office.emulator.add.addEvent(mailbox, { start: zoned(from, "UTC"), end: zoned(to, "UTC"), ...over });

describe("getSchedule (sheet 9.2)", () => {
  test("statement 28: a window above 62 days is 400, 62 days are 200; an empty or reversed one is 400", async () => {
    expect((await ask({ endTime: utc("2026-05-03T08:00:00") })).status).toBe(200);
    expect(codeOf(await ask({ endTime: utc("2026-05-03T08:00:01") }))).toEqual([400, "ErrorTimeIntervalTooBig"]);
    for (const endTime of [utc("2026-03-02T08:00:00"), utc("2026-03-01T08:00:00")]) {
      expect(codeOf(await ask({ endTime }))).toEqual([400, "ErrorInvalidTimeInterval"]);
    }
  });

  test("statement 28: an unknown address is 200 with 5009 in its row, beside good rows", async () => {
    const { status, json } = await ask({ schedules: ["bob@quarry.example", "nobody@quarry.example", "no address"] });
    expect([status, json["@odata.context"]]).toEqual([
      200,
      `${office.emulator.graphUrl}/v1.0/$metadata#Collection(microsoft.graph.scheduleInformation)`,
    ]);
    expect(json.value.map(({ scheduleId, error }: Json) => [scheduleId, error?.responseCode])).toEqual([
      ["bob@quarry.example", undefined],
      ["nobody@quarry.example", "5009"],
      ["no address", "5009"],
    ]);
    expect(json.value[1]).not.toHaveProperty("availabilityView");
    expect(json.value[0].workingHours).toMatchObject({ startTime: "08:00:00.0000000", timeZone: { name: "UTC" } });
  });

  test("statement 28: one digit per slot for intervals 5, 30 and 1440; 4 and 1441 are refused", async () => {
    const lengthFor = async (interval: number) =>
      (await ask({ availabilityViewInterval: interval })).json.value[0].availabilityView.length;
    expect([await lengthFor(5), await lengthFor(30), await lengthFor(1440)]).toEqual([120, 20, 1]);
    expect((await ask()).json.value[0].availabilityView).toHaveLength(20);
    for (const interval of [4, 1441]) {
      expect(codeOf(await ask({ AvailabilityViewInterval: interval }))).toEqual([
        400,
        "ErrorInvalidMergedFreeBusyInterval",
      ]);
    }
    expect((await ask({ availabilityViewInterval: 7.5 })).status).toBe(400);
    expect((await ask({ availabilityViewInterval: null })).json.value[0].availabilityView).toHaveLength(20);
  });

  test("each slot shows the strongest status in it: 3 over 2 over 1 over 0, working elsewhere as the switch says", async () => {
    const { mailbox, userPrincipalName } = newPerson();
    add(mailbox, "2026-03-02T08:00", "2026-03-02T09:00", { showAs: "tentative" });
    add(mailbox, "2026-03-02T08:30", "2026-03-02T08:45", { showAs: "busy" });
    add(mailbox, "2026-03-02T09:15", "2026-03-02T09:30", { showAs: "oof" });
    add(mailbox, "2026-03-02T10:00", "2026-03-02T11:00", { showAs: "free" });
    add(mailbox, "2026-03-02T11:00", "2026-03-02T12:00", { showAs: "workingElsewhere" });
    const view = async () =>
      (await ask({ schedules: [userPrincipalName], endTime: utc("2026-03-02T12:00:00") })).json.value[0]
        .availabilityView;
    expect(await view()).toBe("12300000");
    office.emulator.switches.workingElsewhereDigit = "4";
    expect(await view()).toBe("12300044");
    office.emulator.switches.workingElsewhereDigit = "0";
  });

  test("items tell subject and place unless private or confidential, in UTC or the preferred zone", async () => {
    const { mailbox, userPrincipalName } = newPerson();
    const locations = [{ displayName: "Attic" }];
    add(mailbox, "2026-03-02T08:00", "2026-03-02T09:00", { subject: "Open", locations, sensitivity: "personal" });
    add(mailbox, "2026-03-02T09:00", "2026-03-02T10:00", { subject: "Doctor", locations, sensitivity: "private" });
    add(mailbox, "2026-03-02T10:00", "2026-03-02T11:00", { subject: "Deal", locations, sensitivity: "confidential" });
    const reply = await ask({ schedules: [userPrincipalName] }, { Prefer: 'outlook.timezone="Tokyo Standard Time"' });
    expect(reply.headers.get("preference-applied")).toBe('outlook.timezone="Tokyo Standard Time"');
    const [open, doctor, deal] = reply.json.value[0].scheduleItems;
    expect(open).toEqual({
      isPrivate: false,
      status: "busy",
      subject: "Open",
      location: "Attic",
      start: { dateTime: "2026-03-02T17:00:00.0000000", timeZone: "Tokyo Standard Time" },
      end: { dateTime: "2026-03-02T18:00:00.0000000", timeZone: "Tokyo Standard Time" },
    });
    expect([doctor.isPrivate, deal.isPrivate]).toEqual([true, false]);
    for (const item of [doctor, deal]) expect(Object.keys(item)).not.toContain("subject");
  });

  test("above 1,000 entries a schedule has error 5006", async () => {
    const { mailbox, userPrincipalName } = newPerson();
    for (let entry = 0; entry < 1_000; entry++) add(mailbox, "2026-03-02T09:00", "2026-03-02T09:05");
    const rowOf = async () => (await ask({ schedules: [userPrincipalName] })).json.value[0];
    expect((await rowOf()).scheduleItems).toHaveLength(1_000);
    add(mailbox, "2026-03-02T09:00", "2026-03-02T09:05");
    expect(await rowOf()).toMatchObject({ scheduleItems: [], error: { responseCode: "5006" } });
  });

  test("above 100 schedules it is 400 ErrorMailboxDataArrayTooBig; 20 by a switch", async () => {
    const many = (count: number) => ({ schedules: new Array(count).fill("bob@quarry.example") });
    expect((await ask(many(100))).json.value).toHaveLength(100);
    expect(codeOf(await ask(many(101)))).toEqual([400, "ErrorMailboxDataArrayTooBig"]);
    office.emulator.switches.maxSchedules = 20;
    expect((await ask(many(21))).status).toBe(400);
    office.emulator.switches.maxSchedules = 100;
  });

  test("bad bodies are 400", async () => {
    const bad = [
      { schedules: "bob@quarry.example" },
      { schedules: [] },
      { schedules: [1] },
      { startTime: "noon" },
      { endTime: { dateTime: "2026-03-02T18:00:00", timeZone: "Moon" } },
      { nonsense: true },
    ];
    for (const over of bad) expect((await ask(over)).status).toBe(400);
  });

  test("the view has a digit per started slot, whatever the events", () => {
    const minute = 60_000;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3_000 }),
        fc.integer({ min: 5, max: 1_440 }),
        fc.array(fc.tuple(fc.integer({ min: -500, max: 3_500 }), fc.integer({ min: 0, max: 900 })), { maxLength: 8 }),
        (span, interval, events) => {
          const window = { from: 0, until: span * minute };
          const rows = events.map(([start, length]) => ({
            start: { at: start * minute },
            end: { at: (start + length) * minute },
            showAs: "busy",
          })) as never;
          const view = availabilityView(rows, window, interval * minute, office.emulator.switches);
          expect(view).toHaveLength(Math.ceil(span / interval));
          for (const [slot, digit] of [...view].entries()) {
            const [from, until] = [slot * interval, (slot + 1) * interval];
            const isTaken = events.some(([start, length]) => start < until && start + length > from && length > 0);
            const isTouched = events.some(([start, length]) => start < until && start + length >= from && length === 0);
            if (!isTouched) expect(digit).toBe(isTaken ? "2" : "0");
          }
        },
      ),
    );
  });
});

describe("findMeetingTimes and reminderView", () => {
  test("statement 18: findMeetingTimes is refused to app-only tokens, with the status of the switch", async () => {
    const path = `${office.base("ann")}/findMeetingTimes`;
    expect(codeOf(await office.graph.post(path, {}))).toEqual([403, "ErrorAccessDenied"]);
    office.emulator.switches.findMeetingTimesStatus = 401;
    expect((await office.graph.post(path, {})).status).toBe(401);
    office.emulator.switches.findMeetingTimesStatus = 403;
  });

  test("reminderView gives what fires in the window, without dismissed ones and with snoozed ones at their new time", async () => {
    const { id, userPrincipalName } = newPerson();
    const base = `/users/${id}`;
    const make = async (subject: string, over = {}) =>
      (await office.graph.post(`${base}/events`, eventBody({ subject, reminderMinutesBeforeStart: 30, ...over }))).json;
    await make("Plain");
    await make("Silent", { isReminderOn: false });
    const dismissed = await make("Dismissed");
    const snoozed = await make("Snoozed");
    await office.graph.post(`${base}/events/${dismissed.id}/dismissReminder`, {});
    const newReminderTime = utc("2026-03-02T08:45:00");
    await office.graph.post(`${base}/events/${snoozed.id}/snoozeReminder`, { newReminderTime });
    const view = (from: string, to: string) =>
      office.graph.get(`${base}/reminderView(startDateTime='2026-03-02T${from}Z',endDateTime='2026-03-02T${to}Z')`);
    const { json } = await view("08:00:00", "09:00:00");
    expect(json["@odata.context"]).toContain("#Collection(microsoft.graph.reminder)");
    expect(
      json.value.map(({ eventSubject, reminderFireTime }: Json) => [eventSubject, reminderFireTime.dateTime]),
    ).toEqual([
      ["Plain", "2026-03-02T08:30:00.0000000"],
      ["Snoozed", "2026-03-02T08:45:00.0000000"],
    ]);
    expect(Object.keys(json.value[0])).toEqual([
      "eventId",
      "changeKey",
      "eventSubject",
      "eventStartTime",
      "eventEndTime",
      "eventLocation",
      "eventWebLink",
      "reminderFireTime",
    ]);
    expect((await view("08:31:00", "08:40:00")).json.value).toEqual([]);
    const query = "startDateTime=2026-03-02T08:00:00Z&endDateTime=2026-03-02T09:00:00Z";
    expect((await office.graph.get(`/users/${userPrincipalName}/reminderView?${query}`)).json.value).toHaveLength(2);
    expect(codeOf(await office.graph.get(`${base}/reminderView`))).toEqual([400, "ErrorInvalidParameter"]);
    office.emulator.switches.reminderWindow = "eventTime";
    expect((await view("09:30:00", "09:40:00")).json.value).toHaveLength(2);
    office.emulator.switches.reminderWindow = "fireTime";
  });
});
