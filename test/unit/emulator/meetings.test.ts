import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Json } from "./kit.js";
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

describe("invitations (sheet 3.4 and 3.7)", () => {
  test("statement 12: attendees get copies with other ids, the same iCalUId and notResponded; the organizer sees none", async () => {
    const { invite, eventsOf, emulator } = office;
    const own = await invite(["bob", "cleo"], { showAs: "oof", categories: ["Mine"] });
    expect([statusOf(own, "bob"), own.isOrganizer, own.responseStatus.response]).toEqual(["none", true, "organizer"]);
    for (const name of ["bob", "cleo"] as const) {
      const [copy] = await eventsOf(name);
      expect(copy).toMatchObject({
        iCalUId: own.iCalUId,
        subject: own.subject,
        isOrganizer: false,
        showAs: "tentative",
        categories: [],
        responseStatus: { response: "notResponded" },
        organizer: { emailAddress: { address: "ann@quarry.example" } },
      });
      expect(copy.id).not.toBe(own.id);
      const other = name === "bob" ? "cleo" : "bob";
      expect([statusOf(copy, name), statusOf(copy, other)]).toEqual(["notResponded", "none"]);
    }
    const [notice] = emulator.outbox.notices();
    expect(notice).toMatchObject({ kind: "invitation", subject: "Planning", iCalUId: own.iCalUId });
    expect(office.mailed()).toEqual([["invitation", "bob,cleo"]]);
  });

  test("people outside every tenant are mailed, and the organizer's own address is not", async () => {
    await office.invite(["someone@elsewhere.example", "ann", "bob", "BOB@quarry.example"]);
    expect(office.mailed()).toEqual([["invitation", "someone,bob"]]);
    expect(await office.eventsOf("ann")).toHaveLength(1);
    expect(await office.eventsOf("bob")).toHaveLength(1);
  });

  test("with hideAttendees each attendee sees only itself, and all when it is turned off again", async () => {
    const own = await office.invite(["bob", "cleo"], { hideAttendees: true });
    const names = async () =>
      (await office.eventsOf("bob"))[0].attendees.map(({ emailAddress }: Json) => emailAddress.name);
    expect(own.attendees).toHaveLength(2);
    expect(await names()).toEqual(["bob"]);
    await office.graph.patch(`${office.base("ann")}/events/${own.id}`, { hideAttendees: false });
    expect(await names()).toEqual(["bob", "cleo"]);
  });

  test("a private meeting is private in every copy", async () => {
    await office.invite(["bob"], { sensitivity: "private" });
    expect((await office.eventsOf("bob"))[0].sensitivity).toBe("private");
  });

  test("delivery waits as long as the switch says, by the emulated clock", async () => {
    office.emulator.switches.meetingDeliveryMs = 5_000;
    await office.invite(["bob"]);
    expect(office.mailed()).toEqual([["invitation", "bob"]]);
    office.emulator.clock.advance(4_999);
    expect(await office.eventsOf("bob")).toEqual([]);
    office.emulator.clock.advance(1);
    expect(await office.eventsOf("bob")).toHaveLength(1);
  });
});

describe("changes by the organizer", () => {
  test("a change of the content is mailed to all and keeps their answers", async () => {
    const own = await office.invite(["bob", "cleo"]);
    const [copy] = await office.eventsOf("bob");
    await office.act("bob", copy.id, "accept");
    office.emulator.outbox.clear();
    const { json } = await office.graph.patch(`${office.base("ann")}/events/${own.id}`, { subject: "Replanning" });
    expect(statusOf(json, "bob")).toBe("accepted");
    expect(office.mailed()).toEqual([["update", "bob,cleo"]]);
    const [after] = await office.eventsOf("bob");
    expect(after).toMatchObject({ id: copy.id, subject: "Replanning", showAs: "busy" });
    expect(after.responseStatus.response).toBe("accepted");
    expect(after.changeKey).not.toBe(copy.changeKey);
  });

  test("another time resets every answer and asks again", async () => {
    const own = await office.invite(["bob"]);
    const [copy] = await office.eventsOf("bob");
    await office.act("bob", copy.id, "tentativelyAccept", { proposedNewTime: later });
    expect((await office.ownEvent(own.id)).attendees[0].proposedNewTime.start.dateTime).toContain("14:00");
    const { json } = await office.graph.patch(`${office.base("ann")}/events/${own.id}`, later);
    expect(statusOf(json, "bob")).toBe("none");
    expect(json.attendees[0]).not.toHaveProperty("proposedNewTime");
    const [after] = await office.eventsOf("bob");
    expect(after).toMatchObject({ showAs: "tentative", responseStatus: { response: "notResponded" } });
    expect(after.start.dateTime).toContain("14:00");
  });

  test("statement 15: a PATCH of attendees alone mails only those changed", async () => {
    const own = await office.invite(["bob", "someone@elsewhere.example"]);
    office.emulator.outbox.clear();
    const attendees = [guest("cleo"), guest("someone@elsewhere.example")];
    await office.graph.patch(`${office.base("ann")}/events/${own.id}`, { attendees });
    expect(office.mailed()).toEqual([
      ["cancellation", "bob"],
      ["invitation", "cleo"],
    ]);
    expect((await office.eventsOf("bob"))[0]).toMatchObject({ isCancelled: true, subject: "Canceled: Planning" });
    expect((await office.eventsOf("cleo"))[0].responseStatus.response).toBe("notResponded");
  });

  test("categories, reminder and showAs are the organizer's own and mail nobody, unless the switch says so", async () => {
    const own = await office.invite(["bob"]);
    office.emulator.outbox.clear();
    const change = { categories: ["X"], showAs: "free", reminderMinutesBeforeStart: 5 };
    await office.graph.patch(`${office.base("ann")}/events/${own.id}`, change);
    expect(office.mailed()).toEqual([]);
    office.emulator.switches.ownMemberUpdates = "mail";
    await office.graph.patch(`${office.base("ann")}/events/${own.id}`, { categories: ["Y"] });
    expect(office.mailed()).toEqual([["update", "bob"]]);
  });

  test("DELETE and cancel take the event away here and leave it cancelled there", async () => {
    const first = await office.invite(["bob"]);
    const second = await office.invite(["cleo"]);
    office.emulator.outbox.clear();
    expect((await office.graph.delete(`${office.base("ann")}/events/${first.id}`)).status).toBe(204);
    const reply = await office.act("ann", second.id, "cancel", { Comment: "No time" });
    expect([reply.status, reply.json]).toEqual([202, ""]);
    expect(await office.eventsOf("ann")).toEqual([]);
    for (const name of ["bob", "cleo"] as const) {
      expect((await office.eventsOf(name))[0]).toMatchObject({
        isCancelled: true,
        subject: "Canceled: Planning",
        showAs: "free",
      });
    }
    const notices = office.emulator.outbox.notices({ kind: "cancellation" });
    expect(notices.map(({ comment }) => comment)).toEqual([undefined, "No time"]);
  });
});

describe("answers", () => {
  test("statement 13: accept with sendResponse moves the organizer's status and ETag, without it only the own copy", async () => {
    const own = await office.invite(["bob", "cleo"], { showAs: "oof" });
    const [bobs] = await office.eventsOf("bob");
    const [cleos] = await office.eventsOf("cleo");
    const silent = await office.act("bob", bobs.id, "accept", { sendResponse: false, comment: "ok" });
    expect([silent.status, silent.json]).toEqual([202, ""]);
    expect((await office.eventsOf("bob"))[0]).toMatchObject({
      showAs: "oof",
      responseStatus: { response: "accepted" },
    });
    expect((await office.ownEvent(own.id))["@odata.etag"]).toBe(own["@odata.etag"]);
    expect(office.mailed("response")).toEqual([]);

    await office.act("cleo", cleos.id, "accept", { Comment: "gladly", SendResponse: true });
    const after = await office.ownEvent(own.id);
    expect(after["@odata.etag"]).not.toBe(own["@odata.etag"]);
    expect(after.attendees[1].status).toEqual({ response: "accepted", time: "2026-03-02T08:00:00Z" });
    expect([statusOf(after, "bob"), statusOf((await office.eventsOf("bob"))[0], "cleo")]).toEqual(["none", "none"]);
    expect(office.emulator.outbox.notices({ kind: "response" })).toMatchObject([
      { comment: "gladly", response: "accepted", from: { address: "cleo@quarry.example" } },
    ]);
  });

  test("a declined meeting leaves the calendar, or stays as free where the mailbox keeps those", async () => {
    const own = await office.invite(["bob", "cleo"]);
    await office.act("bob", (await office.eventsOf("bob"))[0].id, "decline", { comment: "away" });
    expect(await office.eventsOf("bob")).toEqual([]);
    office.emulator.switches.keepDeclinedMeetings = true;
    await office.act("cleo", (await office.eventsOf("cleo"))[0].id, "decline");
    expect((await office.eventsOf("cleo"))[0]).toMatchObject({
      showAs: "free",
      responseStatus: { response: "declined" },
    });
    const after = await office.ownEvent(own.id);
    expect([statusOf(after, "bob"), statusOf(after, "cleo")]).toEqual(["declined", "declined"]);
  });

  test("statement 14: proposedNewTime is refused with accept, without sendResponse, and with proposals off", async () => {
    await office.invite(["bob"]);
    const own = await office.invite(["bob"], { allowNewTimeProposals: false });
    const copies = await office.eventsOf("bob");
    const open = copies.find(({ iCalUId }: Json) => iCalUId !== own.iCalUId)?.id;
    const closed = copies.find(({ iCalUId }: Json) => iCalUId === own.iCalUId)?.id;
    const proposal = { proposedNewTime: later };
    const refused = [400, "ErrorInvalidRequest"];
    expect(codeOf(await office.act("bob", open, "accept", proposal))).toEqual([400, "RequestBodyRead"]);
    expect(codeOf(await office.act("bob", open, "decline", { ...proposal, sendResponse: false }))).toEqual(refused);
    expect(codeOf(await office.act("bob", closed, "tentativelyAccept", proposal))).toEqual(refused);
    expect((await office.act("bob", open, "decline", proposal)).status).toBe(202);
    expect(office.emulator.outbox.notices({ kind: "response" })[0]?.proposedNewTime).toEqual({
      start: "2026-03-02T14:00:00Z",
      end: "2026-03-02T15:00:00Z",
    });
  });

  test("an organizer cannot answer, an attendee cannot cancel, an unasked answer is refused: all 400", async () => {
    const own = await office.invite(["bob"], { responseRequested: false });
    const [copy] = await office.eventsOf("bob");
    const refused = [400, "ErrorInvalidRequest"];
    for (const action of ["accept", "tentativelyAccept", "decline"]) {
      expect(codeOf(await office.act("ann", own.id, action))).toEqual(refused);
    }
    expect(codeOf(await office.act("bob", copy.id, "cancel"))).toEqual(refused);
    expect(codeOf(await office.act("bob", copy.id, "accept"))).toEqual(refused);
    expect((await office.act("bob", copy.id, "accept", { sendResponse: false })).status).toBe(202);
    expect(codeOf(await office.act("ann", copy.id, "accept"))).toEqual([404, "ErrorItemNotFound"]);
  });

  test("bad parameters of actions are 400", async () => {
    await office.invite(["bob"]);
    const [copy] = await office.eventsOf("bob");
    const bad = [
      { sendResponse: "yes" },
      { comment: 5 },
      { unknown: 1 },
      { proposedNewTime: "noon" },
      { proposedNewTime: { start: later.end, end: later.start } },
      { proposedNewTime: { start: { dateTime: "x", timeZone: "UTC" }, end: later.end } },
    ];
    for (const body of bad) expect((await office.act("bob", copy.id, "decline", body)).status).toBe(400);
    for (const body of [{}, { toRecipients: [] }, { toRecipients: [{}] }, { toRecipients: "cleo" }]) {
      expect((await office.act("bob", copy.id, "forward", body)).status).toBe(400);
    }
    expect(await office.eventsOf("bob")).toHaveLength(1);
  });
});
