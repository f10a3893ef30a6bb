import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { graphRoutes } from "../../../emulator/graph/graph-routes.js";
import { delegatedClient } from "./delegated.kit.js";
import { eventBody, type GraphClient, graphClient, tokenFor } from "./kit.js";
import { type Office, startOffice } from "./meeting-kit.js";
import { seriesBody } from "./recurrence.kit.js";

let office: Office;
/** An application that may do everything, and a user who may. */
let clients: readonly GraphClient[];
let names: Readonly<Record<string, string>>;
beforeAll(async () => {
  office = await startOffice();
  const { emulator, tenant, app, ann, graph, base } = office;
  emulator.switches.mailboxConcurrency = undefined;
  const more = ["MailboxSettings.ReadWrite", "Place.ReadWrite.All", "User.ReadWrite.All"];
  emulator.add.consent(app, tenant, more);
  const scopes = ["Calendars.ReadWrite", "Calendars.Read.Shared", ...more].join(" ");
  clients = [
    graphClient(emulator, await tokenFor(emulator, tenant, app)),
    await delegatedClient(emulator, ann, scopes),
  ];
  const { json: series } = await graph.post(`${base("ann")}/events`, seriesBody());
  const event = series.id;
  await graph.post(
    `${base("ann")}/events`,
    eventBody({ attendees: [{ emailAddress: { address: "bob@quarry.example" } }] }),
  );
  const { json: calendar } = await graph.get(`${base("ann")}/calendar`);
  names = { user: ann.id, event, calendar: calendar.id, place: office.room.id };
});
afterAll(() => office.emulator.close());

/** One route per handler, because the many forms of a path lead to the same code. */
const distinct = (methods: readonly string[]) =>
  [
    ...new Map(
      graphRoutes.filter(({ method }) => methods.includes(method)).map((route) => [route.handle, route]),
    ).values(),
  ].map(({ kind, method, path }): [string, string] => [method, kind === "mailbox" ? `/users/{user}${path}` : path]);
const pathOf = (pattern: string, odd: string) =>
  pattern.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(names[name] ?? odd));

const zone = fc.constantFrom("UTC", "Tokyo Standard Time", "Europe/Berlin", "Moon", "");
const dateTime = fc.oneof(
  fc.constantFrom(
    "2026-03-02T09:00:00",
    "0001-01-01T00:00:00",
    "9999-12-31T23:59:59.9999999",
    "2026-03-29T02:30:00",
    "x",
  ),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
);
const time = fc.record({ dateTime, timeZone: zone });
const value = fc.oneof(
  { depthSize: "small" },
  fc.jsonValue({ maxDepth: 3 }),
  time,
  dateTime,
  fc.constantFrom<unknown>(
    true,
    -1,
    1e300,
    "PT1H",
    "required",
    "#microsoft.graph.fileAttachment",
    "microsoft.graph.openTypeExtension",
    [
      {
        start: { dateTime: "0001-01-01T00:00:00", timeZone: "UTC" },
        end: { dateTime: "0001-01-02T00:00:00", timeZone: "Moon" },
      },
    ],
    [{ emailAddress: { address: "bob@quarry.example" }, type: "optional" }],
    { timeSlots: [], activityDomain: "personal" },
    { pattern: { type: "daily", interval: 1 }, range: { type: "noEnd", startDate: "2026-03-02" } },
  ),
);
const MEMBERS = [
  "subject body start end isAllDay attendees location locations categories showAs recurrence transactionId reminderMinutesBeforeStart",
  "name color isDefaultCalendar displayName role emailAddress comment sendResponse proposedNewTime toRecipients newReminderTime",
  "schedules startTime endTime availabilityViewInterval meetingDuration timeConstraint locationConstraint maxCandidates",
  "timeZone workingHours language automaticRepliesSetting inputIds sourceIdType targetIdType @odata.type extensionName contentBytes",
  "AttachmentItem singleValueExtendedProperties multiValueExtendedProperties extensions attachments changeType resource notificationUrl",
  "expirationDateTime capacity tags __proto__ constructor toString",
].flatMap((line) => line.split(" "));
const body = fc.oneof(
  fc.dictionary(fc.constantFrom(...MEMBERS), value, { maxKeys: 6 }).map((object) => JSON.stringify(object)),
  fc.jsonValue().map((json) => JSON.stringify(json)),
  fc.string({ unit: "binary", maxLength: 30 }),
);
const option = fc.tuple(
  fc.constantFrom(
    ..."$select $filter $orderby $top $skip $count $expand $search $skiptoken $deltatoken startDateTime endDateTime top nonsense".split(
      " ",
    ),
  ),
  fc.oneof(
    fc.string({ unit: "binary", maxLength: 20 }),
    dateTime,
    fc.constantFrom(
      "subject",
      "id",
      "true",
      "0",
      "1e9",
      "-1",
      "start/dateTime desc",
      "attachments",
      "subject eq 'x'",
      "'",
      "(",
      "*",
    ),
  ),
);
const header = fc.constantFrom<Record<string, string>>(
  {},
  { Prefer: 'outlook.timezone="Tokyo Standard Time", IdType="ImmutableId"' },
  { Prefer: "odata.maxpagesize=1;;=" },
  { "If-Match": 'W/"x"' },
  { ConsistencyLevel: "eventual" },
);

/** Sends it with both tokens; a refusal is an answer as well, a defect is none. */
async function sane(method: string, path: string, text?: string, headers: Record<string, string> = {}): Promise<void> {
  for (const client of clients) {
    const { status, json } = await client.send(method, path, text, {
      ...(text === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    });
    const isDefect = (status >= 500 && status !== 501) || json?.error?.code === "EmulatorDefect";
    expect([method, path, text, isDefect ? json : "fine"]).toEqual([method, path, text, "fine"]);
  }
}

describe("whatever is sent, no route answers with a defect", () => {
  test("bodies of every POST and PATCH", async () => {
    for (const [method, pattern] of distinct(["POST", "PATCH", "PUT"])) {
      await fc.assert(
        fc.asyncProperty(body, header, fc.string({ minLength: 1, maxLength: 8 }), async (text, headers, odd) => {
          await sane(method, pathOf(pattern, odd), text, headers);
        }),
        { numRuns: 4 },
      );
    }
  });

  test("options of every GET", async () => {
    for (const [method, pattern] of distinct(["GET"])) {
      const options = fc.array(option, { maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(options, header, fc.string({ minLength: 1, maxLength: 8 }), async (pairs, headers, odd) => {
          await sane(method, `${pathOf(pattern, odd)}?${new URLSearchParams(pairs)}`, undefined, headers);
        }),
        { numRuns: 4 },
      );
    }
  });

  test("windows of views, of any dates", async () => {
    const path = `${office.base("ann")}`;
    await fc.assert(
      fc.asyncProperty(
        dateTime,
        dateTime,
        fc.constantFrom("calendarView", "calendarView/delta"),
        async (from, until, view) => {
          await sane("GET", `${path}/${view}?${new URLSearchParams({ startDateTime: from, endDateTime: until })}`);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("events at any time in any zone are kept, shown and expanded, or refused", async () => {
    const path = `${office.base("cleo")}/events`;
    await fc.assert(
      fc.asyncProperty(
        time,
        time,
        fc.constantFrom("UTC", "Pacific/Kiritimati", "Etc/GMT+12"),
        async (start, end, shown) => {
          await sane("POST", path, JSON.stringify(eventBody({ start, end })));
          await sane("GET", `${path}?$top=1000`, undefined, { Prefer: `outlook.timezone="${shown}"` });
        },
      ),
      { numRuns: 25 },
    );
  });
});
