import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { mailboxObjectGlobalId, parseRowGlobalId } from "../../src/resolvers/common/global-id.js";
import { eventInput, makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  CalendarsOfMailboxDocument,
  CreateEventDocument,
  type CreateEventInput,
  DeleteEventDocument,
  EventByIdDocument,
  UpdateEventDocument,
  type UpdateEventInput,
  ViewOfCalendarDocument,
} from "../kit/generated/operations.js";
import { type LossyProxy, startLossyProxy } from "../kit/lossy-proxy.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { codesOf } from "../kit/outcome.js";

const berlin = (dateTime: string) => ({ dateTime, timeZone: "Europe/Berlin" });

describe("events", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let proxy: LossyProxy;

  beforeAll(async () => {
    gateway = await startGateway({
      beforeGraph: async (graphUrl) => {
        proxy = await startLossyProxy(graphUrl);
        return proxy.url;
      },
    });
    organization = await makeOrganization(gateway, {
      addresses: [DEMO_USERS.jonas.address, DEMO_USERS.tomasz.address],
    });
    await makeEvent(organization);
  });
  beforeEach(() => gateway.emulator.log.clear());
  afterAll(async () => {
    await gateway.close();
    await proxy.close();
  });

  const create = async (over: Partial<CreateEventInput> = {}) =>
    (await organization.writer.query(CreateEventDocument, { input: eventInput(organization, over) })).data.createEvent;
  const update = async (input: UpdateEventInput) =>
    (await organization.writer.query(UpdateEventDocument, { input })).data.updateEvent;
  const read = async (id: string) => {
    const { node } = await organization.reader.data(EventByIdDocument, { id });
    if (node?.__typename !== "Event") throw new Error("not an event");
    return node;
  };
  const mailboxOf = (address: string) =>
    gateway.emulator.store.userByMail([...gateway.emulator.store.tenants.values()][0]!, address)!.mailbox!;
  const stored = () => [...mailboxOf(DEMO_USERS.jonas.address).events.values()];
  const writes = () => gateway.emulator.log.entries({ service: "graph" }).filter(({ method }) => method !== "GET");

  describe("are written and read", () => {
    test("with every field that can be written", async () => {
      const { event, errors } = await create({
        subject: "Review",
        body: { contentType: "HTML", content: "<p>Bring numbers</p>" },
        location: "Room 4",
        attendees: [
          { address: DEMO_USERS.mei.address, name: "Mei", type: "OPTIONAL" },
          { address: DEMO_USERS.harbour.address, type: "RESOURCE" },
        ],
        showAs: "TENTATIVE",
        sensitivity: "PERSONAL",
        importance: "HIGH",
        categories: ["Blue"],
      });

      expect(errors).toEqual([]);
      expect(event).toMatchObject({
        subject: "Review",
        body: { contentType: "HTML" },
        location: { displayName: "Room 4" },
        start: { instant: "2026-03-02T08:00:00.000Z", timeZone: "Europe/Berlin", timeZoneSource: "EVENT" },
        end: { instant: "2026-03-02T09:00:00.000Z" },
        isAllDay: false,
        attendees: [
          { address: DEMO_USERS.mei.address, name: "Mei", type: "OPTIONAL", response: "NOT_RESPONDED" },
          { address: DEMO_USERS.harbour.address, type: "RESOURCE" },
        ],
        showAs: "TENTATIVE",
        sensitivity: "PERSONAL",
        importance: "HIGH",
        categories: ["Blue"],
        type: "SINGLE_INSTANCE",
      });
      expect(event!.body!.content).toContain("Bring numbers");
      expect(await read(event!.id)).toMatchObject(event!);
    });

    test("a change writes what it names and leaves the rest, attendees above all [demand 44]", async () => {
      const attendees = [{ address: DEMO_USERS.mei.address, name: "Mei" }];
      const before = await makeEvent(organization, { location: "Here", attendees });

      const { event, errors } = await update({
        id: before.id,
        subject: "Moved",
        location: null,
        showAs: "FREE",
        allowPast: true,
      });

      expect(errors).toEqual([]);
      expect(event).toMatchObject({ subject: "Moved", showAs: "FREE", start: before.start, attendees });
      expect(event!.version).not.toBe(before.version);
      expect(event!.location?.displayName || null).toBeNull();
    });

    test("a deletion removes it, and a second one finds nothing", async () => {
      const { id } = await makeEvent(organization);
      const remove = () => organization.writer.query(DeleteEventDocument, { input: { id } });

      expect((await remove()).data.deleteEvent).toEqual({ deletedId: id, errors: [] });
      expect((await remove()).data.deleteEvent).toMatchObject({
        deletedId: null,
        errors: [{ __typename: "NotFoundError", code: "NOT_FOUND" }],
      });
      expect(codesOf(await organization.reader.query(EventByIdDocument, { id }))).toEqual(["NOT_FOUND"]);
    });

    test("in the calendar that was named", async () => {
      const mailboxId = organization.mailboxIds[1]!;
      const { mailbox } = await organization.reader.data(CalendarsOfMailboxDocument, { id: mailboxId });
      const travel = mailbox!.calendars!.nodes.find(({ name }) => name === "Travel")!;

      const event = await makeEvent(organization, { mailboxId, calendarId: travel.id, subject: "Train" });

      const window = { start: "2026-03-01T00:00:00Z", end: "2026-03-03T00:00:00Z" };
      const { node } = await organization.reader.data(ViewOfCalendarDocument, { id: travel.id, ...window });
      expect(node).toMatchObject({ name: "Travel", calendarView: { nodes: [{ id: event.id, subject: "Train" }] } });
    });
  });

  describe("times", () => {
    test("all-day events are dates with an exclusive end [demand 28]", async () => {
      const { event } = await create({ start: { date: "2026-03-02" }, end: { date: "2026-03-04" } });

      expect(event).toMatchObject({
        isAllDay: true,
        start: { __typename: "AllDay", date: "2026-03-02" },
        end: { __typename: "AllDay", date: "2026-03-04" },
      });
      expect(await read(event!.id)).toMatchObject({ start: { date: "2026-03-02" }, end: { date: "2026-03-04" } });
    });

    test.each(["America/Los_Angeles", "Pacific/Auckland", "Asia/Kolkata"])(
      "an all-day event made in %s keeps its dates [demand 28]",
      async (timeZone) => {
        const { event, errors } = await create({
          start: { date: "2026-03-02", timeZone },
          end: { date: "2026-03-03", timeZone },
        });

        expect(errors).toEqual([]);
        expect(event).toMatchObject({ start: { date: "2026-03-02" }, end: { date: "2026-03-03" } });
      },
    );

    test.each([
      ["an IANA name", "Europe/Warsaw", "2026-03-02T08:00:00.000Z"],
      ["a Windows name", "Tokyo Standard Time", "2026-03-02T00:00:00.000Z"],
      ["an old IANA name", "Asia/Calcutta", "2026-03-02T03:30:00.000Z"],
      ["another case", "europe/berlin", "2026-03-02T08:00:00.000Z"],
      ["a zone that Microsoft once refused [demand 27]", "Africa/Casablanca", "2026-03-02T09:00:00.000Z"],
      ["UTC", "UTC", "2026-03-02T09:00:00.000Z"],
    ])("a zone given as %s", async (_name, timeZone, instant) => {
      const { event, errors } = await create({
        start: { dateTime: "2026-03-02T09:00:00", timeZone },
        end: { dateTime: "2026-03-02T10:00:00", timeZone },
      });

      expect(errors).toEqual([]);
      expect(event!.start).toMatchObject({ instant, timeZoneSource: "EVENT" });
      expect((event!.start as { timeZone: string }).timeZone).toMatch(/^[A-Z]\w+(\/\w+)*$/);
    });

    test("an event across a change of clocks lasts as long as it says [demand 29]", async () => {
      const { event } = await create({ start: berlin("2026-03-29T01:30:00"), end: berlin("2026-03-29T03:30:00") });

      expect(event).toMatchObject({
        start: { instant: "2026-03-29T00:30:00.000Z" },
        end: { instant: "2026-03-29T01:30:00.000Z" },
      });
    });

    test("start and end may be in two zones", async () => {
      const { event, errors } = await create({
        start: berlin("2026-03-02T09:00:00"),
        end: { dateTime: "2026-03-02T08:30:00", timeZone: "Europe/London" },
      });

      expect(errors).toEqual([]);
      expect(event!.end).toMatchObject({ instant: "2026-03-02T08:30:00.000Z" });
    });
  });

  describe("versions", () => {
    test("a stale one is a ConflictError, and nothing is written", async () => {
      const before = await makeEvent(organization);
      await update({ id: before.id, subject: "Somebody was faster", expectedVersion: before.version });

      const changed = await update({ id: before.id, subject: "Too late", expectedVersion: before.version });
      const input = { id: before.id, expectedVersion: before.version };
      const deleted = (await organization.writer.query(DeleteEventDocument, { input })).data.deleteEvent;

      for (const { errors } of [changed, deleted]) {
        expect(errors).toMatchObject([{ __typename: "ConflictError", code: "CONFLICT" }]);
      }
      expect((await read(before.id)).subject).toBe("Somebody was faster");
    });

    test("the one that reading shows is the one that writing takes", async () => {
      const { id } = await makeEvent(organization);
      const { version } = await read(id);

      expect((await update({ id, subject: "First", expectedVersion: version })).errors).toEqual([]);
    });
  });

  test("the text of an online meeting is left alone, because its join link stands in it [demand 45]", async () => {
    const online = [...mailboxOf(DEMO_USERS.tomasz.address).events.values()].find((event) => event.isOnlineMeeting)!;
    const mailboxId = parseRowGlobalId("Mailbox", organization.mailboxIds[1]!);
    const id = mailboxObjectGlobalId("Event", { mailboxId, graphId: online.immutableId });

    const { errors } = await update({ id, body: { content: "Without a link" }, allowPast: true });

    expect(errors).toMatchObject([{ code: "INVALID_INPUT", path: ["body"] }]);
    expect(writes()).toEqual([]);
    const { event } = await update({ id, subject: "Renamed", allowPast: true });
    expect(event).toMatchObject({ subject: "Renamed", onlineMeeting: { joinUrl: expect.stringContaining("http") } });
  });

  test.each([
    ["unknown", "AAMkunknownunknownunknown"],
    ["of another mailbox", ""],
    ["no id of Graph's", "not an id!".replaceAll(" ", "+")],
    ["with path signs", "../../other/events"],
  ])("an event id that is %s finds nothing in this mailbox", async (_name, text) => {
    const other = [...mailboxOf(DEMO_USERS.tomasz.address).events.values()][0]!.immutableId;
    const mailboxId = parseRowGlobalId("Mailbox", organization.mailboxIds[0]!);
    const id = mailboxObjectGlobalId("Event", { mailboxId, graphId: text || other });

    expect(codesOf(await organization.reader.query(EventByIdDocument, { id }))).toEqual(["NOT_FOUND"]);
    expect(codesOf(await organization.writer.query(DeleteEventDocument, { input: { id } }))).toEqual(["NOT_FOUND"]);
    const asked = gateway.emulator.log.entries({ service: "graph" }).map(({ mailbox }) => mailbox);
    expect(new Set(asked)).toEqual(new Set([DEMO_USERS.jonas.address]));
  });

  describe("a creation that is repeated makes one event [demand 43]", () => {
    test("after Graph asked to wait", async () => {
      const before = stored().length;
      gateway.emulator.faults.once(
        { method: "POST", mailbox: DEMO_USERS.jonas.address },
        { kind: "error", status: 429, code: "ApplicationThrottled", retryAfterSeconds: 0 },
      );

      const { event, errors } = await create({ subject: "Waited" });

      expect(errors).toEqual([]);
      expect(event!.subject).toBe("Waited");
      expect(writes().map(({ status }) => status)).toEqual([429, 201]);
      expect(stored()).toHaveLength(before + 1);
    });

    test("after the connection broke before Graph answered", async () => {
      const before = stored().length;
      gateway.emulator.faults.once({ method: "POST", mailbox: DEMO_USERS.jonas.address }, { kind: "reset" });

      expect((await create({ subject: "Broken off" })).errors).toEqual([]);

      expect(writes().map(({ status }) => status)).toEqual([0, 201]);
      expect(stored()).toHaveLength(before + 1);
    });

    test("after Graph made the event and its answer was lost", async () => {
      const before = stored().length;
      proxy.loseNext("POST");

      const { event, errors } = await create({ subject: "Lost answer" });

      expect(errors).toEqual([]);
      expect(writes().map(({ status }) => status)).toEqual([201, 201]);
      expect(stored()).toHaveLength(before + 1);
      expect(stored().filter(({ subject }) => subject === "Lost answer")).toHaveLength(1);
      expect((await read(event!.id)).subject).toBe("Lost answer");
    });
  });
});
