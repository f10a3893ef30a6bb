import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClock } from "../../../emulator/core/clock.js";
import { createEmulator, type Emulator } from "../../../emulator/index.js";
import { scenarioJsonSchema } from "../../../emulator/scenario/json-schema.js";
import { readScenario, readScenarioFile } from "../../../emulator/scenario/read-scenario.js";
import { ScenarioError } from "../../../emulator/scenario/scenario-error.js";
import { askToken, graphClient, type Json, START } from "./kit.js";

const EXAMPLE = "emulator/scenarios/example.yaml";
const WEEKS = "startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-03-15T00:00:00Z";

const messageOf = (work: () => unknown): string => {
  try {
    work();
    return "";
  } catch (error) {
    return error instanceof ScenarioError ? error.message : `not a ScenarioError: ${error}`;
  }
};

describe("the example scenario", () => {
  let emulator: Emulator;
  let graph: ReturnType<typeof graphClient>;
  const clientOf = async (tenant: string) => {
    const { json } = await askToken(emulator, tenant, {
      grant_type: "client_credentials",
      client_id: "22222222-2222-4222-8222-222222222222",
      client_secret: "a-public-value-of-the-example",
      scope: "https://graph.microsoft.com/.default",
    });
    return graphClient(emulator, json.access_token);
  };
  const viewOf = async (name: string): Promise<Json[]> =>
    (await graph.get(`/users/${name}@quarry.example/calendarView?${WEEKS}`)).json.value;
  beforeAll(async () => {
    const scenario = await readScenarioFile(EXAMPLE);
    emulator = await createEmulator({ scenario, clock: createClock(() => START - 9e9) });
    graph = await clientOf("quarry.example");
  });
  afterAll(() => emulator.close());

  test("sets clock, switches, latency and faults, and leaves the demo out", async () => {
    expect(emulator.clock.now()).toBe(START);
    expect([emulator.switches.defaultTop, emulator.switches.mailboxRequests]).toEqual([25, undefined]);
    expect(emulator.latency).toMatchObject({ jitterSigma: 0.4, seed: 7, routes: [{ path: "*/getSchedule", ms: 5 }] });
    expect([...emulator.store.tenants.values()].map(({ displayName }) => displayName)).toEqual(["Quarry", "Harbour"]);
    const refused = await graph.get(`/users/bo.stone@quarry.example/calendarView?${WEEKS}`);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "1"]);
  });

  test("a meeting is in everybody's calendar, with the answers known to its organizer", async () => {
    const own = (await viewOf("ann.lee")).find(({ subject }) => subject === "Quarterly review");
    expect(
      own.attendees.map(({ emailAddress, type, status }: Json) => [emailAddress.name, type, status.response]),
    ).toEqual([
      ["Bo Stone", "required", "tentativelyAccepted"],
      ["Cy Marl", "optional", "none"],
      ["An Auditor", "required", "declined"],
      ["Room Slate", "resource", "accepted"],
    ]);
    expect(own.location).toMatchObject({ displayName: "Room Slate" });
    const copies = [...(await viewOf("bo.stone")), ...(await viewOf("room.slate"))].filter(
      ({ iCalUId }) => iCalUId === own.iCalUId,
    );
    expect(copies.map(({ responseStatus }) => responseStatus.response)).toEqual(["tentativelyAccepted", "accepted"]);
    const harbour = await clientOf("harbour.example");
    const { json } = await harbour.get(`/users/cy.marl@harbour.example/calendarView?${WEEKS}`);
    expect(json.value.map(({ iCalUId }: Json) => iCalUId)).toEqual([own.iCalUId]);
  });

  test("a series has its moved occurrence and not its cancelled one, in every copy", async () => {
    for (const name of ["bo.stone", "ann.lee"]) {
      const standUps = (await viewOf(name)).filter(({ subject }) => subject === "Stand-up");
      expect(standUps.map(({ start, type }) => [start.dateTime.slice(0, 16), type])).toEqual([
        ["2026-03-02T04:15", "occurrence"],
        ["2026-03-04T05:45", "exception"],
        ["2026-03-11T04:15", "occurrence"],
      ]);
    }
  });

  test("people have managers, hours, calendars, permissions; guests and people without mailbox are in the directory", async () => {
    expect((await graph.get("/users/bo.stone@quarry.example/manager")).json.displayName).toBe("Ann Lee");
    const { json: settings } = await graph.get("/users/bo.stone@quarry.example/mailboxSettings");
    expect(settings.workingHours).toMatchObject({
      startTime: "10:00:00.0000000",
      timeZone: { name: "Asia/Kathmandu" },
    });
    const { json: users } = await graph.get("/users?$select=displayName,userType,accountEnabled");
    expect(users.value.map(({ displayName, userType }: Json) => `${displayName} ${userType}`)).toContain(
      "Cy Marl Guest",
    );
    expect(users.value.find(({ displayName }: Json) => displayName === "Di Vane").accountEnabled).toBe(false);
    const base = "/users/ann.lee@quarry.example";
    const { json: calendars } = await graph.get(`${base}/calendars`);
    const travel = calendars.value.find(({ name }: Json) => name === "Travel");
    const { json: shared } = await graph.get(`${base}/calendars/${travel.id}/calendarPermissions`);
    expect(shared.value.map(({ role }: Json) => role)).toEqual(["freeBusyRead", "write"]);
    const { json: events } = await graph.get(`${base}/calendars/${travel.id}/events`);
    expect(events.value).toMatchObject([{ subject: "Trade fair", isAllDay: true, showAs: "workingElsewhere" }]);
    expect(emulator.store.tenant("quarry.example")?.groups).toMatchObject([{ mail: "everybody@quarry.example" }]);
    const { json: rooms } = await graph.get("/places/rooms@quarry.example/microsoft.graph.roomlist/rooms");
    expect(rooms.value).toMatchObject([{ displayName: "Room Slate", capacity: 8, isWheelChairAccessible: true }]);
  });

  test("an application's secrets have their times, and its scope its mailboxes", async () => {
    const expired = await askToken(emulator, "quarry.example", {
      grant_type: "client_credentials",
      client_id: "22222222-2222-4222-8222-222222222222",
      client_secret: "an-old-value-of-the-example",
      scope: "https://graph.microsoft.com/.default",
    });
    expect(expired.json.error_codes).toEqual([7000222]);
    emulator.reset();
    expect(emulator.clock.now()).toBe(START);
    expect((await viewOf("ann.lee")).length).toBeGreaterThan(2);
  });

  test("the JSON schema beside it is that of what is read; npx tsx scripts/scenario-schema.ts writes it anew", async () => {
    const kept = JSON.parse(await readFile("emulator/scenarios/scenario.schema.json", "utf8"));
    expect(kept).toEqual(JSON.parse(JSON.stringify(scenarioJsonSchema())));
  });
});

describe("a scenario with faults", () => {
  test("names all of them at once, each with its path", () => {
    const message = messageOf(() =>
      readScenario({
        version: 2,
        colour: "red",
        tenants: [
          {
            domains: [],
            people: [
              { name: "", address: "ann", timeZone: "Mars/Olympus", events: [{ subject: "A", start: "tomorrow" }] },
              { address: "b@x.example", events: [{ subject: "B", day: 1, at: "9 o'clock" }, { subject: "C" }] },
            ],
          },
        ],
        faults: [{ action: { kind: "explode" } }],
      }),
    );
    for (const part of [
      "The scenario has 11 faults:",
      "version: This emulator reads scenarios of version 1.",
      "colour: This is not known here",
      "tenants[0].domains: A tenant has at least one domain.",
      "tenants[0].people[0].name: This must not be empty.",
      "tenants[0].people[0].address: This is no address",
      'tenants[0].people[0].timeZone: "Mars/Olympus" is no time zone',
      'tenants[0].people[0].events[0].start: "tomorrow" is no local time',
      "tenants[0].people[1].name: This is missing",
      "tenants[0].people[1].events[0].at: This is no time of day",
      "tenants[0].people[1].events[1].start: An event needs either `start` or `day`.",
      "faults[0].action:",
    ]) {
      expect(message).toContain(part);
    }
  });

  test("names what leads nowhere, what is there twice, and dates that are none of a series", () => {
    const id = "11111111-1111-4111-8111-111111111111";
    const recurrence = { pattern: { type: "weekly", daysOfWeek: ["monday"] } };
    const message = messageOf(() =>
      readScenario({
        version: 1,
        clock: "2026-03-02T08:00:00Z",
        tenants: [
          {
            id,
            domains: ["a.example"],
            people: [
              {
                name: "Ann",
                address: "ann@a.example",
                manager: "nobody@a.example",
                events: [
                  { subject: "A", day: 0, at: "09:00", room: "none@a.example", calendar: "Travel" },
                  { subject: "B", start: "2026-03-02T09:00", recurrence, cancelled: ["2026-03-09", "2026-03-10"] },
                  { subject: "C", start: "2026-03-02T09:00", recurrence: { pattern: { type: "weekly" } } },
                ],
              },
              { name: "Bo", address: "ANN@a.example", mailbox: false, events: [{ subject: "D", day: 0 }] },
              { name: "Cy", address: "cy@b.example", guestFrom: "b.example" },
            ],
            roomLists: [{ name: "Rooms", address: "rooms@a.example", rooms: ["none@a.example"] }],
          },
          { id, domains: ["A.example"] },
        ],
        applications: [
          {
            name: "App",
            tenant: "c.example",
            access: [{ tenant: "a.example", only: ["x@a.example"], allBut: ["ann@a.example"] }],
          },
        ],
      }),
    );
    for (const part of [
      'tenants[1].id: "11111111-1111-4111-8111-111111111111" is the id of another tenant already.',
      "tenants[1].domains[0]:",
      'tenants[0].people[0].manager: There is nobody with the address "nobody@a.example"',
      "tenants[0].people[0].events[0].room:",
      "tenants[0].people[0].events[0].calendar:",
      "tenants[0].people[0].events[1].cancelled[1]: The series has no occurrence on 2026-03-10.",
      "tenants[0].people[0].events[2].recurrence: The recurrence needs a legal value for 'pattern.daysOfWeek'.",
      'tenants[0].people[1].address: "ANN@a.example" is the address of somebody else already.',
      "tenants[0].people[1].events: Without a mailbox there are no calendars",
      "tenants[0].people[2].guestFrom:",
      "tenants[0].roomLists[0].rooms[0]:",
      "applications[0].tenant:",
      "applications[0].access[0]: Use `only` or `allBut`, not both.",
      "applications[0].access[0].only[0]:",
    ]) {
      expect(message).toContain(part);
    }
    expect(message).toContain("has 14 faults");
  });

  test("in a file tells the line, and what is no YAML or JSON where it ends to be", async () => {
    const folder = await mkdtemp(join(tmpdir(), "scenario-"));
    const read = async (name: string, content: string) => {
      await writeFile(join(folder, name), content);
      return readScenarioFile(join(folder, name)).then(
        () => "",
        (error: unknown) => (error instanceof ScenarioError ? error.message : String(error)),
      );
    };
    expect(
      await read("a.yaml", "version: 1\nseed: demo\ntenants:\n  - domains: [a.example]\n    colour: red\n"),
    ).toContain("tenants[0].colour (line 5): This is not known here");
    expect(await read("b.yaml", "version: 1\nseed: [demo\n")).toMatch(/line \d, column \d/);
    expect(await read("c.json", "{")).toContain("the whole:");
    expect(await read("d.json", '{ "version": 1 }')).toBe("");
    expect(await read("e.yaml", "")).toContain("e.yaml has 1 fault:\n  the whole");
    await rm(folder, { recursive: true });
  });

  test("is refused when an emulator is to start with it", async () => {
    await expect(createEmulator({ scenario: { version: 1, seed: "other" } })).rejects.toThrow("seed: ");
  });

  test("is a ScenarioError whatever the file holds", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const message = messageOf(() => readScenario(value));
        expect(message).not.toContain("not a ScenarioError");
      }),
    );
  });
});
