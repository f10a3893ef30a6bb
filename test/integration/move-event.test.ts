import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { parseMailboxObjectGlobalId } from "../../src/resolvers/common/global-id.js";
import { makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  CreateCalendarDocument,
  EventByIdDocument,
  MoveEventDocument,
  type MoveEventInput,
  UpdateEventDocument,
} from "../kit/generated/operations.js";
import { graphOf, makeMeeting, storedEvent, storedMailbox } from "../kit/meetings.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { type RecordingProxy, startRecordingProxy } from "../kit/recording-proxy.js";

const { ines, tomasz } = DEMO_USERS;

describe("moveEvent", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let proxy: RecordingProxy;
  let calendarId: string;

  beforeAll(async () => {
    gateway = await startGateway({
      beforeGraph: async (graphUrl) => {
        proxy = await startRecordingProxy(graphUrl);
        return proxy.url;
      },
    });
    organization = await makeOrganization(gateway, { addresses: [ines.address, tomasz.address] });
    const input = { mailboxId: organization.mailboxIds[0]!, name: "Elsewhere" };
    const { createCalendar } = await organization.writer.data(CreateCalendarDocument, { input });
    calendarId = createCalendar.calendar!.id;
  });
  beforeEach(() => {
    gateway.emulator.faults.clear();
    gateway.emulator.outbox.clear();
    proxy.before = undefined;
    proxy.take();
  });
  afterAll(async () => {
    await gateway.close();
    await proxy.close();
  });

  const move = async (input: Partial<MoveEventInput> & Pick<MoveEventInput, "id">) =>
    (await organization.writer.query(MoveEventDocument, { input: { calendarId, ...input } })).data.moveEvent;
  const asked = () => proxy.take().map(({ method }) => method);
  const stored = (subject: string) =>
    [...storedMailbox(gateway, ines.address).events.values()].filter((event) => event.subject === subject);
  const graphIdOf = (id: string) => parseMailboxObjectGlobalId("Event", id).graphId;
  /** Somebody else's change, past the gateway. */
  const patch = async (id: string, body: object) => {
    const { url, token } = await graphOf(gateway);
    const path = `/v1.0/users/${ines.address}/events/${encodeURIComponent(graphIdOf(id))}`;
    const response = await fetch(`${url}${path}`, {
      method: "PATCH",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
  };
  const elsewhere = () => parseMailboxObjectGlobalId("Calendar", calendarId).graphId;

  test("makes the event anew in the other calendar, then deletes the original, and mails nobody", async () => {
    const before = await makeEvent(organization, {
      subject: "Dentist",
      body: { contentType: "HTML", content: "<p>Upper left</p>" },
      location: "High street",
      showAs: "OUT_OF_OFFICE",
      sensitivity: "PERSONAL",
      importance: "HIGH",
      categories: ["Blue"],
      extendedData: [{ key: "ticket", value: "A-1" }],
    });
    proxy.take();

    const { event, formerId, errors } = await move({ id: before.id, expectedVersion: before.version });

    expect(errors).toEqual([]);
    expect(formerId).toBe(before.id);
    const { id: _id, version: _version, iCalUId: _uid, webLink: _link, ...same } = before;
    expect(event).toMatchObject(same);
    expect(event!.id).not.toBe(before.id);
    expect(stored("Dentist")).toMatchObject([{ calendarId: elsewhere() }]);
    const requests = proxy.take();
    expect(requests.map(({ method }) => method)).toEqual(["GET", "GET", "POST", "DELETE", "GET"]);
    expect(requests[2]!.body).toMatchObject({
      start: { dateTime: "2026-03-02T09:00:00", timeZone: "W. Europe Standard Time" },
      transactionId: expect.stringMatching(/^[\w-]{43}$/),
      extensions: [{ extensionName: "com.addsync.gateway", ticket: "A-1" }],
    });
    expect(requests[3]!.ifMatch).toBe(before.version);
    expect(gateway.emulator.outbox.notices()).toEqual([]);
    const { node } = await organization.reader.data(EventByIdDocument, { id: before.id });
    expect(node).toMatchObject({ id: event!.id });
  });

  test("keeps whole days in their own zone", async () => {
    const whole = { start: { date: "2026-03-02" }, end: { date: "2026-03-04" } };
    const timeZone = "America/Los_Angeles";
    const before = await makeEvent(organization, {
      subject: "Trip",
      start: { ...whole.start, timeZone },
      end: { ...whole.end, timeZone },
    });

    const { event, errors } = await move({ id: before.id });

    expect(errors).toEqual([]);
    expect(event).toMatchObject({ isAllDay: true, ...whole });
  });

  test("to the calendar where it is does nothing", async () => {
    const before = await makeEvent(organization, { subject: "Stays" });
    const { event } = await move({ id: before.id });
    proxy.take();

    const again = await move({ id: event!.id });

    expect(again).toMatchObject({ event: { id: event!.id }, formerId: null, errors: [] });
    expect(asked()).toEqual(["GET", "GET", "GET"]);
  });

  test("that broke off after the copy goes on with that copy", async () => {
    const { id } = await makeEvent(organization, { subject: "Broken off" });
    gateway.emulator.faults.once(
      { method: "DELETE", mailbox: ines.address },
      { kind: "error", status: 503, code: "ServiceUnavailable" },
    );

    const first = await move({ id });
    expect(first).toMatchObject({ event: null, formerId: null, errors: [{ code: "UPSTREAM_UNAVAILABLE" }] });
    expect(stored("Broken off")).toHaveLength(2);

    expect(await move({ id })).toMatchObject({ formerId: id, errors: [] });
    expect(stored("Broken off")).toMatchObject([{ calendarId: elsewhere() }]);
  });

  test("that broke off brings a change of the original in between along", async () => {
    const { id } = await makeEvent(organization, { subject: "Old name" });
    gateway.emulator.faults.once(
      { method: "DELETE", mailbox: ines.address },
      { kind: "error", status: 503, code: "ServiceUnavailable" },
    );
    await move({ id });
    gateway.emulator.clock.advance(1_000);
    await organization.writer.data(UpdateEventDocument, { input: { id, subject: "New name" } });

    expect(await move({ id })).toMatchObject({ event: { subject: "New name" }, errors: [] });
    expect(stored("Old name")).toEqual([]);
    expect(stored("New name")).toHaveLength(1);
  });

  test("brings a change along that somebody makes while it is copied", async () => {
    const { id } = await makeEvent(organization, { subject: "While copied" });
    let isFaster = true;
    proxy.before = async ({ method }) => {
      if (method !== "DELETE" || !isFaster) return;
      isFaster = false;
      await patch(id, { showAs: "free" });
    };
    proxy.take();

    expect(await move({ id })).toMatchObject({ event: { showAs: "FREE" }, formerId: id, errors: [] });
    expect(asked()).toEqual(["GET", "GET", "POST", "DELETE", "GET", "PATCH", "DELETE", "GET"]);
    expect(stored("While copied")).toHaveLength(1);
  });

  test("takes its copy back when somebody invites people meanwhile, and mails nobody itself", async () => {
    const { id } = await makeEvent(organization, { subject: "Becomes a meeting" });
    proxy.before = async ({ method }) => {
      if (method !== "DELETE") return;
      proxy.before = undefined;
      await patch(id, { attendees: [{ emailAddress: { address: tomasz.address }, type: "required" }] });
    };

    expect(await move({ id })).toMatchObject({ event: null, errors: [{ code: "MOVE_REFUSED" }] });
    expect(stored("Becomes a meeting")).toMatchObject([{ attendees: [{}] }]);
    expect(gateway.emulator.outbox.notices().map(({ kind }) => kind)).toEqual(["invitation"]);
  });

  test("with an old version does nothing", async () => {
    const { id, version } = await makeEvent(organization, { subject: "Changed" });
    await patch(id, { showAs: "free" });
    proxy.take();

    expect((await move({ id, expectedVersion: version })).errors).toMatchObject([{ code: "CONFLICT" }]);
    expect(asked()).toEqual(["GET"]);
  });

  describe("is refused with the reasons, in one request", () => {
    test.each<[string, object, string[]]>([
      [
        "a meeting with attendees",
        {
          attendees: [
            { emailAddress: { name: "T", address: tomasz.address }, type: "required", status: { response: "none" } },
          ],
        },
        ["ATTENDEES"],
      ],
      ["an invitation", { isOrganizer: false }, ["NOT_ORGANIZER"]],
      ["an online meeting", { isOnlineMeeting: true }, ["ONLINE_MEETING"]],
      ["a text with images", { body: { contentType: "html", content: '<img src="cid:a@b">' } }, ["ATTACHMENTS"]],
    ])("%s", async (name, change, obstacles) => {
      const { id } = await makeEvent(organization, { subject: name });
      const event = { ...storedEvent(gateway, ines.address, name)!, ...change };
      gateway.emulator.store.putEvent(storedMailbox(gateway, ines.address), event);
      proxy.take();

      const { errors, event: moved } = await move({ id });

      expect(moved).toBeNull();
      expect(errors).toMatchObject([{ __typename: "MoveRefusedError", code: "MOVE_REFUSED", path: ["id"], obstacles }]);
      expect(asked()).toEqual(["GET"]);
      expect(stored(name)).toHaveLength(1);
    });

    test("a meeting as it is in both mailboxes, all reasons at once", async () => {
      const { own } = await makeMeeting(gateway, organization);

      expect((await move({ id: own.id })).errors).toMatchObject([{ obstacles: ["ATTENDEES"] }]);
    });
  });

  describe("bad input is refused before Graph is asked", () => {
    test.each<[string, (id: string) => Partial<MoveEventInput>, string[]]>([
      ["a malformed event id", () => ({ id: "evt_%" }), ["id"]],
      ["an id of another type", () => ({ id: calendarId }), ["id"]],
      ["a malformed calendar id", () => ({ calendarId: "cal_%" }), ["calendarId"]],
      ["an event for a calendar", (id) => ({ calendarId: id }), ["calendarId"]],
      ["no version", () => ({ expectedVersion: "latest" }), ["expectedVersion"]],
    ])("%s", async (_name, over, path) => {
      const { id } = await makeEvent(organization);
      proxy.take();

      expect((await move({ id, ...over(id) })).errors).toMatchObject([{ __typename: "InvalidInputError", path }]);

      expect(proxy.take()).toEqual([]);
    });

    test("a calendar of another mailbox", async () => {
      const { id } = await makeEvent(organization);
      const input = { mailboxId: organization.mailboxIds[1]!, name: "Theirs" };
      const { createCalendar } = await organization.writer.data(CreateCalendarDocument, { input });
      proxy.take();

      const { errors } = await move({ id, calendarId: createCalendar.calendar!.id });

      expect(errors).toMatchObject([{ code: "INVALID_INPUT", path: ["calendarId"] }]);
      expect(proxy.take()).toEqual([]);
    });
  });
});
