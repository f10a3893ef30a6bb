import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Json } from "./kit.js";
import { guest, type Office, startOffice } from "./meeting-kit.js";

let office: Office;
const opened: Office[] = [];
beforeEach(async () => {
  office = await startOffice();
  opened.push(office);
});
afterAll(() => Promise.all(opened.map(({ emulator }) => emulator.close())));

const daily = {
  pattern: { type: "daily", interval: 1 },
  range: { type: "numbered", startDate: "2026-03-02", numberOfOccurrences: 5 },
};
type Name = "ann" | "bob" | "cleo" | "room";
/** The week's occurrences in somebody's calendar, by start. */
const week = async (name: Name): Promise<Json[]> => {
  const window = "startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-03-09T00:00:00Z";
  return (await office.graph.get(`${office.base(name)}/calendarView?${window}`)).json.value;
};
const inviteDaily = (names: readonly string[], over: Record<string, unknown> = {}) =>
  office.invite(names, { recurrence: daily, ...over });
const statusOf = (event: Json, name: string) =>
  event.attendees.find(({ emailAddress }: Json) => emailAddress.name === name)?.status.response;
const at = (time: string) => ({ dateTime: `2026-03-04T${time}:00`, timeZone: "UTC" });

describe("meetings that recur", () => {
  test("an invitation brings the whole series; occurrences join on iCalUId", async () => {
    const own = await inviteDaily(["bob"]);
    const [copy] = await office.eventsOf("bob");
    expect(copy).toMatchObject({
      type: "seriesMaster",
      iCalUId: own.iCalUId,
      responseStatus: { response: "notResponded" },
    });
    const [anns, bobs] = [await week("ann"), await week("bob")];
    expect(bobs).toHaveLength(5);
    expect(bobs.map(({ iCalUId }) => iCalUId)).toEqual(anns.map(({ iCalUId }) => iCalUId));
    expect(bobs.every(({ seriesMasterId }) => seriesMasterId === copy.id)).toBe(true);
  });

  test("an answer to one occurrence is for that one, an answer to the master for all others", async () => {
    await inviteDaily(["bob"]);
    const [, second] = await week("bob");
    await office.act("bob", second.id, "tentativelyAccept", { comment: "maybe" });
    const seen = async () => (await week("ann")).map((event) => statusOf(event, "bob"));
    expect(await seen()).toEqual(["none", "tentativelyAccepted", "none", "none", "none"]);
    expect((await week("bob")).map(({ responseStatus }) => responseStatus.response)).toEqual([
      "notResponded",
      "tentativelyAccepted",
      "notResponded",
      "notResponded",
      "notResponded",
    ]);
    const [master] = await office.eventsOf("bob");
    await office.act("bob", master.id, "accept");
    expect(await seen()).toEqual(["accepted", "tentativelyAccepted", "accepted", "accepted", "accepted"]);
  });

  test("a declined occurrence leaves the calendar, the others stay", async () => {
    await inviteDaily(["bob"]);
    const [first] = await week("bob");
    await office.act("bob", first.id, "decline");
    expect(await week("bob")).toHaveLength(4);
    expect((await week("ann")).map((event) => statusOf(event, "bob"))[0]).toBe("declined");
  });

  test("a moved occurrence is moved in the copies, asks again, and is mailed once", async () => {
    await inviteDaily(["bob"]);
    await office.act("bob", (await office.eventsOf("bob"))[0].id, "accept");
    office.emulator.outbox.clear();
    const [, , third] = await week("ann");
    const reply = await office.graph.patch(`${office.base("ann")}/events/${third.id}`, {
      start: at("15:00"),
      end: at("16:00"),
    });
    expect(reply.status).toBe(200);
    expect(reply.json.type).toBe("exception");
    expect(office.mailed()).toEqual([["update", "bob"]]);
    const moved = (await week("bob"))[2];
    expect(moved).toMatchObject({
      type: "exception",
      showAs: "tentative",
      responseStatus: { response: "notResponded" },
    });
    expect(moved.start.dateTime).toContain("2026-03-04T15:00");
    expect((await week("bob"))[1].responseStatus.response).toBe("accepted");
  });

  test("a cancelled occurrence stays in the copy as cancelled; a cancelled series stays as a whole", async () => {
    const own = await inviteDaily(["bob"]);
    const [first] = await week("ann");
    expect((await office.act("ann", first.id, "cancel", { comment: "holiday" })).status).toBe(202);
    expect(await week("ann")).toHaveLength(4);
    expect((await week("bob")).map(({ isCancelled }) => isCancelled)).toEqual([true, false, false, false, false]);
    expect(office.mailed("cancellation")).toEqual([["cancellation", "bob"]]);
    await office.graph.delete(`${office.base("ann")}/events/${own.id}`);
    expect((await office.eventsOf("bob"))[0]).toMatchObject({ isCancelled: true, subject: "Canceled: Planning" });
  });

  test("another pattern is delivered and asks again; what the attendee set on single occurrences goes", async () => {
    const own = await inviteDaily(["bob"]);
    const [first, second] = await week("bob");
    await office.graph.patch(`${office.base("bob")}/events/${first.id}`, { categories: ["Mine"] });
    await office.act("bob", second.id, "accept");
    await office.graph.patch(`${office.base("ann")}/events/${own.id}`, { subject: "Stand-up" });
    expect((await week("bob")).map(({ subject, categories }) => [subject, categories.length])).toEqual([
      ["Stand-up", 1],
      ...new Array(4).fill(["Stand-up", 0]),
    ]);
    expect((await week("bob"))[1].responseStatus.response).toBe("accepted");
    const recurrence = { ...daily, pattern: { type: "daily", interval: 2 } };
    await office.graph.patch(`${office.base("ann")}/events/${own.id}`, { recurrence });
    const after = await week("bob");
    expect(after.map(({ start }) => start.dateTime.slice(0, 10))).toEqual([
      "2026-03-02",
      "2026-03-04",
      "2026-03-06",
      "2026-03-08",
    ]);
    expect(
      after.every(
        ({ categories, responseStatus }) => categories.length === 0 && responseStatus.response === "notResponded",
      ),
    ).toBe(true);
  });

  test("somebody invited to one occurrence gets that one as an event of its own", async () => {
    await inviteDaily(["bob"]);
    const [first] = await week("ann");
    const attendees = [guest("bob"), guest("cleo")];
    await office.graph.patch(`${office.base("ann")}/events/${first.id}`, { attendees });
    const [cleos] = await office.eventsOf("cleo");
    expect(cleos).toMatchObject({ type: "singleInstance", iCalUId: first.iCalUId, seriesMasterId: null });
    await office.act("cleo", cleos.id, "accept");
    expect((await week("ann")).map((event) => statusOf(event, "cleo"))).toEqual([
      "accepted",
      ...new Array(4).fill(undefined),
    ]);
  });

  test("a room declines a series that meets a booking on any day", async () => {
    const once = { start: at("09:30"), end: at("10:30") };
    await office.invite(["cellar"], once);
    expect(statusOf(await inviteDaily(["cellar"]), "cellar")).toBe("declined");
    const later = {
      start: { dateTime: "2026-03-02T12:00:00", timeZone: "UTC" },
      end: { dateTime: "2026-03-02T12:30:00", timeZone: "UTC" },
    };
    expect(statusOf(await inviteDaily(["cellar"], later), "cellar")).toBe("accepted");
    expect(await week("room")).toHaveLength(6);
  });

  test("dismissing an occurrence's reminder makes no exception and dismisses earlier ones", async () => {
    await inviteDaily([]);
    const [, second] = await week("ann");
    expect((await office.act("ann", second.id, "dismissReminder")).status).toBe(200);
    expect((await week("ann")).every(({ type }) => type === "occurrence")).toBe(true);
    const path = "reminderView(startDateTime='2026-03-01T00:00:00Z',endDateTime='2026-03-09T00:00:00Z')";
    const { json } = await office.graph.get(`${office.base("ann")}/${path}`);
    expect(json.value.map(({ eventStartTime }: Json) => eventStartTime.dateTime.slice(8, 10))).toEqual([
      "04",
      "05",
      "06",
    ]);
  });

  test("free/busy counts every occurrence", async () => {
    await inviteDaily([]);
    const body = {
      schedules: ["ann@quarry.example"],
      startTime: { dateTime: "2026-03-02T00:00:00", timeZone: "UTC" },
      endTime: { dateTime: "2026-03-09T00:00:00", timeZone: "UTC" },
      availabilityViewInterval: 1_440,
    };
    const { json } = await office.graph.post(`${office.base("ann")}/calendar/getSchedule`, body);
    expect(json.value[0].availabilityView).toBe("2222200");
  });
});
