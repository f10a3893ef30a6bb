import { zoned } from "../../../emulator/core/zoned-time.js";
import { delegatedClient } from "./delegated.kit.js";
import { addPerson, type Json, type Mailbox } from "./kit.js";
import { startOffice } from "./meeting-kit.js";

const utc = (dateTime: string) => ({ dateTime, timeZone: "UTC" });
export const slot = (from: string, until: string) => ({ start: utc(from), end: utc(until) });

/** A day of March 2026, from eight to five; the second is a Monday. */
export const day = (date: string, domain?: string) => ({
  ...(domain === undefined ? {} : { activityDomain: domain }),
  timeSlots: [slot(`2026-03-${date}T08:00:00`, `2026-03-${date}T17:00:00`)],
});

/** When suggestions start, from the month to the minute. */
export const starts = (json: Json): string[] =>
  json.meetingTimeSuggestions.map(({ meetingTimeSlot }: Json) => meetingTimeSlot.start.dateTime.slice(5, 16));

/** An office in which Ann looks for times. */
export async function startSearching() {
  const office = await startOffice();
  const ann = await delegatedClient(office.emulator, office.ann, "Calendars.Read.Shared");
  let people = 0;
  return {
    ...office,
    ask: (body: unknown, headers?: Record<string, string>) => ann.post("/me/findMeetingTimes", body, headers),
    newPerson: () => {
      people += 1;
      return addPerson(office.emulator, office.tenant, `asked${people}`);
    },
    block: (mailbox: Mailbox | undefined, from: string, until: string, over = {}) => {
      if (mailbox === undefined) throw new Error("There is no mailbox.");
      office.emulator.add.addEvent(mailbox, { start: zoned(from, "UTC"), end: zoned(until, "UTC"), ...over });
    },
  };
}
