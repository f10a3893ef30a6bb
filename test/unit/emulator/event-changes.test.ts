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
  return `/users/${addPerson(started.emulator, started.tenant, `changer${people}`).id}`;
};
const codeOf = (reply: { status: number; json: Json }) => [reply.status, reply.json.error?.code];

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
