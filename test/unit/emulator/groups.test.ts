import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { addGroup } from "../../../emulator/core/groups.js";
import { createEmulator } from "../../../emulator/index.js";
import { DEMO_GROUP, DEMO_TEAMS, DEMO_USERS } from "../../../emulator/seed/demo-ids.js";
import { eventBody, type Json } from "./kit.js";
import { codeOf, guest } from "./meeting-kit.js";
import { type Sharing, startSharing } from "./sharing.kit.js";

let office: Sharing;
const opened: Sharing[] = [];
beforeEach(async () => {
  office = await startSharing();
  opened.push(office);
});
afterAll(() => Promise.all(opened.map(({ emulator }) => emulator.close())));

const group = (name: string, members: readonly string[]) =>
  addGroup(office.emulator.store, office.tenant, {
    displayName: name,
    mail: `${name}@quarry.example`,
    members: members.map((member) => (member.includes("@") ? member : `${member}@quarry.example`)),
  });
const listed = (event: Json) => event.attendees.map(({ emailAddress }: Json) => emailAddress.address.split("@")[0]);
const members = () =>
  office.emulator.outbox.notices().map((one) => one.members?.map(({ address }) => address.split("@")[0]));
const patch = (id: string, body: unknown) => office.graph.patch(`${office.base("ann")}/events/${id}`, body);

describe("a distribution list as an attendee (sheet 3.7)", () => {
  test("stays one attendee, while each member gets a copy that names the list", async () => {
    group("crew", ["bob", "cleo", "ann"]);
    const own = await office.invite(["crew"]);
    expect(listed(own)).toEqual(["crew"]);
    expect(await office.eventsOf("ann")).toHaveLength(1);
    for (const name of ["bob", "cleo"] as const) {
      const [copy] = await office.eventsOf(name);
      expect([copy.iCalUId, listed(copy)]).toEqual([own.iCalUId, ["crew"]]);
      expect(copy).toMatchObject({ isOrganizer: false, responseStatus: { response: "notResponded" } });
    }
    expect(office.mailed()).toEqual([["invitation", "crew"]]);
    expect(members()).toEqual([["bob", "cleo"]]);
    expect(office.emulator.outbox.notices({ to: "BOB@quarry.example" })).toHaveLength(1);
  });

  test("groups in groups are opened once, also when they hold each other; people outside are mailed", async () => {
    group("crew", ["bob", "all", "someone@elsewhere.example"]);
    group("all", ["crew", "cleo", "bob"]);
    await office.invite(["all", "cleo"]);
    expect(office.mailed()).toEqual([["invitation", "all,cleo"]]);
    expect(members()).toEqual([["bob", "someone"]]);
    expect(await office.eventsOf("bob")).toHaveLength(1);
    expect(await office.eventsOf("cleo")).toHaveLength(1);
  });

  test("a member who answers joins the organizer's list; updates and cancellations reach all members", async () => {
    group("crew", ["bob", "cleo"]);
    const own = await office.invite(["crew"]);
    await office.act("bob", (await office.eventsOf("bob"))[0].id, "accept");
    const answered = await office.ownEvent(own.id);
    expect(listed(answered)).toEqual(["crew", "bob"]);
    expect(answered.attendees.map(({ status }: Json) => status.response)).toEqual(["none", "accepted"]);
    office.emulator.outbox.clear();
    await patch(own.id, { subject: "Replanning" });
    expect(office.mailed()).toEqual([["update", "crew,bob"]]);
    expect((await office.eventsOf("bob"))[0]).toMatchObject({
      subject: "Replanning",
      responseStatus: { response: "accepted" },
    });
    expect((await office.eventsOf("cleo"))[0].subject).toBe("Replanning");
    await office.act("ann", own.id, "cancel");
    for (const name of ["bob", "cleo"] as const) expect((await office.eventsOf(name))[0].isCancelled).toBe(true);
  });

  test("taking a member off the list mails everybody, and that one a cancellation", async () => {
    group("crew", ["bob", "cleo"]);
    const own = await office.invite(["crew", "bob", "someone@elsewhere.example"]);
    office.emulator.outbox.clear();
    await patch(own.id, { attendees: [guest("crew"), guest("someone@elsewhere.example")] });
    expect(office.mailed()).toEqual([
      ["cancellation", "bob"],
      ["update", "crew,someone"],
    ]);
    expect(members()).toEqual([undefined, ["cleo"]]);
    expect((await office.eventsOf("bob"))[0].isCancelled).toBe(true);
    expect((await office.eventsOf("cleo"))[0].isCancelled).toBe(false);
  });

  test("taking the group off cancels for its members, but not for those invited by name too", async () => {
    group("crew", ["bob", "cleo"]);
    const own = await office.invite(["crew", "cleo"]);
    await patch(own.id, { attendees: [guest("cleo")] });
    expect((await office.eventsOf("bob"))[0].isCancelled).toBe(true);
    expect((await office.eventsOf("cleo"))[0].isCancelled).toBe(false);
  });

  test("hidden attendees show a member nobody; a forward to a group invites its members", async () => {
    group("crew", ["cleo"]);
    const own = await office.invite(["crew", "bob"], { hideAttendees: true });
    expect(listed((await office.eventsOf("cleo"))[0])).toEqual([]);
    group("late", ["cellar"]);
    await office.act("ann", own.id, "forward", { toRecipients: [guest("late")] });
    expect(listed(await office.ownEvent(own.id))).toEqual(["crew", "bob", "late", "cellar"]);
    expect(await office.eventsOf("room")).toHaveLength(1);
  });

  test("a list of rooms is a group too: every room of it answers", async () => {
    office.emulator.add.addRoomList(office.tenant, {
      displayName: "Rooms",
      emailAddress: "rooms@quarry.example",
      rooms: ["cellar@quarry.example"],
    });
    const own = await office.invite(["rooms"]);
    expect(listed(own)).toEqual(["rooms", "cellar"]);
  });
});

describe("getSchedule (sheet 9.2)", () => {
  const ask = async (client: Sharing["graph"], schedules: readonly string[], at = office.base("ann")) =>
    client.post(`${at}/calendar/getSchedule`, {
      schedules: schedules.map((name) => `${name}@quarry.example`),
      startTime: { dateTime: "2026-03-02T08:00:00", timeZone: "UTC" },
      endTime: { dateTime: "2026-03-02T11:00:00", timeZone: "UTC" },
      availabilityViewInterval: 60,
    });

  test("a group has one row with the strongest status of any member and no items", async () => {
    group("crew", ["bob", "cleo", "someone@elsewhere.example"]);
    await office.graph.post(`${office.base("bob")}/events`, eventBody({ showAs: "tentative" }));
    await office.graph.post(`${office.base("cleo")}/events`, eventBody({ showAs: "oof" }));
    const { json } = await ask(office.graph, ["crew", "bob"]);
    expect(json.value).toMatchObject([
      { scheduleId: "crew@quarry.example", availabilityView: "030", scheduleItems: [] },
      { scheduleId: "bob@quarry.example", availabilityView: "010" },
    ]);
  });

  test("the members of a group count against the most schedules", async () => {
    group("crew", ["bob", "cleo"]);
    office.emulator.switches.maxSchedules = 2;
    expect((await ask(office.graph, ["crew"])).status).toBe(200);
    expect((await ask(office.graph, ["crew", "bob"])).status).toBe(200);
    expect(codeOf(await ask(office.graph, ["crew", "ann"]))).toEqual([400, "ErrorMailboxDataArrayTooBig"]);
  });

  test("a signed-in user is told as much as the calendar's owner lets them know", async () => {
    const { base, graph, share, ann } = office;
    await graph.post(`${base("ann")}/events`, eventBody({ subject: "Open", location: { displayName: "Attic" } }));
    await graph.post(`${base("ann")}/events`, eventBody({ subject: "Doctor", sensitivity: "private" }));
    const bob = await office.as(office.bob, "Calendars.ReadBasic");
    const row = async () => (await ask(bob, ["ann"], "/me")).json.value[0];
    const plain = await row();
    expect(plain).toMatchObject({ availabilityView: "020", workingHours: { startTime: "08:00:00.0000000" } });
    for (const item of plain.scheduleItems) expect(Object.keys(item).sort()).toEqual(["end", "start", "status"]);
    share(ann, "bob", "limitedRead");
    expect((await row()).scheduleItems).toMatchObject([
      { isPrivate: false, subject: "Open", location: "Attic" },
      { isPrivate: true },
    ]);
    expect(JSON.stringify(await row())).not.toContain("Doctor");
    share(ann, "bob", "none");
    const closed = await row();
    expect(closed).toMatchObject({ scheduleItems: [], error: { responseCode: "5037" } });
    expect(closed).not.toHaveProperty("availabilityView");
    expect((await ask(graph, ["ann"])).json.value[0].scheduleItems).toMatchObject([{ subject: "Open" }, {}]);
  });
});

describe("groups over the control surface", () => {
  const send = (body: unknown) =>
    fetch(`${office.emulator.url}/emulator/groups`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  test("are added, changed and listed in the state; a bad one is refused", async () => {
    const mail = "crew@quarry.example";
    expect((await send({ mail, members: ["bob@quarry.example"] })).status).toBe(200);
    const { group: after } = (await (await send({ mail, members: ["cleo@quarry.example"] })).json()) as Json;
    const state = (await (await fetch(`${office.emulator.url}/emulator/state`)).json()) as Json;
    expect(state.tenants[0].groups).toEqual([after]);
    await office.invite(["crew"]);
    expect([await office.eventsOf("bob"), await office.eventsOf("cleo")].map(({ length }) => length)).toEqual([0, 1]);
    expect((await send({ mail: "crew@nowhere.example", members: [] })).status).toBe(404);
    for (const bad of [
      {},
      { mail },
      { mail: "crew", members: [] },
      { mail, members: ["bob"] },
      { mail, members: "bob" },
    ]) {
      expect((await send(bad)).status).toBe(400);
    }
  });

  test("the demo tenant has some, one with others within it, and a calendar that is shared", async () => {
    const emulator = await createEmulator();
    const home = emulator.store.tenant(DEMO_GROUP.address.split("@")[1] ?? "");
    expect(home?.groups).toMatchObject([
      { mail: DEMO_GROUP.address, members: expect.arrayContaining([DEMO_USERS.ines.address]) },
      { mail: DEMO_TEAMS.engineering.address, kind: "microsoft365" },
      { mail: DEMO_TEAMS.product.address, kind: "microsoft365" },
      { mail: DEMO_TEAMS.builders.address, members: expect.arrayContaining([DEMO_TEAMS.product.address]) },
    ]);
    const ines = home?.users.get(DEMO_USERS.ines.id)?.mailbox;
    expect([...(ines?.permissions?.values() ?? [])][0]).toMatchObject([
      { role: "freeBusyRead" },
      { role: "read", emailAddress: { address: DEMO_USERS.tomasz.address } },
    ]);
    await emulator.close();
  });
});

describe("groups in permissions", () => {
  test("what a group was given counts for its members, who cannot be delegates by it", async () => {
    group("crew", ["bob"]);
    const path = `${office.base("ann")}/calendar/calendarPermissions`;
    const wish = (role: string) => office.graph.post(path, { emailAddress: { address: "crew@quarry.example" }, role });
    expect(codeOf(await wish("delegateWithPrivateEventAccess"))).toEqual([400, "ErrorInvalidRequest"]);
    expect((await wish("read")).json).toMatchObject({ emailAddress: { name: "crew" }, isInsideOrganization: true });
    expect((await (await office.as(office.bob)).get(`${office.base("ann")}/events`)).status).toBe(200);
    expect((await (await office.as(office.cleo)).get(`${office.base("ann")}/events`)).status).toBe(403);
  });
});
