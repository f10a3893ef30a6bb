import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { eventBody, type Json } from "./kit.js";
import { codeOf, guest, type Office, startOffice } from "./meeting-kit.js";

let office: Office;
const opened: Office[] = [];
beforeEach(async () => {
  office = await startOffice();
  opened.push(office);
});
afterAll(() => Promise.all(opened.map(({ emulator }) => emulator.close())));

const statusOf = (event: Json, name: string) =>
  event.attendees.find(({ emailAddress }: Json) => emailAddress.name === name)?.status.response;
const later = {
  start: { dateTime: "2026-03-02T14:00:00", timeZone: "UTC" },
  end: { dateTime: "2026-03-02T15:00:00", timeZone: "UTC" },
};

describe("the attendee's copy", () => {
  test("showAs, categories and reminder are the attendee's own and outlive an update", async () => {
    const own = await office.invite(["bob"]);
    const [copy] = await office.eventsOf("bob");
    await office.act("bob", copy.id, "accept");
    const mine = { showAs: "workingElsewhere", categories: ["Blue"], reminderMinutesBeforeStart: 3 };
    await office.graph.patch(`${office.base("bob")}/events/${copy.id}`, { ...mine, subject: "Mine now" });
    expect((await office.ownEvent(own.id)).subject).toBe("Planning");
    expect((await office.eventsOf("bob"))[0].subject).toBe("Mine now");
    await office.graph.patch(`${office.base("ann")}/events/${own.id}`, { location: { displayName: "Attic" } });
    expect((await office.eventsOf("bob"))[0]).toMatchObject({
      ...mine,
      subject: "Planning",
      location: { displayName: "Attic" },
    });
  });

  test("the switch attendeeEdits ignores or refuses what is the organizer's", async () => {
    await office.invite(["bob"]);
    const [copy] = await office.eventsOf("bob");
    const path = `${office.base("bob")}/events/${copy.id}`;
    office.emulator.switches.attendeeEdits = "ignore";
    expect((await office.graph.patch(path, { subject: "Mine", showAs: "free" })).json).toMatchObject({
      subject: "Planning",
      showAs: "free",
    });
    office.emulator.switches.attendeeEdits = "refuse";
    expect(codeOf(await office.graph.patch(path, { subject: "Mine" }))).toEqual([400, "ErrorInvalidRequest"]);
    expect((await office.graph.patch(path, { showAs: "busy" })).status).toBe(200);
  });

  test("an attendee's DELETE tells nobody, unless the switch says so; an update brings the meeting back", async () => {
    const own = await office.invite(["bob"]);
    const drop = async () =>
      office.graph.delete(`${office.base("bob")}/events/${(await office.eventsOf("bob"))[0].id}`);
    await drop();
    expect([office.mailed("response"), statusOf(await office.ownEvent(own.id), "bob")]).toEqual([[], "none"]);
    await office.graph.patch(`${office.base("ann")}/events/${own.id}`, { subject: "Again" });
    expect((await office.eventsOf("bob"))[0].subject).toBe("Again");
    office.emulator.switches.attendeeDelete = "decline";
    await drop();
    expect(statusOf(await office.ownEvent(own.id), "bob")).toBe("declined");
  });
});

describe("forward, rooms and reminders", () => {
  test("an attendee's forward invites, tells the organizer and adds the recipient to the organizer's list", async () => {
    const own = await office.invite(["bob"]);
    const [copy] = await office.eventsOf("bob");
    office.emulator.outbox.clear();
    const reply = await office.act("bob", copy.id, "forward", { ToRecipients: [guest("cleo")], Comment: "join us" });
    expect([reply.status, reply.json]).toEqual([202, ""]);
    expect(office.mailed()).toEqual([
      ["forward", "cleo"],
      ["forwardNotification", "ann"],
    ]);
    expect(statusOf(await office.ownEvent(own.id), "cleo")).toBe("none");
    const [cleos] = await office.eventsOf("cleo");
    expect(cleos).toMatchObject({
      iCalUId: own.iCalUId,
      organizer: { emailAddress: { address: "ann@quarry.example" } },
    });
    await office.act("cleo", cleos.id, "accept");
    expect(statusOf(await office.ownEvent(own.id), "cleo")).toBe("accepted");
  });

  test("a room accepts when it is free and declines when it is taken, and decides again when the meeting moves", async () => {
    const first = await office.invite(["cellar"]);
    expect(statusOf(first, "cellar")).toBe("accepted");
    const second = await office.invite(["cellar"], { subject: "Clash" });
    expect(statusOf(second, "cellar")).toBe("declined");
    expect(await office.eventsOf("room")).toHaveLength(1);
    const moved = await office.graph.patch(`${office.base("ann")}/events/${second.id}`, later);
    expect(statusOf(moved.json, "cellar")).toBe("accepted");
    await office.graph.delete(`${office.base("ann")}/events/${first.id}`);
    expect((await office.eventsOf("room")).map(({ subject }: Json) => subject)).toEqual(["Clash"]);
  });

  test("statement 16: snooze and dismiss are 200 and empty; snooze needs a time", async () => {
    const { json } = await office.graph.post(`${office.base("ann")}/events`, eventBody());
    const dismissed = await office.act("ann", json.id, "dismissReminder");
    expect([dismissed.status, dismissed.json]).toEqual([200, ""]);
    const body = { NewReminderTime: { dateTime: "2026-03-02T08:50:00", timeZone: "UTC" } };
    expect((await office.act("ann", json.id, "snoozeReminder", body)).status).toBe(200);
    expect((await office.act("ann", json.id, "snoozeReminder", {})).status).toBe(400);
  });
});

describe("the outbox", () => {
  test("is read and emptied over the control surface", async () => {
    const { emulator, invite } = office;
    const own = await invite(["bob", "cleo"]);
    await office.act("bob", (await office.eventsOf("bob"))[0].id, "accept");
    const read = async (query: string) =>
      (await (await fetch(`${emulator.url}/emulator/outbox${query}`)).json()) as Json;
    expect((await read("")).count).toBe(2);
    expect((await read(`?to=ANN@quarry.example&iCalUId=${own.iCalUId}`)).notices).toMatchObject([{ kind: "response" }]);
    await fetch(`${emulator.url}/emulator/outbox`, { method: "DELETE" });
    expect((await read("?kind=invitation")).count).toBe(0);
  });
});
