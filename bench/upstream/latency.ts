import { unit } from "../kit/random.js";
import type { UpstreamSettings } from "./settings.js";

/** Spread of the logarithm. */
const SIGMA = 0.4;

/** What a request asks for, as far as its latency depends on it. */
export interface Asked {
  readonly mailbox: string;
  /** "calendars", "write", or a calendar's id and the start of its window. */
  readonly what: string;
}

/** Whole milliseconds, because timers have no finer ones. */
export function latencyMs({ latency, seed }: Pick<UpstreamSettings, "latency" | "seed">, asked: Asked): number {
  if (latency.kind === "constant") return latency.ms;
  const key = `${asked.mailbox}|${asked.what}`;
  const normal =
    Math.sqrt(-2 * Math.log(unit(key, seed))) * Math.cos(2 * Math.PI * unit(key, Math.imul(seed, 31) + 7919));
  return Math.max(1, Math.round(latency.ms * Math.exp(SIGMA * normal)));
}

/** True for the requests that a stand-in with this rate refuses once. */
export function isRefused(
  { refusalRate, seed }: Pick<UpstreamSettings, "refusalRate" | "seed">,
  asked: Asked,
): boolean {
  return refusalRate > 0 && unit(`refused|${asked.mailbox}|${asked.what}`, seed) < refusalRate;
}

/** True for the writes that a stand-in with this rate does and then answers 503. */
export function isBroken(
  { brokenWriteRate, seed }: Pick<UpstreamSettings, "brokenWriteRate" | "seed">,
  asked: Asked,
): boolean {
  return brokenWriteRate > 0 && unit(`broken|${asked.mailbox}|${asked.what}`, seed) < brokenWriteRate;
}

export function listAsked(mailbox: string): Asked {
  return { mailbox, what: "calendars" };
}

/** @param start the window's start, as `toISOString` writes it. */
export function changesAsked(mailbox: string, start: string): Asked {
  return { mailbox, what: `changes|${start}` };
}

/**
 * Free and busy times: the latency is that of the mailbox that asks.
 *
 * @param start the window's start, as `toISOString` writes it.
 */
export function schedulesAsked(asker: string, start: string): Asked {
  return { mailbox: asker, what: `schedules|${start}` };
}

/** @param start the window's start, as `toISOString` writes it. */
export function viewAsked(mailbox: string, calendar: string, start: string): Asked {
  return { mailbox, what: `${calendar}|${start}` };
}
