import { firstIndex, type Interval, isWithinAny, mergeIntervals, overlapsAny, subtractIntervals } from "./interval.js";

/** Whether somebody can attend; the strongest of what overlaps the meeting and its buffers. */
export type SlotStatus = "FREE" | "TENTATIVE" | "UNKNOWN" | "BUSY";

/** Somebody's time; each list is merged. */
export interface SlotPerson {
  readonly isRequired: boolean;
  readonly busy: readonly Interval[];
  readonly tentative: readonly Interval[];
  /** What nobody knows; all of the window for somebody of whom nothing is known. */
  readonly unknown: readonly Interval[];
  /** When the person works; null where that does not matter or is not known. */
  readonly hours: readonly Interval[] | null;
}

export interface SlotRoom {
  /** When it cannot be had, for whatever reason; merged. */
  readonly taken: readonly Interval[];
}

export interface SlotProblem {
  /** When a meeting may begin, in order. */
  readonly starts: readonly number[];
  readonly durationMs: number;
  /** Time before and after the meeting in which people must not be busy either. */
  readonly bufferBeforeMs: number;
  readonly bufferAfterMs: number;
  /** No meeting begins before it. */
  readonly earliest: number;
  /** Merged. */
  readonly excluded: readonly Interval[];
  readonly people: readonly SlotPerson[];
  readonly rooms: readonly SlotRoom[];
  /** How many rooms must be free. */
  readonly roomsNeeded: number;
  readonly allowTentative: boolean;
  /** Whether a required person may be one of whom nothing is known. */
  readonly allowUnknown: boolean;
  /** From 0 to 1. */
  readonly minOptionalShare: number;
  readonly maxResults: number;
}

export interface Slot extends Interval {
  /** From 0 to 100. */
  readonly score: number;
}

/** Conditions in the order in which they are applied. */
export const SLOT_STAGES = ["GRID", "NOTICE", "EXCLUDED", "KNOWN", "HOURS", "REQUIRED", "OPTIONAL", "ROOMS"] as const;
export type SlotStage = (typeof SLOT_STAGES)[number];

export interface SlotSearch {
  /** The best first; of equally good ones the earlier. */
  readonly slots: readonly Slot[];
  /** The condition after which no start was left; null where some were. */
  readonly emptiedBy: SlotStage | null;
  /** For each person, at how many of all starts he or she is busy. */
  readonly busyStarts: readonly number[];
}

/** What a status takes from a person's share of the score, in quarters. */
const LOSS = { TENTATIVE: 2, UNKNOWN: 3, BUSY: 4 };
const WHOLE = 4;
/** Per cent that required people weigh where there are optional ones too. */
const REQUIRED_WEIGHT = 70;

/**
 * All times at which a meeting is possible, ranked. A sweep: whatever somebody has becomes a range of starts that it
 * touches, and ranges are added up over all starts. O((n + s) log s) for n spans and s starts, however many people.
 */
export function findSlots(problem: SlotProblem): SlotSearch {
  const { starts, people, rooms } = problem;
  const required = people.filter(({ isRequired }) => isRequired);
  const optional = people.filter(({ isRequired }) => !isRequired);
  const ranges = people.map((person) => rangesOf(person, problem));
  const of = (isRequired: boolean) => ranges.filter((_, index) => people[index]?.isRequired === isRequired);
  const [needed, wanted] = [of(true), of(false)];
  const early = [{ start: 0, end: firstIndex(starts.length, (i) => at(starts, i) >= problem.earliest) }];
  const excluded = touching(problem.excluded, problem, 0, 0);
  const sum = (...lists: readonly (readonly Interval[])[]) => sumOf(lists.flat(), starts.length);
  const tooTentative = (r: Ranges) => (problem.allowTentative ? [] : r.tentative);
  const missing = sum(...wanted.flatMap((r) => [r.absent, r.unknown, tooTentative(r)]));
  const takenRooms = sum(...rooms.map(({ taken }) => touching(taken, problem, 0, 0)));
  const mostMissing = optional.length - Math.ceil(problem.minOptionalShare * optional.length - 1e-9);
  const tests: Readonly<Record<Exclude<SlotStage, "GRID">, (index: number) => boolean>> = {
    NOTICE: none(sum(early)),
    EXCLUDED: none(sum(excluded)),
    KNOWN: problem.allowUnknown ? () => true : none(sum(...needed.map(({ unknown }) => unknown))),
    HOURS: none(sum(...needed.map(({ outside }) => outside))),
    REQUIRED: none(sum(...needed.flatMap((r) => [r.busy, tooTentative(r)]))),
    OPTIONAL: (index) => at(missing, index) <= mostMissing,
    ROOMS: (index) => rooms.length - at(takenRooms, index) >= problem.roomsNeeded,
  };
  let left = starts.map((_, index) => index);
  let emptiedBy: SlotStage | null = left.length === 0 ? "GRID" : null;
  for (const stage of SLOT_STAGES) {
    if (emptiedBy !== null || stage === "GRID") continue;
    left = left.filter(tests[stage]);
    if (left.length === 0) emptiedBy = stage;
  }
  const losses = [lossOf(needed, starts.length), lossOf(wanted, starts.length)] as const;
  const slots = left.map((index): Slot => {
    const start = at(starts, index);
    const score = scoreOf(
      shareOf(required.length, at(losses[0], index)),
      shareOf(optional.length, at(losses[1], index)),
    );
    return { start, end: start + problem.durationMs, score };
  });
  slots.sort((a, b) => b.score - a.score || a.start - b.start);
  return {
    slots: slots.slice(0, problem.maxResults),
    emptiedBy,
    busyStarts: ranges.map(({ busy }) => busy.reduce((count, { start, end }) => count + end - start, 0)),
  };
}

/** How somebody stands to one slot. O(log n). */
export function statusAt(
  person: SlotPerson,
  slot: Interval,
  { bufferBeforeMs, bufferAfterMs }: Pick<SlotProblem, "bufferBeforeMs" | "bufferAfterMs">,
): { readonly status: SlotStatus; readonly isInHours: boolean } {
  const block = { start: slot.start - bufferBeforeMs, end: slot.end + bufferAfterMs };
  const isInHours = person.hours === null || isWithinAny(person.hours, slot);
  if (overlapsAny(person.busy, block)) return { status: "BUSY", isInHours };
  if (overlapsAny(person.unknown, block)) return { status: "UNKNOWN", isInHours };
  return { status: overlapsAny(person.tentative, block) ? "TENTATIVE" : "FREE", isInHours };
}

/** Starts, by index, at which somebody has a status; but for `outside`, no start is in two of them. */
interface Ranges {
  readonly busy: readonly Interval[];
  readonly unknown: readonly Interval[];
  readonly tentative: readonly Interval[];
  /** Not within working hours. */
  readonly outside: readonly Interval[];
  /** Busy or outside. */
  readonly absent: readonly Interval[];
}

function rangesOf(person: SlotPerson, problem: SlotProblem): Ranges {
  const { bufferBeforeMs, bufferAfterMs } = problem;
  const near = (spans: readonly Interval[]) => touching(spans, problem, bufferBeforeMs, bufferAfterMs);
  const busy = near(person.busy);
  const outside = outsideOf(person.hours, problem);
  const absent = mergeIntervals([...busy, ...outside]);
  // An optional person outside of working hours is as absent as one who is busy; for required ones it is a test of its own.
  const unknown = subtractIntervals(near(person.unknown), person.isRequired ? busy : absent);
  const taken = mergeIntervals([...(person.isRequired ? busy : absent), ...unknown]);
  return { busy, unknown, tentative: subtractIntervals(near(person.tentative), taken), outside, absent };
}

/** The starts at which a meeting with its buffers shares a moment with any span. */
function touching(
  spans: readonly Interval[],
  { starts, durationMs }: Pick<SlotProblem, "starts" | "durationMs">,
  beforeMs: number,
  afterMs: number,
): readonly Interval[] {
  const ranges = spans.map(({ start, end }) => ({
    start: firstIndex(starts.length, (index) => at(starts, index) > start - durationMs - afterMs),
    end: firstIndex(starts.length, (index) => at(starts, index) >= end + beforeMs),
  }));
  return mergeIntervals(ranges);
}

function outsideOf(
  hours: readonly Interval[] | null,
  { starts, durationMs }: Pick<SlotProblem, "starts" | "durationMs">,
): readonly Interval[] {
  if (hours === null) return [];
  const inside = hours.map(({ start, end }) => ({
    start: firstIndex(starts.length, (index) => at(starts, index) >= start),
    end: firstIndex(starts.length, (index) => at(starts, index) > end - durationMs),
  }));
  return subtractIntervals(
    [{ start: 0, end: starts.length }].filter(({ end }) => end > 0),
    mergeIntervals(inside),
  );
}

/** How many ranges hold each index. */
function sumOf(ranges: readonly Interval[], length: number): Int32Array {
  const sums = new Int32Array(length + 1);
  for (const { start, end } of ranges) {
    sums[start] = at(sums, start) + 1;
    sums[end] = at(sums, end) - 1;
  }
  for (let index = 1; index <= length; index++) sums[index] = at(sums, index) + at(sums, index - 1);
  return sums;
}

function lossOf(ranges: readonly Ranges[], length: number): Int32Array {
  const parts = [
    [
      sumOf(
        ranges.flatMap(({ tentative }) => tentative),
        length,
      ),
      LOSS.TENTATIVE,
    ],
    [
      sumOf(
        ranges.flatMap(({ unknown }) => unknown),
        length,
      ),
      LOSS.UNKNOWN,
    ],
    [
      sumOf(
        ranges.flatMap(({ absent }) => absent),
        length,
      ),
      LOSS.BUSY,
    ],
  ] as const;
  return new Int32Array(length).map((_, index) =>
    parts.reduce((sum, [counts, loss]) => sum + at(counts, index) * loss, 0),
  );
}

/** In whole numbers up to the last division, so that equal shares never differ by a rounding. */
function scoreOf(required: Share, optional: Share): number {
  if (required.all === 0 && optional.all === 0) return 100;
  if (optional.all === 0) return Math.round((100 * required.kept) / required.all);
  if (required.all === 0) return Math.round((100 * optional.kept) / optional.all);
  const weighed =
    REQUIRED_WEIGHT * required.kept * optional.all + (100 - REQUIRED_WEIGHT) * optional.kept * required.all;
  return Math.round(weighed / (required.all * optional.all));
}

/** Quarters that a group of people keep of those that they have. */
interface Share {
  readonly kept: number;
  readonly all: number;
}

function shareOf(people: number, loss: number): Share {
  return { kept: people * WHOLE - loss, all: people * WHOLE };
}

function none(sums: Int32Array): (index: number) => boolean {
  return (index) => at(sums, index) === 0;
}

function at(numbers: ArrayLike<number>, index: number): number {
  return numbers[index] ?? 0;
}
