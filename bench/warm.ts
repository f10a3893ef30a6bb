/**
 * What a kept answer is worth: the week of many mailboxes, read cold, within its freshness, and past it. Counts Graph's
 * requests, HTTP exchanges and answer bytes at the emulator; times are ratios to the cold read of the same round. It is a
 * part of the scenario `warm` of `npm run bench`, too.
 *
 *     npx tsx bench/warm.ts [mailboxes] [rounds] [latencyMs]
 */
import { measureWarm } from "./warm.measure.js";

const [mailboxes = 50, rounds = 5, latencyMs = 80] = process.argv.slice(2).map(Number);
const rounded = (_: string, value: unknown) => (typeof value === "number" ? Number(value.toPrecision(3)) : value);
const warm = await measureWarm({ mailboxes, rounds, latencyMs });
console.log(
  JSON.stringify({ mailboxes, rounds, latencyMs, httpNeeded: Math.ceil(mailboxes / 4), ...warm }, rounded, 1),
);
