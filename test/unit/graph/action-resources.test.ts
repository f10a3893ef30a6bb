import { describe, expect, test } from "vitest";
import {
  allowedCalendarSharingRoles,
  cancelEvent,
  createCalendar,
  createCalendarGroup,
  createCalendarPermission,
  deleteCalendar,
  deleteCalendarGroup,
  deleteCalendarPermission,
  dismissReminder,
  forwardEvent,
  type GraphClient,
  type GraphConnection,
  getCalendarGroup,
  getCalendarPermission,
  listCalendarGroups,
  listCalendarPermissions,
  listCalendarsOfGroup,
  renameCalendarGroup,
  respondToEvent,
  snoozeReminder,
  updateCalendar,
  updateCalendarPermission,
} from "../../../src/graph/index.js";
import type { Call } from "../../../src/lib/call.js";
import { newCall, newClient, newConnection } from "./kit/graph-call.js";
import { startGraphServer } from "./kit/graph-server.js";

type On = [client: GraphClient, connection: GraphConnection, call: Call];

const event = { mailbox: "ann", eventId: "E/1=" };
const calendar = { mailbox: "ann", calendarId: "C/1=" };
const group = { mailbox: "ann", groupId: "G/1=" };
const permission = { ...calendar, permissionId: "P/1=" };
const EVENT = "/users/ann/events/E%2F1%3D";
const CALENDAR = "/users/ann/calendars/C%2F1%3D";
const GROUP = "/users/ann/calendarGroups/G%2F1%3D";
const PERMISSION = `${CALENDAR}/calendarPermissions/P%2F1%3D`;
const time = { dateTime: "2026-03-02T09:00:00", timeZone: "UTC" };

describe("what Graph is asked", () => {
  test.each<[string, (...on: On) => Promise<unknown>, string, unknown?]>([
    [
      "a cancellation",
      (g, c, o) => cancelEvent(g, c, { ...event, comment: "No" }, o),
      `POST ${EVENT}/cancel`,
      { comment: "No" },
    ],
    ["a cancellation without a word", (g, c, o) => cancelEvent(g, c, event, o), `POST ${EVENT}/cancel`, {}],
    [
      "an acceptance",
      (g, c, o) => respondToEvent(g, c, { ...event, action: "accept", sendResponse: false }, o),
      `POST ${EVENT}/accept`,
      { sendResponse: false },
    ],
    [
      "a refusal with a new time",
      (g, c, o) =>
        respondToEvent(
          g,
          c,
          {
            ...event,
            action: "decline",
            sendResponse: true,
            comment: "x",
            proposedNewTime: { start: time, end: time },
          },
          o,
        ),
      `POST ${EVENT}/decline`,
      { sendResponse: true, comment: "x", proposedNewTime: { start: time, end: time } },
    ],
    [
      "a forward",
      (g, c, o) => forwardEvent(g, c, { ...event, toRecipients: [{ emailAddress: { address: "a@b.example" } }] }, o),
      `POST ${EVENT}/forward`,
      { toRecipients: [{ emailAddress: { address: "a@b.example" } }] },
    ],
    [
      "a snooze",
      (g, c, o) => snoozeReminder(g, c, { ...event, newReminderTime: time }, o),
      `POST ${EVENT}/snoozeReminder`,
      { newReminderTime: time },
    ],
    ["a dismissal", (g, c, o) => dismissReminder(g, c, event, o), `POST ${EVENT}/dismissReminder`, {}],
    [
      "a calendar in the default group",
      (g, c, o) => createCalendar(g, c, { mailbox: "ann", calendar: { name: "N" } }, o),
      "POST /users/ann/calendars",
      { name: "N" },
    ],
    [
      "a calendar in a group",
      (g, c, o) => createCalendar(g, c, { ...group, calendar: { name: "N", color: "auto" } }, o),
      `POST ${GROUP}/calendars`,
      { name: "N", color: "auto" },
    ],
    [
      "a changed calendar",
      (g, c, o) => updateCalendar(g, c, { ...calendar, changes: { color: "lightRed" } }, o),
      `PATCH ${CALENDAR}`,
      { color: "lightRed" },
    ],
    ["a deleted calendar", (g, c, o) => deleteCalendar(g, c, calendar, o), `DELETE ${CALENDAR}`],
    [
      "the groups",
      (g, c, o) => listCalendarGroups(g, c, { mailbox: "ann", select: ["name"] }, o),
      "GET /users/ann/calendarGroups?$select=id,name&$top=100",
    ],
    [
      "the calendars of a group",
      (g, c, o) => listCalendarsOfGroup(g, c, { ...group, select: ["name"], maxItems: 1 }, o),
      `GET ${GROUP}/calendars?$select=id,name&$top=1`,
    ],
    ["a group", (g, c, o) => getCalendarGroup(g, c, { ...group, select: ["name"] }, o), `GET ${GROUP}?$select=id,name`],
    [
      "a new group",
      (g, c, o) => createCalendarGroup(g, c, { mailbox: "ann", name: "N" }, o),
      "POST /users/ann/calendarGroups",
      { name: "N" },
    ],
    [
      "a renamed group",
      (g, c, o) => renameCalendarGroup(g, c, { ...group, name: "N" }, o),
      `PATCH ${GROUP}`,
      { name: "N" },
    ],
    ["a deleted group", (g, c, o) => deleteCalendarGroup(g, c, group, o), `DELETE ${GROUP}`],
    [
      "the permissions",
      (g, c, o) => listCalendarPermissions(g, c, calendar, o),
      `GET ${CALENDAR}/calendarPermissions?$top=100`,
    ],
    ["a permission", (g, c, o) => getCalendarPermission(g, c, permission, o), `GET ${PERMISSION}`],
    [
      "the roles for an address with a quote",
      (g, c, o) => allowedCalendarSharingRoles(g, c, { ...calendar, address: "o'n@b.example" }, o),
      `GET ${CALENDAR}/allowedCalendarSharingRoles(User='o''n%40b.example')`,
    ],
    [
      "a sharing",
      (g, c, o) => createCalendarPermission(g, c, { ...calendar, permission: { role: "read" } }, o),
      `POST ${CALENDAR}/calendarPermissions`,
      { role: "read" },
    ],
    [
      "another role",
      (g, c, o) => updateCalendarPermission(g, c, { ...permission, role: "write" }, o),
      `PATCH ${PERMISSION}`,
      { role: "write" },
    ],
    ["the end of a sharing", (g, c, o) => deleteCalendarPermission(g, c, permission, o), `DELETE ${PERMISSION}`],
  ])("for %s", async (_name, act, wanted, body) => {
    const server = await startGraphServer(() => ({ body: { value: [] } }));
    const { client } = newClient();

    await act(client, newConnection(server.url), newCall());

    expect(server.requests()).toMatchObject([{ body }]);
    const [request] = server.requests();
    expect(`${request!.method} ${request!.url}`).toBe(wanted);
  });

  test("what sends mail is never sent again by itself; a reminder's time may be", async () => {
    const attempts = async (act: (...on: On) => Promise<unknown>) => {
      const server = await startGraphServer(() => ({ status: 503 }));
      await act(newClient().client, newConnection(server.url), newCall()).catch(() => undefined);
      return server.requests().length;
    };

    expect(await attempts((g, c, o) => cancelEvent(g, c, event, o))).toBe(1);
    expect(await attempts((g, c, o) => forwardEvent(g, c, { ...event, toRecipients: [] }, o))).toBe(1);
    expect(
      await attempts((g, c, o) => respondToEvent(g, c, { ...event, action: "accept", sendResponse: true }, o)),
    ).toBe(1);
    expect(await attempts((g, c, o) => dismissReminder(g, c, event, o))).toBeGreaterThan(1);
  });
});
