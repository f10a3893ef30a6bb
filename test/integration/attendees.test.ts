import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { parseMailboxObjectGlobalId } from "../../src/resolvers/common/global-id.js";
import {
  AddAttendeesDocument,
  AddAttendeesOnlyDocument,
  EventByIdDocument,
  RespondToEventDocument,
} from "../kit/generated/operations.js";
import { MeetingHouse } from "../kit/meeting-house.js";
import { eventId, graphOf } from "../kit/meetings.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";

const { ines, tomasz, mei, jonas, harbour, priya } = DEMO_USERS;

describe("attendees, one at a time [demand 44]", () => {
  let house: MeetingHouse;

  beforeAll(async () => {
    house = await MeetingHouse.open();
  });
  beforeEach(() => {
    house.gateway.emulator.faults.clear();
    house.gateway.emulator.outbox.clear();
  });
  afterAll(() => house.close());

  const listOf = async (id: string) => {
    const { node } = await house.organization.reader.data(EventByIdDocument, { id });
    return (node as unknown as { attendees: { address: string }[] }).attendees.map(({ address }) => address);
  };
  const mailed = () =>
    house.gateway.emulator.outbox.notices().map(({ kind, to }) => [kind, ...to.map(({ address }) => address)]);
  const asked = () => house.proxy.take().map(({ method }) => method);

  test("adding reads and writes once, mails only the new ones, and keeps answers, names and types", async () => {
    const { own, invitedId } = await house.meeting({
      attendees: [{ address: tomasz.address, name: "Tomasz", type: "OPTIONAL" }],
    });
    await house.organization.writer.data(RespondToEventDocument, { input: { id: invitedId!, response: "ACCEPT" } });
    house.gateway.emulator.outbox.clear();
    house.proxy.take();
    const attendees = [
      { address: mei.address, name: "Mei" },
      { address: harbour.address, type: "RESOURCE" as const },
    ];

    const payload = await house.add({ id: own.id, attendees });

    expect(payload).toMatchObject({ added: [mei.address, harbour.address], unchanged: [], errors: [] });
    expect(payload.event!.attendees).toMatchObject([
      { address: tomasz.address, name: "Tomasz", type: "OPTIONAL", response: "ACCEPTED" },
      { address: mei.address, name: "Mei", type: "REQUIRED" },
      { address: harbour.address, type: "RESOURCE" },
    ]);
    const [read, write, again] = house.proxy.take();
    expect([read!.method, write!.method, again!.method]).toEqual(["GET", "PATCH", "GET"]);
    expect(write!.ifMatch).toMatch(/^W\/".+"$/);
    expect(write!.body).toMatchObject({
      attendees: [
        {
          emailAddress: { address: tomasz.address, name: "Tomasz" },
          type: "optional",
          status: { response: "accepted" },
        },
        { emailAddress: { address: mei.address, name: "Mei" }, type: "required" },
        { emailAddress: { address: harbour.address }, type: "resource" },
      ],
    });
    expect(Object.keys(write!.body as object)).toEqual(["attendees"]);
    // The room's own answer comes by mail as well.
    expect(mailed().filter(([kind]) => kind !== "response")).toEqual([["invitation", mei.address, harbour.address]]);
  });

  test("costs two requests when the event is not selected", async () => {
    const { own } = await house.meeting();
    const input = { id: own.id, attendees: [{ address: mei.address }] };

    await house.organization.writer.data(AddAttendeesOnlyDocument, { input });

    expect(asked()).toEqual(["GET", "PATCH"]);
  });

  test("adding those who are there, in any case, writes nothing and mails nobody; so does adding the organizer", async () => {
    const { own } = await house.meeting();
    const attendees = [{ address: tomasz.address.toUpperCase() }, { address: ines.address }];
    const input = { id: own.id, attendees };

    const { addAttendees } = await house.organization.writer.data(AddAttendeesOnlyDocument, { input });

    expect(addAttendees).toMatchObject({ added: [], unchanged: attendees.map(({ address }) => address) });
    expect(asked()).toEqual(["GET"]);
    expect(mailed()).toEqual([]);
  });

  test("removing mails the removed alone; who is not there is no error", async () => {
    const { own } = await house.meeting({ attendees: [{ address: tomasz.address }, { address: mei.address }] });

    const payload = await house.remove({ id: own.id, addresses: [mei.address.toUpperCase(), jonas.address] });

    expect(payload).toMatchObject({ removed: [mei.address.toUpperCase()], unchanged: [jonas.address], errors: [] });
    expect(await listOf(own.id)).toEqual([tomasz.address]);
    expect(mailed()).toEqual([["cancellation", mei.address]]);
    house.proxy.take();
    expect(await house.remove({ id: own.id, addresses: [mei.address] })).toMatchObject({ removed: [], errors: [] });
    expect(asked()).toEqual(["GET", "GET"]);
  });

  test("another type is written once, and for somebody who is not there refused", async () => {
    const { own } = await house.meeting();
    const change = { id: own.id, address: tomasz.address.toUpperCase(), type: "OPTIONAL" } as const;

    expect(await house.setType(change)).toMatchObject({
      isChanged: true,
      event: { attendees: [{ type: "OPTIONAL" }] },
    });
    house.proxy.take();
    expect(await house.setType(change)).toMatchObject({ isChanged: false, errors: [] });
    expect(asked()).toEqual(["GET", "GET"]);
    expect((await house.setType({ ...change, address: mei.address })).errors).toMatchObject([
      { __typename: "NotFoundError", path: ["address"] },
    ]);
  });

  test("two clients that add at the same moment both find their people on the list", async () => {
    const { own } = await house.meeting();
    const second = await makeOrganization(house.gateway, { addresses: [ines.address] });
    // The second client reaches the same mailbox through a connection of its own, so that nothing of ours orders them.
    const foreign = (await second.reader.data(EventByIdDocument, { id: sameEvent(own.id, second) })).node!.id;
    const [a, b, c] = await Promise.all([
      house.add({ id: own.id, attendees: [{ address: mei.address }] }),
      second.writer.data(AddAttendeesDocument, { input: { id: foreign, attendees: [{ address: jonas.address }] } }),
      house.remove({ id: own.id, addresses: [tomasz.address] }),
    ]);

    expect([a.errors, b.addAttendees.errors, c.errors]).toEqual([[], [], []]);
    expect((await listOf(own.id)).sort()).toEqual([jonas.address, mei.address].sort());
    expect(
      mailed()
        .filter(([kind]) => kind !== "response")
        .sort(),
    ).toEqual([
      ["cancellation", tomasz.address],
      ["invitation", jonas.address],
      ["invitation", mei.address],
    ]);
  });

  test("somebody who was faster is kept: the list is read again and written bound to what was read", async () => {
    const { own } = await house.meeting();
    const { url, token } = await graphOf(house.gateway);
    let isFaster = true;
    house.proxy.before = async ({ method }) => {
      if (method !== "PATCH" || !isFaster) return;
      isFaster = false;
      const { graphId } = parseMailboxObjectGlobalId("Event", own.id);
      await fetch(`${url}/v1.0/users/${ines.address}/events/${encodeURIComponent(graphId)}`, {
        method: "PATCH",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify({
          attendees: [tomasz, priya].map(({ address }) => ({ emailAddress: { address }, type: "required" })),
        }),
      });
    };

    const { errors } = await house.add({ id: own.id, attendees: [{ address: mei.address }] });
    house.proxy.before = undefined;

    expect(errors).toEqual([]);
    expect(asked()).toEqual(["GET", "PATCH", "GET", "PATCH", "GET"]);
    expect(await listOf(own.id)).toEqual([tomasz.address, priya.address, mei.address]);
  });

  test("a meeting that never holds still is a ConflictError after five attempts, and nothing is written", async () => {
    const { own } = await house.meeting();
    house.gateway.emulator.faults.always(
      { method: "PATCH", mailbox: ines.address },
      { kind: "error", status: 412, code: "ErrorIrresolvableConflict" },
    );

    const payload = await house.add({ id: own.id, attendees: [{ address: mei.address }] });

    expect(payload).toMatchObject({ added: null, event: null, errors: [{ __typename: "ConflictError" }] });
    expect(asked().filter((method) => method === "PATCH")).toHaveLength(5);
  });

  test("with an old version nothing is written", async () => {
    const { own } = await house.meeting();
    await house.add({ id: own.id, attendees: [{ address: mei.address }] });

    const late = await house.add({ id: own.id, attendees: [{ address: jonas.address }], expectedVersion: own.version });

    expect(late.errors).toMatchObject([{ __typename: "ConflictError", path: ["expectedVersion"] }]);
    expect(await listOf(own.id)).toEqual([tomasz.address, mei.address]);
  });

  test("an attendee cannot change the list", async () => {
    const { invitedId } = await house.meeting();
    const id = invitedId!;

    for (const { errors } of [
      await house.add({ id, attendees: [{ address: mei.address }] }),
      await house.remove({ id, addresses: [tomasz.address] }),
      await house.setType({ id, address: tomasz.address, type: "OPTIONAL" }),
    ]) {
      expect(errors).toMatchObject([{ __typename: "NotOrganizerError", path: ["id"] }]);
    }
    expect(new Set(asked())).toEqual(new Set(["GET"]));
  });

  test("the organizer cannot be removed", async () => {
    const { own } = await house.meeting();

    const { errors } = await house.remove({ id: own.id, addresses: [tomasz.address, ines.address.toUpperCase()] });

    expect(errors).toMatchObject([{ code: "INVALID_INPUT", path: ["addresses", "1"] }]);
    expect(asked()).toEqual(["GET"]);
  });

  test("the 501st attendee is refused with the limit, and nobody is added", async () => {
    const people = Array.from({ length: 499 }, (_, index) => ({ address: `guest${index}@elsewhere.example` }));
    const { own } = await house.meeting({ attendees: people, allowManyRecipients: true });
    const two = [{ address: mei.address }, { address: jonas.address }];

    const payload = await house.add({ id: own.id, attendees: two });

    expect(payload).toMatchObject({ added: null, errors: [{ code: "LIMIT_EXCEEDED", path: ["attendees"] }] });
    expect(payload.errors[0]!.message).toContain("501");
    expect(asked()).toEqual(["GET"]);
    expect((await house.add({ id: own.id, attendees: two.slice(1) })).errors).toEqual([]);
  });

  function sameEvent(id: string, { mailboxIds }: TestOrganization): string {
    return eventId(mailboxIds[0]!, parseMailboxObjectGlobalId("Event", id).graphId);
  }
});
