import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ShowAs } from "../../../../src/services/events/event.model.js";
import { busyBlocks } from "../../../../src/services/schedules/busy-blocks.js";
import type { Schedule } from "../../../../src/services/schedules/schedule.model.js";

const MINUTE_MS = 60_000;
const LENGTH = 60;
const STRENGTH: readonly ShowAs[] = ["FREE", "WORKING_ELSEWHERE", "TENTATIVE", "UNKNOWN", "BUSY", "OUT_OF_OFFICE"];

const scheduleOf = (over: Partial<Schedule>): Schedule => ({
  address: "a@one.example",
  mailboxId: null,
  start: new Date(0),
  end: new Date(LENGTH * MINUTE_MS),
  intervalMinutes: 15,
  items: [],
  availabilityView: null,
  workingHours: null,
  asOf: new Date(0),
  source: "GET_SCHEDULE",
  error: null,
  ...over,
});

describe("busy blocks", () => {
  test("show the strongest status of every minute, and never overlap", () => {
    const items = fc.array(
      fc.record({ from: fc.nat(LENGTH - 1), length: fc.nat(20), status: fc.constantFrom(...STRENGTH) }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(items, (spans) => {
        const blocks = busyBlocks(
          scheduleOf({
            items: spans.map(({ from, length, status }) => ({
              status,
              start: new Date(from * MINUTE_MS),
              end: new Date((from + length) * MINUTE_MS),
              subject: null,
              location: null,
              isPrivate: null,
            })),
          }),
        );
        for (let minute = 0; minute < LENGTH + 20; minute++) {
          const held = spans.filter(({ from, length }) => from <= minute && minute < from + length);
          const strongest = Math.max(0, ...held.map(({ status }) => STRENGTH.indexOf(status)));
          const shown = blocks.filter(
            ({ start, end }) => Number(start) <= minute * MINUTE_MS && minute * MINUTE_MS < Number(end),
          );
          expect(shown.map(({ status }) => status)).toEqual(strongest === 0 ? [] : [STRENGTH[strongest]]);
        }
      }),
    );
  });

  test("of a distribution list, which has no items, come from its view", () => {
    expect(busyBlocks(scheduleOf({ availabilityView: "0221" }))).toEqual([
      { start: new Date(15 * MINUTE_MS), end: new Date(45 * MINUTE_MS), status: "BUSY" },
      { start: new Date(45 * MINUTE_MS), end: new Date(60 * MINUTE_MS), status: "TENTATIVE" },
    ]);
  });
});
