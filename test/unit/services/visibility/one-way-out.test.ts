import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const SERVICES = new URL("../../../../src/services", import.meta.url).pathname;

/**
 * Behind the reader and the writer, which show their events by the rule themselves; differences are told of events that are
 * shown whole.
 */
const BEHIND_THE_GATE = [
  "events/event-mapper.ts",
  "events/event-rewrites.ts",
  "events/safety/event-differences.ts",
  "events/views/tracked-events.ts",
  "events/views/view-reads.ts",
];

test("whoever makes events of Graph's answers shows them by the one rule, or stands behind somebody who does", () => {
  const files = readdirSync(SERVICES, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const makers = files.filter((name) => readFileSync(join(SERVICES, name), "utf8").includes("toCalendarEvent"));
  const unguarded = makers.filter((name) => {
    const text = readFileSync(join(SERVICES, name), "utf8");
    return !/\bshown(Event|Events|OrNotFound)\(/.test(text);
  });

  expect(makers.length).toBeGreaterThan(BEHIND_THE_GATE.length);
  expect(unguarded.sort()).toEqual(BEHIND_THE_GATE);
});
