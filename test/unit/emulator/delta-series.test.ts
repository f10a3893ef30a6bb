import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { removals, shown, trackedMailbox } from "./delta.kit.js";
import { eventBody, startTenant } from "./kit.js";

let started: Awaited<ReturnType<typeof startTenant>>;
beforeAll(async () => {
  started = await startTenant();
});
afterAll(() => started.emulator.close());

const mailbox = () => trackedMailbox(started);

describe("series in a round (statement 23, sheet 6.4 and 6.5)", () => {
  test("come as the whole master and stubs of its occurrences", async () => {
    const { round, first, master } = await mailbox();
    const series = await master();
    const { items } = await round(first);
    expect(items.map(({ type }) => type)).toEqual(["seriesMaster", ...Array(5).fill("occurrence")]);
    expect(items[0]).toMatchObject({ id: series.id, subject: "Stand-up" });
    for (const stub of items.slice(1)) {
      expect(Object.keys(stub).sort()).toEqual(
        ["@odata.etag", "@odata.type", "end", "id", "seriesMasterId", "start", "type"].sort(),
      );
      expect(stub.seriesMasterId).toBe(series.id);
    }
  });

  test("are never split over pages", async () => {
    const { round, first, create, master } = await mailbox();
    for (let count = 0; count < 3; count++) {
      await master();
      await create(eventBody());
    }
    const { sizes, items } = await round(first, { Prefer: "odata.maxpagesize=2" });
    expect(items).toHaveLength(21);
    expect(Math.max(...sizes)).toBeGreaterThan(2);
    const pageOf = items.map((_, index) =>
      sizes.findIndex((__, page) => index < sizes.slice(0, page + 1).reduce((a, b) => a + b)),
    );
    for (const [index, { id }] of items.entries()) {
      const members = items.flatMap(({ seriesMasterId }, at) => (seriesMasterId === id ? [pageOf[at]] : []));
      expect(new Set([...members, pageOf[index]]).size).toBe(1);
    }
  });

  test("a deleted occurrence re-sends the series without it and without @removed", async () => {
    const { round, first, master, remove, monday } = await mailbox();
    const series = await master();
    const { link } = await round(first);
    const { id } = await monday(1);
    await remove(id);
    const { items } = await round(link);
    expect(removals(items)).toEqual([]);
    expect(items[0].id).toBe(series.id);
    expect(items).toHaveLength(5);
    expect(items.map((item) => item.id)).not.toContain(id);
  });

  test("a changed occurrence comes in full as an exception, with its series", async () => {
    const { round, first, master, change, monday } = await mailbox();
    await master();
    const { link } = await round(first);
    const { id } = await monday(1);
    await change(id, { subject: "Special" });
    const { items } = await round(link);
    expect(items).toHaveLength(6);
    expect(items.find((item) => item.id === id)).toMatchObject({
      "@odata.type": "#microsoft.graph.event",
      type: "exception",
      subject: "Special",
      originalStart: "2026-03-09T08:00:00Z",
    });
  });

  test("a change of the master re-sends all of it; its deletion names the master, and occurrences by the switch", async () => {
    const { round, first, master, change, remove } = await mailbox();
    const series = await master();
    const { link } = await round(first);
    await change(series.id, { subject: "All hands" });
    const changed = await round(link);
    expect(changed.items).toHaveLength(6);
    await remove(series.id);
    expect(removals((await round(changed.link)).items)).toEqual([series.id]);
    started.emulator.switches.deltaNamesRemovedOccurrences = true;
    const named = removals((await round(changed.link)).items);
    started.emulator.switches.deltaNamesRemovedOccurrences = false;
    expect(named).toEqual(changed.items.map(({ id }) => id));
  });

  test("a series that became a single event leaves no occurrence behind", async () => {
    const { round, first, master, change } = await mailbox();
    const series = await master();
    const begin = await round(first);
    await change(series.id, { recurrence: null });
    const { items } = await round(begin.link);
    expect(shown(items).map(({ id, type }) => [id, type])).toEqual([[series.id, "singleInstance"]]);
    expect(removals(items)).toEqual(begin.items.slice(1).map(({ id }) => id));
  });

  test("a series that ended before the window is gone from it", async () => {
    const { base, round, master, change } = await mailbox();
    const series = await master();
    const begin = await round(`${base}/calendarView/delta?startDateTime=2026-06-01&endDateTime=2026-06-15`);
    expect(begin.items).toHaveLength(3);
    const { pattern, range } = series.recurrence;
    await change(series.id, { recurrence: { pattern, range: { ...range, type: "endDate", endDate: "2026-05-01" } } });
    expect(removals((await round(begin.link)).items)).toEqual([series.id]);
  });
});
