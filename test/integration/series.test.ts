import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { eventInput, makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  CalendarsOfMailboxDocument,
  type CreateEventInput,
  CreateSeriesDocument,
  DeleteEventDocument,
  type EventScope,
  SeriesByIdDocument,
  SeriesChangesDocument,
  SeriesInstancesDocument,
  SeriesOfCalendarDocument,
  SeriesOfMailboxDocument,
  UpdateEventDocument,
  type UpdateEventInput,
  UpdateSeriesDocument,
  ViewWithSeriesDocument,
} from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";

const berlin = (dateTime: string) => ({ dateTime, timeZone: "Europe/Berlin" });
const WEEKLY = { rrule: "FREQ=WEEKLY;BYDAY=MO;COUNT=6" };

describe("series", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;

  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway, {
      addresses: [DEMO_USERS.jonas.address, DEMO_USERS.tomasz.address],
    });
    // The token is there from now on.
    await makeEvent(organization, { start: berlin("2029-01-01T09:00:00"), end: berlin("2029-01-01T09:30:00") });
  });
  beforeEach(() => gateway.emulator.log.clear());
  afterAll(() => gateway.close());

  const create = async (over: Partial<CreateEventInput> = {}) =>
    (
      await organization.writer.query(CreateSeriesDocument, {
        input: eventInput(organization, { recurrence: WEEKLY, ...over }),
      })
    ).data.createEvent;
  /** Mondays from 2 March 2026, at nine in Berlin; the clocks change before the fifth. */
  const series = async (over: Partial<CreateEventInput> = {}) => {
    const { event, errors } = await create(over);
    expect(errors).toEqual([]);
    return event!;
  };
  const update = async (input: UpdateEventInput) =>
    (await organization.writer.query(UpdateSeriesDocument, { input })).data.updateEvent;
  const read = async (id: string) => {
    const { node } = await organization.reader.data(SeriesByIdDocument, { id });
    if (!node || !("id" in node)) throw new Error("not an event");
    return node;
  };
  const instances = async (
    id: string,
    window: { start?: string; end?: string; first?: number; after?: string } = {},
  ) => {
    const wide = { start: "2026-01-01T00:00:00Z", end: "2028-01-01T00:00:00Z", ...window };
    const { node } = await organization.reader.data(SeriesInstancesDocument, { id, ...wide });
    if (!node || !("instances" in node)) throw new Error("not an event");
    return node.instances!;
  };
  const startsOf = async (id: string) =>
    (await instances(id)).nodes.map(({ start }) => (start.__typename === "Timed" ? start.instant : start.date));
  const remove = async (id: string, scope?: EventScope) =>
    (await organization.writer.query(DeleteEventDocument, { input: { id, scope } })).data.deleteEvent;
  const requests = () =>
    gateway.emulator.log.entries({ service: "graph" }).filter(({ path }) => !path.includes("$batch"));
  const methods = () => requests().map(({ method }) => method);

  describe("are written and read", () => {
    test("as RRULE text, and follow their own zone's clock through its change [user-demands 29]", async () => {
      const { id, recurrence, type } = await series();

      expect(type).toBe("SERIES_MASTER");
      expect(recurrence).toEqual({
        rrule: "FREQ=WEEKLY;BYDAY=MO;COUNT=6",
        pattern: {
          type: "WEEKLY",
          interval: 1,
          daysOfWeek: ["MONDAY"],
          dayOfMonth: null,
          index: null,
          month: null,
          firstDayOfWeek: "MONDAY",
        },
        range: {
          type: "NUMBERED",
          startDate: "2026-03-02",
          endDate: null,
          numberOfOccurrences: 6,
          recurrenceTimeZone: "Europe/Berlin",
        },
      });
      expect(await startsOf(id)).toEqual([
        "2026-03-02T08:00:00.000Z",
        "2026-03-09T08:00:00.000Z",
        "2026-03-16T08:00:00.000Z",
        "2026-03-23T08:00:00.000Z",
        "2026-03-30T07:00:00.000Z",
        "2026-04-06T07:00:00.000Z",
      ]);
    });

    test("as structure, whose text says what Microsoft does in short months", async () => {
      const { recurrence } = await series({
        start: berlin("2026-03-30T09:00:00"),
        end: berlin("2026-03-30T10:00:00"),
        recurrence: { pattern: { type: "ABSOLUTE_MONTHLY", dayOfMonth: 30 }, range: { type: "NO_END" } },
      });

      expect(recurrence).toMatchObject({
        rrule: "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1",
        range: { type: "NO_END", endDate: null, numberOfOccurrences: null },
      });
    });

    test("of whole days, until a date", async () => {
      const { id, recurrence } = await series({
        start: { date: "2026-03-02" },
        end: { date: "2026-03-03" },
        recurrence: { rrule: "FREQ=DAILY;INTERVAL=2;UNTIL=20260307" },
      });

      expect(recurrence?.rrule).toBe("FREQ=DAILY;INTERVAL=2;UNTIL=20260307");
      expect(await startsOf(id)).toEqual(["2026-03-02", "2026-03-04", "2026-03-06"]);
    });

    test("a view asks for each master once, however many occurrences it shows [user-demands 24]", async () => {
      const tomasz = organization.mailboxIds[1]!;
      const window = { start: "2027-05-01T00:00:00Z", end: "2027-05-09T00:00:00Z" };
      const made = { mailboxId: tomasz, start: berlin("2027-05-03T09:00:00"), end: berlin("2027-05-03T10:00:00") };
      const daily = { recurrence: { rrule: "FREQ=DAILY;COUNT=5" } };
      const ids = [(await series({ ...made, ...daily })).id, (await series({ ...made, ...daily })).id];
      gateway.emulator.log.clear();

      const { mailbox } = await organization.reader.data(ViewWithSeriesDocument, { id: tomasz, ...window });

      const nodes = mailbox!.calendarView!.nodes.filter(({ type }) => type === "OCCURRENCE");
      expect(nodes).toHaveLength(10);
      expect(new Set(nodes.map(({ seriesMaster }) => seriesMaster!.id))).toEqual(new Set(ids));
      expect(nodes[0]).toMatchObject({
        recurrence: null,
        originalStart: "2027-05-03T07:00:00.000Z",
        seriesMaster: { recurrence: { rrule: "FREQ=DAILY;COUNT=5" } },
      });
      expect(requests()).toHaveLength(3);
    });

    test("their instances come in pages, one request for each five years", async () => {
      const { id } = await series({ recurrence: { rrule: "FREQ=DAILY;COUNT=5" } });
      gateway.emulator.log.clear();

      const first = await instances(id, { first: 3, end: "2039-01-01T00:00:00Z" });
      expect(requests().filter(({ path }) => path.includes("/instances"))).toHaveLength(3);
      const second = await instances(id, { first: 3, end: "2039-01-01T00:00:00Z", after: first.pageInfo.endCursor! });

      expect([first.nodes.length, first.pageInfo.hasNextPage]).toEqual([3, true]);
      expect([second.nodes.length, second.pageInfo.hasNextPage]).toEqual([2, false]);
    });

    test.each([
      ["2026-03-02T00:00:00Z", "2026-03-02T00:00:00Z", "INVALID_INPUT"],
      ["2026-03-02T00:00:00Z", "2126-03-02T00:00:00Z", "LIMIT_EXCEEDED"],
    ])("a window from %s to %s is refused before its list is read", async (start, end, code) => {
      const { id } = await series();
      gateway.emulator.log.clear();

      const { errors } = await organization.reader.query(SeriesInstancesDocument, { id, start, end });

      expect(errors).toMatchObject([{ extensions: { code } }]);
      expect(requests().filter(({ path }) => path.includes("/instances"))).toEqual([]);
    });

    test("a single event has no instances, exceptions or removed dates, and none are asked for", async () => {
      const { id } = await makeEvent(organization);
      gateway.emulator.log.clear();

      const { node } = await organization.reader.data(SeriesInstancesDocument, {
        id,
        start: "2026-01-01T00:00:00Z",
        end: "2027-01-01T00:00:00Z",
      });
      const { node: changes } = await organization.reader.data(SeriesChangesDocument, { id });

      expect(node).toEqual({ instances: null });
      expect(changes).toEqual({ exceptions: null, cancelledOccurrences: null, recurrence: null });
      expect(requests()).toHaveLength(2);
    });

    test("what was changed and removed is told of the master, in two requests", async () => {
      const { id } = await series();
      const [, second, third] = (await instances(id)).nodes;
      await update({ id: second!.id, subject: "Other" });
      await remove(third!.id);
      gateway.emulator.log.clear();

      const { node } = await organization.reader.data(SeriesChangesDocument, { id });

      expect(node).toMatchObject({
        exceptions: { nodes: [{ subject: "Other", originalStart: "2026-03-09T08:00:00.000Z" }] },
        cancelledOccurrences: ["2026-03-16"],
        recurrence: { exdates: ["2026-03-16"] },
      });
      // The event, and its changes: with and without exceptions is one request.
      expect(requests()).toHaveLength(2);
    });

    test("the series of a mailbox and of a calendar are a list of their own, one request each", async () => {
      const mailboxId = organization.mailboxIds[1]!;
      const { mailbox: box } = await organization.reader.data(CalendarsOfMailboxDocument, { id: mailboxId });
      const travel = box!.calendars!.nodes.find(({ name }) => name === "Travel")!;
      const own = await series({ mailboxId, subject: "Own" });
      const other = await series({ mailboxId, calendarId: travel.id, subject: "Train" });
      gateway.emulator.log.clear();

      const { mailbox } = await organization.reader.data(SeriesOfMailboxDocument, { id: mailboxId, first: 50 });
      const { node } = await organization.reader.data(SeriesOfCalendarDocument, { id: travel.id });

      expect(mailbox!.seriesMasters!.nodes.map(({ id }) => id)).toContain(own.id);
      expect(mailbox!.seriesMasters!.nodes.map(({ id }) => id)).not.toContain(other.id);
      expect(mailbox!.seriesMasters!.nodes.every(({ recurrence }) => recurrence?.rrule)).toBe(true);
      expect(node).toMatchObject({ seriesMasters: { nodes: [{ id: other.id, subject: "Train" }] } });
      expect(requests().filter(({ path }) => path.endsWith("/events"))).toHaveLength(2);
    });

    test("a list of series goes on behind its cursor", async () => {
      const { mailbox: first } = await organization.reader.data(SeriesOfMailboxDocument, {
        id: organization.mailboxIds[1]!,
        first: 1,
      });
      const { mailbox: second } = await organization.reader.data(SeriesOfMailboxDocument, {
        id: organization.mailboxIds[1]!,
        first: 1,
        after: first!.seriesMasters!.pageInfo.endCursor!,
      });

      expect(first!.seriesMasters!.pageInfo.hasNextPage).toBe(true);
      expect(second!.seriesMasters!.nodes[0]!.id).not.toBe(first!.seriesMasters!.nodes[0]!.id);
    });
  });

  describe("are changed with a scope", () => {
    test("THIS changes one occurrence, which keeps its slot", async () => {
      const { id } = await series();
      const second = (await instances(id)).nodes[1]!;

      const { event, errors } = await update({
        id: second.id,
        scope: "THIS",
        start: berlin("2026-03-10T11:00:00"),
        end: berlin("2026-03-10T12:00:00"),
      });

      expect(errors).toEqual([]);
      expect(event).toMatchObject({
        type: "EXCEPTION",
        start: { instant: "2026-03-10T10:00:00.000Z" },
        originalStart: "2026-03-09T08:00:00.000Z",
      });
      expect((await startsOf(id)).slice(0, 3)).toEqual([
        "2026-03-02T08:00:00.000Z",
        "2026-03-10T10:00:00.000Z",
        "2026-03-16T08:00:00.000Z",
      ]);
    });

    test("ALL on an occurrence is one PATCH of the master [user-demands 42]", async () => {
      const { id } = await series({ attendees: [{ address: DEMO_USERS.mei.address }] });
      const third = (await instances(id)).nodes[2]!;
      gateway.emulator.log.clear();

      const { event, errors } = await update({ id: third.id, scope: "ALL", subject: "All new" });

      expect(errors).toEqual([]);
      expect(event).toMatchObject({ id, subject: "All new", type: "SERIES_MASTER" });
      // The occurrence is over, so that its series is asked when it ends.
      expect(methods()).toEqual(["GET", "GET", "GET", "GET", "PATCH"]);
      expect((await instances(id)).nodes.map(({ subject }) => subject)).toEqual(Array(6).fill("All new"));
    });

    test("ALL moves the time of day of every occurrence, also behind the change of clocks", async () => {
      const { id } = await series();
      const last = (await instances(id)).nodes[5]!;

      const { errors } = await update({
        id: last.id,
        scope: "ALL",
        start: berlin("2026-04-06T14:00:00"),
        end: berlin("2026-04-06T14:45:00"),
      });

      expect(errors).toEqual([]);
      const starts = await startsOf(id);
      expect([starts[0], starts[5]]).toEqual(["2026-03-02T13:00:00.000Z", "2026-04-06T12:00:00.000Z"]);
    });

    test("ALL moves the day of the week with the occurrence", async () => {
      const { id } = await series({ recurrence: { rrule: "FREQ=WEEKLY;BYDAY=MO;UNTIL=20260323" } });
      const second = (await instances(id)).nodes[1]!;

      const { event, errors } = await update({
        id: second.id,
        scope: "ALL",
        start: berlin("2026-03-11T09:00:00"),
        end: berlin("2026-03-11T10:00:00"),
      });

      expect(errors).toEqual([]);
      expect(event!.recurrence!.rrule).toBe("FREQ=WEEKLY;BYDAY=WE;UNTIL=20260325T080000Z");
      expect(await startsOf(id)).toEqual(["04", "11", "18", "25"].map((day) => `2026-03-${day}T08:00:00.000Z`));
    });

    test("ALL into another zone sends the recurrence along, which Microsoft wants", async () => {
      const { id } = await series();

      const { event, errors } = await update({
        id,
        start: { dateTime: "2026-03-02T09:00:00", timeZone: "America/New_York" },
        end: { dateTime: "2026-03-02T10:00:00", timeZone: "America/New_York" },
      });

      expect(errors).toEqual([]);
      expect(event!.recurrence!.range.recurrenceTimeZone).toBe("America/New_York");
      // The clocks of New York change on 8 March.
      expect((await startsOf(id)).slice(0, 2)).toEqual(["2026-03-02T14:00:00.000Z", "2026-03-09T13:00:00.000Z"]);
    });

    test("a move that leaves open on which days the series repeats is refused", async () => {
      const { id } = await series({ recurrence: { rrule: "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=6" } });
      const second = (await instances(id)).nodes[1]!;

      const { errors } = await update({
        id: second.id,
        scope: "ALL",
        start: berlin("2026-03-05T09:00:00"),
        end: berlin("2026-03-05T10:00:00"),
      });

      expect(errors).toMatchObject([{ code: "INVALID_INPUT", path: ["recurrence"] }]);
      expect(errors[0]!.message).toContain("by 1 days");
    });

    test("a new recurrence replaces the old one, and null makes a single event", async () => {
      const { id } = await series();
      const changed = await update({ id, recurrence: { rrule: "FREQ=DAILY;COUNT=2" } });
      expect(changed.event!.recurrence!.rrule).toBe("FREQ=DAILY;COUNT=2");

      const single = await update({ id, recurrence: null });

      expect(single.errors).toEqual([]);
      expect(single.event).toMatchObject({ id, type: "SINGLE_INSTANCE", recurrence: null });
    });

    test("a single event becomes a series from its own start on", async () => {
      const { id } = await makeEvent(organization);

      const { event, errors } = await update({ id, recurrence: WEEKLY });

      expect(errors).toEqual([]);
      expect(event).toMatchObject({ id, type: "SERIES_MASTER", recurrence: { rrule: "FREQ=WEEKLY;BYDAY=MO;COUNT=6" } });
    });

    test("an occurrence has no recurrence of its own", async () => {
      const { id } = await series();
      const first = (await instances(id)).nodes[0]!;

      expect((await update({ id: first.id, recurrence: WEEKLY })).errors).toMatchObject([
        { code: "INVALID_INPUT", path: ["recurrence"], message: expect.stringContaining("THIS_AND_FOLLOWING") },
      ]);
    });

    test("a series is no occurrence, and a single event has none that follow", async () => {
      const { id } = await series();
      const single = await makeEvent(organization);

      for (const input of [
        { id, scope: "THIS" },
        { id, scope: "THIS_AND_FOLLOWING" },
        { id: single.id, scope: "THIS_AND_FOLLOWING" },
      ] as const) {
        expect((await update({ ...input, subject: "x" })).errors).toMatchObject([
          { code: "INVALID_INPUT", path: ["scope"] },
        ]);
      }
    });

    test("an occurrence that is gone is told as such", async () => {
      const { id } = await series();
      const second = (await instances(id)).nodes[1]!;
      await remove(second.id);

      expect((await update({ id: second.id, scope: "THIS", subject: "x" })).errors).toMatchObject([
        { __typename: "OccurrenceGoneError", code: "OCCURRENCE_GONE" },
      ]);
    });

    test("the version of the occurrence guards the series, and a stale one writes nothing", async () => {
      const { id } = await series();
      const second = (await instances(id)).nodes[1]!;
      expect(
        (await update({ id: second.id, scope: "ALL", expectedVersion: second.version, subject: "One" })).errors,
      ).toEqual([]);

      const { errors } = await update({ id: second.id, scope: "ALL", expectedVersion: second.version, subject: "Two" });

      expect(errors).toMatchObject([{ __typename: "ConflictError" }]);
      expect((await read(id)).subject).toBe("One");
    });

    test("without a scope and without times, a change is one request after a look at whether the event is private", async () => {
      const { id } = await series();
      gateway.emulator.log.clear();

      await organization.writer.query(UpdateEventDocument, { input: { id, location: "Here" } });

      expect(methods()).toEqual(["GET", "PATCH"]);
    });
  });

  describe("are deleted with a scope", () => {
    test("THIS removes one occurrence", async () => {
      const { id } = await series();
      const second = (await instances(id)).nodes[1]!;

      expect(await remove(second.id, "THIS")).toEqual({ deletedId: second.id, errors: [] });
      expect(await startsOf(id)).toHaveLength(5);
    });

    test("ALL removes the series by any of its occurrences", async () => {
      const { id } = await series();
      const second = (await instances(id)).nodes[1]!;

      expect((await remove(second.id, "ALL")).errors).toEqual([]);
      expect((await organization.reader.query(SeriesByIdDocument, { id })).errors).toMatchObject([
        { extensions: { code: "NOT_FOUND" } },
      ]);
    });

    test("THIS_AND_FOLLOWING ends the series before it, with one PATCH [user-demands 41]", async () => {
      const { id } = await series();
      const third = (await instances(id)).nodes[2]!;
      gateway.emulator.log.clear();

      expect((await remove(third.id, "THIS_AND_FOLLOWING")).errors).toEqual([]);

      expect(methods()).toEqual(["GET", "GET", "GET", "PATCH"]);
      expect(await startsOf(id)).toEqual(["2026-03-02T08:00:00.000Z", "2026-03-09T08:00:00.000Z"]);
      expect((await read(id)).recurrence!.rrule).toBe("FREQ=WEEKLY;BYDAY=MO;UNTIL=20260309T080000Z");
    });

    test("THIS_AND_FOLLOWING of the first occurrence removes the series", async () => {
      const { id } = await series();
      const first = (await instances(id)).nodes[0]!;

      expect((await remove(first.id, "THIS_AND_FOLLOWING")).errors).toEqual([]);
      expect((await organization.reader.query(SeriesByIdDocument, { id })).data.node).toBeNull();
    });
  });
});
