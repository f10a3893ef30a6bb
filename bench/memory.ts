import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/**
 * Memory that a kept event takes, measured in processes of their own: 400 mailboxes' weeks of 25 events. `parsed`: objects
 * as JSON.parse makes them; `mapped`: as the gateway reads them; `kept`: as the response cache holds them. `tsx
 * bench/memory.ts` prints JSON.
 */
const SELECTIONS = {
  dashboard: "subject,location,organizer,attendees,showAs,response",
  "all fields but the texts":
    "subject,location,organizer,attendees,showAs,sensitivity,importance,type,categories,isCancelled,isOrganizer,response,iCalUId,webLink,onlineMeeting",
  "all fields":
    "subject,bodyPreview,body,location,organizer,attendees,showAs,sensitivity,importance,type,categories,isCancelled,isOrganizer,response,iCalUId,webLink,onlineMeeting",
};
const measure = fileURLToPath(new URL("memory.measure.ts", import.meta.url));
const run = promisify(execFile);

async function bytesOf(
  form: string,
  fields: string,
): Promise<{ readonly bytesPerEvent: number; readonly estimate: number }> {
  const { stdout } = await run(process.execPath, ["--expose-gc", "--import", "tsx", measure, form, fields]);
  return JSON.parse(stdout);
}

const figures: Record<string, unknown> = {};
for (const [name, fields] of Object.entries(SELECTIONS)) {
  const parsed = await bytesOf("parsed", fields);
  const mapped = await bytesOf("mapped", fields);
  const kept = await bytesOf("kept", fields);
  figures[name] = {
    parsed: parsed.bytesPerEvent,
    mapped: mapped.bytesPerEvent,
    kept: kept.bytesPerEvent,
    estimate: kept.estimate,
    keptToParsed: Number((kept.bytesPerEvent / parsed.bytesPerEvent).toFixed(2)),
  };
}
console.log(JSON.stringify({ unit: "bytes an event", events: 10_000, figures }, null, 1));
