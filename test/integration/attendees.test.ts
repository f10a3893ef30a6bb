import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { parseMailboxObjectGlobalId } from "../../src/resolvers/common/global-id.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  AddAttendeesDocument,
  type AddAttendeesInput,
  AddAttendeesOnlyDocument,
  EventByIdDocument,
  RemoveAttendeesDocument,
  type RemoveAttendeesInput,
  RespondToEventDocument,
  UpdateAttendeeDocument,
  type UpdateAttendeeInput,
} from "../kit/generated/operations.js";
import { eventId, graphOf, makeMeeting } from "../kit/meetings.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { type RecordingProxy, startRecordingProxy } from "../kit/recording-proxy.js";

const { ines, tomasz, mei, jonas, harbour, priya } = DEMO_USERS;

describe("attendees, one at a time [demand 44]", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let proxy: RecordingProxy;

  beforeAll(async () => {
    gateway = await startGateway({
      beforeGraph: async (graphUrl) => {
        proxy = await startRecordingProxy(graphUrl);
        return proxy.url;
      },
    });
    organization = await makeOrganization(gateway, { addresses: [ines.address, tomasz.address] });
  });
  beforeEach(() => {
    gateway.emulator.faults.clear();
    gateway.emulator.outbox.clear();
  });
  afterAll(async () => {
    await gateway.close();
    await proxy.close();
  });

  const meeting = async (over: Parameters<typeof makeMeeting>[2] = {}) => {
    const made = await makeMeeting(gateway, organization, over);
    gateway.emulator.outbox.clear();
    proxy.take();
    return made;
  };
  const add = async (input: AddAttendeesInput) =>
    (await organization.writer.query(AddAttendeesDocument, { input })).data.addAttendees;
  const remove = async (input: RemoveAttendeesInput) =>
    (await organization.writer.query(RemoveAttendeesDocument, { input })).data.removeAttendees;
  const setType = async (input: UpdateAttendeeInput) =>
    (await organization.writer.query(UpdateAttendeeDocument, { input })).data.updateAttendee;
  const listOf = async (id: string) => {
    const { node } = await organization.reader.data(EventByIdDocument, { id });
    return (node as unknown as { attendees: { address: string }[] }).attendees.map(({ address }) => address);
  };
  const mailed = () =>
    gateway.emulator.outbox.notices().map(({ kind, to }) => [kind, ...to.map(({ address }) => address)]);
  const asked = () => proxy.take().map(({ method }) => method);

  test("adding reads and writes once, mails only the new ones, and keeps answers, names and types", async () => {
    const { own, invitedId } = await meeting({
      attendees: [{ address: tomasz.address, name: "Tomasz", type: "OPTIONAL" }],
    });
    await organization.writer.data(RespondToEventDocument, { input: { id: invitedId!, response: "ACCEPT" } });
    gateway.emulator.outbox.clear();
    proxy.take();
    const attendees = [
      { address: mei.address, name: "Mei" },
      { address: harbour.address, type: "RESOURCE" as const },
    ];

    const payload = await add({ id: own.id, attendees });

    expect(payload).toMatchObject({ added: [mei.address, harbour.address], unchanged: [], errors: [] });
    expect(payload.event!.attendees).toMatchObject([
      { address: tomasz.address, name: "Tomasz", type: "OPTIONAL", response: "ACCEPTED" },
      { address: mei.address, name: "Mei", type: "REQUIRED" },
      { address: harbour.address, type: "RESOURCE" },
    ]);
    const [read, write, again] = proxy.take();
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
    const { own } = await meeting();
    const input = { id: own.id, attendees: [{ address: mei.address }] };

    await organization.writer.data(AddAttendeesOnlyDocument, { input });

    expect(asked()).toEqual(["GET", "PATCH"]);
  });

  test("adding those who are there, in any case, writes nothing and mails nobody; so does adding the organizer", async () => {
    const { own } = await meeting();
    const attendees = [{ address: tomasz.address.toUpperCase() }, { address: ines.address }];
    const input = { id: own.id, attendees };

    const { addAttendees } = await organization.writer.data(AddAttendeesOnlyDocument, { input });

    expect(addAttendees).toMatchObject({ added: [], unchanged: attendees.map(({ address }) => address) });
    expect(asked()).toEqual(["GET"]);
    expect(mailed()).toEqual([]);
  });

  test("removing mails the removed alone; who is not there is no error", async () => {
    const { own } = await meeting({ attendees: [{ address: tomasz.address }, { address: mei.address }] });

    const payload = await remove({ id: own.id, addresses: [mei.address.toUpperCase(), jonas.address] });

    expect(payload).toMatchObject({ removed: [mei.address.toUpperCase()], unchanged: [jonas.address], errors: [] });
    expect(await listOf(own.id)).toEqual([tomasz.address]);
    expect(mailed()).toEqual([["cancellation", mei.address]]);
    proxy.take();
    expect(await remove({ id: own.id, addresses: [mei.address] })).toMatchObject({ removed: [], errors: [] });
    expect(asked()).toEqual(["GET", "GET"]);
  });

  test("another type is written once, and for somebody who is not there refused", async () => {
    const { own } = await meeting();
    const change = { id: own.id, address: tomasz.address.toUpperCase(), type: "OPTIONAL" } as const;

    expect(await setType(change)).toMatchObject({ isChanged: true, event: { attendees: [{ type: "OPTIONAL" }] } });
    proxy.take();
    expect(await setType(change)).toMatchObject({ isChanged: false, errors: [] });
    expect(asked()).toEqual(["GET", "GET"]);
    expect((await setType({ ...change, address: mei.address })).errors).toMatchObject([
      { __typename: "NotFoundError", path: ["address"] },
    ]);
  });

  test("two clients that add at the same moment both find their people on the list", async () => {
    const { own } = await meeting();
    const second = await makeOrganization(gateway, { addresses: [ines.address] });
    // The second client reaches the same mailbox through a connection of its own, so that nothing of ours orders them.
    const foreign = (await second.reader.data(EventByIdDocument, { id: sameEvent(own.id, second) })).node!.id;
    const [a, b, c] = await Promise.all([
      add({ id: own.id, attendees: [{ address: mei.address }] }),
      second.writer.data(AddAttendeesDocument, { input: { id: foreign, attendees: [{ address: jonas.address }] } }),
      remove({ id: own.id, addresses: [tomasz.address] }),
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
    const { own } = await meeting();
    const { url, token } = await graphOf(gateway);
    let isFaster = true;
    proxy.before = async ({ method }) => {
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

    const { errors } = await add({ id: own.id, attendees: [{ address: mei.address }] });
    proxy.before = undefined;

    expect(errors).toEqual([]);
    expect(asked()).toEqual(["GET", "PATCH", "GET", "PATCH", "GET"]);
    expect(await listOf(own.id)).toEqual([tomasz.address, priya.address, mei.address]);
  });

  test("a meeting that never holds still is a ConflictError after five attempts, and nothing is written", async () => {
    const { own } = await meeting();
    gateway.emulator.faults.always(
      { method: "PATCH", mailbox: ines.address },
      { kind: "error", status: 412, code: "ErrorIrresolvableConflict" },
    );

    const payload = await add({ id: own.id, attendees: [{ address: mei.address }] });

    expect(payload).toMatchObject({ added: null, event: null, errors: [{ __typename: "ConflictError" }] });
    expect(asked().filter((method) => method === "PATCH")).toHaveLength(5);
  });

  test("with an old version nothing is written", async () => {
    const { own } = await meeting();
    await add({ id: own.id, attendees: [{ address: mei.address }] });

    const late = await add({ id: own.id, attendees: [{ address: jonas.address }], expectedVersion: own.version });

    expect(late.errors).toMatchObject([{ __typename: "ConflictError", path: ["expectedVersion"] }]);
    expect(await listOf(own.id)).toEqual([tomasz.address, mei.address]);
  });

  test("an attendee cannot change the list", async () => {
    const { invitedId } = await meeting();
    const id = invitedId!;

    for (const { errors } of [
      await add({ id, attendees: [{ address: mei.address }] }),
      await remove({ id, addresses: [tomasz.address] }),
      await setType({ id, address: tomasz.address, type: "OPTIONAL" }),
    ]) {
      expect(errors).toMatchObject([{ __typename: "NotOrganizerError", path: ["id"] }]);
    }
    expect(new Set(asked())).toEqual(new Set(["GET"]));
  });

  test("the organizer cannot be removed", async () => {
    const { own } = await meeting();

    const { errors } = await remove({ id: own.id, addresses: [tomasz.address, ines.address.toUpperCase()] });

    expect(errors).toMatchObject([{ code: "INVALID_INPUT", path: ["addresses", "1"] }]);
    expect(asked()).toEqual(["GET"]);
  });

  test("the 501st attendee is refused with the limit, and nobody is added", async () => {
    const people = Array.from({ length: 499 }, (_, index) => ({ address: `guest${index}@elsewhere.example` }));
    const { own } = await meeting({ attendees: people, allowManyRecipients: true });
    const two = [{ address: mei.address }, { address: jonas.address }];

    const payload = await add({ id: own.id, attendees: two });

    expect(payload).toMatchObject({ added: null, errors: [{ code: "LIMIT_EXCEEDED", path: ["attendees"] }] });
    expect(payload.errors[0]!.message).toContain("501");
    expect(asked()).toEqual(["GET"]);
    expect((await add({ id: own.id, attendees: two.slice(1) })).errors).toEqual([]);
  });

  function sameEvent(id: string, { mailboxIds }: TestOrganization): string {
    return eventId(mailboxIds[0]!, parseMailboxObjectGlobalId("Event", id).graphId);
  }
});
