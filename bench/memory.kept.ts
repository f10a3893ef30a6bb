import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const SELECTIONS = {
  dashboard: "subject,location,organizer,attendees,showAs,response",
  "all fields but the texts":
    "subject,location,organizer,attendees,showAs,sensitivity,importance,type,categories,isCancelled,isOrganizer,response,iCalUId,webLink,onlineMeeting",
  "all fields":
    "subject,bodyPreview,body,location,organizer,attendees,showAs,sensitivity,importance,type,categories,isCancelled,isOrganizer,response,iCalUId,webLink,onlineMeeting",
} as const;
export type Selection = keyof typeof SELECTIONS;

/** `parsed`: objects as JSON.parse makes them; `mapped`: as the gateway reads them; `kept`: as its cache holds them. */
export type Form = "parsed" | "mapped" | "kept";

export interface KeptMemory {
  readonly events: number;
  readonly bytesPerEvent: number;
  /** What the cache itself reckons. */
  readonly estimate: number;
  /** Resident memory above that of the process without events, in bytes. */
  readonly residentBytes: number;
}

const measure = fileURLToPath(new URL("memory.measure.ts", import.meta.url));
const run = promisify(execFile);

/** In a process of its own. @param mailboxes with 25 events each */
export async function keptMemory(form: Form, selection: Selection, mailboxes = 400): Promise<KeptMemory> {
  const args = [measure, form, SELECTIONS[selection], String(mailboxes)];
  const { stdout } = await run(process.execPath, ["--expose-gc", "--import", "tsx", ...args]);
  return JSON.parse(stdout) as KeptMemory;
}
