import { toCalendarEvent } from "../src/services/events/event-mapper.js";
import { type EventField, selectForFields } from "../src/services/events/event-members.js";
import { MemoryViewStore } from "../src/services/events/views/memory-view-store.js";
import { byStartThenId } from "../src/services/events/views/view-reads.js";
import { graphWeek } from "./memory.events.js";

/**
 * One measurement, in a process of its own: `tsx bench/memory.measure.ts parsed|mapped|kept FIELDS MAILBOXES` prints the
 * bytes that an event takes. Needs --expose-gc.
 */
const [form = "kept", selection = "", mailboxes = ""] = process.argv.slice(2);
const MAILBOXES = Number(mailboxes);
const EVENTS = 25;
const fields = selection.split(",") as EventField[];
const select = new Set<string>([...selectForFields(fields), "@odata.etag"]);

/** An answer as it is parsed: every text and object of it is new. */
const answer = (mailbox: number): Parameters<typeof toCalendarEvent>[1][] =>
  JSON.parse(
    JSON.stringify(
      graphWeek(mailbox, EVENTS).map((event) =>
        Object.fromEntries(Object.entries(event).filter(([name]) => select.has(name))),
      ),
    ),
  );

function heapAndResident(): readonly [heap: number, resident: number] {
  const { gc } = globalThis as { gc?: () => void };
  if (gc === undefined) throw new Error("run with --expose-gc");
  for (let round = 0; round < 4; round++) gc();
  const { heapUsed, rss } = process.memoryUsage();
  return [heapUsed, rss];
}

async function fill(mailboxes: number): Promise<{ readonly held: unknown; readonly estimate?: number }> {
  const store = new MemoryViewStore(Number.MAX_SAFE_INTEGER);
  const held: unknown[] = [store];
  for (let mailbox = 0; mailbox < mailboxes; mailbox++) {
    const items = answer(mailbox);
    if (form === "parsed") held.push(items);
    if (form === "parsed") continue;
    const events = items.map((item) => toCalendarEvent(`mailbox-${mailbox}`, item)).sort(byStartThenId);
    if (form === "mapped") held.push(events);
    else await store.set({ scope: "c", id: `${mailbox}` }, { fields, asOf: 0, events, tracking: { kind: "none" } });
  }
  return { held, estimate: store.bytes };
}

// The first one warms up: compiled code counts as heap, too.
await fill(20);
const [heapBefore, residentBefore] = heapAndResident();
const { held, estimate = 0 } = await fill(MAILBOXES);
const [heapAfter, residentAfter] = heapAndResident();
if (held === undefined) throw new Error("nothing was held");
const events = MAILBOXES * EVENTS;
const bytesPerEvent = Math.round((heapAfter - heapBefore) / events);
const residentBytes = residentAfter - residentBefore;
console.log(JSON.stringify({ events, bytesPerEvent, estimate: Math.round(estimate / events), residentBytes }));
