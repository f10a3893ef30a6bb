import type { ShowAs } from "../events/event.model.js";
import { type Interval, mergeIntervals, subtractIntervals } from "../scheduling/interval.js";
import type { Schedule } from "./schedule.model.js";

/** A span in which one status is the strongest. */
export interface BusyBlock {
  readonly start: Date;
  readonly end: Date;
  readonly status: ShowAs;
}

/** From the strongest to the weakest; an unknown status may hide anything but a certain refusal. */
const STRENGTH: readonly ShowAs[] = ["OUT_OF_OFFICE", "BUSY", "UNKNOWN", "TENTATIVE", "WORKING_ELSEWHERE"];

/** Statuses of the digits of an availability view; "4" is named in one page of Microsoft's documentation only. */
const DIGITS: Readonly<Record<string, ShowAs>> = {
  "1": "TENTATIVE",
  "2": "BUSY",
  "3": "OUT_OF_OFFICE",
  "4": "WORKING_ELSEWHERE",
};

/**
 * What is not free, in spans that do not overlap: where two items overlap, the stronger status holds. A distribution
 * list has no items but an availability view, which then tells in whole slots. O(n log n).
 */
export function busyBlocks(schedule: Schedule): readonly BusyBlock[] {
  let taken: readonly Interval[] = [];
  const blocks: BusyBlock[] = [];
  const spans = spansOf(schedule);
  for (const status of STRENGTH) {
    const merged = mergeIntervals(spans.filter((span) => span.status === status));
    for (const { start, end } of subtractIntervals(merged, taken)) {
      blocks.push({ start: new Date(start), end: new Date(end), status });
    }
    taken = mergeIntervals([...taken, ...merged]);
  }
  return blocks.sort((a, b) => Number(a.start) - Number(b.start));
}

/** The spans that keep somebody from a meeting, by how surely; each list is merged. */
export interface BusySpans {
  /** Busy or out of office. */
  readonly busy: readonly Interval[];
  readonly tentative: readonly Interval[];
  /** In a status that Microsoft added later. */
  readonly unknown: readonly Interval[];
}

export function busySpans(schedule: Schedule): BusySpans {
  const spans = spansOf(schedule);
  const of = (...statuses: readonly ShowAs[]) =>
    mergeIntervals(spans.filter(({ status }) => statuses.includes(status)));
  return { busy: of("BUSY", "OUT_OF_OFFICE"), tentative: of("TENTATIVE"), unknown: of("UNKNOWN") };
}

type Span = Interval & { readonly status: ShowAs };

function spansOf({ items, availabilityView, start, intervalMinutes }: Schedule): readonly Span[] {
  if (items.length > 0 || availabilityView === null) {
    return items.map((item) => ({ start: item.start.getTime(), end: item.end.getTime(), status: item.status }));
  }
  const slotMs = intervalMinutes * 60_000;
  return [...availabilityView].flatMap((digit, slot) => {
    if (digit === "0") return [];
    const from = start.getTime() + slot * slotMs;
    return { start: from, end: from + slotMs, status: DIGITS[digit] ?? "UNKNOWN" };
  });
}
