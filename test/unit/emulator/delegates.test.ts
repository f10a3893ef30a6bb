import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { eventBody, type GraphClient, type Json } from "./kit.js";
import { codeOf, guest } from "./meeting-kit.js";
import { type Sharing, startSharing } from "./sharing.kit.js";

let office: Sharing;
let cleo: GraphClient;
const opened: Sharing[] = [];
/** Cleo is Bob's delegate. */
beforeEach(async () => {
  office = await startSharing();
  opened.push(office);
  office.share(office.bob, "cleo", "delegateWithPrivateEventAccess");
  cleo = await office.as(office.cleo);
});
afterAll(() => Promise.all(opened.map(({ emulator }) => emulator.close())));

const copies = () =>
  office.emulator.outbox
    .notices({ kind: "delegateCopy" })
    .map(({ copyOf, to, principal }) => [
      copyOf,
      to.map(({ name }) => name).join(","),
      principal?.name,
      principal?.gets,
    ]);
const statusOf = (event: Json, name: string) =>
  event.attendees.find(({ emailAddress }: Json) => emailAddress.name === name)?.status.response;

describe("requests and responses go to delegates (sheet 1.11)", () => {
  test.each([
    ["sendToDelegateOnly", "nothing"],
    ["sendToDelegateAndInformationToPrincipal", "information"],
    ["sendToDelegateAndPrincipal", "message"],
  ])("%s: the one who was invited gets %s", async (option, gets) => {
    office.bob.mailbox.settings = { delegateMeetingMessageDeliveryOptions: option };
    await office.invite(["bob"]);
    expect(office.mailed()).toEqual([
      ["invitation", "bob"],
      ["delegateCopy", "cleo"],
    ]);
    expect(copies()).toEqual([["invitation", "cleo", "bob", gets]]);
    expect(await office.eventsOf("bob")).toHaveLength(1);
    expect(await office.eventsOf("cleo")).toEqual([]);
  });

  test("updates and responses are handed on, cancellations and what is for others are not", async () => {
    const own = await office.invite(["bob", "ann@elsewhere.example"]);
    await office.graph.patch(`${office.base("ann")}/events/${own.id}`, { subject: "Replanning" });
    await office.graph.delete(`${office.base("ann")}/events/${own.id}`);
    expect(copies().map(([kind]) => kind)).toEqual(["invitation", "update"]);
    office.emulator.outbox.clear();
    await office.graph.post(`${office.base("bob")}/events`, eventBody({ attendees: [guest("ann")] }));
    await office.act("ann", (await office.eventsOf("ann"))[0].id, "accept");
    expect(copies()).toEqual([["response", "cleo", "bob", "nothing"]]);
  });

  test("private meetings stay with the one invited, or by the switch go to delegates who may see them", async () => {
    office.share(office.bob, "ann", "delegateWithoutPrivateEventAccess");
    await office.invite(["bob"], { sensitivity: "private" });
    expect(copies()).toEqual([]);
    office.emulator.switches.privateRequestsToDelegates = "whoMaySee";
    await office.invite(["bob"], { sensitivity: "private" });
    expect(copies()).toEqual([["invitation", "cleo", "bob", "nothing"]]);
  });

  test("somebody who may only write is no delegate", async () => {
    office.share(office.bob, "cleo", "write");
    await office.invite(["bob"]);
    expect(copies()).toEqual([]);
  });
});

describe("acting for somebody else (sheet 3.7)", () => {
  test("a delegate's meeting is the owner's: organizer, answers and mail, which names who sent it", async () => {
    const made = await cleo.post(`${office.base("bob")}/events`, eventBody({ attendees: [guest("ann")] }));
    expect([made.status, made.json.organizer.emailAddress.name]).toEqual([201, "bob"]);
    const [notice] = office.emulator.outbox.notices();
    expect(notice).toMatchObject({ kind: "invitation", from: { name: "bob" }, sender: { name: "cleo" } });
    const [copy] = await office.eventsOf("ann");
    expect(copy.organizer.emailAddress.name).toBe("bob");
    expect(JSON.stringify(copy)).not.toContain("cleo");
    await office.act("ann", copy.id, "accept");
    const seen = (await cleo.get(`${office.base("bob")}/events/${made.json.id}`)).json;
    expect(statusOf(seen, "ann")).toBe("accepted");
    expect((await cleo.post(`${office.base("bob")}/events/${made.json.id}/cancel`, { comment: "no" })).status).toBe(
      202,
    );
    expect(office.emulator.outbox.notices({ kind: "cancellation" })).toMatchObject([
      { from: { name: "bob" }, sender: { name: "cleo" }, comment: "no" },
    ]);
  });

  test("a delegate answers in the owner's name; what a room answers by itself is not the delegate's", async () => {
    const own = await office.invite(["bob"]);
    const [copy] = await office.eventsOf("bob");
    expect((await cleo.post(`${office.base("bob")}/events/${copy.id}/accept`, { comment: "he comes" })).status).toBe(
      202,
    );
    expect(statusOf(await office.ownEvent(own.id), "bob")).toBe("accepted");
    expect(office.emulator.outbox.notices({ kind: "response" })).toMatchObject([
      { from: { name: "bob" }, sender: { name: "cleo" }, comment: "he comes" },
    ]);
    office.emulator.outbox.clear();
    await cleo.post(`${office.base("bob")}/events`, eventBody({ attendees: [guest("cellar", "resource")] }));
    const [answer] = office.emulator.outbox.notices({ kind: "response" });
    expect(answer).toMatchObject({ from: { name: "cellar" } });
    expect(answer).not.toHaveProperty("sender");
  });

  test("a reader can neither answer nor cancel for the owner", async () => {
    office.share(office.bob, "cleo", "read");
    await office.invite(["bob"]);
    const [copy] = await office.eventsOf("bob");
    for (const action of ["accept", "decline", "tentativelyAccept", "cancel"]) {
      const reply = await cleo.post(`${office.base("bob")}/events/${copy.id}/${action}`, {});
      expect(codeOf(reply)).toEqual([403, "ErrorAccessDenied"]);
    }
  });
});

describe("who may change what (sheet 3.7)", () => {
  test("an attendee's change of the list of attendees mails nobody and stays in the own copy", async () => {
    const own = await office.invite(["bob"]);
    const [copy] = await office.eventsOf("bob");
    office.emulator.outbox.clear();
    await cleo.patch(`${office.base("bob")}/events/${copy.id}`, { attendees: [guest("bob"), guest("cleo")] });
    expect(office.mailed()).toEqual([]);
    expect((await office.ownEvent(own.id)).attendees).toHaveLength(1);
    expect(await office.eventsOf("cleo")).toEqual([]);
  });

  test("what is read-only stays as it is, for organizers and attendees alike", async () => {
    const own = await office.invite(["bob"]);
    const [copy] = await office.eventsOf("bob");
    const fixed = {
      organizer: { emailAddress: { name: "cleo", address: "cleo@quarry.example" } },
      isOrganizer: true,
      responseStatus: { response: "accepted" },
      isCancelled: true,
      iCalUId: "x",
      type: "seriesMaster",
      createdDateTime: "2020-01-01T00:00:00Z",
    };
    for (const [name, event] of [
      ["ann", own],
      ["bob", copy],
    ] as const) {
      const { status, json } = await office.graph.patch(`${office.base(name)}/events/${event.id}`, fixed);
      expect(status).toBe(200);
      for (const member of Object.keys(fixed)) expect(json[member]).toEqual(event[member]);
    }
  });

  test("an attendee cannot put the meeting online", async () => {
    await office.invite(["bob"]);
    const [copy] = await office.eventsOf("bob");
    const { json } = await office.graph.patch(`${office.base("bob")}/events/${copy.id}`, { isOnlineMeeting: true });
    expect(json).toMatchObject({ isOnlineMeeting: false, onlineMeeting: null });
  });

  test("an organizer cannot write an attendee's answer", async () => {
    const own = await office.invite(["bob"]);
    const answered = { ...guest("bob"), status: { response: "accepted", time: "2026-03-02T08:00:00Z" } };
    const { json } = await office.graph.patch(`${office.base("ann")}/events/${own.id}`, { attendees: [answered] });
    expect(statusOf(json, "bob")).toBe("none");
    const made = await office.invite(["cleo"], { attendees: [{ ...guest("cleo"), status: answered.status }] });
    expect(statusOf(made, "cleo")).toBe("none");
  });

  test("an attendee's sensitivity and reminder are the attendee's own and outlive an update", async () => {
    const own = await office.invite(["bob"]);
    const [copy] = await office.eventsOf("bob");
    const mine = { sensitivity: "private", isReminderOn: false };
    await office.graph.patch(`${office.base("bob")}/events/${copy.id}`, mine);
    await office.graph.patch(`${office.base("ann")}/events/${own.id}`, { subject: "Replanning" });
    expect((await office.eventsOf("bob"))[0]).toMatchObject({ ...mine, subject: "Replanning" });
    expect((await office.ownEvent(own.id)).sensitivity).toBe("normal");
  });
});
