import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addPerson, eventBody, type GraphClient, type Json, startTenant } from "./kit.js";
import { seriesBody, window } from "./recurrence.kit.js";

let started: Awaited<ReturnType<typeof startTenant>>;
let graph: GraphClient;
let people = 0;
beforeAll(async () => {
  started = await startTenant();
  graph = started.graph;
});
afterAll(() => started.emulator.close());

const MONTHS = window("2026-03-01", "2026-06-01");
const codeOf = ({ status, json }: { status: number; json: Json }) => [status, json.error?.code];

/** A mailbox with the six Mondays of the stand-up in it. */
async function withSeries(over: Record<string, unknown> = {}) {
  people += 1;
  const base = `/users/${addPerson(started.emulator, started.tenant, `person${people}`).id}`;
  const master = (await graph.post(`${base}/events`, seriesBody({}, {}, over))).json;
  const view = async (): Promise<Json[]> => (await graph.get(`${base}/calendarView?${MONTHS}`)).json.value;
  const at = async (index: number): Promise<Json> => (await view())[index];
  const change = (id: string, body: unknown) => graph.patch(`${base}/events/${id}`, body);
  const remove = (id: string) => graph.delete(`${base}/events/${id}`);
  const cancelled = async (): Promise<Json> =>
    (await graph.get(`${base}/events/${master.id}?$select=cancelledOccurrences`)).json.cancelledOccurrences;
  return { base, master, view, at, change, remove, cancelled };
}

const on = (date: string, from = "09:00", to = "10:00") => ({
  start: { dateTime: `${date}T${from}:00`, timeZone: "Europe/Berlin" },
  end: { dateTime: `${date}T${to}:00`, timeZone: "Europe/Berlin" },
});

describe("where a series shows (statement 2, sheet 2.6 and 3.6)", () => {
  test("lists of events hold the master only, a calendar view its occurrences only", async () => {
    const { base, master, view } = await withSeries();
    const list = (await graph.get(`${base}/events`)).json.value;
    expect(list.map(({ id, type }: Json) => [id, type])).toEqual([[master.id, "seriesMaster"]]);
    const shown = await view();
    expect(shown.map(({ type }) => type)).toEqual(Array(6).fill("occurrence"));
    expect(shown.map(({ start }) => start.dateTime.slice(5, 10))).toEqual([
      "03-02",
      "03-09",
      "03-16",
      "03-23",
      "03-30",
      "04-06",
    ]);
  });

  test("an occurrence has the master's members and those of its own place", async () => {
    const { master, at } = await withSeries({ categories: ["Team"], body: { contentType: "text", content: "News" } });
    const second = await at(1);
    expect(second).toMatchObject({
      subject: "Stand-up",
      categories: ["Team"],
      bodyPreview: "News",
      recurrence: null,
      seriesMasterId: master.id,
      originalStart: "2026-03-09T08:00:00Z",
      isOrganizer: true,
    });
    expect(second.iCalUId).toBe(master.iCalUId.replace(/^(.{32})00000000/, "$107EA0309"));
    expect(second.id.length).toBeGreaterThan(master.id.length);
    expect(master).not.toHaveProperty("originalStart");
    expect(master.seriesMasterId).toBeNull();
  });

  test("an occurrence is read by its id, again and again the same, in both kinds of id", async () => {
    const { base, at } = await withSeries();
    const third = await at(2);
    const { json, status } = await graph.get(`${base}/events/${third.id}`);
    expect(status).toBe(200);
    expect(json).toMatchObject({ id: third.id, type: "occurrence", start: third.start });
    const prefer = { Prefer: 'IdType="ImmutableId"' };
    const [first] = (await graph.get(`${base}/calendarView?${MONTHS}`, prefer)).json.value;
    expect(first.id).not.toBe((await at(0)).id);
    const again = (await graph.get(`${base}/events/${first.id}`, prefer)).json;
    expect([again.id, again.seriesMasterId]).toEqual([first.id, first.seriesMasterId]);
    const master = (await graph.get(`${base}/events/${first.seriesMasterId}`, prefer)).json;
    expect(master.type).toBe("seriesMaster");
  });

  test("an occurrence of another mailbox's series is not found, a tampered id is malformed", async () => {
    const mine = await withSeries();
    const yours = await withSeries();
    const { id } = await mine.at(0);
    expect(codeOf(await graph.get(`${yours.base}/events/${id}`))).toEqual([404, "ErrorItemNotFound"]);
    const other = id.slice(0, 20) + (id[20] === "A" ? "B" : "A") + id.slice(21);
    expect(codeOf(await graph.get(`${mine.base}/events/${other}`))).toEqual([400, "ErrorInvalidIdMalformed"]);
  });

  test("instances need both bounds and a master, and hold occurrences and exceptions", async () => {
    const { base, master, at, change } = await withSeries();
    await change((await at(1)).id, { subject: "Changed" });
    const path = `${base}/events/${master.id}/instances`;
    const { json } = await graph.get(`${path}?${window("2026-03-01", "2026-03-17")}`);
    expect(json.value.map(({ type }: Json) => type)).toEqual(["occurrence", "exception", "occurrence"]);
    expect(codeOf(await graph.get(`${path}?startDateTime=2026-03-01`))).toEqual([400, "ErrorInvalidParameter"]);
    const single = (await graph.post(`${base}/events`, eventBody())).json;
    expect(codeOf(await graph.get(`${base}/events/${single.id}/instances?${MONTHS}`))).toEqual([
      400,
      "ErrorInvalidRequest",
    ]);
  });

  test("an occurrence that begins before the window and reaches into it is shown", async () => {
    const { base } = await withSeries({
      start: { dateTime: "2026-03-02T22:00:00", timeZone: "Europe/Berlin" },
      end: { dateTime: "2026-03-05T10:00:00", timeZone: "Europe/Berlin" },
    });
    const { json } = await graph.get(`${base}/calendarView?${window("2026-03-11", "2026-03-12")}`);
    expect(json.value.map(({ start }: Json) => start.dateTime.slice(0, 10))).toEqual(["2026-03-09"]);
  });
});

describe("a changed occurrence (statement 7, sheet 3.6)", () => {
  test("becomes an exception with its original start kept", async () => {
    const { at, change, view, master } = await withSeries();
    const before = await at(1);
    const { status, json } = await change(before.id, { subject: "Moved", ...on("2026-03-11", "15:00", "16:00") });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      id: before.id,
      type: "exception",
      subject: "Moved",
      originalStart: before.originalStart,
      seriesMasterId: master.id,
    });
    expect(json["@odata.etag"]).not.toBe(before["@odata.etag"]);
    const shown = await view();
    expect(shown.map(({ type }) => type)).toEqual(["occurrence", "exception", ...Array(4).fill("occurrence")]);
    expect(shown[1].start.dateTime).toBe("2026-03-11T14:00:00.0000000");
  });

  test("keeps its own members when the master's change, and takes over the others", async () => {
    const { at, change, view, master } = await withSeries();
    await change((await at(1)).id, { subject: "Special" });
    await change(master.id, { subject: "All hands", categories: ["Team"] });
    const shown = await view();
    expect(shown.map(({ subject }) => subject)).toEqual(["All hands", "Special", ...Array(4).fill("All hands")]);
    expect(shown[1].categories).toEqual(["Team"]);
  });

  test("is dropped when the series gets other times, unless the switch keeps it", async () => {
    const { at, change, view, master } = await withSeries();
    await change((await at(1)).id, { subject: "Special" });
    await change(master.id, on("2026-03-02", "11:00", "12:00"));
    const shown = await view();
    expect(new Set(shown.map(({ subject }) => subject))).toEqual(new Set(["Stand-up"]));
    expect(shown[1].start.dateTime).toBe("2026-03-09T10:00:00.0000000");
    started.emulator.switches.newTimesDropExceptions = false;
    await change(shown[2].id, { subject: "Kept" });
    await change(master.id, on("2026-03-02", "12:00", "13:00"));
    started.emulator.switches.newTimesDropExceptions = true;
    expect((await view()).map(({ subject }) => subject)).toContain("Kept");
  });

  test("outlives a change of the range's end", async () => {
    const { at, change, view, master } = await withSeries();
    await change((await at(1)).id, { subject: "Special" });
    const { pattern, range } = master.recurrence;
    await change(master.id, { recurrence: { pattern, range: { ...range, type: "endDate", endDate: "2026-03-20" } } });
    expect((await view()).map(({ subject }) => subject)).toEqual(["Stand-up", "Special", "Stand-up"]);
  });

  test("statement 8: cannot move onto or past the day of a neighbour", async () => {
    const { at, change, remove } = await withSeries();
    const crossing = [400, "ErrorOccurrenceCrossingBoundary"];
    const { id } = await at(2);
    for (const date of ["2026-03-09", "2026-03-03", "2026-03-23", "2026-04-01"]) {
      expect(codeOf(await change(id, on(date)))).toEqual(crossing);
    }
    expect((await change(id, on("2026-03-22"))).status).toBe(200);
    // The neighbour counts where it is now, and not at all once it is cancelled.
    expect(codeOf(await change((await at(3)).id, on("2026-03-22", "12:00", "13:00")))).toEqual(crossing);
    await remove((await at(3)).id);
    expect((await change(id, on("2026-03-24"))).status).toBe(200);
  });

  test("cannot have a recurrence", async () => {
    const { at, change, master } = await withSeries();
    const { id } = await at(0);
    expect(codeOf(await change(id, { recurrence: master.recurrence }))).toEqual([400, "ErrorInvalidRequest"]);
    expect((await change(id, { recurrence: null })).status).toBe(200);
  });

  test("is in lists of events only by the switch", async () => {
    const { base, at, change } = await withSeries();
    await change((await at(0)).id, { subject: "Special" });
    const types = async () => (await graph.get(`${base}/events`)).json.value.map(({ type }: Json) => type);
    expect(await types()).toEqual(["seriesMaster"]);
    started.emulator.switches.exceptionsInEventLists = true;
    expect(await types()).toEqual(["seriesMaster", "exception"]);
    started.emulator.switches.exceptionsInEventLists = false;
  });

  test("obeys If-Match", async () => {
    const { base, at } = await withSeries();
    const first = await at(0);
    const send = (etag: string) => graph.patch(`${base}/events/${first.id}`, { subject: "x" }, { "If-Match": etag });
    expect((await send('W/"stale"')).status).toBe(412);
    expect((await send(first["@odata.etag"])).status).toBe(200);
  });
});

describe("a removed occurrence (statement 8, sheet 3.6)", () => {
  test("leaves the views, and a text in cancelledOccurrences of its master", async () => {
    const { base, master, at, remove, view, cancelled } = await withSeries();
    const { id } = await at(1);
    expect((await remove(id)).status).toBe(204);
    expect((await view()).map(({ start }) => start.dateTime.slice(8, 10))).not.toContain("09");
    expect(await cancelled()).toEqual([`OID.${master.id}.2026-03-09`]);
    expect(codeOf(await graph.get(`${base}/events/${id}`))).toEqual([404, "ErrorItemNotFound"]);
    expect(codeOf(await remove(id))).toEqual([404, "ErrorItemNotFound"]);
  });

  test("is named by the slot's day even if it was moved before", async () => {
    const { master, at, change, remove, cancelled } = await withSeries();
    const { id } = await at(1);
    await change(id, on("2026-03-11"));
    await remove(id);
    expect(await cancelled()).toEqual([`OID.${master.id}.2026-03-09`]);
  });

  test("is told only by a read of the master by its id with $select", async () => {
    const { base, master, at, remove } = await withSeries();
    await remove((await at(0)).id);
    const plain = (await graph.get(`${base}/events/${master.id}`)).json;
    expect(plain).not.toHaveProperty("cancelledOccurrences");
    const [listed] = (await graph.get(`${base}/events?$select=id,cancelledOccurrences`)).json.value;
    expect(listed).not.toHaveProperty("cancelledOccurrences");
  });
});

describe("changes of a master (sheet 3.5)", () => {
  test("another zone is refused without the recurrence, and taken with it", async () => {
    const { change, master, view } = await withSeries();
    const times = {
      start: { dateTime: "2026-03-02T09:00:00", timeZone: "Tokyo Standard Time" },
      end: { dateTime: "2026-03-02T10:00:00", timeZone: "Tokyo Standard Time" },
    };
    expect(codeOf(await change(master.id, times))).toEqual([400, "ErrorPropertyValidationFailure"]);
    const { pattern, range } = master.recurrence;
    const recurrence = { pattern, range: { ...range, recurrenceTimeZone: undefined } };
    expect((await change(master.id, { ...times, recurrence })).status).toBe(200);
    expect((await view())[0].start.dateTime).toBe("2026-03-02T00:00:00.0000000");
  });

  test("recurrence null makes it a single event, and a recurrence makes a single event a series", async () => {
    const { change, master, view } = await withSeries();
    const single = await change(master.id, { recurrence: null });
    expect(single.json).toMatchObject({ id: master.id, type: "singleInstance", recurrence: null });
    expect((await view()).map(({ id }) => id)).toEqual([master.id]);
    const series = await change(master.id, { recurrence: master.recurrence });
    expect(series.json.type).toBe("seriesMaster");
    expect(await view()).toHaveLength(6);
  });

  test("a start on another date moves the series' first day with it", async () => {
    const { change, master, view } = await withSeries();
    const { json } = await change(master.id, on("2026-03-10"));
    expect(json.recurrence.range.startDate).toBe("2026-03-16");
    expect((await view())[0].start.dateTime.slice(0, 10)).toBe("2026-03-16");
  });

  test("a deleted master takes all of its occurrences with it", async () => {
    const { master, at, change, remove, view } = await withSeries();
    await change((await at(1)).id, { subject: "Special" });
    await remove(master.id);
    expect(await view()).toEqual([]);
  });
});
