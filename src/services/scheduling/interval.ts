/** A span of time in milliseconds since the Unix epoch; its end is not part of it. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** The same moments as few spans that do not touch, by their start. Empty and reversed spans are left out. O(n log n). */
export function mergeIntervals(intervals: readonly Interval[]): readonly Interval[] {
  const merged: { start: number; end: number }[] = [];
  const sorted = intervals.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  for (const { start, end } of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** The moments of one merged list that the other one lacks. O(n + m). */
export function subtractIntervals(from: readonly Interval[], taken: readonly Interval[]): readonly Interval[] {
  const left: Interval[] = [];
  let next = 0;
  for (const { start, end } of from) {
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    let at = start;
    for (let index = next; index < taken.length; index++) {
      const hole = taken[index];
      if (hole === undefined || hole.start >= end) break;
      if (hole.start > at) left.push({ start: at, end: hole.start });
      at = Math.max(at, hole.end);
    }
    if (at < end) left.push({ start: at, end });
  }
  return left;
}

/** Whether a span shares a moment with a merged list. O(log n). */
export function overlapsAny(merged: readonly Interval[], { start, end }: Interval): boolean {
  const first = merged[firstIndex(merged.length, (index) => (merged[index]?.end ?? 0) > start)];
  return first !== undefined && first.start < end;
}

/** Whether a span lies within one of a merged list. O(log n). */
export function isWithinAny(merged: readonly Interval[], { start, end }: Interval): boolean {
  const first = merged[firstIndex(merged.length, (index) => (merged[index]?.end ?? 0) > start)];
  return first !== undefined && first.start <= start && first.end >= end;
}

/** The first index that holds, where all behind it hold too; `length` when none does. */
export function firstIndex(length: number, holds: (index: number) => boolean): number {
  let [from, to] = [0, length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
