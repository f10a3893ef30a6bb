import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { trackedMailbox, WINDOW } from "./delta.kit.js";
import { eventBody, type Json, startTenant } from "./kit.js";
import { seriesBody } from "./recurrence.kit.js";

let started: Awaited<ReturnType<typeof startTenant>>;
beforeAll(async () => {
  started = await startTenant();
});
afterAll(() => started.emulator.close());

const KINDS = [
  "single",
  "series",
  "sync",
  "remove",
  "rename",
  "reschedule",
  "recur",
  "end",
  "removeOccurrence",
  "changeOccurrence",
] as const;

/** What happens, to which of the events that are there, and on which day of March or April. */
const step = fc.record({
  kind: fc.constantFrom(...KINDS),
  pick: fc.nat(50),
  day: fc.integer({ min: 2, max: 60 }),
});

const timesOn = (day: number) => {
  const date = new Date(Date.UTC(2026, 2, day)).toISOString().slice(0, 10);
  return {
    start: { dateTime: `${date}T09:00:00`, timeZone: "Europe/Berlin" },
    end: { dateTime: `${date}T10:00:00`, timeZone: "Europe/Berlin" },
  };
};

/** Keeps what rounds tell, as the documentation advises: a master that comes again replaces its whole series. */
function fold(known: Map<string, Json>, items: readonly Json[]): void {
  const forgetSeries = (id: string) => {
    for (const [key, item] of known) if (item.seriesMasterId === id) known.delete(key);
  };
  for (const item of items) if (item.type === "seriesMaster" || "@removed" in item) forgetSeries(item.id);
  for (const item of items) {
    if ("@removed" in item) known.delete(item.id);
    else known.set(item.id, item);
  }
}

// Statements 22 to 24.
test("a client that folds rounds as documented has what the calendar view shows, whatever happens", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 10 }), fc.integer({ min: 1, max: 6 }), async (steps, size) => {
      const { base, round, first, create, change, remove } = await trackedMailbox(started);
      const prefer = { Prefer: `odata.maxpagesize=${size}` };
      const known = new Map<string, Json>();
      let link = first;
      const sync = async () => {
        const told = await round(link, prefer);
        fold(known, told.items);
        link = told.link;
      };
      const view = async (): Promise<Json[]> =>
        (await started.graph.get(`${base}/calendarView?${WINDOW}&$top=1000`)).json.value;
      const events = async (): Promise<Json[]> => (await started.graph.get(`${base}/events?$top=1000`)).json.value;
      await create(eventBody());
      await create(seriesBody());
      await sync();
      for (const { kind, pick, day } of steps) {
        const isOccurrence = kind.endsWith("Occurrence");
        const all = isOccurrence ? (await view()).filter(({ seriesMasterId }) => seriesMasterId) : await events();
        const event = all[pick % Math.max(1, all.length)];
        if (kind === "sync") await sync();
        if (kind === "single") await create(eventBody());
        if (kind === "series") await create(seriesBody({ daysOfWeek: ["monday", "thursday"] }));
        if (event === undefined) continue;
        if (kind === "remove" || kind === "removeOccurrence") await remove(event.id);
        if (kind === "rename" || kind === "changeOccurrence") await change(event.id, { subject: "Changed" });
        if (kind === "end") await change(event.id, { recurrence: null });
        if (kind === "reschedule") await change(event.id, timesOn(day));
        if (kind === "recur") {
          const startDate = timesOn(day).start.dateTime.slice(0, 10);
          const { recurrence } = seriesBody({ type: "daily", interval: 3 }, { startDate });
          await change(event.id, { ...timesOn(day), recurrence });
        }
      }
      await sync();
      const placeOf = ({ id, start, type }: Json) => `${start.dateTime} ${type} ${id}`;
      const held = [...known.values()].filter(({ type }) => type !== "seriesMaster").map(placeOf);
      expect(held.sort()).toEqual((await view()).map(placeOf).sort());
    }),
    { numRuns: 25 },
  );
});
