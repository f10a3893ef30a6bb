import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createEmulator } from "../../emulator/index.js";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { graphIdOf, reissue } from "../kit/changed-ids.js";
import { startGateway } from "../kit/gateway.js";
import * as operations from "../kit/generated/operations.js";
import { anotherCopy, LISTS, listed, unseenEvent } from "../kit/listed-ids.js";
import { MeetingHouse } from "../kit/meeting-house.js";
import { storedMailbox } from "../kit/meetings.js";
import { makeOrganization } from "../kit/organization.js";
import { codesOf } from "../kit/outcome.js";

const { ines } = DEMO_USERS;
const TIMES = "start,end,isAllDay,originalStartTimeZone,originalEndTimeZone";
const DAILY = { recurrence: { rrule: "FREQ=DAILY;COUNT=3" } };

describe("EVENT_IDS_REMEMBERED=used", () => {
  let house: MeetingHouse;

  beforeAll(async () => {
    house = await MeetingHouse.open({ env: { EVENT_IDS_REMEMBERED: "used" } });
  });
  beforeEach(() => void house.proxy.take());
  afterAll(() => house.close());

  const list = (of: string, node = "id subject") => listed(house.organization.reader, house.organization, of, node);

  test.each(Object.entries(LISTS))("asks nothing more for %s", async (name, query) => {
    await list(query);
    const paths = house.proxy.take().map(({ path }) => decodeURIComponent(path));
    const views = paths.filter((path) => path.includes("calendarView"));

    expect(views.length).toBeGreaterThan(0);
    // Meetings are told apart by it.
    const uid = name === "meetings' copies" ? /isOrganizer,iCalUId$/ : /subject,sensitivity$/;
    for (const path of views) expect(new URL(path, "http://graph").searchParams.get("$select")).toMatch(uid);
  });

  test("keeps a view that hands out no id good for a question that asks for ids", async () => {
    const view = LISTS["a view of an allowed age"].replace("2126-03-08", "2126-03-09");
    await list(view, "subject");
    expect(house.proxy.take()).toHaveLength(1);
    await list(view, "id subject");

    expect(house.proxy.take()).toEqual([]);
  });

  test("remembers what was read by its id, and nothing that was only listed", async () => {
    const [listedOnly, used] = [
      await unseenEvent(house.gateway, house.organization),
      await unseenEvent(house.gateway, house.organization),
    ];
    const { reader } = house.organization;
    await list(LISTS["a mailbox's view"]);
    await reader.data(operations.EventByIdDocument, { id: used });
    for (const id of [listedOnly, used]) await reissue(house.gateway, house.organization, id);

    expect(codesOf(await reader.query(operations.EventByIdDocument, { id: used }))).toEqual([]);
    expect(codesOf(await reader.query(operations.EventByIdDocument, { id: listedOnly }))).toEqual(["NOT_FOUND"]);
  });
});

describe("EVENT_IDS_REMEMBERED=listed, the default", () => {
  let house: MeetingHouse;
  let laterMs = 0;

  beforeAll(async () => {
    house = await MeetingHouse.open({ clock: { now: () => Date.now() + laterMs } });
  });
  beforeEach(() => void house.proxy.take());
  afterAll(() => house.close());

  const list = (of: string, node = "id subject", client = house.organization.reader) =>
    listed(client, house.organization, of, node);
  const selects = () =>
    house.proxy.take().map(({ path }) => new URL(decodeURIComponent(path), "http://graph").searchParams.get("$select"));
  const readable = async (id: string) =>
    codesOf(await house.organization.reader.query(operations.EventByIdDocument, { id }));

  test("reads a kept view again that was asked for without ids, and then keeps it", async () => {
    const view = LISTS["a view of an allowed age"].replace("2126-03-08", "2126-03-09");
    await list(view, "subject");
    expect(selects()).toEqual([`id,${TIMES},subject,sensitivity`]);
    await list(view);
    expect(selects()).toEqual([`id,${TIMES},subject,sensitivity,iCalUId`]);
    await list(view, "subject");
    await list(view);

    expect(selects()).toEqual([]);
  });

  test("remembers what change tracking tells of a kept view: single events, series and their occurrences", async () => {
    const aged = async () => {
      laterMs += 61_000;
      return list(LISTS["a view of an allowed age"]);
    };
    const { store } = house.gateway.emulator;
    const mailbox = storedMailbox(house.gateway, ines.address);
    const taken = async (over: Partial<operations.CreateEventInput>) => {
      const row = store.event(mailbox, graphIdOf(await unseenEvent(house.gateway, house.organization, over)))!;
      store.removeEvent(mailbox, row);
      return { ...row, iCalUId: store.ids.iCalUId() };
    };
    const rows = [await taken({ subject: "Tracked" }), await taken({ ...DAILY, subject: "Tracked series" })];
    // Read, then tracked from the second time on.
    await aged();
    await aged();
    house.proxy.take();
    const [single = "", master = ""] = rows.map((row) => anotherCopy(house.gateway, house.organization, row));

    const [first = "", second = ""] = (await aged())
      .filter(({ subject }) => subject === "Tracked series")
      .map(({ id }) => id);
    const [request, ...more] = house.proxy.take();
    expect(request?.path).toContain("/calendarView/delta");
    expect(more).toEqual([]);
    for (const id of [single, master]) await reissue(house.gateway, house.organization, id);

    expect(await readable(single)).toEqual([]);
    expect(await readable(first)).toEqual([]);
    expect(await readable(second)).toEqual([]);
  });

  test("shows `iCalUId` to nobody who may not see it, and joins no copies by it", async () => {
    const {
      id: connectionId,
      admin,
      reader,
      mailboxIds,
    } = { ...house.organization, id: house.organization.connectionId };
    await house.meeting({ subject: "Joined" });
    const meetings = LISTS["meetings' copies"];
    const copies = async () => (await list(meetings, "id visibility subject iCalUId mailbox { id }")).length;
    const before = await copies();
    const input = { id: connectionId, visibility: "BUSY_ONLY" } as const;
    await admin.data(operations.UpdateConnectionDocument, { input });
    house.proxy.take();

    const seen = await reader.send<object>({
      query: `{ mailbox(id: "${mailboxIds[0]}") { calendarView(start: "2126-03-01T00:00:00Z", end: "2126-03-08T00:00:00Z") {
        nodes { id iCalUId } } } organization(id: "${house.organization.id}") { meetings(start: "2126-03-01T00:00:00Z",
        end: "2126-03-08T00:00:00Z", first: 100) { nodes { iCalUId copies { event { id } } } } } }`,
    });
    const asked = selects();
    await admin.data(operations.UpdateConnectionDocument, { input: { id: connectionId, visibility: "FULL" } });

    expect(asked.length).toBeGreaterThan(0);
    for (const select of asked) expect(select).toMatch(/,iCalUId$/);
    expect(JSON.stringify(seen.data)).not.toContain("040000008200");
    expect(JSON.stringify(seen.data)).not.toMatch(/"copies":\[\{[^\]]*\},\{/);
    expect(before).toBeGreaterThan(0);
  });

  test("a removal that Microsoft refuses costs the memory of that series alone", async () => {
    const [one, other] = [
      await unseenEvent(house.gateway, house.organization, { ...DAILY, subject: "Refused" }),
      await unseenEvent(house.gateway, house.organization, { ...DAILY, subject: "Untouched" }),
    ];
    const nodes = await list(LISTS["a mailbox's view"]);
    const idOf = (title: string) => nodes.find(({ subject }) => subject === title)!.id;
    house.gateway.emulator.faults.once(
      { mailbox: ines.address, method: "DELETE", path: "*/events/*" },
      { kind: "error", status: 403 },
    );
    await house.organization.writer.query(operations.DeleteEventDocument, { input: { id: one } });
    for (const id of [one, other]) await reissue(house.gateway, house.organization, id);

    expect(await readable(idOf("Refused"))).toEqual(["NOT_FOUND"]);
    expect(await readable(idOf("Untouched"))).toEqual([]);
  });
});

test("ids of lists are known after a restart, too, and deletions stay forgotten [user-demands 32]", async () => {
  const emulator = await createEmulator();
  const dataDir = await mkdtemp(join(tmpdir(), "gateway-listed-"));
  const env = { EMULATOR_LOGIN_URL: emulator.loginUrl, EMULATOR_GRAPH_URL: emulator.graphUrl };
  const first = await startGateway({ dataDir, env });
  const gateway = { ...first, emulator };
  const organization = await makeOrganization(first, { addresses: [ines.address] });
  const ids = {
    single: await unseenEvent(gateway, organization, { subject: "Single" }),
    kept: await unseenEvent(gateway, organization, { ...DAILY, subject: "Kept" }),
    removed: await unseenEvent(gateway, organization, { ...DAILY, subject: "Removed" }),
  };
  const nodes = await listed(organization.reader, organization, LISTS["a mailbox's view"]);
  const listedId = (title: string) => nodes.find(({ subject }) => subject === title)!.id;
  const stored = emulator.store.event(storedMailbox(gateway, ines.address), graphIdOf(ids.removed))!;
  anotherCopy(gateway, organization, stored);
  await organization.writer.data(operations.DeleteEventDocument, { input: { id: ids.removed } });
  await first.close();
  for (const id of [ids.single, ids.kept]) await reissue({ emulator }, organization, id);

  const second = await startGateway({ dataDir, env });
  const codes = async (id: string) => codesOf(await second.owner.query(operations.EventByIdDocument, { id }));

  expect(await codes(ids.single)).toEqual([]);
  expect(await codes(listedId("Kept"))).toEqual([]);
  expect(await codes(listedId("Removed"))).toEqual(["NOT_FOUND"]);
  await second.close();
  await emulator.close();
  await rm(dataDir, { recursive: true, force: true });
});
