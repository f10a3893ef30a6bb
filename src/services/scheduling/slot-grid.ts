import type { Interval } from "./interval.js";
import { daysBetween } from "./zone-days.js";

/**
 * Every moment at which a meeting may begin: each step from each local midnight on, so that a step of 30 minutes gives
 * full and half hours of the zone. After a change of clocks the steps go on from midnight, until the next one.
 */
export function slotStarts(
  window: Interval,
  { durationMs, stepMs, zone }: { readonly durationMs: number; readonly stepMs: number; readonly zone: string },
): readonly number[] {
  const starts: number[] = [];
  const last = window.end - durationMs;
  for (const day of daysBetween(window, zone)) {
    const skipped = Math.max(0, Math.ceil((window.start - day.start) / stepMs));
    for (let at = day.start + skipped * stepMs; at < day.end && at <= last; at += stepMs) starts.push(at);
  }
  return starts;
}
