import type { EventRow, Mailbox } from "../../core/mailbox.model.js";
import type { Switches } from "../../core/switches.js";
import { occurrencesOf, type Window } from "../events/occurrences.js";

type ShowAs = EventRow["showAs"];

const DIGITS: Readonly<Record<ShowAs, string>> = {
  unknown: "0",
  free: "0",
  workingElsewhere: "0",
  tentative: "1",
  busy: "2",
  oof: "3",
};
/** A slot shows the strongest of what happens in it. */
const STRENGTH: readonly string[] = ["0", "4", "1", "2", "3"];

/** What the default calendar holds inside a window, by start. Free/busy knows no other calendar. */
export function busyRows(mailbox: Mailbox, window: Window): readonly EventRow[] {
  return [...mailbox.events.values()]
    .filter((event) => event.calendarId === mailbox.defaultCalendarId)
    .flatMap((event) => occurrencesOf(event, window))
    .sort((a, b) => a.start.at - b.start.at || a.end.at - b.end.at);
}

/** One digit per slot from the window's start on; the last slot may be cut short. */
export function availabilityView(
  rows: readonly EventRow[],
  window: Window,
  intervalMs: number,
  switches: Switches,
): string {
  const slots = new Array<string>(Math.ceil((window.until - window.from) / intervalMs)).fill("0");
  for (const { start, end, showAs } of rows) {
    const digit = showAs === "workingElsewhere" ? switches.workingElsewhereDigit : DIGITS[showAs];
    const first = Math.max(0, Math.floor((start.at - window.from) / intervalMs));
    const last = Math.min(slots.length, Math.ceil((end.at - window.from) / intervalMs));
    for (let slot = first; slot < last; slot++) {
      if (STRENGTH.indexOf(digit) > STRENGTH.indexOf(slots[slot] ?? "0")) slots[slot] = digit;
    }
  }
  return slots.join("");
}
