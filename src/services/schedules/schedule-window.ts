import { AppError } from "../../lib/app-error.js";
import type { Interval } from "../scheduling/interval.js";
import type { ScheduleQuestion } from "./schedule.model.js";

/** Longest window of one question: half a year, five requests for every 20 addresses. */
export const MAX_SCHEDULE_DAYS = 186;
/** Most addresses of one question: 50 requests for each 42 days. */
export const MAX_SCHEDULES = 1_000;
/** Graph's own default and bounds. https://learn.microsoft.com/graph/api/calendar-getschedule */
export const DEFAULT_INTERVAL_MINUTES = 30;
const INTERVAL_MINUTES = { min: 5, max: 1_440 };

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** How much one request to Microsoft asks for. */
export interface ScheduleLimits {
  /** Addresses; documented are 20, the service names 100. */
  readonly maxAddresses: number;
  /** Days; 42 were documented for long, 62 are now. */
  readonly maxDays: number;
}

/** @throws AppError INVALID_INPUT or LIMIT_EXCEEDED that says what to change. */
export function assertScheduleQuestion({ start, end, intervalMinutes }: ScheduleQuestion): void {
  const days = (end.getTime() - start.getTime()) / DAY_MS;
  if (days <= 0) throw new AppError("INVALID_INPUT", "`end` must be after `start`.", { path: ["end"] });
  if (days > MAX_SCHEDULE_DAYS) {
    const actual = Math.ceil(days);
    throw new AppError(
      "LIMIT_EXCEEDED",
      `The window is ${actual} days long; free and busy times are answered for at most ${MAX_SCHEDULE_DAYS}.`,
      { path: ["end"], limit: { name: "windowDays", max: MAX_SCHEDULE_DAYS, actual } },
    );
  }
  const { min, max } = INTERVAL_MINUTES;
  if (!Number.isInteger(intervalMinutes) || intervalMinutes < min || intervalMinutes > max) {
    throw new AppError("INVALID_INPUT", `A slot of the availability view has ${min} to ${max} minutes.`, {
      path: ["availabilityViewInterval"],
    });
  }
}

/** A part of a window that one request asks for. */
export interface WindowPiece extends Interval {
  /** Whether the window begins with it: what began earlier belongs to it alone. */
  readonly isFirst: boolean;
}

/**
 * The window in pieces that Microsoft answers. Every bound lies on the grid of slots from the window's start, so that
 * the pieces' availability views make one; the last piece may therefore end behind the window.
 */
export function piecesOf({ start, end, intervalMinutes }: ScheduleQuestion, maxDays: number): readonly WindowPiece[] {
  const slotMs = intervalMinutes * MINUTE_MS;
  const longest = Math.floor((maxDays * DAY_MS) / slotMs) * slotMs;
  const from = start.getTime();
  const until = from + slotsOf({ start, end, intervalMinutes }) * slotMs;
  const pieces: WindowPiece[] = [];
  for (let at = from; at < until; at += longest) {
    pieces.push({ start: at, end: Math.min(at + longest, until), isFirst: at === from });
  }
  return pieces;
}

/** Slots of a window; the last one may be cut short by its end. */
export function slotsOf({ start, end, intervalMinutes }: ScheduleQuestion): number {
  return Math.ceil((end.getTime() - start.getTime()) / (intervalMinutes * MINUTE_MS));
}

/** Two halves on the grid of slots; undefined for a piece that is not worth dividing. */
export function halvesOf(
  { start, end, isFirst }: WindowPiece,
  intervalMinutes: number,
): readonly [WindowPiece, WindowPiece] | undefined {
  const slotMs = intervalMinutes * MINUTE_MS;
  const middle = start + Math.floor((end - start) / slotMs / 2) * slotMs;
  if (end - start <= DAY_MS || middle <= start) return undefined;
  return [
    { start, end: middle, isFirst },
    { start: middle, end, isFirst: false },
  ];
}
