import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { graphIdOf, named, reissue } from "../kit/changed-ids.js";
import * as operations from "../kit/generated/operations.js";
import { anotherCopy, LISTS, listed, unseenEvent } from "../kit/listed-ids.js";
import { MeetingHouse } from "../kit/meeting-house.js";
import { storedMailbox } from "../kit/meetings.js";
import { codesOf } from "../kit/outcome.js";

const { ines } = DEMO_USERS;
const VIEW = LISTS["a mailbox's view"];
const DAILY = { recurrence: { rrule: "FREQ=DAILY;COUNT=3" } };

describe("ids that lists handed out and nobody has used, when Microsoft changes them [user-demands 32]", () => {
  let house: MeetingHouse;
  let others: readonly string[];
  let count = 0;

  beforeAll(async () => {
    house = await MeetingHouse.open();
    const calendars = [...storedMailbox(house.gateway, ines.address).calendars.values()];
    others = calendars.slice(1).map(() => "search");
  });
  beforeEach(() => {
    house.gateway.emulator.faults.clear();
    house.proxy.take();
  });
  afterAll(() => house.close());

  const stored = (id: string) =>
    house.gateway.emulator.store.event(storedMailbox(house.gateway, ines.address), graphIdOf(id));
  const list = (of: string = VIEW, node?: string) => listed(house.organization.reader, house.organization, of, node);
  /** What the list answers for an event by its title. */
  const listedAs = async (subject: string, of?: string) =>
    (await list(of)).filter((node) => node.subject === subject).map(({ id }) => id);
  const read = async (id: string) =>
    (await house.organization.reader.data(operations.EventByIdDocument, { id })).node as {
      id: string;
      subject: string;
    };
  const codesOfReading = async (id: string) =>
    codesOf(await house.organization.reader.query(operations.EventByIdDocument, { id }));
  const taken = (names: Readonly<Record<string, string>>) => named(house.proxy.take(), names);
  const unseen = async (over: Partial<operations.CreateEventInput> = {}) => {
    const subject = `Listed ${++count}`;
    const id = await unseenEvent(house.gateway, house.organization, { subject, ...over });
    house.proxy.take();
    return { id, subject };
  };
  const changed = async (id: string) => {
    const present = await reissue(house.gateway, house.organization, id);
    house.proxy.take();
    return present;
  };
  const del = async (input: operations.DeleteEventInput) =>
    (await house.organization.writer.query(operations.DeleteEventDocument, { input })).data.deleteEvent;

  describe.each(Object.entries(LISTS))("of %s", (_, query) => {
    test("lead to the event", async () => {
      const { id, subject } = await unseen();
      const [former] = await listedAs(subject, query);
      expect(former).toBe(id);
      const present = await changed(id);

      expect(await read(former!)).toEqual(expect.objectContaining({ id: present, subject }));
    });
  });

  test("cost one search, and from then on one request more; writes follow too", async () => {
    const { id: former, subject } = await unseen();
    await list();
    expect(house.proxy.take()).toHaveLength(1);
    const present = await changed(former);
    const names = { former, present };

    expect((await read(former)).id).toBe(present);
    expect(taken(names)).toEqual(["GET former", "search", "calendars", ...others, "GET present"]);

    const input = { id: former, subject: `${subject} written` };
    const { updateEvent } = await house.organization.writer.data(operations.UpdateEventDocument, { input });
    expect(updateEvent).toMatchObject({ errors: [], event: { id: present } });
    expect(taken(names)).toEqual(["GET former", "GET present", "PATCH former", "PATCH present"]);
    expect(stored(present)!.subject).toBe(`${subject} written`);
  });

  describe("of occurrences", () => {
    test("lead to the occurrence that has the same `iCalUId`, and cost one request more from then on", async () => {
      const { id: master, subject } = await unseen(DAILY);
      const [, former = ""] = await listedAs(subject);
      const restored = await changed(master);
      const [, present = ""] = await listedAs(subject);
      house.proxy.take();
      const names = { former, master, restored, present };

      expect((await read(former)).id).toBe(present);
      expect(taken(names)).toEqual([
        "GET former",
        "search",
        "calendars",
        ...others,
        "GET restored/instances",
        "GET present",
      ]);

      const input = { id: former, scope: "THIS", subject: `${subject} moved` } as const;
      const { updateEvent } = await house.organization.writer.data(operations.UpdateSeriesDocument, { input });
      expect(updateEvent).toMatchObject({ errors: [], event: { id: present } });
      expect((await list()).map((node) => node.subject)).toEqual(
        expect.arrayContaining([subject, `${subject} moved`, subject]),
      );
    });

    test("lead to a changed occurrence, whenever it takes place", async () => {
      const { id: master, subject } = await unseen(DAILY);
      const [, former = ""] = await listedAs(subject);
      const at = (hour: number) => ({ dateTime: `2126-03-05T${hour}:00:00`, timeZone: "Europe/Berlin" });
      const input = { id: former, scope: "THIS", start: at(14), end: at(15) } as const;
      await house.organization.writer.data(operations.UpdateSeriesDocument, { input });
      const [first = ""] = await listedAs(subject);
      await changed(master);

      expect(await read(former)).toMatchObject({ start: { instant: "2126-03-05T13:00:00.000Z" } });
      expect(await read(first)).toMatchObject({ start: { instant: "2126-03-04T08:00:00.000Z" } });
    });

    test("are followed as before when they were read by themselves, though nobody has seen their series", async () => {
      const { id: master, subject } = await unseen(DAILY);
      const [former = ""] = await listedAs(subject);
      await read(former);
      await changed(master);
      const [present] = await listedAs(subject);

      expect((await read(former)).id).toBe(present);
    });

    test("lead nowhere when the occurrence was removed, and are searched once a minute", async () => {
      const { id: master, subject } = await unseen(DAILY);
      const [, former = ""] = await listedAs(subject);
      await changed(master);
      const [, present = ""] = await listedAs(subject);
      expect((await del({ id: present })).errors).toEqual([]);
      house.proxy.take();

      expect(await codesOfReading(former)).toEqual(["NOT_FOUND"]);
      expect(house.proxy.take()).toHaveLength(4 + others.length);
      expect(await codesOfReading(former)).toEqual(["NOT_FOUND"]);
      expect(taken({ former })).toEqual(["GET former"]);
    });

    test("lead nowhere with a second copy of the series", async () => {
      const { id: master, subject } = await unseen(DAILY);
      const [former = ""] = await listedAs(subject);
      const restored = await changed(master);
      anotherCopy(house.gateway, house.organization, stored(restored)!);

      expect(await codesOfReading(former)).toEqual(["NOT_FOUND"]);
    });

    test("lead nowhere where Microsoft's `iCalUId` is not as it is documented", async () => {
      const { id: master, subject } = await unseen(DAILY);
      const { store } = house.gateway.emulator;
      const mailbox = storedMailbox(house.gateway, ines.address);
      store.putEvent(mailbox, { ...stored(master)!, iCalUId: `some-other-form-of-an-iCalUId-of-a-series-${count}` });
      const [former = ""] = await listedAs(subject);
      await changed(master);
      house.proxy.take();

      expect(await codesOfReading(former)).toEqual(["NOT_FOUND"]);
    });

    test("where Microsoft cannot say, that is what the caller is told", async () => {
      const { id: master, subject } = await unseen(DAILY);
      const [former = ""] = await listedAs(subject);
      const restored = await changed(master);
      house.gateway.emulator.faults.add({
        match: { path: "*/instances" },
        times: "always",
        action: { kind: "error", status: 503, retryAfterSeconds: 0 },
      });

      expect(await codesOfReading(former)).toEqual(["UPSTREAM_UNAVAILABLE"]);
      house.gateway.emulator.faults.clear();
      expect(await read(former)).toMatchObject({ subject });
      expect(stored(restored)).toBeDefined();
    });
  });

  describe("of series", () => {
    const nodesOf = (id: string, selection: string) => list(`node(id: "${id}") { ... on Event { ${selection} } }`);
    const WINDOW = `start: "2126-03-01T00:00:00Z", end: "2126-04-01T00:00:00Z"`;

    test("lists of series, their occurrences and their changed ones are remembered", async () => {
      const { id: master, subject } = await unseen(DAILY);
      expect(await listedAs(subject, `mailbox(id: "ID") { seriesMasters(first: 100) { nodes { NODE } } }`)).toEqual([
        master,
      ]);
      const instances = await nodesOf(master, `instances(${WINDOW}) { nodes { NODE } }`);
      const input = { id: instances[1]!.id, scope: "THIS", subject: "Changed" } as const;
      await house.organization.writer.data(operations.UpdateSeriesDocument, { input });
      const [exception] = await nodesOf(master, "exceptions { nodes { NODE } }");
      const present = await changed(master);

      expect((await read(master)).id).toBe(present);
      expect((await read(instances[2]!.id)).subject).toBe(subject);
      expect(exception!.subject).toBe("Changed");
      expect((await read(exception!.id)).subject).toBe("Changed");
    });

    test("select `iCalUId` beside `id`", async () => {
      const { id: master } = await unseen(DAILY);
      await nodesOf(master, `instances(${WINDOW}) { nodes { NODE } }`);
      await nodesOf(master, "exceptions { nodes { NODE } }");
      await list(`mailbox(id: "ID") { seriesMasters(first: 100) { nodes { NODE } } }`);

      const asked = house.proxy.take().map(({ path }) => decodeURIComponent(path));

      expect(asked.filter((path) => /\/instances|exceptionOccurrences\(|seriesMaster'/.test(path))).toHaveLength(3);
      for (const path of asked.filter((one) => one.includes("/instances"))) {
        expect(path).toMatch(/\$select=[\w,]*,iCalUId&/);
      }
      expect(asked.find((path) => path.includes("exceptionOccurrences("))).toMatch(/\(\$select=[\w,]*,iCalUId\)/);
      expect(asked.find((path) => path.includes("seriesMaster'"))).toMatch(/\$select=[\w,]*,iCalUId&/);
    });
  });

  describe("and what is asked", () => {
    const asked = async (query: string, node: string) => {
      await list(query, node);
      return decodeURIComponent(house.proxy.take().find(({ path }) => path.includes("calendarView"))?.path ?? "");
    };
    const TIMES = "start,end,isAllDay,originalStartTimeZone,originalEndTimeZone";

    test("is `iCalUId` beside `id`, once", async () => {
      expect(await asked(VIEW, "id subject")).toContain(`$select=id,${TIMES},subject,sensitivity,iCalUId&`);
      expect(await asked(VIEW, "id subject iCalUId")).toContain(`$select=id,${TIMES},subject,sensitivity,iCalUId&`);
    });

    test("is nothing more for a list that hands out no id", async () => {
      const { id: former, subject } = await unseen();
      expect(await asked(VIEW, "subject")).toContain(`$select=id,${TIMES},subject,sensitivity&`);
      await changed(former);

      expect(await codesOfReading(former)).toEqual(["NOT_FOUND"]);
      expect(subject).toMatch(/Listed/);
    });

    test("is nothing more for a list whose ids are not included", async () => {
      const query = VIEW.replace("NODE", "subject id @include(if: false)");
      expect(await asked(query, "")).toContain(`$select=id,${TIMES},subject,sensitivity&`);
    });
  });

  describe("and deletions", () => {
    test("of a series forget its occurrences: a repetition by one of them leaves the second copy alone", async () => {
      const { id: master, subject } = await unseen(DAILY);
      const [first = "", second = ""] = await listedAs(subject);
      const copy = anotherCopy(house.gateway, house.organization, stored(master)!);
      house.gateway.emulator.faults.once(
        { mailbox: ines.address, method: "DELETE", path: "*/events/*" },
        { kind: "reset", when: "after" },
      );

      await del({ id: first, scope: "ALL" });
      expect(stored(master)).toBeUndefined();
      house.proxy.take();
      expect((await del({ id: first, scope: "ALL" })).errors).toMatchObject([{ code: "OCCURRENCE_GONE" }]);
      expect((await del({ id: second, scope: "ALL" })).errors).toMatchObject([{ code: "OCCURRENCE_GONE" }]);

      expect(stored(copy)).toBeDefined();
      expect(new Set(taken({ first, second }))).toEqual(new Set(["GET first", "GET second"]));
    });

    test("of a series under the id that it got forget those of before, too", async () => {
      const { id: master, subject } = await unseen(DAILY);
      const [former = ""] = await listedAs(subject);
      const restored = await changed(master);
      const copy = anotherCopy(house.gateway, house.organization, stored(restored)!);
      expect((await del({ id: restored })).errors).toEqual([]);
      house.proxy.take();

      expect(await codesOfReading(former)).toEqual(["NOT_FOUND"]);
      expect(taken({ former })).toEqual(["GET former"]);
      expect(stored(copy)).toBeDefined();
    });

    test("of one occurrence leave the others known", async () => {
      const { id: master, subject } = await unseen(DAILY);
      const [first = "", second = ""] = await listedAs(subject);
      expect((await del({ id: first })).errors).toEqual([]);
      await changed(master);

      expect(await codesOfReading(first)).toEqual(["NOT_FOUND"]);
      expect((await read(second)).subject).toBe(subject);
    });
  });
});
