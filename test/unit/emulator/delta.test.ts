import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { removals, shown, trackedMailbox, WINDOW } from "./delta.kit.js";
import { eventBody, type GraphClient, type Json, startTenant } from "./kit.js";

let started: Awaited<ReturnType<typeof startTenant>>;
let graph: GraphClient;
beforeAll(async () => {
  started = await startTenant();
  graph = started.graph;
});
afterAll(() => started.emulator.close());

const codeOf = ({ status, json }: { status: number; json: Json }) => [status, json.error?.code];
const on = (date: string) => ({
  start: { dateTime: `${date}T09:00:00`, timeZone: "UTC" },
  end: { dateTime: `${date}T10:00:00`, timeZone: "UTC" },
});

const mailbox = () => trackedMailbox(started);

describe("a round of change tracking (statement 22, sheet 6.2)", () => {
  test("the first tells everything in the window, a later one only what changed, an idle one nothing", async () => {
    const { create, round, first, change } = await mailbox();
    const inside = await create(eventBody());
    await create(eventBody(on("2026-05-02")));
    const begin = await round(first);
    expect(begin.items.map(({ id }) => id)).toEqual([inside.id]);
    expect(new URL(begin.link).searchParams.has("$deltatoken")).toBe(true);
    const idle = await round(begin.link);
    expect(idle.items).toEqual([]);
    const fresh = await create(eventBody({ subject: "New" }));
    await change(inside.id, { subject: "Renamed" });
    await change(inside.id, { subject: "Renamed again" });
    const later = await round(idle.link);
    expect(later.items.map(({ subject }) => subject).sort()).toEqual(["New", "Renamed again"]);
    expect(later.items.map(({ id }) => id).sort()).toEqual([fresh.id, inside.id].sort());
    expect((await round(later.link)).items).toEqual([]);
    // A link can be used again, and tells the same.
    expect((await round(idle.link)).items).toHaveLength(2);
  });

  test("items have their type, their ETag and all members; the context is of the collection", async () => {
    const { create, first } = await mailbox();
    const event = await create(eventBody());
    const { json } = await graph.get(first);
    expect(json["@odata.context"]).toBe(`${started.emulator.graphUrl}/v1.0/$metadata#Collection(event)`);
    const { "@odata.context": _context, ...members } = event;
    expect(json.value).toEqual([{ "@odata.type": "#microsoft.graph.event", ...members }]);
  });

  test.each(["/calendar", "/calendars/{id}", "/calendarGroups/{group}/calendars/{id}"])(
    "works below %s, for that calendar alone",
    async (form) => {
      const { base, create, round } = await mailbox();
      const [calendar] = (await graph.get(`${base}/calendars`)).json.value;
      const [group] = (await graph.get(`${base}/calendarGroups`)).json.value;
      const other = (await graph.post(`${base}/calendars`, { name: "Other" })).json;
      const event = await create(eventBody());
      await graph.post(`${base}/calendars/${other.id}/events`, eventBody());
      const path = base + form.replace("{id}", calendar.id).replace("{group}", group.id);
      const { items, link } = await round(`${path}/calendarView/delta?${WINDOW}`);
      expect(items.map(({ id }) => id)).toEqual([event.id]);
      await graph.post(`${base}/calendars/${other.id}/events`, eventBody());
      expect((await round(link)).items).toEqual([]);
    },
  );

  test("odata.maxpagesize is obeyed and echoed, each event comes once, and the round ends with a deltaLink only", async () => {
    const { create, round, first } = await mailbox();
    for (let count = 0; count < 12; count++) await create(eventBody({ subject: String(count) }));
    expect((await round(first)).sizes).toEqual([10, 2]);
    const prefer = { Prefer: "odata.maxpagesize=5" };
    const { sizes, items } = await round(first, prefer);
    expect(sizes).toEqual([5, 5, 2]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(12);
    const { headers } = await graph.get(first, prefer);
    expect(headers.get("preference-applied")).toBe("odata.maxpagesize=5");
  });

  test("Prefer sets the zone of times and the kind of ids on each request", async () => {
    const { create, round, first, remove } = await mailbox();
    const event = await create(eventBody());
    const prefer = { Prefer: 'outlook.timezone="Tokyo Standard Time", IdType="ImmutableId"' };
    const { items } = await round(first, prefer);
    expect(items[0].start).toEqual({ dateTime: "2026-03-02T18:00:00.0000000", timeZone: "Tokyo Standard Time" });
    expect(items[0].id).not.toBe(event.id);
    const { link } = await round(first);
    await remove(event.id);
    expect(removals((await round(link, prefer)).items)).toEqual([items[0].id]);
  });

  test("changes between two pages of a round are told by the next round at the latest", async () => {
    const { create, first, remove } = await mailbox();
    for (let count = 0; count < 12; count++) await create(eventBody());
    const begin = (await graph.get(first)).json;
    await remove(begin.value[0].id);
    const fresh = await create(eventBody());
    const end = (await graph.get(begin["@odata.nextLink"])).json;
    const later = (await graph.get(end["@odata.deltaLink"])).json;
    expect(removals(later.value)).toEqual([begin.value[0].id]);
    expect(shown(later.value).map(({ id }) => id)).toEqual([fresh.id]);
  });
});

describe("what is refused (sheet 6.3)", () => {
  test.each(["$select=subject", "$filter=isAllDay", "$expand=attachments", "$orderby=subject", "$search=x"])(
    "%s is 400",
    async (option) => {
      const { first } = await mailbox();
      expect(codeOf(await graph.get(`${first}&${option}`))).toEqual([400, "ErrorInvalidUrlQuery"]);
    },
  );

  test("both bounds are needed, and no window is wider than that of a view", async () => {
    const { base } = await mailbox();
    const path = `${base}/calendarView/delta`;
    expect(codeOf(await graph.get(path))).toEqual([400, "ErrorInvalidParameter"]);
    expect(codeOf(await graph.get(`${path}?startDateTime=2026-01-01&endDateTime=2036-01-01`))).toEqual([
      400,
      "ErrorInvalidRequest",
    ]);
  });

  test("$top is ignored, or refused by the switch", async () => {
    const { create, first } = await mailbox();
    await create(eventBody());
    await create(eventBody());
    expect((await graph.get(`${first}&$top=1`)).json.value).toHaveLength(2);
    started.emulator.switches.deltaListOptions = "refuse";
    const refused = await graph.get(`${first}&$top=1`);
    started.emulator.switches.deltaListOptions = "ignore";
    expect(refused.status).toBe(400);
  });

  test("lists of events have no change tracking in version 1.0", async () => {
    const { base } = await mailbox();
    expect(codeOf(await graph.get(`${base}/events/delta`))).toEqual([400, "BadRequest"]);
    expect(codeOf(await graph.get(`${base}/calendar/events/delta`))).toEqual([400, "BadRequest"]);
  });
});

describe("removals (statement 24, sheet 6.5)", () => {
  test("a deleted event is named, also one outside of the window, and nothing else of it is told", async () => {
    const { create, round, first, remove } = await mailbox();
    const inside = await create(eventBody());
    const outside = await create(eventBody(on("2026-05-02")));
    const { link } = await round(first);
    await remove(inside.id);
    await remove(outside.id);
    const { items } = await round(link);
    expect(items).toHaveLength(2);
    for (const { id } of [inside, outside]) {
      expect(items).toContainEqual({ "@odata.type": "#microsoft.graph.event", id, "@removed": { reason: "deleted" } });
    }
  });

  test("an event that leaves the window is removed, and one that comes in is new", async () => {
    const { create, round, first, change } = await mailbox();
    const { id } = await create(eventBody());
    const begin = await round(first);
    await change(id, on("2026-05-02"));
    const left = await round(begin.link);
    expect(removals(left.items)).toEqual([id]);
    await change(id, { subject: "Still outside" });
    const idle = await round(left.link);
    expect(idle.items).toEqual([]);
    await change(id, on("2026-03-03"));
    expect(shown((await round(idle.link)).items).map((item) => item.id)).toEqual([id]);
  });

  test("an event that came and went between two rounds is not told", async () => {
    const { create, round, first, remove } = await mailbox();
    const { link } = await round(first);
    await remove((await create(eventBody())).id);
    expect((await round(link)).items).toEqual([]);
  });
});

describe("tokens that do not work (statement 24, sheet 6.6)", () => {
  test("a lost one is 410 SyncStateNotFound with a Location that begins anew", async () => {
    const { create, round, first } = await mailbox();
    const { id } = await create(eventBody());
    const { link } = await round(first);
    started.emulator.switches.deltaTokenLifetimeSeconds = 0;
    const lost = await graph.get(link);
    started.emulator.switches.deltaTokenLifetimeSeconds = 30 * 86_400;
    expect(codeOf(lost)).toEqual([410, "SyncStateNotFound"]);
    const location = lost.headers.get("location") ?? "";
    expect(new URL(location).searchParams.get("$deltatoken")).toBe("");
    expect((await round(location)).items.map((item) => item.id)).toEqual([id]);
  });

  test("it is lost with time, too", async () => {
    const { round, first } = await mailbox();
    const { link } = await round(first);
    started.emulator.switches.deltaTokenLifetimeSeconds = 60;
    started.emulator.clock.advance(59_999);
    const good = await graph.get(link);
    started.emulator.clock.advance(1);
    const lost = await graph.get(link);
    started.emulator.clock.reset();
    started.emulator.switches.deltaTokenLifetimeSeconds = 30 * 86_400;
    expect([good.status, lost.status]).toEqual([200, 410]);
  });

  test("a garbled one, one of another mailbox and one in the wrong place are 400 InvalidDeltaToken", async () => {
    const mine = await mailbox();
    const yours = await mailbox();
    const { link } = await mine.round(mine.first);
    const token = new URL(link).searchParams.get("$deltatoken") ?? "";
    const invalid = [400, "InvalidDeltaToken"];
    const path = `${mine.base}/calendarView/delta`;
    expect(codeOf(await graph.get(`${path}?$deltatoken=garbled`))).toEqual(invalid);
    expect(codeOf(await graph.get(`${path}?$deltatoken=${token.slice(0, -1)}`))).toEqual(invalid);
    expect(codeOf(await graph.get(`${path}?$skiptoken=${token}`))).toEqual(invalid);
    expect(codeOf(await graph.get(`${path}?$deltatoken=${token}&$skiptoken=${token}`))).toEqual(invalid);
    expect(codeOf(await graph.get(`${yours.base}/calendarView/delta?$deltatoken=${token}`))).toEqual(invalid);
    expect((await graph.get(`${path}?deltatoken=${token}`)).status).toBe(200);
  });

  test("a token from before a reset is lost, where the feed has not come as far again", async () => {
    const own = await startTenant();
    try {
      const base = `/users/${own.ann.id}`;
      await own.graph.post(`${base}/events`, eventBody());
      const { json } = await own.graph.get(`${base}/calendarView/delta?${WINDOW}`);
      own.emulator.store.changes.clear();
      expect(codeOf(await own.graph.get(json["@odata.deltaLink"]))).toEqual([410, "SyncStateNotFound"]);
    } finally {
      await own.emulator.close();
    }
  });
});
