import fc from "fast-check";
import { expect, test } from "vitest";
import { UsageWindow } from "../../../emulator/graph/usage-window.js";

const WINDOW_MS = 600_000;
const STEP_MS = 1_000;
const uses = fc.array(
  fc.record({ pauseSteps: fc.integer({ min: 0, max: 400 }), amount: fc.integer({ min: 1, max: 9 }) }),
  { minLength: 1, maxLength: 40 },
);

test("a sliding window holds what was used in its last steps, and nothing else", () => {
  fc.assert(
    fc.property(uses, (list) => {
      const window = new UsageWindow(WINDOW_MS, "sliding");
      const all: { at: number; amount: number }[] = [];
      let now = 0;
      for (const { pauseSteps, amount } of list) {
        now += pauseSteps * STEP_MS;
        all.push({ at: now, amount });
        const within = all.filter(({ at }) => at > now - WINDOW_MS).reduce((sum, one) => sum + one.amount, 0);
        expect(window.add(now, amount)).toBe(within);
      }
    }),
  );
});

test("after the wait that a window names the request fits, and a second earlier it does not", () => {
  fc.assert(
    fc.property(uses, fc.integer({ min: 9, max: 60 }), fc.constantFrom("sliding", "fixed"), (list, limit, kind) => {
      const window = new UsageWindow(WINDOW_MS, kind);
      let now = 0;
      for (const { pauseSteps, amount } of list) {
        now += pauseSteps * STEP_MS;
        if (window.total(now) + amount <= limit) {
          window.add(now, amount);
          continue;
        }
        const seconds = window.secondsUntil(now, amount, limit);
        expect(window.total(now + (seconds - 1) * 1_000) + amount).toBeGreaterThan(limit);
        now += seconds * 1_000;
        expect(window.total(now) + amount).toBeLessThanOrEqual(limit);
        window.add(now, amount);
      }
    }),
  );
});

test("what never fits is told to wait for a whole window", () => {
  expect(new UsageWindow(WINDOW_MS, "sliding").secondsUntil(0, 11, 10)).toBe(600);
});
