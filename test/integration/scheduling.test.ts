import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { zonedFromInstant } from "../../emulator/core/zoned-time.js";
import { DEMO_TENANT_ID, DEMO_USERS, DIRECTORY_APP, PERSONAL_USER } from "../../emulator/seed/demo-ids.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  FindMeetingTimesDocument,
  type FindMeetingTimesInput,
  type FreeBusyReach,
  RoomListsDocument,
  RoomSchedulesDocument,
  RoomsDocument,
  type RoomsQueryVariables,
  ScheduleOfMailboxDocument,
  SchedulesDocument,
  SchedulesOfMailboxesDocument,
  type SchedulesQueryVariables,
  UpdateConnectionDocument,
} from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { UNKNOWN_ROW } from "../kit/outcome.js";
import { addMailbox, beginSignIn, makeSignInOrganization, signIn, startSignInGateway } from "../kit/sign-in.js";

const { ines, tomasz, mei, priya, daniel, hana, harbour, lighthouse, attic, nora } = DEMO_USERS;
/** A Monday far from the demo's events. */
const DAY = { start: "2031-03-03T00:00:00Z", end: "2031-03-04T00:00:00Z" };

const time = (iso: string) => zonedFromInstant(Date.parse(iso));

describe("scheduling", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;

  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway, {
      app: DIRECTORY_APP,
      addresses: [ines, tomasz, mei, priya, daniel, hana, harbour].map(({ address }) => address),
    });
    put(ines.id, "2031-03-03T09:00:00Z", "2031-03-03T10:00:00Z", { subject: "Budget" });
    put(ines.id, "2031-03-03T09:30:00Z", "2031-03-03T11:00:00Z", { showAs: "tentative", subject: "Maybe" });
    put(ines.id, "2031-03-03T14:00:00Z", "2031-03-03T15:00:00Z", { sensitivity: "private", subject: "Doctor" });
    put(tomasz.id, "2031-03-03T13:00:00Z", "2031-03-03T14:00:00Z", { showAs: "oof" });
    put(harbour.id, "2031-03-03T12:00:00Z", "2031-03-03T13:00:00Z", {});
    put(lighthouse.id, "2031-03-03T15:00:00Z", "2031-03-03T16:00:00Z", { subject: "Hidden" });
  });
  afterAll(() => gateway.close());
  beforeEach(async () => {
    await reach("SPECIFIED");
    gateway.emulator.log.clear();
  });

  function put(userId: string, start: string, end: string, over: object) {
    const { mailbox } = gateway.emulator.store.tenant(DEMO_TENANT_ID)!.users.get(userId)!;
    gateway.emulator.add.addEvent(mailbox!, { start: time(start), end: time(end), ...over });
  }

  async function reach(freeBusyReach: FreeBusyReach) {
    await organization.admin.data(UpdateConnectionDocument, {
      input: { id: organization.connectionId, freeBusyReach },
    });
  }

  const ask = (over: Partial<SchedulesQueryVariables>) =>
    organization.reader.query(SchedulesDocument, { organization: organization.id, ...DAY, ...over });
  const requests = () => gateway.emulator.log.entries({ pathEnd: "/getSchedule" });
  const rooms = (over: Partial<RoomsQueryVariables> = {}) =>
    organization.reader.query(RoomsDocument, { connection: organization.connectionId, ...over });

  describe("schedules", () => {
    test("of several mailboxes and addresses are one request, with items, merged blocks, view and working hours", async () => {
      const { data, errors } = await ask({
        mailboxIds: organization.mailboxIds.slice(0, 2),
        addresses: [mei.address.toUpperCase()],
      });

      expect(errors).toBeUndefined();
      const [first, second, third] = data.organization!.schedules!;
      expect(first).toMatchObject({
        address: ines.address,
        mailbox: { id: organization.mailboxIds[0] },
        items: [
          { status: "BUSY", subject: "Budget", isPrivate: false },
          { status: "TENTATIVE", subject: "Maybe" },
          { status: "BUSY", subject: null, location: null, isPrivate: true },
        ],
        busy: [
          { start: "2031-03-03T09:00:00.000Z", end: "2031-03-03T10:00:00.000Z", status: "BUSY" },
          { start: "2031-03-03T10:00:00.000Z", end: "2031-03-03T11:00:00.000Z", status: "TENTATIVE" },
          { start: "2031-03-03T14:00:00.000Z", end: "2031-03-03T15:00:00.000Z", status: "BUSY" },
        ],
        availabilityView: `${"0".repeat(18)}2211${"0".repeat(6)}22${"0".repeat(18)}`,
        availabilityViewInterval: 30,
        workingHours: { timeZone: "Europe/London", startTime: "08:00", utcOffsetMinutes: null },
        source: "GET_SCHEDULE",
        error: null,
      });
      expect(Date.now() - Date.parse(first!.asOf!)).toBeLessThan(60_000);
      expect(second?.busy).toMatchObject([{ status: "OUT_OF_OFFICE" }]);
      expect(third).toMatchObject({ address: mei.address, mailbox: { id: organization.mailboxIds[2] }, error: null });
      expect(requests()).toHaveLength(1);
    });

    test("in one query of all mailboxes are as many requests as chunks", async () => {
      const { errors } = await organization.reader.query(SchedulesOfMailboxesDocument, {
        organization: organization.id,
        ...DAY,
      });
      expect(errors).toBeUndefined();
      expect(requests()).toHaveLength(1);
    });

    test("asked for by two callers at once share the request", async () => {
      gateway.emulator.latency.graphMs = 150;
      gateway.emulator.log.clear();
      await Promise.all([1, 2, 3].map(() => ask({ mailboxIds: organization.mailboxIds })));
      gateway.emulator.latency.graphMs = 0;
      expect(requests()).toHaveLength(1);
    });

    test("over half a year are read in pieces, and make one view", async () => {
      const { data, errors } = await ask({
        mailboxIds: [organization.mailboxIds[0]!],
        start: "2031-01-01T00:00:00Z",
        end: "2031-06-30T00:00:00Z",
        interval: 1_440,
      });
      expect(errors).toBeUndefined();
      expect(requests()).toHaveLength(5);
      expect(data.organization!.schedules![0]!.availabilityView).toHaveLength(180);
      expect(data.organization!.schedules![0]!.items.filter(({ subject }) => subject === "Budget")).toHaveLength(1);
    });

    test("of addresses that nobody specified are not told, whether they exist or not, and Microsoft is not asked", async () => {
      const { data } = await ask({ addresses: [nora.address, attic.address, "nobody@larkfield.example"] });
      const errors = data.organization!.schedules!.map(({ error }) => error);
      expect(errors[0]).toMatchObject({ reason: "NOT_SPECIFIED", code: "NOT_FOUND", upstreamCode: null });
      expect(errors).toEqual([errors[0], errors[0], errors[0]]);
      expect(gateway.emulator.log.entries()).toEqual([]);
    });

    test("of rooms are told where a connection tells of rooms, and of nobody else", async () => {
      await reach("ROOMS");
      const { data } = await ask({ addresses: [lighthouse.address, DEMO_USERS.oskar.address] });
      expect(data.organization!.schedules).toMatchObject([
        { address: lighthouse.address, mailbox: null, items: [{ status: "BUSY", subject: null }], error: null },
        { error: { reason: "NOT_SPECIFIED" } },
      ]);
    });

    test("of anybody are told where a connection tells of its tenant: times alone; who is not there has an error of its own", async () => {
      await reach("TENANT");
      const { data, errors } = await ask({
        mailboxIds: [organization.mailboxIds[0]!],
        addresses: [lighthouse.address, nora.address, "nobody@larkfield.example"],
      });
      expect(errors).toBeUndefined();
      expect(data.organization!.schedules).toMatchObject([
        { address: ines.address, items: [{ subject: "Budget" }, {}, {}] },
        { address: lighthouse.address, items: [{ subject: null }], error: null },
        { address: nora.address, error: { reason: "NOT_FOUND", upstreamCode: "5009" } },
        { error: { reason: "NOT_FOUND", code: "MAILBOX_UNAVAILABLE", upstreamCode: "5009" } },
      ]);
    });

    test("work with the permission level FREE_BUSY", async () => {
      const input = { id: organization.connectionId, permissionLevel: "FREE_BUSY" as const };
      await organization.admin.data(UpdateConnectionDocument, { input });
      const { data } = await ask({ mailboxIds: [organization.mailboxIds[0]!] });
      await organization.admin.data(UpdateConnectionDocument, { input: { ...input, permissionLevel: "READ_WRITE" } });
      expect(data.organization!.schedules![0]!.busy).toHaveLength(3);
    });

    test("of a mailbox that is out of reach are null with an error at the field, and an error in the list", async () => {
      const id = organization.mailboxIds[0]!;
      gateway.emulator.faults.add({
        match: { service: "graph", path: "*/getSchedule" },
        times: 3,
        action: { kind: "error", status: 403, code: "ErrorAccessDenied" },
      });
      const { data, errors } = await organization.reader.query(ScheduleOfMailboxDocument, { id, ...DAY });
      expect(data.mailbox?.schedule).toBeNull();
      expect(errors).toMatchObject([{ path: ["mailbox", "schedule"], extensions: { code: "CONSENT_MISSING" } }]);
      gateway.emulator.faults.clear();
    });

    test.each<[string, Partial<SchedulesQueryVariables>, string, readonly string[]]>([
      ["nobody", {}, "INVALID_INPUT", ["mailboxIds"]],
      ["an end before the start", { addresses: [ines.address], end: "2031-03-02T00:00:00Z" }, "INVALID_INPUT", ["end"]],
      ["an empty window", { addresses: [ines.address], end: DAY.start }, "INVALID_INPUT", ["end"]],
      ["a window of 187 days", { addresses: [ines.address], end: "2031-09-06T00:00:00Z" }, "LIMIT_EXCEEDED", ["end"]],
      ["slots of 4 minutes", { addresses: [ines.address], interval: 4 }, "INVALID_INPUT", ["availabilityViewInterval"]],
      [
        "slots of 1,441 minutes",
        { addresses: [ines.address], interval: 1_441 },
        "INVALID_INPUT",
        ["availabilityViewInterval"],
      ],
      ["no address", { addresses: [ines.address, "ines"] }, "INVALID_INPUT", ["addresses", "1"]],
      ["no id", { mailboxIds: ["ines"] }, "INVALID_INPUT", ["mailboxIds", "0"]],
      [
        "1,001 addresses",
        { addresses: Array.from({ length: 1_001 }, (_, n) => `a${n}@b.co`) },
        "LIMIT_EXCEEDED",
        ["addresses"],
      ],
    ])("for %s are refused before Microsoft is asked", async (_, over, code, path) => {
      const { errors } = await ask(over);
      expect(errors).toMatchObject([{ extensions: { code, argumentPath: path } }]);
      expect(gateway.emulator.log.entries()).toEqual([]);
    });

    test("of 10,000 addresses cost too much", async () => {
      const { data, errors } = await ask({ addresses: Array.from({ length: 10_000 }, (_, n) => `a${n}@b.co`) });
      expect(data).toBeUndefined();
      expect(errors?.[0]?.extensions).toMatchObject({ limit: { name: "cost" } });
    });

    test("of a mailbox that is not there say so at their place", async () => {
      const { data } = await ask({ mailboxIds: [`mbx_${UNKNOWN_ROW}`, organization.mailboxIds[0]!] });
      expect(data.organization!.schedules).toMatchObject([{ error: { code: "NOT_FOUND" } }, { error: null }]);
    });
  });

  describe("rooms", () => {
    test("are those of the tenant by name, filtered as they are asked for", async () => {
      const { data, errors } = await rooms();
      expect(errors).toBeUndefined();
      expect(data.connection!.rooms!.nodes).toMatchObject([
        { displayName: "Room Attic", capacity: 4, building: "Quay House", floorNumber: 5, bookingType: "STANDARD" },
        {
          displayName: "Room Harbour",
          address: harbour.address,
          videoDeviceName: "Wall camera",
          isWheelChairAccessible: true,
        },
        { displayName: "Room Lighthouse", displayDeviceName: "Screen 65", postalAddress: { city: "London" } },
      ]);
      expect(gateway.emulator.log.count({ pathEnd: "/places/microsoft.graph.room" })).toBe(1);
    });

    test.each<[NonNullable<RoomsQueryVariables["filter"]>, readonly string[]]>([
      [{ minCapacity: 6 }, ["Room Harbour", "Room Lighthouse"]],
      [{ building: "quay house", floorNumber: 3 }, ["Room Lighthouse"]],
      [{ features: ["VIDEO", "WHEEL_CHAIR_ACCESS"] }, ["Room Harbour"]],
      [{ features: ["AUDIO"] }, []],
      [{ city: "LONDON", floorLabel: "5" }, ["Room Attic"]],
      [{ tags: ["quiet"] }, []],
      [{ roomList: "rooms.quay-house@larkfield.example", minCapacity: 10 }, ["Room Harbour"]],
    ])("that match %j", async (filter, names) => {
      const { data } = await rooms({ filter });
      expect(data.connection!.rooms!.nodes.map(({ displayName }) => displayName)).toEqual(names);
    });

    test("that are free are told as far as they may be asked, and how many are not known", async () => {
      const during = { start: "2031-03-03T12:30:00Z", end: "2031-03-03T12:45:00Z" };
      const few = await rooms({ freeDuring: during });
      expect(few.data.connection!.rooms!.nodes).toEqual([]);
      expect(few.extensions!.notices).toMatchObject([{ code: "ROOMS_UNKNOWN" }]);

      await reach("ROOMS");
      gateway.emulator.log.clear();
      const all = await rooms({ freeDuring: during });
      expect(all.data.connection!.rooms!.nodes.map(({ displayName }) => displayName)).toEqual([
        "Room Attic",
        "Room Lighthouse",
      ]);
      expect(requests()).toHaveLength(1);
      expect(all.extensions?.notices).toBeUndefined();
    });

    test("are paged, past the hundred at which Microsoft's own finders stop (user-demands 63)", async () => {
      const { store, add } = gateway.emulator;
      const tenant = store.tenant(DEMO_TENANT_ID)!;
      for (let n = 0; n < 120; n++) {
        const displayName = `Booth ${String(n).padStart(3, "0")}`;
        add.addUser(tenant, {
          userPrincipalName: `booth.${n}@larkfield.example`,
          displayName,
          mailbox: { purpose: "room", place: { displayName, capacity: 1 } },
        });
      }
      const first = await rooms({ first: 100 });
      const { pageInfo, nodes } = first.data.connection!.rooms!;
      expect([nodes.length, pageInfo.hasNextPage]).toEqual([100, true]);
      const second = await rooms({ first: 100, after: pageInfo.endCursor! });
      expect(second.data.connection!.rooms!.nodes).toHaveLength(23);
      expect(gateway.emulator.log.count({ pathEnd: "/places/microsoft.graph.room" })).toBe(4);
    });

    test("and their schedules come in ceil(n/20) requests, with what may not be known null at its place", async () => {
      await reach("ROOMS");
      gateway.emulator.log.clear();
      const { data, errors } = await organization.reader.query(RoomSchedulesDocument, {
        connection: organization.connectionId,
        ...DAY,
      });
      expect(errors).toBeUndefined();
      expect(data.connection!.rooms!.nodes).toHaveLength(50);
      expect(requests()).toHaveLength(3);
    });

    test("lists of rooms are told", async () => {
      const { data } = await organization.reader.query(RoomListsDocument, { connection: organization.connectionId });
      expect(data.connection!.roomLists!.nodes).toMatchObject([
        { displayName: "Quay House rooms", address: "rooms.quay-house@larkfield.example" },
      ]);
    });

    test("without Place.Read.All are CONSENT_MISSING, with the permission's name", async () => {
      const { connectionId, reader } = await makeOrganization(gateway, { addresses: [] });
      const { data, errors } = await reader.query(RoomsDocument, { connection: connectionId });
      expect(data.connection?.rooms).toBeNull();
      expect(errors).toMatchObject([{ extensions: { code: "CONSENT_MISSING" } }]);
      expect(errors?.[0]?.message).toContain("Place.Read.All");
    });

    test.each<[string, Partial<RoomsQueryVariables>, readonly string[]]>([
      ["a negative capacity", { filter: { minCapacity: -1 } }, ["filter", "minCapacity"]],
      ["a list that is no address", { filter: { roomList: "quay" } }, ["filter", "roomList"]],
      ["a list that is not there", { filter: { roomList: "no@larkfield.example" } }, ["roomList"]],
      ["a time that ends before it starts", { freeDuring: { start: DAY.end, end: DAY.start } }, ["freeDuring", "end"]],
      ["a foreign cursor", { after: "nonsense" }, ["after"]],
    ])("for %s are refused", async (_, over, path) => {
      const { errors } = await rooms(over);
      expect(errors).toMatchObject([{ extensions: { argumentPath: path } }]);
    });
  });

  describe("times for meetings (user-demands 61)", () => {
    const find = (over: Partial<FindMeetingTimesInput> = {}) =>
      organization.reader.query(FindMeetingTimesDocument, {
        organization: organization.id,
        input: {
          required: organization.mailboxIds.slice(0, 2),
          ...DAY,
          durationMinutes: 60,
          timeZone: "Europe/London",
          ...over,
        },
      });

    test("are ranked, with reasons, attendance and how fresh everybody's data is, from one request", async () => {
      const { data, errors } = await find({ optional: [organization.mailboxIds[2]!], maxResults: 3 });
      expect(errors).toBeUndefined();
      const { suggestions, people, emptyReasons } = data.organization!.findMeetingTimes!;
      expect(emptyReasons).toEqual([]);
      expect(suggestions.map(({ start, score }) => [start, score])).toEqual([
        ["2031-03-03T08:00:00.000Z", 100],
        ["2031-03-03T11:00:00.000Z", 100],
        ["2031-03-03T11:30:00.000Z", 100],
      ]);
      expect(suggestions[0]!.reasons.map(({ kind }) => kind)).toEqual([
        "ALL_REQUIRED_FREE",
        "ALL_OPTIONAL_FREE",
        "WITHIN_WORKING_HOURS",
      ]);
      expect(suggestions[0]!.attendance).toMatchObject([
        { person: { address: ines.address }, status: "FREE", isInWorkingHours: true },
        { person: { address: tomasz.address }, status: "FREE" },
        { person: { address: mei.address }, status: "FREE" },
      ]);
      expect(people).toMatchObject([
        {
          address: ines.address,
          isRequired: true,
          source: "GET_SCHEDULE",
          workingHours: { timeZone: "Europe/London" },
          error: null,
        },
        { isRequired: true, workingHours: { timeZone: "Europe/Warsaw" } },
        { address: mei.address, isRequired: false, mailbox: { id: organization.mailboxIds[2] } },
      ]);
      expect(Date.now() - Date.parse(people[0]!.asOf!)).toBeLessThan(60_000);
      expect(requests()).toHaveLength(1);
      // Microsoft's own takes no application permission.
      expect(gateway.emulator.log.count({ pathEnd: "/findMeetingTimes" })).toBe(0);
    });

    test("at which somebody is tentative rank lower, or are left out", async () => {
      const window = { start: "2031-03-03T10:00:00Z", end: "2031-03-03T11:00:00Z" };
      const lower = (await find(window)).data.organization!.findMeetingTimes!.suggestions;
      expect(lower).toMatchObject([{ score: 75, attendance: [{ status: "TENTATIVE" }, { status: "FREE" }] }]);
      expect(lower[0]!.reasons[0]).toMatchObject({ kind: "REQUIRED_TENTATIVE" });
      const none = (await find({ ...window, allowTentative: false })).data.organization!.findMeetingTimes!;
      expect(none).toMatchObject({ suggestions: [], emptyReasons: [{ kind: "REQUIRED_BUSY" }] });
    });

    test("of people whose days do not meet are none, with the hours of all", async () => {
      const [, , , , newYork, tokyo] = organization.mailboxIds;
      const { data } = await find({ required: [newYork!, tokyo!] });
      const { suggestions, emptyReasons } = data.organization!.findMeetingTimes!;
      expect(suggestions).toEqual([]);
      expect(emptyReasons).toMatchObject([{ kind: "NO_COMMON_WORKING_HOURS" }]);
      expect(emptyReasons[0]!.message).toContain("No time in the working hours of all");
      expect(emptyReasons[0]!.message).toContain("Asia/Tokyo");
      const any = await find({ required: [newYork!, tokyo!], hours: "ANY_HOURS" });
      expect(any.data.organization!.findMeetingTimes!.suggestions).toHaveLength(10);
    });

    test("keep buffers, notice and excluded ranges", async () => {
      const window = { start: "2031-03-03T11:00:00Z", end: "2031-03-03T14:00:00Z" };
      const starts = async (over: Partial<FindMeetingTimesInput>) =>
        (await find({ ...window, ...over })).data.organization!.findMeetingTimes!.suggestions.map(({ start }) =>
          start.slice(11, 16),
        );
      expect(await starts({})).toEqual(["11:00", "11:30", "12:00"]);
      expect(await starts({ bufferAfterMinutes: 15 })).toEqual(["11:00", "11:30"]);
      expect(await starts({ bufferBeforeMinutes: 15, allowTentative: false })).toEqual(["11:30", "12:00"]);
      expect(await starts({ excluded: [{ start: "2031-03-03T11:15:00Z", end: "2031-03-03T11:45:00Z" }] })).toEqual([
        "12:00",
      ]);
      expect(
        (await find({ ...window, start: "2020-01-01T00:00:00Z", end: "2020-01-02T00:00:00Z" })).data.organization!
          .findMeetingTimes!.emptyReasons,
      ).toMatchObject([{ kind: "NOTICE_TOO_LONG" }]);
    });

    test("need as many rooms as are asked for, named or found", async () => {
      const named = await find({
        start: "2031-03-03T11:00:00Z",
        end: "2031-03-03T13:00:00Z",
        rooms: { mailboxIds: [organization.mailboxIds[6]!] },
      });
      expect(named.data.organization!.findMeetingTimes!.suggestions).toMatchObject([
        { start: "2031-03-03T11:00:00.000Z", rooms: [{ address: harbour.address }] },
      ]);
      await reach("ROOMS");
      const filter = { building: "Quay House", minCapacity: 5 };
      const found = await find({
        start: "2031-03-03T12:00:00Z",
        end: "2031-03-03T13:00:00Z",
        rooms: { connectionId: organization.connectionId, filter },
      });
      expect(found.data.organization!.findMeetingTimes!.suggestions).toMatchObject([
        { rooms: [{ displayName: "Room Lighthouse" }] },
      ]);
      const both = await find({
        start: "2031-03-03T12:00:00Z",
        end: "2031-03-03T13:00:00Z",
        rooms: { connectionId: organization.connectionId, filter, count: 2 },
      });
      expect(both.data.organization!.findMeetingTimes).toMatchObject({
        suggestions: [],
        emptyReasons: [{ kind: "NO_ROOM_FREE" }],
      });
    });

    test("of somebody of whom nothing is known are none, unless that will do", async () => {
      gateway.emulator.faults.add({
        match: { service: "graph", path: "*/getSchedule" },
        times: "always",
        action: { kind: "error", status: 403, code: "ErrorAccessDenied" },
      });
      const none = await find();
      expect(none.data.organization!.findMeetingTimes).toMatchObject({
        suggestions: [],
        emptyReasons: [{ kind: "REQUIRED_UNKNOWN" }],
        people: [{ asOf: null, source: null, error: { reason: "NO_ACCESS" } }, { asOf: null }],
      });
      const taken = await find({ allowUnknown: true, maxResults: 1 });
      expect(taken.data.organization!.findMeetingTimes!.suggestions).toMatchObject([
        { score: 25, attendance: [{ status: "UNKNOWN" }, { status: "UNKNOWN" }] },
      ]);
      gateway.emulator.faults.clear();
    });

    const range = (start: string, end: string) => ({ start, end });
    test.each<[string, Partial<FindMeetingTimesInput>, string, readonly string[]]>([
      ["nobody", { required: [] }, "INVALID_INPUT", ["required"]],
      ["an end before the start", range(DAY.end, DAY.start), "INVALID_INPUT", ["end"]],
      ["a window of 63 days", { end: "2031-05-05T00:00:00Z" }, "LIMIT_EXCEEDED", ["end"]],
      ["no duration", { durationMinutes: 0 }, "INVALID_INPUT", ["durationMinutes"]],
      ["a meeting of two days", { durationMinutes: 2_880 }, "INVALID_INPUT", ["durationMinutes"]],
      ["a step of 4 minutes", { stepMinutes: 4 }, "INVALID_INPUT", ["stepMinutes"]],
      ["a negative buffer before", { bufferBeforeMinutes: -1 }, "INVALID_INPUT", ["bufferBeforeMinutes"]],
      ["a negative buffer after", { bufferAfterMinutes: -1 }, "INVALID_INPUT", ["bufferAfterMinutes"]],
      ["a negative notice", { minimumNoticeMinutes: -1 }, "INVALID_INPUT", ["minimumNoticeMinutes"]],
      ["a zone that nobody knows", { timeZone: "Europe/Atlantis" }, "INVALID_INPUT", ["timeZone"]],
      ["a share over 1", { minimumOptionalShare: 1.1 }, "INVALID_INPUT", ["minimumOptionalShare"]],
      ["no result", { maxResults: 0 }, "INVALID_INPUT", ["maxResults"]],
      [
        "an excluded range that ends before it starts",
        { excluded: [range(DAY.end, DAY.start)] },
        "INVALID_INPUT",
        ["excluded", "0", "end"],
      ],
      ["a mailbox that is not there", { required: [`mbx_${UNKNOWN_ROW}`] }, "NOT_FOUND", ["required", "0"]],
      ["no id", { optional: ["ines"] }, "INVALID_INPUT", ["optional", "0"]],
      [
        "101 people",
        { required: Array.from({ length: 101 }, () => `mbx_${UNKNOWN_ROW}`) },
        "LIMIT_EXCEEDED",
        ["required"],
      ],
      ["rooms of nowhere", { rooms: {} }, "INVALID_INPUT", ["rooms", "connectionId"]],
      [
        "less than no rooms",
        { rooms: { mailboxIds: [`mbx_${UNKNOWN_ROW}`], count: -1 } },
        "INVALID_INPUT",
        ["rooms", "count"],
      ],
    ])("for %s are refused before Microsoft is asked", async (_, over, code, path) => {
      const { data, errors } = await find(over);
      expect(data.organization?.findMeetingTimes).toBeNull();
      expect(errors).toMatchObject([{ extensions: { code, argumentPath: path } }]);
      expect(gateway.emulator.log.entries()).toEqual([]);
    });

    test("name nobody twice", async () => {
      const [first] = organization.mailboxIds;
      const { errors } = await find({ required: [first!], optional: [first!] });
      expect(errors).toMatchObject([{ extensions: { code: "INVALID_INPUT", argumentPath: ["optional", "0"] } }]);
    });
  });

  test("another organization's mailboxes, rooms and meetings are as if they were not there", async () => {
    const other = await makeOrganization(gateway, { addresses: [] });
    const mailboxIds = organization.mailboxIds.slice(0, 1);
    const own = await other.reader.query(SchedulesDocument, {
      organization: other.id,
      mailboxIds,
      addresses: [ines.address],
      ...DAY,
    });
    expect(own.data.organization!.schedules).toMatchObject([
      { error: { code: "NOT_FOUND" } },
      { error: { code: "NOT_FOUND" } },
    ]);
    // Nor does an owner's key mix organizations.
    const mixed = await gateway.owner.query(SchedulesDocument, { organization: other.id, mailboxIds, ...DAY });
    expect(mixed.data.organization!.schedules).toMatchObject([{ address: "", error: { code: "NOT_FOUND" } }]);
    const meeting = await gateway.owner.query(FindMeetingTimesDocument, {
      organization: other.id,
      input: { required: mailboxIds, ...DAY, durationMinutes: 30 },
    });
    expect(meeting.errors).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
    const foreign = await other.reader.query(RoomsDocument, { connection: organization.connectionId });
    expect(foreign.data.connection).toBeNull();
    const byConnection = await other.reader.query(SchedulesDocument, {
      organization: other.id,
      addresses: [ines.address],
      connectionId: organization.connectionId,
      ...DAY,
    });
    expect(byConnection.data.organization!.schedules).toMatchObject([{ error: { reason: "NOT_SPECIFIED" } }]);
  });
});

describe("scheduling by sign-in", () => {
  test("each person's mailbox asks for itself, and personal accounts say that they cannot", async () => {
    const gateway = await startSignInGateway();
    try {
      const organization = await makeSignInOrganization(gateway);
      const { oskar } = DEMO_USERS;
      const approval = await beginSignIn(organization, { loginHint: oskar.address });
      await signIn(gateway, approval, { user: oskar.address, organization: "true" });
      const mailboxIds: string[] = [];
      for (const { address } of [ines, mei, PERSONAL_USER]) {
        const mailboxId = await addMailbox(gateway, organization.signInId, address);
        await signIn(gateway, await beginSignIn(organization, { mailboxId }), { user: address });
        mailboxIds.push(mailboxId);
      }
      gateway.emulator.log.clear();

      const { data } = await organization.reader.query(SchedulesDocument, {
        organization: organization.id,
        mailboxIds,
        ...DAY,
      });

      expect(data.organization!.schedules).toMatchObject([
        { address: ines.address, error: null },
        { address: mei.address, error: null },
        { address: PERSONAL_USER.address, error: { reason: "PERSONAL_ACCOUNT" } },
      ]);
      const paths = gateway.emulator.log.entries({ pathEnd: "/getSchedule" }).map(({ path }) => path);
      expect(paths).toEqual(["/v1.0/me/calendar/getSchedule", "/v1.0/me/calendar/getSchedule"]);
    } finally {
      await gateway.close();
    }
  });
});
