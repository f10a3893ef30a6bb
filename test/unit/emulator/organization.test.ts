import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClock } from "../../../emulator/core/clock.js";
import type { User } from "../../../emulator/core/directory.model.js";
import { occurrencesOf } from "../../../emulator/graph/events/occurrences.js";
import { createEmulator, type Emulator } from "../../../emulator/index.js";
import { DEMO_TENANT_ID, DEMO_USERS, DIRECTORY_APP } from "../../../emulator/seed/demo-ids.js";
import type { OrganizationSeed } from "../../../emulator/seed/organization/seed-organization.js";
import { planStaff } from "../../../emulator/seed/organization/staff.plan.js";
import { askToken, graphClient, type Json, START } from "./kit.js";

const DAY_MS = 86_400_000;
const WINDOW = "startDateTime=2026-02-23T00:00:00Z&endDateTime=2026-03-23T00:00:00Z";
const SEED: OrganizationSeed = { seed: 7, users: 60 };

const start = (seed: OrganizationSeed = SEED) => createEmulator({ seed, clock: createClock(() => START) });

async function readerOf(emulator: Emulator) {
  const { json } = await askToken(emulator, DEMO_TENANT_ID, {
    grant_type: "client_credentials",
    client_id: DIRECTORY_APP.clientId,
    client_secret: DIRECTORY_APP.clientSecret,
    scope: "https://graph.microsoft.com/.default",
  });
  return graphClient(emulator, json.access_token);
}

const demoIds = new Set<string>(Object.values(DEMO_USERS).map(({ id }) => id));

/** People and rooms with mailboxes that are not of the demo. */
function staffOf(emulator: Emulator): readonly User[] {
  const { users } = emulator.store.tenants.get(DEMO_TENANT_ID) as { users: Map<string, User> };
  return [...users.values()].filter(({ id, mailbox }) => mailbox !== undefined && !demoIds.has(id));
}

const peopleOf = (emulator: Emulator) => staffOf(emulator).filter(({ mailbox }) => mailbox?.purpose === "user");

describe("an invented organization", () => {
  let emulator: Emulator;
  let graph: Awaited<ReturnType<typeof readerOf>>;
  beforeAll(async () => {
    emulator = await start();
    graph = await readerOf(emulator);
  });
  afterAll(() => emulator.close());

  const viewOf = async (id: string): Promise<Json[]> =>
    (await graph.get(`/users/${id}/calendarView?${WINDOW}&$top=500`)).json.value;

  test("has as many people as asked for, beside the demo's, in several departments and zones", () => {
    const people = peopleOf(emulator);
    expect(people).toHaveLength(60);
    expect(new Set(people.map(({ department }) => department)).size).toBeGreaterThan(3);
    expect(new Set(people.map(({ mailbox }) => mailbox?.timeZone)).size).toBeGreaterThan(5);
    for (const { userPrincipalName } of people)
      expect(userPrincipalName).toMatch(/^[a-z]+\.[a-z]+\d*@larkfield\.example$/);
  });

  test("has a line of managers from everybody to the demo's director, readable with manager and directReports", async () => {
    const people = peopleOf(emulator);
    const [member] = people.filter(
      ({ jobTitle }) => !/Head|Chief|Vice|General|Lead|Manager|Director/.test(jobTitle ?? ""),
    );
    const line: string[] = [];
    for (let id = member?.id ?? ""; id !== DEMO_USERS.ines.id; ) {
      const { status, json } = await graph.get(`/users/${id}/manager`);
      expect(status).toBe(200);
      expect(json["@odata.type"]).toBe("#microsoft.graph.user");
      const { json: reports } = await graph.get(`/users/${json.id}/directReports?$top=999&$select=id`);
      expect(reports.value.map((report: Json) => report.id)).toContain(id);
      id = json.id;
      line.push(id);
    }
    expect(line.length).toBeGreaterThan(1);
    const top = await graph.get(`/users/${DEMO_USERS.ines.id}/manager`);
    expect([top.status, top.json.error.code]).toEqual([404, "Request_ResourceNotFound"]);
    expect((await graph.get("/users/nobody@larkfield.example/directReports")).status).toBe(404);
  });

  test("gives people the working hours of their office, also where the week begins on Sunday", async () => {
    const [person] = peopleOf(emulator);
    const { json } = await graph.get(`/users/${person?.id}/mailboxSettings`);
    expect(json.timeZone).toBe(person?.mailbox?.timeZone);
    expect(json.workingHours.timeZone.name).toBe(json.timeZone);
    expect(json.workingHours.daysOfWeek).toHaveLength(5);
  });

  test("has rooms with capacity and features in room lists", async () => {
    const { json: lists } = await graph.get("/places/microsoft.graph.roomlist?$top=100");
    const city = lists.value.find(({ emailAddress }: Json) => !emailAddress.includes("quay-house"));
    const { json: rooms } = await graph.get(`/places/${city.emailAddress}/microsoft.graph.roomlist/rooms`);
    expect(rooms.value.length).toBeGreaterThan(0);
    for (const room of rooms.value) {
      expect(room.capacity).toBeGreaterThanOrEqual(4);
      expect(room.address.city.length).toBeGreaterThan(2);
    }
  });

  test("every copy of a meeting has the same times and iCalUId, and the organizer knows each answer", () => {
    const copies = new Map<string, { user: User; row: Json }[]>();
    for (const user of staffOf(emulator)) {
      for (const row of user.mailbox?.events.values() ?? []) {
        if (row.attendees.length > 0) copies.set(row.iCalUId, [...(copies.get(row.iCalUId) ?? []), { user, row }]);
      }
    }
    let answers = 0;
    for (const all of copies.values()) {
      const own = all.find(({ row }) => row.isOrganizer);
      if (own === undefined) continue;
      expect(new Set(all.map(({ row }) => `${row.subject}|${row.start.at}|${row.end.at}`)).size).toBe(1);
      for (const { user, row } of all) {
        if (row.isOrganizer || user.mailbox?.purpose === "room") continue;
        const listed = own.row.attendees.find(({ emailAddress }: Json) => emailAddress.address === user.mail);
        const told = row.responseStatus.response === "notResponded" ? "none" : row.responseStatus.response;
        expect(listed.status.response).toBe(told);
        answers += 1;
      }
    }
    expect(answers).toBeGreaterThan(100);
  });

  test("answers are mixed, a stand-up has a moved and a cancelled occurrence, and some entries are private", () => {
    const rows = peopleOf(emulator).flatMap(({ mailbox }) => [...(mailbox?.events.values() ?? [])]);
    const responses = new Set(rows.map(({ responseStatus }) => responseStatus.response));
    expect([...responses].sort()).toEqual(["accepted", "notResponded", "organizer", "tentativelyAccepted"]);
    const standUps = rows.filter(({ subject }) => subject.endsWith("stand-up"));
    expect(standUps.length).toBeGreaterThan(50);
    for (const { series } of standUps) expect([series?.changes.size, series?.cancelled.size]).toEqual([1, 1]);
    expect(rows.some(({ isAllDay, showAs }) => isAllDay && showAs === "oof")).toBe(true);
    expect(rows.some(({ sensitivity, attendees }) => sensitivity === "private" && attendees.length === 0)).toBe(true);
    expect(rows.some(({ isCancelled }) => isCancelled)).toBe(true);
    expect(rows.some(({ categories }) => categories.includes("Holiday"))).toBe(true);
  });

  test("guests of another organization are in the directory and in meetings, whose copies are in their own tenant", () => {
    const tenants = [...emulator.store.tenants.values()];
    const guests = [...(tenants[0]?.users.values() ?? [])].filter(({ userType }) => userType === "Guest");
    expect(guests.length).toBeGreaterThan(2);
    const partners = [...(tenants[1]?.users.values() ?? [])].filter(({ id }) =>
      guests.some(({ home }) => home?.userId === id),
    );
    const met = partners
      .flatMap(({ mailbox }) => [...(mailbox?.events.values() ?? [])])
      .filter(({ attendees }) => attendees.length > 0);
    expect(met.length).toBeGreaterThan(0);
    const locals = peopleOf(emulator).flatMap(({ mailbox }) => [...(mailbox?.events.values() ?? [])]);
    for (const { iCalUId } of met) expect(locals.some((row) => row.iCalUId === iCalUId)).toBe(true);
  });

  test("a distribution list of each department, and one of all, holds its people", async () => {
    const groups = emulator.store.tenants.get(DEMO_TENANT_ID)?.groups ?? [];
    const all = groups.find(({ mail }) => mail === "all@larkfield.example");
    const listed = groups.filter(({ mail }) => all?.members.includes(mail)).flatMap(({ members }) => members);
    expect(listed.sort()).toEqual(
      peopleOf(emulator)
        .map(({ mail }) => mail)
        .sort(),
    );
  });

  test("no room is booked twice", () => {
    const window = { from: START - 14 * DAY_MS, until: START + 35 * DAY_MS };
    const rooms = staffOf(emulator).filter(({ mailbox }) => mailbox?.purpose === "room");
    expect(rooms.some(({ mailbox }) => (mailbox?.events.size ?? 0) > 1)).toBe(true);
    for (const { mailbox } of rooms) {
      const slots = [...(mailbox?.events.values() ?? [])]
        .flatMap((event) => occurrencesOf(event, window))
        .sort((a, b) => a.start.at - b.start.at);
      for (const [index, slot] of slots.entries())
        expect(slots[index + 1]?.start.at ?? Number.MAX_VALUE).toBeGreaterThanOrEqual(slot.end.at);
    }
  });

  test("what nobody has looked at yet is not told as changed; a change of it reaches the attendees and their delta", async () => {
    const other = await start({ seed: 11, users: 24 });
    const reader = await readerOf(other);
    const lead = peopleOf(other).find(({ jobTitle }) => jobTitle?.startsWith("Vice"));
    const report = peopleOf(other).find(
      ({ managerId, jobTitle }) => managerId === lead?.id && !/Manager|Director/.test(jobTitle ?? ""),
    );
    const delta = `/users/${report?.id}/calendarView/delta?${WINDOW}`;
    let { json } = await reader.get(delta, { prefer: "odata.maxpagesize=500" });
    const first = json.value.length;
    expect(first).toBeGreaterThan(10);
    const none = (await reader.get(json["@odata.deltaLink"])).json;
    expect(none.value).toEqual([]);
    const { json: list } = await reader.get(`/users/${lead?.id}/events?$filter=contains(subject,'stand-up')`);
    const patched = await reader.patch(`/users/${lead?.id}/events/${list.value[0].id}`, { subject: "Morning round" });
    expect(patched.status).toBe(200);
    json = (await reader.get(none["@odata.deltaLink"])).json;
    expect(json.value.some(({ subject }: Json) => subject === "Morning round")).toBe(true);
    await other.close();
  });

  test("the same seed gives the same organization to the last byte, whoever is looked at first; another seed another one", async () => {
    const again = await start();
    const second = await readerOf(again);
    const ids = peopleOf(emulator).map(({ id }) => id);
    expect(peopleOf(again).map(({ id }) => id)).toEqual(ids);
    for (const id of [...ids.slice(-3)].reverse()) {
      const other = (await second.get(`/users/${id}/calendarView?${WINDOW}&$top=500`)).json.value;
      expect(other).toEqual(await viewOf(id));
      expect(other.length).toBeGreaterThan(10);
    }
    await again.close();
    const different = await start({ seed: 8, users: 60 });
    expect(peopleOf(different).map(({ displayName }) => displayName)).not.toEqual(
      peopleOf(emulator).map(({ displayName }) => displayName),
    );
    await different.close();
  });

  test("reset brings the same calendars back", async () => {
    const other = await start({ seed: 3, users: 10 });
    const reader = await readerOf(other);
    const id = peopleOf(other)[2]?.id;
    const before = (await reader.get(`/users/${id}/calendarView?${WINDOW}&$top=500`)).json.value;
    await reader.delete(`/users/${id}/events/${before[0].seriesMasterId ?? before[0].id}`);
    other.reset();
    const after = (await reader.get(`/users/${id}/calendarView?${WINDOW}&$top=500`)).json.value;
    expect(after).toEqual(before);
    await other.close();
  });
});

describe("the plan of an organization", () => {
  test("has exactly the people asked for, with addresses and ids of their own, and managers among them", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 200 }), (seed, users) => {
        const { people, rooms, partners } = planStaff({
          seed,
          users,
          domain: "a.example",
          partnerDomain: "b.example",
          taken: new Set(),
        });
        expect(people).toHaveLength(users);
        const all = [...people, ...rooms, ...partners];
        expect(new Set(all.map(({ address }) => address)).size).toBe(all.length);
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index));
        for (const { manager, number } of people) if (manager !== undefined) expect(manager).toBeLessThan(number);
      }),
      { numRuns: 40 },
    );
  });

  test("numbers of users that are none, or too many, are refused", async () => {
    for (const users of [0, -1, 1.5, 10_001])
      await expect(start({ seed: 1, users })).rejects.toThrow("1 to 10000 users");
    await expect(start({ seed: 0.5, users: 1 })).rejects.toThrow("whole number");
  });
});
