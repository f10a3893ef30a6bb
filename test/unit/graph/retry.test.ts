import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backoffMs, type Outcome, type RetryState, retryAfterMs, retryDelayMs } from "../../../src/graph/retry.js";

const NOW = Date.parse("2026-03-02T10:00:00Z");
const LIMITS = { maxAttempts: 3, maxWaitMs: 30_000 };

function outcome(overrides: Partial<Outcome>): Outcome {
  return { status: 200, about: "request", retryAfter: undefined, blamesToken: false, ...overrides };
}

function state(overrides: Partial<RetryState> = {}): RetryState {
  return { attempt: 1, isRepeatable: false, waitedMs: 0, now: NOW, random: 0, ...overrides };
}

describe("what Retry-After asks for", () => {
  test.each([
    ["2", 2_000],
    ["2.128", 2_128],
    ["0.0001", 1],
    [".5", 500],
    ["1.", 1_000],
    [" 7 ", 7_000],
    ["0", 0],
    ["Mon, 02 Mar 2026 10:00:05 GMT", 5_000],
    ["Mon, 02 Mar 2026 09:59:00 GMT", 0],
    ["Monday, 02-Mar-26 10:00:01 GMT", 1_000],
    [undefined, undefined],
    ["", undefined],
    ["soon", undefined],
    ["-1", undefined],
    ["1e3", undefined],
    ["2026", 2_026_000],
    ["Mon, nonsense", undefined],
  ])("%j is %s ms", (header, expected) => {
    expect(retryAfterMs(header, NOW)).toBe(expected);
  });

  test("a number of seconds is never read as less, nor as a millisecond more", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400_000 }), (ms) => {
        expect(retryAfterMs((ms / 1_000).toFixed(3), NOW)).toBe(ms);
        expect(retryAfterMs(`${(ms / 1_000).toFixed(3)}4`, NOW)).toBe(ms + 1);
      }),
    );
  });

  test("any text gives no wait or a whole number of milliseconds that is not negative", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const wait = retryAfterMs(text, NOW);
        expect(wait === undefined || (Number.isInteger(wait) && wait >= 0)).toBe(true);
      }),
    );
  });
});

describe("whether and when to send again", () => {
  test.each<[string, Partial<Outcome>, Partial<RetryState>, number | undefined]>([
    ["a success is final", {}, {}, undefined],
    ["a refused write is repeated after the wait", { status: 429, retryAfter: "2" }, {}, 2_000],
    ["a refusal without a wait backs off", { status: 429 }, {}, 250],
    ["the next backoff is twice as long", { status: 429 }, { attempt: 2 }, 500],
    ["the last attempt is final", { status: 429, retryAfter: "1" }, { attempt: 3 }, undefined],
    ["a wait over the limit is not shortened", { status: 429, retryAfter: "30.001" }, {}, undefined],
    ["a wait at the limit is kept", { status: 429, retryAfter: "30" }, {}, 30_000],
    ["waits add up", { status: 429, retryAfter: "20" }, { attempt: 2, waitedMs: 11_000 }, undefined],
    [
      "an unavailable service is asked again for a read",
      { status: 503, retryAfter: "1" },
      { isRepeatable: true },
      1_000,
    ],
    ["a write may have worked behind a 503", { status: 503, retryAfter: "1" }, {}, undefined],
    ["a write may have worked behind a 504", { status: 504 }, {}, undefined],
    ["a write may have worked behind no answer", { status: 0 }, {}, undefined],
    ["no answer to a read is asked for again", { status: 0 }, { isRepeatable: true }, 250],
    ["a server's own fault is not asked for twice", { status: 500 }, { isRepeatable: true }, undefined],
    ["a missing thing stays missing", { status: 404 }, { isRepeatable: true }, undefined],
    ["an envelope refused as unfit is undone part by part", { status: 400, about: "envelope" }, {}, 0],
    ["a refused part is the caller's fault", { status: 400, about: "part" }, { isRepeatable: true }, undefined],
    ["an envelope that may have run is not for writes", { status: 504, about: "envelope" }, {}, undefined],
    ["a part whose token was refused tries alone", { status: 401, about: "part", blamesToken: true }, {}, 0],
    ["but only once", { status: 401, about: "part", blamesToken: true }, { attempt: 2 }, undefined],
    ["a part of an account without mailbox does not", { status: 401, about: "part" }, {}, undefined],
    ["a request alone has had its fresh token", { status: 401, blamesToken: true }, {}, undefined],
  ])("%s", (_, outcomeParts, stateParts, expected) => {
    expect(retryDelayMs(outcome(outcomeParts), state(stateParts), LIMITS)).toBe(expected);
  });

  test("a wait that Graph named is never shortened, and stretched by a twentieth or a second at most", () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600_000 }), random, (ms, chance) => {
        const limits = { maxAttempts: 2, maxWaitMs: 600_000 };
        const refused = outcome({ status: 429, retryAfter: String(ms / 1_000) });
        const wait = retryDelayMs(refused, state({ random: chance }), limits) ?? -1;
        expect(wait).toBeGreaterThanOrEqual(ms);
        expect(wait - ms).toBeLessThanOrEqual(Math.min(1_000, Math.max(20, ms / 20)));
      }),
    );
  });

  test("waits of our own grow with the attempt and stay under eight seconds", () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), random, (attempt, chance) => {
        const wait = backoffMs(attempt, chance);
        expect(wait).toBeGreaterThanOrEqual(250);
        expect(wait).toBeLessThanOrEqual(8_000);
        expect(backoffMs(attempt + 1, chance)).toBeGreaterThanOrEqual(wait);
      }),
    );
  });
});
