import { describe, expect, test } from "vitest";
import {
  calendarView,
  createEvent,
  deleteEvent,
  type GraphClient,
  type GraphConnection,
  getCalendar,
  getEvent,
  getUser,
  listCalendars,
  probeCalendar,
  updateEvent,
} from "../../../src/graph/index.js";
import type { Call } from "../../../src/lib/call.js";
import { get, newCall, newClient, newConnection } from "./kit/graph-call.js";
import { type ServerAnswer, startGraphServer } from "./kit/graph-server.js";

const EVENT_ID = "AAMk/abc=";
const window = { startDateTime: "2026-03-02T00:00:00Z", endDateTime: "2026-03-09T00:00:00Z" };

type Act = (client: GraphClient, connection: GraphConnection, call: Call) => Promise<unknown>;

/** Does `act` against a server with one answer; gives its result and the only request that was sent. */
async function onWire(act: Act, answer: ServerAnswer = { body: { value: [] } }) {
  const server = await startGraphServer(() => answer);
  const { client } = newClient();
  const result = await act(client, newConnection(server.url), newCall());
  expect(server.requests()).toHaveLength(1);
  return { result, request: server.requests()[0]! };
}

describe("what reads ask for", () => {
  test.each<[string, Act, string]>([
    [
      "the calendars of a mailbox",
      (...on) => listCalendars(on[0], on[1], { mailbox: "ann@x.org", select: ["name", "id"] }, on[2]),
      "/users/ann%40x.org/calendars?$select=id,name&$top=100",
    ],
    [
      "the default calendar",
      (...on) => getCalendar(on[0], on[1], { mailbox: "ann", select: ["name"] }, on[2]),
      "/users/ann/calendar?$select=id,name",
    ],
    [
      "a calendar by id",
      (...on) => getCalendar(on[0], on[1], { mailbox: "ann", calendarId: "A/b=", select: [] }, on[2]),
      "/users/ann/calendars/A%2Fb%3D?$select=id",
    ],
    ["a probe", (...on) => probeCalendar(on[0], on[1], { mailbox: "ann" }, on[2]), "/users/ann/calendar?$select=id"],
    [
      "a window of the default calendar",
      (...on) => calendarView(on[0], on[1], { ...window, mailbox: "ann", select: ["subject"] }, on[2]),
      "/users/ann/calendar/calendarView?startDateTime=2026-03-02T00:00:00Z&endDateTime=2026-03-09T00:00:00Z" +
        "&$select=id,subject&$orderby=start/dateTime&$top=1000",
    ],
    [
      "whole events where a member is asked for that a view cannot select",
      (...on) =>
        calendarView(on[0], on[1], { ...window, mailbox: "ann", select: ["subject", "createdDateTime"] }, on[2]),
      "/users/ann/calendar/calendarView?startDateTime=2026-03-02T00:00:00Z&endDateTime=2026-03-09T00:00:00Z" +
        "&$orderby=start/dateTime&$top=1000",
    ],
    [
      "a short page of another calendar",
      (...on) =>
        calendarView(
          on[0],
          on[1],
          { ...window, mailbox: "ann", calendarId: "c", select: [], top: 5_000, maxItems: 51 },
          on[2],
        ),
      "/users/ann/calendars/c/calendarView?startDateTime=2026-03-02T00:00:00Z&endDateTime=2026-03-09T00:00:00Z" +
        "&$select=id&$orderby=start/dateTime&$top=51",
    ],
    [
      "an event",
      (...on) => getEvent(on[0], on[1], { mailbox: "ann", eventId: EVENT_ID, select: ["subject"] }, on[2]),
      "/users/ann/events/AAMk%2Fabc%3D?$select=id,subject,iCalUId,type,seriesMasterId,originalStart,originalStartTimeZone",
    ],
    [
      "a user",
      (...on) => getUser(on[0], on[1], { user: "ann@x.org", select: ["displayName"] }, on[2]),
      "/users/ann%40x.org?$select=id,displayName",
    ],
  ])("%s", async (_, act, url) => {
    const { request } = await onWire(act);
    expect(request).toMatchObject({ method: "GET", url, body: undefined });
    expect(request.headers).toMatchObject({
      prefer: 'IdType="ImmutableId"',
      authorization: "Bearer first-token",
      "client-request-id": "11111111-2222-4333-8444-555555555555",
    });
  });
});

describe("what writes send", () => {
  const event = { subject: "Lunch", start: { dateTime: "2026-03-02T12:00:00", timeZone: "UTC" } };

  test("a new event carries the caller's transaction id", async () => {
    const { request, result } = await onWire(
      (...on) => createEvent(on[0], on[1], { mailbox: "ann", calendarId: "c", event, transactionId: "t1" }, on[2]),
      { status: 201, body: { id: "e1" } },
    );
    expect(request).toMatchObject({ method: "POST", url: "/users/ann/calendars/c/events" });
    expect(request.body).toEqual({ ...event, transactionId: "t1" });
    expect(request.headers["content-type"]).toBe("application/json");
    expect(result).toEqual({ id: "e1" });
  });

  test("an event without one gets its own, and keeps it when it is sent again", async () => {
    let isFirst = true;
    const server = await startGraphServer(() => {
      const answer = isFirst ? ("cut" as const) : { status: 201, body: { id: "e1" } };
      isFirst = false;
      return answer;
    });
    const { client } = newClient();

    await createEvent(client, newConnection(server.url), { mailbox: "ann", event }, newCall());

    const ids = server.requests().map(({ body }) => (body as { transactionId: string }).transactionId);
    expect(ids[0]).toMatch(/^[\da-f-]{36}$/);
    expect(ids).toEqual([ids[0], ids[0]]);
  });

  test.each<[string | undefined]>([['W/"k1"'], [undefined]])("a change is bound to the version %s", async (ifMatch) => {
    const { request } = await onWire(
      (...on) =>
        updateEvent(on[0], on[1], { mailbox: "ann", eventId: EVENT_ID, changes: { subject: "x" }, ifMatch }, on[2]),
      { body: { id: EVENT_ID } },
    );
    expect(request).toMatchObject({ method: "PATCH", url: "/users/ann/events/AAMk%2Fabc%3D", body: { subject: "x" } });
    expect(request.headers["if-match"]).toBe(ifMatch);
  });

  test("a deletion has no body and answers nothing", async () => {
    const { request, result } = await onWire(
      (...on) => deleteEvent(on[0], on[1], { mailbox: "ann", eventId: EVENT_ID, ifMatch: 'W/"k1"' }, on[2]),
      { status: 204 },
    );
    expect(request).toMatchObject({ method: "DELETE", url: "/users/ann/events/AAMk%2Fabc%3D", body: undefined });
    expect(request.headers["if-match"]).toBe('W/"k1"');
    expect(result).toBeUndefined();
  });

  test("inside a batch each part brings its own headers, and a POST without body an empty one", async () => {
    const server = await startGraphServer(({ method }) => (method === "POST" ? { status: 202 } : { body: {} }));
    const { client } = newClient();
    const connection = newConnection(server.url);
    const accept = { ...get("ann", "/events/1/accept"), method: "POST" as const };
    const headers = { Authorization: "Bearer other", "If-Match": "*" };

    await Promise.all([
      client.send(connection, { ...accept, headers }, newCall({ requestId: "one" })),
      client.send(connection, get("bob"), newCall({ requestId: "two" })),
    ]);

    const [first, second] = server.requests();
    expect(first).toMatchObject({ method: "POST", body: {} });
    expect(first?.headers).toEqual({
      accept: "application/json",
      "if-match": "*",
      prefer: 'IdType="ImmutableId"',
      "content-type": "application/json",
      "client-request-id": "one",
    });
    expect(second?.headers).toEqual({
      accept: "application/json",
      prefer: 'IdType="ImmutableId"',
      "client-request-id": "two",
    });
    expect(server.exchanges[0]?.headers.authorization).toBe("Bearer first-token");
  });
});
