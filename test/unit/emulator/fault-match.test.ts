import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFaultInput } from "../../../emulator/control/fault-body.js";
import { FAULT_KINDS } from "../../../emulator/control/fault-kinds.js";
import { matches, pathMatches } from "../../../emulator/core/faults/fault-match.js";
import { Faults } from "../../../emulator/core/faults.js";

/** What a pattern means, in the plainest way: one character after the other. */
function means(pattern: string, text: string): boolean {
  if (pattern === "") return text === "";
  const [first, rest] = [pattern[0], pattern.slice(1)];
  if (first !== "*") return text[0] === first && means(rest, text.slice(1));
  return means(rest, text) || (text !== "" && means(pattern, text.slice(1)));
}

const few = (letters: string[], maxLength: number) =>
  fc.array(fc.constantFrom(...letters), { maxLength }).map((found) => found.join(""));

describe("the matcher", () => {
  test("takes a star for any text and everything else as it is", () => {
    fc.assert(
      fc.property(few(["a", "b", "/", ".", "*"], 8), few(["a", "b", "/", "."], 10), (pattern, text) => {
        expect(pathMatches(pattern, text)).toBe(means(pattern, text));
      }),
      { numRuns: 2_000 },
    );
  });

  test("never fails, whatever pattern and path are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (pattern, path) => {
        expect(typeof pathMatches(pattern, path)).toBe("boolean");
        expect(pathMatches(`${pattern}*`, `${pattern}${path}`)).toBe(true);
      }),
    );
  });

  test("is done with many stars before the test is given up, as a backtracking one never would be", () => {
    expect(pathMatches(`${"*a".repeat(1_000)}b`, "a".repeat(20_000))).toBe(false);
  });

  test("compares in any case, and paths as they were sent or decoded", () => {
    const subject = {
      service: "graph",
      method: "GET",
      path: "/v1.0/users/ann%40quarry.example/calendarView",
      mailboxNames: ["id-of-ann", "Ann@quarry.example"],
      tenantId: "t-1",
      appId: "a-1",
    } as const;
    for (const match of [
      {},
      { path: "*/CALENDARVIEW" },
      { path: "/v1.0/users/ann@quarry.example/*" },
      { path: "/v1.0/users/ann%40quarry.example/*" },
      { mailbox: "ANN@QUARRY.EXAMPLE", method: "get" },
      { tenantId: "T-1", appId: "A-1", service: "graph" },
    ] as const) {
      expect(matches(match, subject)).toBe(true);
    }
    for (const match of [
      { path: "*/events" },
      { mailbox: "bob@quarry.example" },
      { method: "POST" },
      { tenantId: "t-2" },
      { appId: "a-2" },
      { service: "entra" },
    ] as const) {
      expect(matches(match, subject)).toBe(false);
    }
  });
});

describe("armed faults", () => {
  const subject = { service: "graph", method: "GET", path: "/v1.0/users" } as const;

  test("hit by skip, every and times exactly the requests that these name", () => {
    const nat = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(nat, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }), (skip, every, times) => {
        const faults = new Faults({ now: () => 0 });
        faults.add({ skip, every, times, action: { kind: "reset" } });
        const hits = Array.from({ length: 40 }, (_, index) =>
          faults.take(subject) === undefined ? [] : [index],
        ).flat();
        expect(hits).toEqual(Array.from({ length: times }, (_, hit) => skip + hit * every));
        expect(faults.list()).toEqual([]);
      }),
    );
  });

  test("are over after forSeconds of emulated time, and until then hit every request", () => {
    let now = 0;
    const faults = new Faults({ now: () => now });
    faults.add({ forSeconds: 10, action: { kind: "reset" } });
    expect([faults.take(subject)?.action.kind, faults.take(subject)?.action.kind]).toEqual(["reset", "reset"]);
    now = 9_999;
    expect(faults.list()).toMatchObject([{ id: 1, hits: 2 }]);
    now = 10_000;
    expect([faults.take(subject), faults.list()]).toEqual([undefined, []]);
  });

  test("of a kind that waits for something else leave other requests alone", () => {
    const faults = new Faults({ now: () => 0 });
    faults.once({}, { kind: "deltaExpired" });
    expect(faults.take(subject)).toBeUndefined();
    expect(faults.takeKind("refreshIn", subject)).toBeUndefined();
    expect(faults.takeKind("deltaExpired", subject)?.mark).toEqual({ id: 1, kind: "deltaExpired" });
  });

  test("with impossible numbers are refused", () => {
    const faults = new Faults({ now: () => 0 });
    for (const wrong of [{ times: 0 }, { skip: -1 }, { every: 0 }, { forSeconds: 0 }, { times: Number.NaN }]) {
      expect(() => faults.add({ ...wrong, action: { kind: "hang" } })).toThrow(RangeError);
    }
  });
});

test("whatever is sent as a fault is taken or refused with a sentence", () => {
  const kind = fc.constantFrom(...Object.keys(FAULT_KINDS));
  const action = fc.oneof(fc.jsonValue(), fc.record({ kind, status: fc.jsonValue(), ms: fc.jsonValue() }));
  const fault = fc.record({ action, times: fc.jsonValue(), match: fc.jsonValue() }, { requiredKeys: [] });
  fc.assert(
    fc.property(fc.oneof(fault, fc.jsonValue()), (body) => {
      try {
        expect(Object.keys(FAULT_KINDS)).toContain(readFaultInput(body).action.kind);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        expect(String(error)).toMatch(/\w+ \w+/);
      }
    }),
  );
});
