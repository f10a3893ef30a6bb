import type { EventRow, Mailbox } from "../../core/mailbox.model.js";
import type { Switches } from "../../core/switches.js";
import type { Window } from "../events/occurrences.js";
import { busyRows } from "./free-busy.js";

/** Graph's `freeBusyStatus`, from the weakest to the strongest. */
const STATUSES = ["free", "workingElsewhere", "unknown", "tentative", "busy", "oof"] as const;
export type Availability = EventRow["showAs"];

/** What one calendar holds inside a window, asked for many spans that come in order. */
export interface BusyTimes {
  /** The strongest status in a span; `unknown` for somebody whose calendar nobody here has. */
  during(from: number, until: number): Availability;
}

/** Reads the default calendar once; undefined stands for somebody outside of the organization. */
export function busyTimesOf(mailbox: Mailbox | undefined, window: Window): BusyTimes {
  if (mailbox === undefined) return { during: () => "unknown" };
  const rows = busyRows(mailbox, window).filter(({ showAs }) => showAs !== "free");
  return {
    during(from, until) {
      let strongest = 0;
      for (const { start, end, showAs } of rows) {
        // Rows come by their starts, so the ones that follow begin later still.
        if (start.at >= until) break;
        const isInside = end.at > from || (start.at === end.at && start.at >= from);
        if (isInside) strongest = Math.max(strongest, STATUSES.indexOf(showAs));
      }
      return STATUSES[strongest] ?? "free";
    },
  };
}

/** How likely somebody attends, in percent. */
export function chanceOf(availability: Availability, switches: Switches): number {
  switch (availability) {
    case "free":
    case "workingElsewhere":
      return 100;
    case "unknown":
      return 49;
    case "tentative":
      return switches.tentativeAttendancePercent;
    default:
      return 0;
  }
}
