import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addPerson, eventBody, type GraphClient, type Json, startTenant } from "./kit.js";

type Started = Awaited<ReturnType<typeof startTenant>>;

let started: Started;
let graph: GraphClient;
beforeAll(async () => {
  started = await startTenant();
  graph = started.graph;
});
afterAll(() => started.emulator.close());

let people = 0;
/** A mailbox of its own for each test. */
const mailbox = () => {
  people += 1;
  return `/users/${addPerson(started.emulator, started.tenant, `person${people}`).id}`;
};
const codeOf = (reply: { status: number; json: Json }) => [reply.status, reply.json.error?.code];

describe("creating an event", () => {
  test("answers 201 with the whole event, Outlook's defaults and a Location", async () => {
    const { status, json, headers } = await graph.post(
      `${mailbox()}/events`,
      eventBody({ body: { contentType: "text", content: "a < b" } }),
    );
    expect(status).toBe(201);
    expect(json).toMatchObject({
      subject: "Planning",
      type: "singleInstance",
      isOrganizer: true,
      showAs: "busy",
      importance: "normal",
      sensitivity: "normal",
      isReminderOn: true,
      reminderMinutesBeforeStart: 15,
      responseStatus: { response: "organizer", time: "0001-01-01T00:00:00Z" },
      start: { dateTime: "2026-03-02T09:00:00.0000000", timeZone: "UTC" },
      recurrence: null,
      onlineMeeting: null,
      bodyPreview: "a < b",
      "@odata.etag": `W/"${json.changeKey}"`,
    });
    expect(json.body.contentType).toBe("html");
    expect(json.body.content).toMatch(/<html>.*a &lt; b.*<\/html>/s);
    expect(headers.get("location")).toContain(encodeURIComponent(json.id));
  });

  test("statement 4: the body reads as text when Prefer asks for it, and the preference is echoed", async () => {
    const base = mailbox();
    const { json } = await graph.post(
      `${base}/events`,
      eventBody({ body: { contentType: "html", content: "<p>one</p><p>two &amp; three</p>" } }),
    );
    const read = await graph.get(`${base}/events/${json.id}`, { Prefer: 'outlook.body-content-type="text"' });
    expect(read.json.body).toEqual({ contentType: "text", content: "one\ntwo & three" });
    expect(read.headers.get("preference-applied")).toBe('outlook.body-content-type="text"');
  });

  test("keeps the zone it was created in, and shows times in the preferred one", async () => {
    const base = mailbox();
    const { json } = await graph.post(
      `${base}/events`,
      eventBody({
        start: { dateTime: "2026-03-02T09:00:00", timeZone: "W. Europe Standard Time" },
        end: { dateTime: "2026-03-02T10:30:00", timeZone: "Europe/Berlin" },
      }),
      { Prefer: 'outlook.timezone="Asia/Tokyo"' },
    );
    expect(json.start).toEqual({ dateTime: "2026-03-02T17:00:00.0000000", timeZone: "Asia/Tokyo" });
    expect(json.end.dateTime).toBe("2026-03-02T18:30:00.0000000");
    expect(json.originalStartTimeZone).toBe("W. Europe Standard Time");
  });

  const refused: readonly [string, Record<string, unknown> | string, number, string][] = [
    [
      "an end before the start",
      eventBody({ end: { dateTime: "2026-03-02T08:00:00", timeZone: "UTC" } }),
      400,
      "ErrorPropertyValidationFailure",
    ],
    ["no start", eventBody({ start: undefined }), 400, "ErrorPropertyValidationFailure"],
    ["no end", eventBody({ end: undefined }), 400, "ErrorPropertyValidationFailure"],
    [
      "an unknown zone",
      eventBody({ start: { dateTime: "2026-03-02T09:00:00", timeZone: "Mars/Olympus" } }),
      400,
      "TimeZoneNotSupportedException",
    ],
    ["no zone", eventBody({ start: { dateTime: "2026-03-02T09:00:00" } }), 400, "TimeZoneNotSupportedException"],
    [
      "a day that does not exist",
      eventBody({ start: { dateTime: "2026-02-30T09:00:00", timeZone: "UTC" } }),
      400,
      "ErrorPropertyValidationFailure",
    ],
    ["an unknown member", eventBody({ colour: "red" }), 400, "RequestBodyRead"],
    ["a member named like an object's own", '{"constructor":1}', 400, "RequestBodyRead"],
    ["a value of a wrong type", eventBody({ isAllDay: "yes" }), 400, "RequestBodyRead"],
    ["an unknown enum value", eventBody({ showAs: "asleep" }), 400, "RequestBodyRead"],
    [
      "an attendee without address",
      eventBody({ attendees: [{ emailAddress: { name: "x" } }] }),
      400,
      "ErrorInvalidRecipients",
    ],
    ["JSON that is none", "{", 400, "RequestBodyRead"],
    ["a list", "[]", 400, "RequestBodyRead"],
    [
      "a recurrence without members",
      eventBody({ recurrence: { pattern: {}, range: {} } }),
      400,
      "ErrorPropertyValidationFailure",
    ],
  ];
  test.each(refused)("refuses %s", async (_name, body, status, code) => {
    const base = mailbox();
    expect(codeOf(await graph.post(`${base}/events`, body))).toEqual([status, code]);
    expect((await graph.get(`${base}/events`)).json.value).toEqual([]);
  });

  test("refuses another content type with 415", async () => {
    const reply = await graph.send("POST", `${mailbox()}/events`, "subject=x", { "content-type": "text/plain" });
    expect(reply.status).toBe(415);
  });

  test("takes enum values in any case, ignores read-only members, and keeps attendees without an answer", async () => {
    const { json } = await graph.post(
      `${mailbox()}/events`,
      eventBody({
        showAs: "OOF",
        organizer: { emailAddress: { address: "boss@quarry.example" } },
        attendees: [{ type: "Optional", emailAddress: { address: "bob@quarry.example" } }],
      }),
    );
    expect(json.showAs).toBe("oof");
    expect(json.organizer.emailAddress.address).not.toBe("boss@quarry.example");
    expect(json.attendees).toEqual([
      {
        type: "optional",
        status: { response: "none", time: "0001-01-01T00:00:00Z" },
        emailAddress: { name: "bob@quarry.example", address: "bob@quarry.example" },
      },
    ]);
  });

  test("statement 10: the same transactionId twice makes one event, 201 both times, same id", async () => {
    const base = mailbox();
    const first = await graph.post(`${base}/events`, eventBody({ transactionId: "t-1" }));
    const second = await graph.post(`${base}/events`, eventBody({ transactionId: "t-1", subject: "Other" }));
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.json.id).toBe(first.json.id);
    expect((await graph.get(`${base}/events`)).json.value).toHaveLength(1);
  });

  test("an online meeting gets a join address where the calendar allows the provider, else none and no error", async () => {
    const base = mailbox();
    const online = await graph.post(
      `${base}/events`,
      eventBody({ isOnlineMeeting: true, onlineMeetingProvider: "teamsForBusiness" }),
    );
    expect(online.json.onlineMeeting.joinUrl).toMatch(/^https:/);
    expect(online.json.onlineMeetingUrl).toBeNull();
    const refusedOne = await graph.post(
      `${base}/events`,
      eventBody({ isOnlineMeeting: true, onlineMeetingProvider: "skypeForConsumer" }),
    );
    expect(refusedOne.json).toMatchObject({
      isOnlineMeeting: false,
      onlineMeetingProvider: "unknown",
      onlineMeeting: null,
    });
    const undone = await graph.patch(`${base}/events/${online.json.id}`, { isOnlineMeeting: false });
    expect(undone.json.isOnlineMeeting).toBe(true);
  });
});

describe("statement 9: an all-day event", () => {
  const day = (start: string, end: string, startZone = "UTC", endZone = startZone) =>
    eventBody({
      isAllDay: true,
      start: { dateTime: start, timeZone: startZone },
      end: { dateTime: end, timeZone: endZone },
    });
  test.each([
    ["a start off midnight", day("2026-03-02T01:00:00", "2026-03-03T00:00:00")],
    ["an end off midnight", day("2026-03-02T00:00:00", "2026-03-03T01:00:00")],
    ["zones that differ", day("2026-03-02T00:00:00", "2026-03-03T00:00:00", "Europe/Berlin", "Asia/Tokyo")],
    ["less than 24 hours", day("2026-03-02T00:00:00", "2026-03-02T00:00:00")],
  ])("with %s is 400 ErrorInvalidRequest", async (_name, body) => {
    expect(codeOf(await graph.post(`${mailbox()}/events`, body))).toEqual([400, "ErrorInvalidRequest"]);
  });

  test("keeps its dates in every zone, on the day of 25 hours too", async () => {
    const base = mailbox();
    const { json, status } = await graph.post(
      `${base}/events`,
      day("2026-10-25T00:00:00", "2026-10-26T00:00:00", "Europe/Berlin"),
    );
    expect(status).toBe(201);
    expect(json.start).toEqual({ dateTime: "2026-10-25T00:00:00.0000000", timeZone: "UTC" });
    const shifted = await startTenant({ switches: { allDayInOtherZone: "shift" } });
    const other = await shifted.graph.post(
      `/users/${shifted.ann.id}/events`,
      day("2026-10-25T00:00:00", "2026-10-26T00:00:00", "Europe/Berlin"),
    );
    expect(other.json.start.dateTime).toBe("2026-10-24T22:00:00.0000000");
    await shifted.emulator.close();
  });
});
