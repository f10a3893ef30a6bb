import fc from "fast-check";
import { expect, test } from "vitest";
import { eventBody } from "../../emulator/kit.js";
import { seriesBody } from "../../emulator/recurrence.kit.js";
import { ALL_FIELDS, emulatedCalendars, MARCH } from "./emulated-calendar.js";
import { newCall } from "./kit.js";

const calendar = emulatedCalendars();
const KINDS = [
  "single",
  "allDay",
  "series",
  "ask",
  "remove",
  "rename",
  "reschedule",
  "recur",
  "end",
  "removeOccurrence",
  "changeOccurrence",
  "moveOccurrence",
] as const;

const step = fc.record({
  kind: fc.constantFrom(...KINDS),
  pick: fc.nat(50),
  /** From 24 February to 8 April: in and out of the window. */
  day: fc.integer({ min: -5, max: 38 }),
});

const dateOf = (day: number) => new Date(Date.UTC(2026, 2, day)).toISOString().slice(0, 10);
const timesOn = (day: number, hour = "09") => ({
  start: { dateTime: `${dateOf(day)}T${hour}:00:00`, timeZone: "Europe/Berlin" },
  end: { dateTime: `${dateOf(day)}T${hour}:45:00`, timeZone: "Europe/Berlin" },
});
const details = {
  body: { contentType: "html", content: "<p>Bring numbers</p>" },
  location: { displayName: "Room 4" },
  categories: ["Blue"],
  attendees: [{ emailAddress: { address: "ann@quarry.example", name: "Ann" }, type: "optional" }],
};

test("a tracked view is what a calendar view answers, whatever happens to the calendar", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), fc.boolean(), async (steps, isNamed) => {
      const { emulator, place, cache, reads, wait, create, change, remove, shown, masters } = calendar();
      // Reports disagree on both.
      emulator.switches.deltaNamesRemovedOccurrences = isNamed;
      emulator.switches.allDayInOtherZone = isNamed ? "shift" : "keepDates";
      const question = { ...MARCH, fields: ALL_FIELDS };
      const compare = async () => {
        wait();
        const kept = await cache.read(place, question, 1_000, newCall());
        const { events } = await reads.readNow(place, question, newCall());
        expect(kept.events.map(({ isKept: _, ...event }) => event)).toEqual(events);
      };
      await create(eventBody(details));
      await create(seriesBody({}, {}, details));
      await compare();
      await compare();
      for (const { kind, pick, day } of steps) {
        const isOccurrence = kind.endsWith("Occurrence");
        const all = isOccurrence ? (await shown()).filter(({ seriesMasterId }) => seriesMasterId) : await masters();
        const event = all[pick % Math.max(1, all.length)];
        if (kind === "ask") await compare();
        if (kind === "single") await create(eventBody({ ...timesOn(day), ...details }));
        if (kind === "allDay") {
          const bound = (at: number) => ({ dateTime: `${dateOf(at)}T00:00:00`, timeZone: "Europe/Berlin" });
          await create(eventBody({ start: bound(day), end: bound(day + 1), isAllDay: true }));
        }
        if (kind === "series") await create(seriesBody({ daysOfWeek: ["monday", "thursday"] }));
        if (event === undefined) continue;
        if (kind === "remove" || kind === "removeOccurrence") await remove(event.id);
        if (kind === "rename" || kind === "changeOccurrence") await change(event.id, { subject: `Changed ${day}` });
        if (kind === "moveOccurrence") {
          const date = event.start.dateTime.slice(0, 10);
          await change(event.id, {
            start: { dateTime: `${date}T15:00:00`, timeZone: "Europe/Berlin" },
            end: { dateTime: `${date}T16:00:00`, timeZone: "Europe/Berlin" },
          });
        }
        if (kind === "end") await change(event.id, { recurrence: null });
        if (kind === "reschedule" && !event.isAllDay) await change(event.id, timesOn(day));
        if (kind === "recur" && !event.isAllDay) {
          const { recurrence } = seriesBody({ type: "daily", interval: 3 }, { startDate: dateOf(day) });
          await change(event.id, { ...timesOn(day), recurrence });
        }
      }
      await compare();
    }),
    { numRuns: 12 },
  );
});
