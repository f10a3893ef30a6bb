import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Interval, mergeIntervals } from "../../../../src/services/scheduling/interval.js";
import {
  findSlots,
  type Slot,
  type SlotPerson,
  type SlotProblem,
  type SlotStatus,
  statusAt,
} from "../../../../src/services/scheduling/meeting-slots.js";

const MINUTES = 120;

/** A person as the oracle has it: the strongest status of every minute, and whether it is worked in. */
function statusOf(person: SlotPerson, from: number, to: number): SlotStatus {
  const holds = (spans: readonly Interval[], minute: number) => spans.some((s) => s.start <= minute && minute < s.end);
  const minutes = Array.from({ length: to - from }, (_, index) => from + index);
  for (const [status, spans] of [
    ["BUSY", person.busy],
    ["UNKNOWN", person.unknown],
    ["TENTATIVE", person.tentative],
  ] as const) {
    if (minutes.some((minute) => holds(spans, minute))) return status;
  }
  return "FREE";
}

function isInHours({ hours }: SlotPerson, from: number, to: number): boolean {
  if (hours === null) return true;
  return hours.some(({ start, end }) => start <= from && to <= end);
}

const WORTH: Readonly<Record<SlotStatus, number>> = { FREE: 1, TENTATIVE: 0.5, UNKNOWN: 0.25, BUSY: 0 };

/** Goes minute by minute through every start, person and room. */
function bruteForce(problem: SlotProblem): readonly Slot[] {
  const slots: Slot[] = [];
  for (const start of problem.starts) {
    const end = start + problem.durationMs;
    const overlaps = ({ start: s, end: e }: Interval) => s < end && e > start && s < e;
    const from = start - problem.bufferBeforeMs;
    const to = end + problem.bufferAfterMs;
    const states = problem.people.map((person) => ({
      isRequired: person.isRequired,
      status: statusOf(person, from, to),
      isIn: isInHours(person, start, end),
    }));
    const required = states.filter((state) => state.isRequired);
    const optional = states.filter((state) => !state.isRequired);
    const canCome = ({ status, isIn }: (typeof states)[number]) =>
      isIn && (status === "FREE" || (status === "TENTATIVE" && problem.allowTentative));
    const isPossible =
      start >= problem.earliest &&
      !problem.excluded.some(overlaps) &&
      required.every(
        (state) => state.isIn && (canCome(state) || (state.status === "UNKNOWN" && problem.allowUnknown)),
      ) &&
      optional.filter(canCome).length >= problem.minOptionalShare * optional.length - 1e-9 &&
      problem.rooms.filter(({ taken }) => !taken.some(overlaps)).length >= problem.roomsNeeded;
    if (!isPossible) continue;
    const kept = (group: typeof states) => group.reduce((sum, { status, isIn }) => sum + (isIn ? WORTH[status] : 0), 0);
    const [r, o] = [required.length, optional.length];
    // Hundredths of r times o, a whole number of quarters: nothing is rounded before the end.
    const both = (70 * kept(required) * o + 30 * kept(optional) * r) / (r * o);
    const one = (100 * (kept(required) + kept(optional))) / (r + o);
    const score = r + o === 0 ? 100 : r === 0 || o === 0 ? one : both;
    slots.push({ start, end, score: Math.round(score) });
  }
  return slots.sort((a, b) => b.score - a.score || a.start - b.start).slice(0, problem.maxResults);
}

const spans = fc
  .array(
    fc.tuple(fc.integer({ min: -20, max: MINUTES }), fc.integer({ min: 0, max: 40 })).map(([start, length]) => ({
      start,
      end: start + length,
    })),
    { maxLength: 4 },
  )
  .map(mergeIntervals);

const person: fc.Arbitrary<SlotPerson> = fc.record({
  isRequired: fc.boolean(),
  busy: spans,
  tentative: spans,
  unknown: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, spans),
  hours: fc.oneof(fc.constant(null), spans, fc.constant([{ start: 0, end: MINUTES }])),
});

const problems: fc.Arbitrary<SlotProblem> = fc.record({
  starts: fc.integer({ min: 1, max: 7 }).map((step) => {
    return Array.from({ length: Math.ceil(MINUTES / step) }, (_, index) => index * step);
  }),
  durationMs: fc.integer({ min: 1, max: 30 }),
  bufferBeforeMs: fc.integer({ min: 0, max: 10 }),
  bufferAfterMs: fc.integer({ min: 0, max: 10 }),
  earliest: fc.integer({ min: -10, max: 60 }),
  excluded: fc.oneof(fc.constant([]), spans),
  people: fc.array(person, { maxLength: 5 }),
  rooms: fc.array(fc.record({ taken: spans }), { maxLength: 4 }),
  roomsNeeded: fc.integer({ min: 0, max: 2 }),
  allowTentative: fc.boolean(),
  allowUnknown: fc.boolean(),
  minOptionalShare: fc.constantFrom(0, 0.3, 0.5, 2 / 3, 1),
  maxResults: fc.constantFrom(1, 5, 1_000),
});

describe("slots for meetings", () => {
  test("are those that going minute by minute through every start finds, in the same order", () => {
    let found = 0;
    fc.assert(
      fc.property(problems, (problem) => {
        const { slots, emptiedBy } = findSlots(problem);
        expect(slots).toEqual(bruteForce(problem));
        expect(emptiedBy === null).toBe(slots.length > 0);
        found += slots.length;
      }),
      { numRuns: 700 },
    );
    expect(found).toBeGreaterThan(500);
  });

  test("tell of everybody what going minute by minute tells", () => {
    fc.assert(
      fc.property(
        person,
        fc.integer({ min: 0, max: MINUTES }),
        fc.nat(10),
        fc.nat(10),
        (someone, start, before, after) => {
          const slot = { start, end: start + 15 };
          expect(statusAt(someone, slot, { bufferBeforeMs: before, bufferAfterMs: after })).toEqual({
            status: statusOf(someone, start - before, slot.end + after),
            isInHours: isInHours(someone, start, slot.end),
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  const base: SlotProblem = {
    starts: [0, 30, 60, 90],
    durationMs: 30,
    bufferBeforeMs: 0,
    bufferAfterMs: 0,
    earliest: 0,
    excluded: [],
    people: [],
    rooms: [],
    roomsNeeded: 0,
    allowTentative: true,
    allowUnknown: false,
    minOptionalShare: 0,
    maxResults: 10,
  };
  const all = [{ start: 0, end: 200 }];
  const free: SlotPerson = { isRequired: true, busy: [], tentative: [], unknown: [], hours: null };

  test.each<[string, Partial<SlotProblem>, string | null]>([
    ["nothing", {}, null],
    ["a grid without starts", { starts: [] }, "GRID"],
    ["a notice behind the window", { earliest: 500 }, "NOTICE"],
    ["excluded ranges", { excluded: all }, "EXCLUDED"],
    ["a required person of whom nothing is known", { people: [{ ...free, unknown: all }] }, "KNOWN"],
    [
      "hours that no two people share",
      {
        people: [
          { ...free, hours: [{ start: 0, end: 60 }] },
          { ...free, hours: [{ start: 60, end: 120 }] },
        ],
      },
      "HOURS",
    ],
    ["a required person who is busy", { people: [{ ...free, busy: all }] }, "REQUIRED"],
    [
      "a required person who is tentative, where that will not do",
      { people: [{ ...free, tentative: all }], allowTentative: false },
      "REQUIRED",
    ],
    [
      "an optional person who is busy, where all must come",
      { people: [{ ...free, isRequired: false, busy: all }], minOptionalShare: 1 },
      "OPTIONAL",
    ],
    ["rooms that are taken", { rooms: [{ taken: all }], roomsNeeded: 1 }, "ROOMS"],
  ])("that are left to nobody are blamed on the first condition that left nothing: %s", (_, over, emptiedBy) => {
    expect(findSlots({ ...base, ...over }).emptiedBy).toBe(emptiedBy);
  });

  test("for a hundred busy people and two months in steps of five minutes take a sweep and not a search of each", () => {
    const minute = 60_000;
    const busy = Array.from({ length: 500 }, (_, index) => ({
      start: index * 170 * minute,
      end: (index * 170 + 40) * minute,
    }));
    const people = Array.from({ length: 100 }, (_, index) => ({
      ...free,
      isRequired: index < 2,
      busy: mergeIntervals(
        busy.map(({ start, end }) => ({ start: start + index * minute, end: end + index * minute })),
      ),
    }));
    const starts = Array.from({ length: 62 * 288 }, (_, index) => index * 5 * minute);

    const began = performance.now();
    const { slots } = findSlots({ ...base, starts, durationMs: 30 * minute, people });

    expect(slots).toHaveLength(10);
    // Generous, because machines differ: going through all of them takes minutes.
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
