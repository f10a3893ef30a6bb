import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createEmulator } from "../../emulator/index.js";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { graphIdOf, named, reissue } from "../kit/changed-ids.js";
import { eventInput, makeEvent } from "../kit/events.js";
import { startGateway } from "../kit/gateway.js";
import * as operations from "../kit/generated/operations.js";
import { MeetingHouse } from "../kit/meeting-house.js";
import { storedMailbox } from "../kit/meetings.js";
import { makeOrganization } from "../kit/organization.js";
import { codesOf } from "../kit/outcome.js";

const { ines } = DEMO_USERS;
const WINDOW = { start: "2026-02-01T00:00:00Z", end: "2026-07-01T00:00:00Z" };
const at = (dateTime: string, timeZone = "Europe/Berlin") => ({ dateTime, timeZone });

describe("ids of occurrences that Microsoft changes [user-demands 32]", () => {
  let house: MeetingHouse;
  let others: readonly string[];

  beforeAll(async () => {
    house = await MeetingHouse.open();
    const calendars = [...storedMailbox(house.gateway, ines.address).calendars.values()];
    others = calendars.slice(1).map(() => "search");
  });
  beforeEach(() => void house.proxy.take());
  afterAll(() => house.close());

  const read = async (id: string) =>
    (await house.organization.reader.data(operations.SeriesByIdDocument, { id })).node as {
      id: string;
      start: unknown;
      originalStart: string;
    };
  const codesOfReading = async (id: string) =>
    codesOf(await house.organization.reader.query(operations.SeriesByIdDocument, { id }));
  const instances = async (id: string) => {
    const { node } = await house.organization.reader.data(operations.SeriesInstancesDocument, { id, ...WINDOW });
    if (!node || !("instances" in node)) throw new Error("not a series");
    return node.instances!.nodes;
  };
  /** A series of six Mondays whose third occurrence was read by its id. */
  const series = async (over: Partial<operations.CreateEventInput> = {}) => {
    const recurrence = { rrule: "FREQ=WEEKLY;BYDAY=MO;COUNT=6" };
    const input = eventInput(house.organization, { recurrence, ...over });
    const { createEvent } = await house.organization.writer.data(operations.CreateSeriesDocument, { input });
    const master = createEvent.event!.id;
    const { id: former } = (await instances(master))[2]!;
    await read(former);
    return { master, former };
  };
  const change = (input: operations.UpdateEventInput) =>
    house.organization.writer.data(operations.UpdateSeriesDocument, { input });
  const stored = (id: string) =>
    house.gateway.emulator.store.event(storedMailbox(house.gateway, ines.address), graphIdOf(id));

  test("lead to the same slot of the restored series, and cost one request more from then on", async () => {
    const { master, former } = await series();
    const restored = await reissue(house.gateway, house.organization, master);
    const { id: present } = (await instances(restored))[2]!;
    house.proxy.take();
    const names = { former, master, restored, present };

    expect(await read(former)).toMatchObject({ id: present, originalStart: "2026-03-16T08:00:00.000Z" });
    expect(named(house.proxy.take(), names)).toEqual([
      "GET former",
      "GET master/instances",
      "search",
      "calendars",
      ...others,
      "GET restored/instances",
      "GET present",
    ]);

    await read(former);
    expect(named(house.proxy.take(), names)).toEqual(["GET former", "GET present"]);
  });

  test("lead to the slot of the same date, where the series got another time as well", async () => {
    const { master, former } = await series();
    const restored = await reissue(house.gateway, house.organization, master);
    await change({ id: restored, scope: "ALL", start: at("2026-03-02T14:00:00"), end: at("2026-03-02T15:00:00") });
    const { id: present } = (await instances(restored))[2]!;

    const { updateEvent } = await change({ id: former, scope: "THIS", subject: "Moved" });

    expect(updateEvent).toMatchObject({ errors: [], event: { id: present, subject: "Moved" } });
    expect((await read(former)).originalStart).toBe("2026-03-16T13:00:00.000Z");
    expect((await instances(restored)).map(({ subject }) => subject)).toEqual([
      "Planning",
      "Planning",
      "Moved",
      "Planning",
      "Planning",
      "Planning",
    ]);
  });

  test("lead to a changed occurrence by its slot, wherever it takes place", async () => {
    const { master, former } = await series();
    await change({ id: former, scope: "THIS", start: at("2026-03-18T09:00:00"), end: at("2026-03-18T10:00:00") });
    const restored = await reissue(house.gateway, house.organization, master);

    expect((await read(former)).id).toBe((await instances(restored))[2]!.id);
  });

  test("lead to the same moment, where the series keeps its id and counts in another zone", async () => {
    const { master, former } = await series({ start: at("2026-03-02T00:30:00"), end: at("2026-03-02T01:00:00") });
    const { updateEvent } = await change({
      id: master,
      start: at("2026-03-01T23:30:00", "UTC"),
      end: at("2026-03-02T00:00:00", "UTC"),
      recurrence: { rrule: "FREQ=WEEKLY;BYDAY=SU;COUNT=6" },
    });
    expect(updateEvent.errors).toEqual([]);
    const { id: present } = (await instances(master))[2]!;
    house.proxy.take();

    expect((await read(former)).id).toBe(present);
    expect(named(house.proxy.take(), { former, master, present })).toEqual([
      "GET former",
      "GET master/instances",
      "GET present",
    ]);
  });

  describe("nothing is guessed", () => {
    test("where the series has another zone and other times", async () => {
      const { master, former } = await series();
      const restored = await reissue(house.gateway, house.organization, master);
      await change({
        id: restored,
        start: at("2026-03-02T14:00:00", "Asia/Tokyo"),
        end: at("2026-03-02T15:00:00", "Asia/Tokyo"),
        recurrence: { rrule: "FREQ=WEEKLY;BYDAY=MO;COUNT=6" },
      });

      expect(await codesOfReading(former)).toEqual(["NOT_FOUND"]);
    });

    test("where the occurrence was removed; with a scope it is OCCURRENCE_GONE, as ever", async () => {
      const { master, former } = await series();
      const restored = await reissue(house.gateway, house.organization, master);
      const { id } = (await instances(restored))[2]!;
      await house.organization.writer.data(operations.DeleteEventDocument, { input: { id } });
      house.proxy.take();

      expect(await codesOfReading(former)).toEqual(["NOT_FOUND"]);
      expect(house.proxy.take()).toHaveLength(5 + others.length);
      const input = { id: former, scope: "THIS", subject: "x" } as const;
      const { updateEvent } = (await house.organization.writer.query(operations.UpdateSeriesDocument, { input })).data;
      expect(updateEvent.errors).toMatchObject([{ code: "OCCURRENCE_GONE" }]);
      expect(new Set(named(house.proxy.take(), { former }))).toEqual(new Set(["GET former"]));
    });

    test("where the series was deleted here: its occurrences cost one request", async () => {
      const { master, former } = await series();
      await house.organization.writer.data(operations.DeleteEventDocument, { input: { id: master } });
      house.proxy.take();

      expect(await codesOfReading(former)).toEqual(["NOT_FOUND"]);
      expect(house.proxy.take()).toHaveLength(1);
    });

    test("where nobody has seen which meeting the series was", async () => {
      const { master, former } = await series();
      const restored = await reissue(house.gateway, house.organization, master);
      const { store } = house.gateway.emulator;
      store.putEvent(storedMailbox(house.gateway, ines.address), {
        ...stored(restored)!,
        iCalUId: store.ids.iCalUId(),
      });

      expect(await codesOfReading(former)).toEqual(["NOT_FOUND"]);
    });
  });

  test("are remembered from lists with `iCalUId`, `seriesMasterId` and `originalStart`", async () => {
    const recurrence = { rrule: "FREQ=WEEKLY;BYDAY=MO;COUNT=6" };
    const input = eventInput(house.organization, { recurrence });
    const { createEvent } = await house.organization.writer.data(operations.CreateSeriesDocument, { input });
    const { id: master } = createEvent.event!;
    const { mailbox } = await house.organization.reader.data(operations.ViewWithSlotsDocument, {
      id: house.organization.mailboxIds[0]!,
      ...WINDOW,
    });
    const listed = mailbox!.calendarView!.nodes.filter(({ seriesMasterId }) => seriesMasterId === master);
    const restored = await reissue(house.gateway, house.organization, master);
    const present = await instances(restored);

    expect(listed).toHaveLength(6);
    for (const [index, { id }] of listed.entries()) expect((await read(id)).id).toBe(present[index]!.id);
  });
});

test("which meetings ids are of is known after a restart, too [user-demands 32]", async () => {
  const emulator = await createEmulator();
  const dataDir = await mkdtemp(join(tmpdir(), "gateway-ids-"));
  const env = { EMULATOR_LOGIN_URL: emulator.loginUrl, EMULATOR_GRAPH_URL: emulator.graphUrl };
  const first = await startGateway({ dataDir, env });
  const organization = await makeOrganization(first, { addresses: [ines.address] });
  const { id } = await makeEvent(organization, { subject: "Kept" });
  await first.close();
  const present = await reissue({ emulator }, organization, id);

  const second = await startGateway({ dataDir, env });
  const { node } = await second.owner.data(operations.EventByIdDocument, { id });

  expect(node).toMatchObject({ id: present, subject: "Kept" });
  await second.close();
  await emulator.close();
  await rm(dataDir, { recursive: true, force: true });
});
