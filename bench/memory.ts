import { type KeptMemory, keptMemory, SELECTIONS, type Selection } from "./memory.kept.js";

/**
 * Memory that a kept event takes, measured in processes of their own: 400 mailboxes' weeks of 25 events. `tsx
 * bench/memory.ts` prints JSON. It is a scenario of `npm run bench`, too.
 */
const figures: Record<string, unknown> = {};
for (const name of Object.keys(SELECTIONS) as Selection[]) {
  const parsed: KeptMemory = await keptMemory("parsed", name);
  const mapped = await keptMemory("mapped", name);
  const kept = await keptMemory("kept", name);
  figures[name] = {
    parsed: parsed.bytesPerEvent,
    mapped: mapped.bytesPerEvent,
    kept: kept.bytesPerEvent,
    estimate: kept.estimate,
    keptToParsed: Number((kept.bytesPerEvent / parsed.bytesPerEvent).toFixed(2)),
  };
}
console.log(JSON.stringify({ unit: "bytes an event", events: 10_000, figures }, null, 1));
