import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { UTC } from "../../emulator/core/time-zones.js";
import { zonedFromInstant } from "../../emulator/core/zoned-time.js";
import { DEMO_TENANT_ID, DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import {
  mailboxObjectGlobalId,
  parseMailboxObjectGlobalId,
  parseRowGlobalId,
} from "../../src/resolvers/common/global-id.js";
import { eventInput, makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  CalendarViewDocument,
  CreateEventDocument,
  type CreateEventInput,
  EventBodiesDocument,
  EventByIdDocument,
  EventOriginDocument,
  EventTimesInDocument,
  UpdateEventDocument,
  type UpdateEventInput,
  ViewWithOriginDocument,
} from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";

const WINDOW = { start: "2026-03-02T00:00:00Z", end: "2026-03-03T00:00:00Z" };
const QUAY = {
  displayName: "Quay 4",
  emailAddress: "quay4@quarry.example",
  uri: "https://maps.example/quay",
  type: "CONFERENCE_ROOM",
  address: { street: "Quay 4", city: "Tallinn", state: "Harju", postalCode: "10151", countryOrRegion: "Estonia" },
  coordinates: { latitude: 59.44, longitude: 24.75, altitude: 12, accuracy: 5, altitudeAccuracy: 1 },
} as const;

describe("events whole", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;

  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway, { addresses: [DEMO_USERS.jonas.address] });
    await makeEvent(organization, { start: { date: "2020-01-01" }, end: { date: "2020-01-02" } });
  });
  beforeEach(() => gateway.emulator.log.clear());
  afterAll(() => gateway.close());

  const create = async (over: Partial<CreateEventInput> = {}) =>
    (await organization.writer.query(CreateEventDocument, { input: eventInput(organization, over) })).data.createEvent;
  const update = async (input: UpdateEventInput) =>
    (await organization.writer.query(UpdateEventDocument, { input })).data.updateEvent;
  const read = async (id: string) => {
    const { node } = await organization.reader.data(EventByIdDocument, { id });
    if (node?.__typename !== "Event") throw new Error("not an event");
    return node;
  };
  const mailbox = () => gateway.emulator.store.tenant(DEMO_TENANT_ID)!.users.get(DEMO_USERS.jonas.id)!.mailbox!;
  const requests = () => gateway.emulator.log.entries({ service: "graph" });
  const seeded = (over: Partial<Parameters<TestGateway["emulator"]["add"]["addEvent"]>[1]>) => {
    const event = gateway.emulator.add.addEvent(mailbox(), {
      subject: "Seeded",
      start: zonedFromInstant(Date.UTC(2026, 2, 2, 9), UTC),
      end: zonedFromInstant(Date.UTC(2026, 2, 2, 10), UTC),
      ...over,
    });
    const mailboxId = parseRowGlobalId("Mailbox", organization.mailboxIds[0]!);
    return mailboxObjectGlobalId("Event", { mailboxId, graphId: event.immutableId });
  };

  test("every detail is written in one request and read back in one [user-demands 53]", async () => {
    const { event, errors } = await create({
      subject: "Review 🚢 סקירה",
      locations: [QUAY, { displayName: "Online" }],
      reminder: { minutesBefore: 30 },
      responseRequested: false,
      hideAttendees: true,
      allowNewTimeProposals: false,
    });

    expect(errors).toEqual([]);
    expect(requests().map(({ method }) => method)).toEqual(["POST"]);
    expect(event).toMatchObject({
      subject: "Review 🚢 סקירה",
      location: QUAY,
      locations: [QUAY, { displayName: "Online", type: "DEFAULT", address: null, coordinates: null }],
      reminder: { isOn: true, minutesBefore: 30 },
      responseRequested: false,
      hideAttendees: true,
      allowNewTimeProposals: false,
      isDraft: false,
      isOnlineMeeting: false,
      onlineMeeting: null,
      respondedAt: null,
      originalStart: null,
      seriesMasterId: null,
    });
    gateway.emulator.log.clear();
    expect(await read(event!.id)).toMatchObject(event!);
    expect(requests()).toHaveLength(1);
  });

  test("a change writes the details that it names, and leaves the others", async () => {
    const before = await makeEvent(organization, { locations: [QUAY], reminder: { minutesBefore: 30 } });

    const { event } = await update({ id: before.id, reminder: null, hideAttendees: true });

    expect(event).toMatchObject({
      locations: [QUAY],
      reminder: { isOn: false, minutesBefore: 30 },
      hideAttendees: true,
    });
    const moved = await update({ id: before.id, locations: [{ displayName: "Elsewhere" }], reminder: {} });
    expect(moved.event).toMatchObject({
      location: { displayName: "Elsewhere" },
      locations: [{ displayName: "Elsewhere" }],
      reminder: { isOn: true, minutesBefore: 30 },
    });
    expect((await update({ id: before.id, locations: [] })).event).toMatchObject({ location: null, locations: [] });
  });

  test("attendees come with when they answered, and with the time that they proposed", async () => {
    const at = Date.UTC(2026, 1, 20, 8);
    const id = seeded({
      attendees: [
        {
          emailAddress: { name: "Mei", address: DEMO_USERS.mei.address },
          type: "required",
          status: { response: "tentativelyAccepted", at },
          proposedNewTime: {
            start: zonedFromInstant(Date.UTC(2026, 2, 3, 9), UTC),
            end: zonedFromInstant(Date.UTC(2026, 2, 3, 10), UTC),
          },
        },
      ],
    });

    expect((await read(id)).attendees).toEqual([
      {
        name: "Mei",
        address: DEMO_USERS.mei.address,
        type: "REQUIRED",
        response: "TENTATIVELY_ACCEPTED",
        respondedAt: "2026-02-20T08:00:00.000Z",
        proposedTime: {
          start: { instant: "2026-03-03T09:00:00.000Z", timeZone: "UTC" },
          end: { instant: "2026-03-03T10:00:00.000Z" },
        },
      },
    ]);
  });

  test("an instance of a series names its series by an id that can be read, and its first start", async () => {
    const reader = organization.reader;
    const id = organization.mailboxIds[0]!;
    const wide = { start: "2026-01-01T00:00:00Z", end: "2026-12-31T00:00:00Z" };
    const { mailbox: found } = await reader.data(CalendarViewDocument, { id, ...wide, first: 100 });
    const occurrence = found!.calendarView!.edges.map(({ node }) => node).find(({ type }) => type === "OCCURRENCE")!;

    expect(occurrence.start).toMatchObject({ instant: occurrence.originalStart });
    expect(await read(occurrence.seriesMasterId!)).toMatchObject({
      type: "SERIES_MASTER",
      seriesMasterId: null,
      originalStart: null,
    });
    expect(parseMailboxObjectGlobalId("Event", occurrence.seriesMasterId!)).toBeDefined();
  });

  describe("times", () => {
    test("are shown in any zone, in the event's own by default [user-demands 26]", async () => {
      const { id } = await makeEvent(organization);
      const { node } = await organization.reader.data(EventTimesInDocument, { id, timeZone: "Nepal Standard Time" });

      expect(node).toMatchObject({
        start: {
          own: "2026-03-02T09:00:00",
          ownOffset: "+01:00",
          local: "2026-03-02T13:45:00",
          offset: "+05:45",
        },
      });
      expect(requests().filter(({ method }) => method === "GET")).toHaveLength(1);
    });

    test("dates begin at an instant of a zone [user-demands 28]", async () => {
      const { id } = await makeEvent(organization, { start: { date: "2026-03-02" }, end: { date: "2026-03-03" } });
      const { node } = await organization.reader.data(EventTimesInDocument, { id, timeZone: "Europe/Berlin" });

      expect(node).toMatchObject({
        start: { date: "2026-03-02", begins: "2026-03-01T23:00:00.000Z" },
        end: { date: "2026-03-03", begins: "2026-03-02T23:00:00.000Z" },
      });
    });

    test("a zone that nobody knows costs the fields that ask for it, and not the event [user-demands 27]", async () => {
      const { id } = await makeEvent(organization);
      const { data, errors } = await organization.reader.query(EventTimesInDocument, { id, timeZone: "Mars/Olympus" });

      expect(data.node).toMatchObject({ start: { own: "2026-03-02T09:00:00", local: null, offset: null } });
      expect(errors!.map(({ extensions }) => extensions!.code)).toEqual(Array(4).fill("INVALID_INPUT"));
      expect(errors![0]!.message).toContain("Europe/Berlin");
    });
  });

  describe("bodies", () => {
    const content =
      '<p onclick="x()">Bring <b>numbers</b></p><script>alert(1)</script><img src="https://t.example/p.png">';

    test("are stored as given and answered in any number of forms with one read", async () => {
      const { id, body } = await makeEvent(organization, { body: { contentType: "HTML", content } });
      expect(body!.content).toContain(content);
      gateway.emulator.log.clear();

      const { node } = await organization.reader.data(EventBodiesDocument, { id });

      expect(requests()).toHaveLength(1);
      if (!node || !("html" in node)) throw new Error("not an event");
      expect(node.body).toEqual(body);
      expect(node.html).toEqual(body);
      expect(node.text).toEqual({ contentType: "TEXT", content: "Bring numbers" });
      expect(node.safe!.content.trim()).toBe("<p>Bring <b>numbers</b></p>");
      expect(node.withImages!.content).toContain('<img src="https://t.example/p.png" />');
    });
  });

  describe("when they were made and changed", () => {
    test("is read with one event as its two members, and with a view as whole events", async () => {
      const { id } = await makeEvent(organization);
      gateway.emulator.log.clear();

      const { node } = await organization.reader.data(EventOriginDocument, { id });
      const view = await organization.reader.data(ViewWithOriginDocument, {
        id: organization.mailboxIds[0]!,
        ...WINDOW,
      });

      expect(node).toMatchObject({ createdAt: expect.stringMatching(/Z$/), changedAt: expect.stringMatching(/Z$/) });
      expect(view.mailbox!.calendarView!.nodes).toContainEqual({ id, ...node });
      const [one, many] = requests().map(({ query }) => decodeURIComponent(query));
      expect(one).toMatch(/select=[\w,]*createdDateTime,lastModifiedDateTime/);
      expect(many).not.toContain("select");
    });
  });

  test("only what is selected is asked for, and what says whether it is private and which event it is", async () => {
    await organization.reader.data(EventTimesInDocument, { id: (await makeEvent(organization)).id, timeZone: "UTC" });

    const [request] = requests().filter(({ method }) => method === "GET");
    expect(decodeURIComponent(request!.query)).toBe(
      "?$select=id,start,end,isAllDay,originalStartTimeZone,originalEndTimeZone,sensitivity,iCalUId,type,seriesMasterId,originalStart".slice(
        request!.query.startsWith("?") ? 0 : 1,
      ),
    );
  });
});
