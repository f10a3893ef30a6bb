import { type Form, type KeptMemory, keptMemory, SELECTIONS, type Selection } from "../memory.kept.js";
import type { Finding, Scenario } from "./scenario.js";

const MB = 1024 * 1024;
const EVENTS = 10_000;
/** With 25 events each: 100,000 events. */
const MANY_MAILBOXES = 4_000;

export const KEPT_MEMORY: Scenario = {
  name: "kept-memory",
  share: 0.03,
  about:
    "what kept events take: mailboxes' weeks of 25 events with texts and links of the usual lengths, all different",
  async run(bench) {
    const all = Object.keys(SELECTIONS) as Selection[];
    const selections = bench.pick({ smoke: all.slice(0, 1), quick: all.slice(0, 1), normal: all, full: all });
    const figures = new Map<Selection, Readonly<Record<Form, KeptMemory>>>();
    for (const selection of selections) {
      const parsed = await keptMemory("parsed", selection);
      const mapped = await keptMemory("mapped", selection);
      figures.set(selection, { parsed, mapped, kept: await keptMemory("kept", selection) });
    }
    const many = await keptMemory(
      "kept",
      "dashboard",
      bench.pick({ smoke: 400, quick: 1_000, normal: MANY_MAILBOXES, full: MANY_MAILBOXES }),
    );
    const resident = many.residentBytes / MB;
    return {
      tables: [
        {
          title: "Bytes an event, of 10,000",
          columns: ["fields", "parsed", "as the gateway reads them", "kept", "kept / parsed"],
          rows: [...figures].map(([selection, { parsed, mapped, kept }]) => [
            selection,
            parsed.bytesPerEvent,
            mapped.bytesPerEvent,
            kept.bytesPerEvent,
            (kept.bytesPerEvent / parsed.bytesPerEvent).toFixed(2),
          ]),
          notes: [
            "What is left are texts that no two events share: ids, versions, links and bodies.",
            `${many.events.toLocaleString("en")} events with a dashboard's fields: ${resident.toFixed(0)} MB of resident memory above that of the process before.`,
          ],
        },
      ],
      findings: [...findingsOf(figures), ...residentFinding(many)],
    };
  },
};

/** Bodies and previews are as long as people write them, so that no limit can be set for them. */
function findingsOf(figures: ReadonlyMap<Selection, Readonly<Record<Form, KeptMemory>>>): Finding[] {
  return [...figures].flatMap(([selection, { kept }]) => {
    if (selection === "all fields") return [];
    const value = (kept.bytesPerEvent * EVENTS) / MB;
    return [{ goal: "P19", where: `10,000 events, ${selection}`, value, limit: 10, must: "most", unit: "MB" }];
  });
}

function residentFinding({ events, residentBytes }: KeptMemory): Finding[] {
  if (events < 100_000) return [];
  const where = "100,000 events, a dashboard's fields, resident";
  return [{ goal: "P19", where, value: residentBytes / MB, limit: 150, must: "most", unit: "MB" }];
}
