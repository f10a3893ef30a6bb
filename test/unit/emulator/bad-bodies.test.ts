import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addGroup } from "../../../emulator/core/groups.js";
import { functionArguments, pathSegments } from "../../../emulator/core/path-segments.js";
import { eventBody, graphClient, tokenFor } from "./kit.js";
import { guest, type Office, startOffice } from "./meeting-kit.js";

let office: Office;
let graph: Office["graph"];
let event: string;
beforeAll(async () => {
  office = await startOffice();
  const { emulator, tenant, app, base } = office;
  emulator.switches.mailboxConcurrency = undefined;
  const groups = { crew: ["bob", "all"], all: ["crew", "ann", "nobody"] };
  for (const [name, members] of Object.entries(groups)) {
    const [mail = "", ...others] = [name, ...members].map((one) => `${one}@quarry.example`);
    addGroup(emulator.store, tenant, { displayName: name, mail, members: others });
  }
  emulator.add.consent(app, tenant, ["MailboxSettings.ReadWrite", "Place.ReadWrite.All"]);
  graph = graphClient(emulator, await tokenFor(emulator, tenant, app));
  event = `${base("ann")}/events/${(await graph.post(`${base("ann")}/events`, eventBody())).json.id}`;
});
afterAll(() => office.emulator.close());

const runs = { numRuns: 40 };
const time = fc.constantFrom(
  { dateTime: "2026-03-02T09:00:00", timeZone: "UTC" },
  { dateTime: "9999-12-31T23:59:59", timeZone: "Tokyo Standard Time" },
  { dateTime: "", timeZone: "" },
);
/** Bodies of members that exist, with values that mostly do not fit. */
const bodyOf = (...members: string[]) =>
  fc.dictionary(fc.constantFrom(...members, "__proto__", "constructor"), fc.oneof(fc.jsonValue(), time, unprintable));
/** Objects that no text can be made of by `String`. */
const unprintable = fc.constantFrom({ toString: null }, [{ toString: null, valueOf: null }]);

const endpoints = (): [string, string, ReturnType<typeof bodyOf>][] => {
  const { base } = office;
  const user = base("ann");
  return [
    ["POST", `${event}/accept`, bodyOf("comment", "sendResponse")],
    ["POST", `${event}/decline`, bodyOf("comment", "sendResponse", "proposedNewTime")],
    ["POST", `${event}/forward`, bodyOf("toRecipients", "comment")],
    ["POST", `${event}/snoozeReminder`, bodyOf("newReminderTime")],
    ["POST", `${event}/attachments`, bodyOf("@odata.type", "name", "contentBytes", "item", "isInline")],
    ["POST", `${event}/attachments/createUploadSession`, bodyOf("AttachmentItem")],
    ["POST", `${event}/extensions`, bodyOf("@odata.type", "extensionName", "more")],
    ["POST", `${user}/calendar/getSchedule`, bodyOf("schedules", "startTime", "endTime", "availabilityViewInterval")],
    ["POST", `${user}/translateExchangeIds`, bodyOf("inputIds", "sourceIdType", "targetIdType")],
    ["POST", `${user}/calendarGroups`, bodyOf("name")],
    ["POST", `${user}/calendar/calendarPermissions`, bodyOf("emailAddress", "role", "isRemovable")],
    ["POST", `${user}/outlook/masterCategories`, bodyOf("displayName", "color")],
    ["PATCH", `${user}/mailboxSettings`, bodyOf("timeZone", "workingHours", "language", "automaticRepliesSetting")],
    ["PATCH", `/places/${office.room.id}`, bodyOf("@odata.type", "capacity", "tags")],
    [
      "POST",
      "/subscriptions",
      bodyOf("changeType", "resource", "notificationUrl", "expirationDateTime", "clientState"),
    ],
  ];
};

test("whatever JSON the new endpoints get, they answer or refuse, and never with a defect", async () => {
  for (const [method, path, body] of endpoints()) {
    await fc.assert(
      fc.asyncProperty(fc.oneof(body, fc.jsonValue()), async (value) => {
        const { status, json } = await graph.send(method, path, JSON.stringify(value), {
          "content-type": "application/json",
        });
        expect([method, path, status < 500 || status === 501, json?.error?.code === "EmulatorDefect"]).toEqual([
          method,
          path,
          true,
          false,
        ]);
      }),
      { numRuns: 12 },
    );
  }
});

test("whatever attendees a meeting gets, delivering it breaks nothing", async () => {
  const name = fc.constantFrom(
    "ann",
    "bob",
    "cleo",
    "cellar",
    "crew",
    "all",
    "x@elsewhere.example",
    "@",
    "a@quarry.example@b",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(name, { maxLength: 5 }), fc.array(name, { maxLength: 5 }), async (first, second) => {
      const own = await office.invite(first);
      const attendees = second.map((one) => guest(one));
      const path = `${office.base("ann")}/events/${own.id}`;
      expect((await office.graph.patch(path, { attendees, subject: "Again" })).status).toBe(200);
      expect((await office.graph.delete(path)).status).toBe(204);
    }),
    { numRuns: 15 },
  );
});

test("a function's arguments are read as they were written, quotes doubled", () => {
  const text = fc.string({ maxLength: 20 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const quoted = (value: string) => `'${encodeURIComponent(value.replaceAll("'", "''"))}'`;
      const [name, rest] = pathSegments(`/reminderView(a=${quoted(a)},B=${quoted(b)})`) ?? [];
      expect(name).toBe("reminderView");
      expect(Object.fromEntries(functionArguments(rest ?? ""))).toEqual({ a, b });
    }),
    runs,
  );
});
