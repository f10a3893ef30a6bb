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
      "a recurrence, which is not emulated yet",
      eventBody({ recurrence: { pattern: {}, range: {} } }),
      501,
      "NotImplemented",
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

describe("changing and deleting an event", () => {
  const make = async () => {
    const base = mailbox();
    const { json } = await graph.post(
      `${base}/events`,
      eventBody({ attendees: [{ emailAddress: { address: "bob@x.example" } }] }),
    );
    return { path: `${base}/events/${json.id}`, event: json };
  };

  test("statement 11: a stale If-Match is 412, without it 200, and every change moves changeKey and ETag", async () => {
    const { path, event } = await make();
    const first = await graph.patch(path, { subject: "Second" }, { "If-Match": event["@odata.etag"] });
    expect(first.status).toBe(200);
    expect(first.json.changeKey).not.toBe(event.changeKey);
    expect(first.json["@odata.etag"]).toBe(`W/"${first.json.changeKey}"`);
    const stale = await graph.patch(path, { subject: "Third" }, { "If-Match": event["@odata.etag"] });
    expect(codeOf(stale)).toEqual([412, "ErrorIrresolvableConflict"]);
    expect((await graph.delete(path, { "If-Match": event["@odata.etag"] })).status).toBe(412);
    expect((await graph.patch(path, { subject: "Third" })).status).toBe(200);
    expect((await graph.patch(path, { subject: "Fourth" }, { "If-Match": "*" })).status).toBe(200);
  });

  test("a PATCH changes what it names and keeps the rest", async () => {
    const { path, event } = await make();
    const { json } = await graph.patch(path, { location: { displayName: "Attic" }, transactionId: "late" });
    expect(json).toMatchObject({ subject: event.subject, start: event.start, transactionId: null });
    expect(json.location).toMatchObject({ displayName: "Attic", locationType: "default", uniqueId: "Attic" });
    expect(json.locations).toEqual([json.location]);
  });

  test("a PATCH is held to the rules of the whole event", async () => {
    const { path } = await make();
    const lateStart = await graph.patch(path, { start: { dateTime: "2026-03-02T11:00:00", timeZone: "UTC" } });
    expect(codeOf(lateStart)).toEqual([400, "ErrorPropertyValidationFailure"]);
    expect(codeOf(await graph.patch(path, { start: { dateTime: "2026-03-02T09:00:00" } }))).toEqual([
      400,
      "TimeZoneNotSupportedException",
    ]);
    expect(codeOf(await graph.patch(path, { isAllDay: true }))).toEqual([400, "ErrorInvalidRequest"]);
  });

  test("statement 16: DELETE is 204 and empty, and the event is gone", async () => {
    const { path } = await make();
    const gone = await graph.delete(path);
    expect([gone.status, gone.json]).toEqual([204, ""]);
    expect(codeOf(await graph.get(path))).toEqual([404, "ErrorItemNotFound"]);
    expect(codeOf(await graph.delete(path))).toEqual([404, "ErrorItemNotFound"]);
  });
});

describe("ids and addresses", () => {
  test("statement 17: an id of another mailbox is 404, a garbled or re-cased one 400", async () => {
    const [mine, other] = [mailbox(), mailbox()];
    const { json } = await graph.post(`${mine}/events`, eventBody());
    expect(codeOf(await graph.get(`${other}/events/${json.id}`))).toEqual([404, "ErrorItemNotFound"]);
    for (const id of ["garbled", json.id.slice(0, -2), json.id.toUpperCase(), `${json.id}x`]) {
      expect(codeOf(await graph.get(`${mine}/events/${id}`))).toEqual([400, "ErrorInvalidIdMalformed"]);
    }
  });

  test("all four forms of a path, the key form, other casings and the percent-encoded id reach the same event", async () => {
    const base = mailbox();
    const { json } = await graph.post(`${base}/calendar/events`, eventBody());
    const [calendar] = (await graph.get(`${base}/calendars`)).json.value;
    const [group] = (await graph.get(`${base}/calendarGroups`)).json.value;
    const paths = [
      `/events/${json.id}`,
      `/calendar/events/${encodeURIComponent(json.id)}`,
      `/calendars/${calendar.id}/events/${json.id}`,
      `/calendarGroups/${group.id}/calendars/${calendar.id}/events/${json.id}`,
      `/CALENDAR/Events('${json.id}')`,
    ];
    for (const path of paths) expect((await graph.get(`${base}${path}`)).json.id).toBe(json.id);
    const keyForm = base.replace(/^\/users\/(.*)$/, "/Users('$1')");
    expect((await graph.get(`${keyForm}/events('${json.id}')`)).json.id).toBe(json.id);
  });

  test("immutable ids are shown when preferred, and either kind addresses the event", async () => {
    const base = mailbox();
    const { json } = await graph.post(`${base}/events`, eventBody());
    const prefer = { Prefer: 'IdType="ImmutableId"' };
    const immutable = await graph.get(`${base}/events/${json.id}`, prefer);
    expect(immutable.json.id).not.toBe(json.id);
    expect(immutable.headers.get("preference-applied")).toBe('IdType="ImmutableId"');
    expect((await graph.get(`${base}/events/${immutable.json.id}`)).json.id).toBe(json.id);
  });

  test("events of a secondary calendar are found there and not in the default one", async () => {
    const base = mailbox();
    const { json: travel } = await graph.post(`${base}/calendars`, { name: "Travel" });
    const { json } = await graph.post(`${base}/calendars/${travel.id}/events`, eventBody());
    expect((await graph.get(`${base}/events`)).json.value).toEqual([]);
    expect((await graph.get(`${base}/calendars/${travel.id}/events`)).json.value[0].id).toBe(json.id);
    const [main] = (await graph.get(`${base}/calendars`)).json.value;
    expect(codeOf(await graph.get(`${base}/calendars/${main.id}/events/${json.id}`))).toEqual([
      404,
      "ErrorItemNotFound",
    ]);
  });
});
