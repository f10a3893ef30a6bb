import type { Event } from "@microsoft/microsoft-graph-types";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createClock } from "../../emulator/core/clock.js";
import { createEmulator, type Emulator } from "../../emulator/index.js";
import type { Answer, Page } from "./kit/answer-types.js";
import { answers } from "./kit/emulator-answers.js";
import { openWebhook } from "./kit/webhook.js";

const GATEWAY_SECRET = "a-secret-of-the-contract-tests";
/** Monday, 2 March 2026, 08:00 UTC. */
const NOW = Date.UTC(2026, 2, 2, 8);

type Json = null | boolean | number | string | Json[] | { [member: string]: Json };

let emulator: Emulator;
let token: string;
beforeAll(async () => {
  emulator = await createEmulator({ seed: "empty", clock: createClock(() => NOW) });
  const tenant = emulator.add.addTenant({ domains: ["quarry.example"] });
  const app = emulator.add.addApp(tenant, { secrets: [{ value: GATEWAY_SECRET }] });
  emulator.add.consent(app, tenant, ["Calendars.ReadWrite", "User.Read.All"]);
  for (const name of ["ann", "bob"]) {
    emulator.add.addUser(tenant, { userPrincipalName: `${name}@quarry.example`, displayName: name, givenName: name });
  }
  const answer = await fetch(`${emulator.loginUrl}/${tenant.id}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: app.appId,
      client_secret: GATEWAY_SECRET,
      scope: "https://graph.microsoft.com/.default",
    }),
  });
  token = ((await answer.json()) as { access_token: string }).access_token;
});
afterAll(() => emulator.close());

async function ask(path: string, body?: unknown, bearer = token): Promise<Json> {
  const answer = await fetch(`${emulator.graphUrl}/v1.0${path}`, {
    headers: { authorization: `Bearer ${bearer}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
  });
  return (await answer.json()) as Json;
}

/** A token that acts for Ann, for what has no app-only form. */
function annsToken(scopes: string): Promise<string> {
  const tenant = emulator.store.tenant("quarry.example");
  const ann = tenant && emulator.store.user(tenant, "ann@quarry.example");
  if (ann === undefined) throw new Error("There is no Ann.");
  const claims = { aud: "https://graph.microsoft.com", tid: ann.tenantId, oid: ann.id, appid: ann.id, scp: scopes };
  return emulator.signingKey.sign({ ...claims, nbf: NOW / 1000, exp: NOW / 1000 + 3_600 });
}

const IMPORTED = [
  "Calendar",
  "CalendarGroup",
  "Event",
  "FileAttachment",
  "MeetingTimeSuggestionsResult",
  "ScheduleInformation",
  "Subscription",
  "User",
];
const OPAQUE = new Set([
  "id",
  "changeKey",
  "iCalUId",
  "seriesMasterId",
  "webLink",
  "creatorId",
  "applicationId",
  "@odata.etag",
  "@odata.context",
]);

/** The answer as TypeScript; what differs from run to run or says nothing about types is replaced. */
function source(value: Json, member = ""): string {
  if (typeof value === "string") return JSON.stringify(OPAQUE.has(member) || /^https?:/.test(value) ? "opaque" : value);
  if (value === null || typeof value !== "object") return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => source(item, member)).join(", ")}]`;
  const members = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${source(item, name)}`);
  return `{ ${members.join(", ")} }`;
}

const at = (time: string) => ({ dateTime: `2026-03-02T${time}:00`, timeZone: "UTC" });

/** Name, type in microsoft-graph-types, and how to get the answer. */
const SAMPLES: readonly (readonly [string, string, () => Promise<Json>])[] = [
  ["user", "User", () => ask("/users/ann@quarry.example")],
  ["users", "Page<User>", () => ask("/users?$top=1&$select=id,displayName,mail")],
  ["calendar", "Calendar", () => ask("/users/ann@quarry.example/calendar")],
  ["calendarGroups", "Page<CalendarGroup>", () => ask("/users/ann@quarry.example/calendarGroups")],
  [
    "meeting",
    "Event",
    () =>
      ask("/users/ann@quarry.example/events", {
        subject: "Planning",
        body: { contentType: "text", content: "All of it" },
        start: at("09:00"),
        end: at("10:00"),
        location: { displayName: "Harbour", address: { city: "London" } },
        attendees: [{ type: "required", emailAddress: { address: "bob@quarry.example" } }],
        isOnlineMeeting: true,
        onlineMeetingProvider: "teamsForBusiness",
      }),
  ],
  [
    "series",
    "Event",
    () =>
      ask("/users/ann@quarry.example/events", {
        subject: "Stand-up",
        start: at("11:00"),
        end: at("11:15"),
        recurrence: {
          pattern: { type: "weekly", interval: 1, daysOfWeek: ["monday"], firstDayOfWeek: "monday" },
          range: { type: "numbered", startDate: "2026-03-02", numberOfOccurrences: 2 },
        },
      }),
  ],
  [
    "view",
    "Page<Event>",
    () => ask("/users/ann@quarry.example/calendarView?startDateTime=2026-03-02&endDateTime=2026-03-10&$count=true"),
  ],
  [
    "delta",
    "Page<Changed<Event>>",
    () => ask("/users/bob@quarry.example/calendarView/delta?startDateTime=2026-03-02&endDateTime=2026-03-10"),
  ],
  [
    "attachments",
    "Page<FileAttachment>",
    async () => {
      const made = await ask("/users/ann@quarry.example/events", { start: at("13:00"), end: at("14:00") });
      const path = `/users/ann@quarry.example/events/${(made as { id: string }).id}/attachments`;
      const name = "notes.txt";
      await ask(path, { "@odata.type": "#microsoft.graph.fileAttachment", name, contentBytes: "Tm90ZXM=" });
      return ask(path);
    },
  ],
  [
    "schedule",
    "Page<ScheduleInformation>",
    () =>
      ask("/users/ann@quarry.example/calendar/getSchedule", {
        schedules: ["bob@quarry.example"],
        startTime: at("08:00"),
        endTime: at("12:00"),
      }),
  ],
  [
    "meetingTimes",
    "MeetingTimeSuggestionsResult",
    async () =>
      ask(
        "/me/findMeetingTimes",
        {
          attendees: [{ type: "required", emailAddress: { name: "bob", address: "bob@quarry.example" } }],
          locationConstraint: { locations: [{ displayName: "Harbour", resolveAvailability: false }] },
          timeConstraint: { timeSlots: [{ start: at("13:00"), end: at("15:00") }] },
          meetingDuration: "PT1H",
          maxCandidates: 2,
          returnSuggestionReasons: true,
        },
        await annsToken("Calendars.Read.Shared"),
      ),
  ],
  [
    "subscription",
    "Subscription",
    async () => {
      const webhook = await openWebhook();
      try {
        return await ask("/subscriptions", {
          changeType: "created",
          notificationUrl: webhook.url,
          resource: "users/ann@quarry.example/events",
          expirationDateTime: "2026-03-02T12:00:00Z",
        });
      } finally {
        await webhook.close();
      }
    },
  ],
];

test("answers compile as the types that Microsoft publishes for them", async () => {
  const parts: string[] = [];
  for (const [name, type, get] of SAMPLES) {
    const answer = await get();
    expect(answer, name).not.toHaveProperty("error");
    parts.push(`const ${name} = ${source(answer)} satisfies Answer<${type}>;`);
  }
  const imports = IMPORTED.join(", ");
  const text = [
    "// biome-ignore-all format: written by answers.test.ts",
    "// biome-ignore-all lint: written by answers.test.ts",
    "// Answers of the emulator, written by answers.test.ts (vitest -u); that they compile is what they prove.",
    `import type { ${imports} } from "@microsoft/microsoft-graph-types";`,
    'import type { Answer, Changed, Page } from "./answer-types.js";',
    "",
    ...parts,
    "",
    `export const answers = { ${SAMPLES.map(([name]) => name).join(", ")} };`,
    "",
  ].join("\n");

  await expect(text).toMatchFileSnapshot("kit/emulator-answers.ts");
});

test("the compiler has seen every sample", () => {
  expect(Object.keys(answers)).toEqual(SAMPLES.map(([name]) => name));
});

// The expectations below are the compiler's: without its refusals, its approval above would mean nothing.
test("a member, a value or a form that the types do not know would not compile", () => {
  const refused = [
    // @ts-expect-error a member that no event has
    { subjekt: "x" } satisfies Answer<Event>,
    // @ts-expect-error a value that the enumeration lacks
    { showAs: "away" } satisfies Answer<Event>,
    // @ts-expect-error a text in place of an object
    { value: [{ start: "2026-03-02" }] } satisfies Page<Event>,
  ];

  expect(refused).toHaveLength(3);
});
